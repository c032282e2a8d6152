/** A second look at those who wait: another class, perhaps another severity, and the place in line that goes with it. */
import { resumeClocks } from './clocks.js';
import { type Episode, Mark } from './episodes.js';
import { Kind } from './events.js';
import { NEVER } from './log.js';
import type { Operation, RetriagePlan } from './operations.js';
import { NO_ROW } from './rows.js';
import type { State } from './state.js';
import { listToServe } from './visiting.js';
import { Stage } from './visits.js';
import { NONE } from './world.js';

/** On coming to a step that looks again: draws when. */
export function planRetriage(state: State, episode: Episode, { length }: RetriagePlan): void {
  const { episodes, calendar } = state;
  episode.unmark(Mark.retriaged);
  length.draw(episode, episodes.count(episode, length.slot));
  episode.retriageAt = calendar.now + length.hours;
}

/** On beginning to wait there: enters the second look in the calendar, unless it has been. */
export function awaitRetriage(state: State, episode: Episode): void {
  const { calendar } = state;
  if (episode.retriageAt === NEVER) return;
  const due = Math.max(episode.retriageAt, calendar.now);
  calendar.schedule(due, Kind.retriage, episode.row, episode.epoch, episode.keyHigh, episode.keyLow);
}

/** The class with which an episode joins the lines of a step. */
export function classAt(episode: Episode, operation: Operation): number {
  const { retriage } = operation;
  const severity = episode.severity;
  if (retriage !== null && episode.bears(Mark.retriaged)) return retriage.lineClass[severity];
  return operation.lineClass[severity];
}

/** The second look: somebody still waiting changes class, and stands where their hour of joining puts them. */
export function lookAgain(state: State, episode: Episode): void {
  const { lines } = state;
  const operation = state.steps[episode.step];
  episode.retriageAt = NEVER;
  const { retriage } = operation;
  if (retriage === null) return; // no longer, from this date on
  episode.mark(Mark.retriaged);
  if (retriage.severity !== NONE) {
    episode.severity = retriage.severity;
    if (episode.firstClock !== NO_ROW) resumeClocks(state, episode);
  }
  const lineClass = classAt(episode, operation);
  for (let visit = episode.firstVisit; visit !== null; visit = visit.nextOfEpisode) {
    if (visit.stage === Stage.kept) continue;
    const isInLine = visit.stage === Stage.waiting;
    if (isInLine) lines.leave(visit);
    visit.lineClass = lineClass;
    if (!isInLine) continue;
    lines.join(visit);
    listToServe(state, visit.account);
  }
}
