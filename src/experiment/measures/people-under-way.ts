import { NOBODY, NONE } from '../../sim/index.js';
import { PHASES } from '../dimensions.js';
import { measure } from '../measure.js';

/** The last episode of one person and need. */
interface Last {
  readonly closed: number;
  /** The cell of those whose last episode is over; NONE once the person has died. */
  readonly cell: number;
}

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
    const last = new Map<number, Last>();
    const needs = view.names.needs.length;
    const severities = view.world.severities.length;
    const deaths = new Set(
      view.world.epochs[0]!.tables.clocks.flatMap(({ expires }) => (expires.does === 'die' ? [expires.outcome] : [])),
    );
    const { from, to } = view.window;
    const add = (cell: number, start: number, end: number) => {
      if (cell !== NONE) cells[cell]! += Math.max(0, Math.min(end, to) - Math.max(start, from)) / (to - from);
    };
    return {
      outcomes: ({ log, people }) => {
        for (let at = 0; at < people.count; at += 1) {
          const row = people.rows[at]!;
          if (log.person[row] === NOBODY || log.need[row] === NONE || log.parallel[row] === 1) continue;
          const inside = PHASES.length * (severities * log.need[row]! + log.severity[row]!);
          const who = log.person[row]! * needs + log.need[row]!;
          const before = last.get(who);
          add(inside, log.opened[row]!, log.closed[row]!);
          if (before !== undefined) add(before.cell, before.closed, log.opened[row]!);
          const cell = log.outcome[row] === NONE || deaths.has(log.outcome[row]!) ? NONE : inside + 1;
          last.set(who, { closed: log.closed[row]!, cell });
        }
      },
      finish: () => {
        for (const { closed, cell } of last.values()) add(cell, closed, to);
      },
    };
  },
});
