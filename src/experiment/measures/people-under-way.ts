import { NONE } from '../../sim/index.js';
import { PHASES } from '../dimensions.js';
import { AT_ONCE, KeyTable, moreFloats, NO_ENTRY } from '../key-table.js';
import { measure } from '../measure.js';

/** People in an episode of a need, and people whose last one is over, averaged over time [people]. */
export const peopleUnderWay = measure({
  id: 'people-under-way',
  label: 'People in an episode, and after it',
  unit: 'people',
  dimensions: ['need', 'severity', 'phase'],
  better: 'neither',
  description:
    'Persons of the area inside an episode of the need, and persons between their last episode of it and the next (or the end of the measured period), averaged over time, by the severity of that episode. Who left before the start is not known, and who died counts no longer.',
  adds: 'own',
  absent: 0,
  isSparse: true,
  fold: ({ view, cells }) => {
    /** By person and need, in the order in which they come, of the last episode: the cell of those for whom it is over (NONE once they have died) as the note, and when it closed. */
    const last = new KeyTable();
    let closings = new Float64Array(last.room);
    const severities = view.world.severities.length;
    const isDeath = new Uint8Array(view.world.outcomes.length);
    for (const { expires } of view.world.epochs[0]!.tables.clocks)
      if (expires.does === 'die') isDeath[expires.outcome] = 1;
    const { from, to } = view.window;
    const add = (cell: number, start: number, end: number) => {
      if (cell !== NONE) cells[cell]! += Math.max(0, Math.min(end, to) - Math.max(start, from)) / (to - from);
    };
    return {
      outcomes: ({ log, persons: { rows, count } }) => {
        for (let at = 0; at < count; at += 1) {
          if (at % AT_ONCE === 0) last.fetch(log.person, log.need, rows, at, Math.min(at + AT_ONCE, count));
          const row = rows[at]!;
          if (log.parallel[row] === 1) continue;
          const inside = PHASES.length * (severities * log.need[row]! + log.severity[row]!);
          let who = last.find(0, log.person[row]!, log.need[row]!);
          add(inside, log.opened[row]!, log.closed[row]!);
          if (who !== NO_ENTRY) add(last.note(who), closings[who]!, log.opened[row]!);
          else who = last.add(0, log.person[row]!, log.need[row]!);
          if (who >= closings.length) closings = moreFloats(closings, last.room);
          last.setNote(who, log.outcome[row] === NONE || isDeath[log.outcome[row]!] === 1 ? NONE : inside + 1);
          closings[who] = log.closed[row]!;
        }
      },
      finish: () => {
        for (let who = 0; who < last.size; who += 1) add(last.note(who), closings[who]!, to);
      },
    };
  },
});
