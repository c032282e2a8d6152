/** The end of a run: everybody still inside is written down as such, never dropped. */
import { Status } from './episodes.js';
import { Finish } from './log.js';
import { handOverLevels, handOverOutcomes, handOverVisits, recordHour, recordOutcome, recordVisit } from './record.js';
import { type EpisodeId, NO_ROW, type VisitId } from './rows.js';
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
  const { episodes, visits, services, calendar, world } = state;
  calendar.now = world.horizon;
  const unitsHeld = new Float64Array(services.count);
  const inLine = new Int32Array(services.count);
  let inside = 0;
  for (let row = 0; row < episodes.rows.used; row++) {
    if (episodes.status[row] === Status.free) continue;
    const episode = row as EpisodeId;
    inside++;
    succeed(state, episode);
    for (let visit = episodes.firstVisit[episode]; visit !== NO_ROW; visit = visits.nextOfEpisode[visit]) {
      const waiting = visits.stage[visit] === Stage.waiting;
      recordVisit(state, visit as VisitId, waiting ? Finish.censoredWaiting : Finish.censoredHeld, NONE);
      if (waiting) inLine[visits.service[visit]]++;
      else unitsHeld[visits.service[visit]] += visits.units[visit];
    }
    recordOutcome(state, episode, NONE);
  }
  for (let service = 0; service < services.count; service++) services.accrue(service, calendar.now);
  if (state.hour < world.horizon) recordHour(state);
  handOverVisits(state);
  handOverOutcomes(state);
  handOverLevels(state);
  return { episodes: inside, unitsHeld, inLine };
}
