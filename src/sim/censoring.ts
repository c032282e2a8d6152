/** The end of a run: everybody still inside is written down as such, never dropped. */
import { Status } from './episodes.js';
import { handOverExposed } from './exposure.js';
import { Finish } from './log.js';
import { handOver, recordHour, recordOutcome, recordVisit } from './record.js';
import type { State } from './state.js';
import { succeed } from './visiting.js';
import { Stage } from './visits.js';
import { NONE } from './world.js';

/** Who and what is inside at the horizon, counted one by one; by service where it is a column. */
export interface Inside {
  readonly episodes: number;
  readonly unitsHeld: Float64Array;
  readonly inLine: Int32Array;
}

/** Logs every open visit and episode as censored at the horizon, and hands the logs over. */
export function censor(state: State): Inside {
  const { episodes, services, calendar, world } = state;
  calendar.moveTo(world.horizon);
  const unitsHeld = new Float64Array(services.count);
  const inLine = new Int32Array(services.count);
  let inside = 0;
  for (const episode of episodes.all) {
    if (episode.status === Status.free) continue;
    inside++;
    succeed(state, episode);
    for (let visit = episode.firstVisit; visit !== null; visit = visit.nextOfEpisode) {
      const waiting = visit.stage === Stage.waiting;
      recordVisit(state, visit, waiting ? Finish.censoredWaiting : Finish.censoredHeld, NONE);
      if (waiting) inLine[visit.service]++;
      else unitsHeld[visit.service] += visit.units;
    }
    recordOutcome(state, episode, NONE);
  }
  for (let service = 0; service < services.count; service++) services.accounts[service].accrue(calendar.second);
  if (state.hour < world.horizon) recordHour(state);
  handOver(state);
  handOverExposed(state);
  return { episodes: inside, unitsHeld, inLine };
}
