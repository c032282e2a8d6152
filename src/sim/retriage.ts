/** A second look at those who wait: another class, perhaps another severity, and the place in line that goes with it. */
import { resumeClocks } from './clocks.js';
import { Mark } from './episodes.js';
import { Kind } from './events.js';
import { lengthAt } from './lengths.js';
import { NEVER } from './log.js';
import type { Operation, RetriagePlan } from './operations.js';
import { type EpisodeId, NO_ROW, type VisitId } from './rows.js';
import type { State } from './state.js';
import { lookAt } from './visiting.js';
import { Stage } from './visits.js';
import { NONE } from './world.js';

/** On coming to a step that looks again: draws when. */
export function planRetriage(state: State, episode: EpisodeId, { length }: RetriagePlan): void {
  const { episodes, calendar } = state;
  episodes.unmark(episode, Mark.retriaged);
  episodes.retriageAt[episode] = calendar.now + lengthAt(state, episode, length, episodes.count(episode, length.slot));
}

/** On beginning to wait there: enters the second look in the calendar, unless it has been. */
export function awaitRetriage(state: State, episode: EpisodeId): void {
  const { episodes, calendar } = state;
  const { keyHigh, keyLow, epoch } = episodes;
  const due = Math.max(episodes.retriageAt[episode], calendar.now);
  if (due === NEVER) return;
  calendar.schedule(due, Kind.retriage, episode, epoch[episode], keyHigh[episode], keyLow[episode]);
}

/** The class with which an episode joins the lines of a step. */
export function classAt(state: State, episode: EpisodeId, operation: Operation): number {
  const { episodes } = state;
  const severity = episodes.severity[episode];
  const { retriage } = operation;
  if (retriage !== null && episodes.bears(episode, Mark.retriaged)) return retriage.lineClass[severity];
  return operation.lineClass[severity];
}

/** The second look: somebody still waiting changes class, and stands where their hour of joining puts them. */
export function lookAgain(state: State, episode: EpisodeId): void {
  const { episodes, visits, lines } = state;
  const operation = state.steps[episodes.step[episode]];
  episodes.retriageAt[episode] = NEVER;
  const { retriage } = operation;
  if (retriage === null) return; // no longer, from this date on
  episodes.mark(episode, Mark.retriaged);
  if (retriage.severity !== NONE) {
    episodes.severity[episode] = retriage.severity;
    if (episodes.firstClock[episode] !== NO_ROW) resumeClocks(state, episode);
  }
  const lineClass = classAt(state, episode, operation);
  for (let visit = episodes.firstVisit[episode]; visit !== NO_ROW; visit = visits.nextOfEpisode[visit]) {
    if (visits.stage[visit] === Stage.kept) continue;
    const isInLine = visits.stage[visit] === Stage.waiting;
    if (isInLine) lines.leave(visit as VisitId);
    visits.lineClass[visit] = lineClass;
    if (!isInLine) continue;
    lines.join(visit as VisitId);
    lookAt(state, visits.service[visit]);
  }
}
