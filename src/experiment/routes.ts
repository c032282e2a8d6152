/** Reads what is kept of an episode in one world as a route. */
import { NONE } from '../sim/index.js';
import { jointly } from './alike.js';
import { isLast } from './batch.js';
import type { Route } from './fork.js';
import { Hour, Int, NO_KEPT } from './kept-rows.js';
import type { Pair, Side } from './pair.js';
import { putInOrder, type Turn } from './turns.js';
import type { TwinTable } from './twin-table.js';

/**
 * The route of an episode in one world. A joint visit is one turn (its first service); a visit in several stretches is
 * one turn (its last stretch).
 */
export function routeOf(pair: Pair, table: TwinTable, side: Side, entry: number): Route {
  const { kept } = table;
  const view = pair.views[side];
  const { lead, serviceCount } = view;
  const turns: Turn[] = [];
  for (let row = table.head(side, entry); row !== NO_KEPT; row = kept.after(row)) {
    const own = kept.int(row, Int.step);
    const service = kept.int(row, Int.service);
    if (
      service !== NONE &&
      (lead[view.stepOf(own) * serviceCount + service] === 0 ||
        !isLast(kept.int(row, Int.finish), kept.int(row, Int.next)))
    )
      continue;
    const ended = kept.hour(row, Hour.ended);
    turns.push({
      own,
      step: jointly(pair.steps, side, own),
      hour: kept.hour(row, Hour.joined),
      until: Number.isFinite(ended) ? ended : kept.hour(row, Hour.released),
      decision: kept.int(row, Int.decision),
      inputs: kept.int(row, Int.inputs),
      service: jointly(pair.services, side, service),
      finish: kept.int(row, Int.finish),
      next: nextOf(pair, table, side, row),
    });
  }
  putInOrder(pair, side, turns);
  return { turns, outcome: table.outcome(side, entry) };
}

/** The step taken next, or NONE. A visit that is kept to the horizon does not say, though its person has gone on. */
function nextOf(pair: Pair, { kept }: TwinTable, side: Side, row: number): number {
  const next = kept.int(row, Int.next);
  const ended = kept.hour(row, Hour.ended);
  if (next !== NONE || !(ended < kept.hour(row, Hour.released))) return next;
  const step = pair.tablesAt(side, ended).steps[kept.int(row, Int.step)]!;
  return step.verb === 'seize' ? step.then : NONE;
}
