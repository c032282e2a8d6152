/** Episodes begin and end here: rows, keys, the lists of their persons, and the clocks that follow. */
import { checkOpen } from './breeding.js';
import { startAfterClocks, startLifeClocks, startWaitingClocks, stopWaitingClocks } from './clocks.js';
import { Mark } from './episodes.js';
import { Finish } from './log.js';
import type { Race } from './operations.js';
import { stripsOf } from './points.js';
import { runRace } from './race.js';
import { recordOutcome } from './record.js';
import { type EpisodeId, NO_ROW, type PersonRow } from './rows.js';
import type { State } from './state.js';
import { abandonStep, giveBack, succeed } from './visiting.js';
import { NONE } from './world.js';

/** A new episode with its key, whose it is and what for. The caller says how severe, by which channel, and at what step. */
export function openEpisode(state: State, high: number, low: number, person: number, need: number): EpisodeId {
  const { episodes, people, calendar } = state;
  const episode = episodes.take();
  state.opened++;
  checkOpen(state);
  episodes.keyHigh[episode] = high;
  episodes.keyLow[episode] = low;
  episodes.person[episode] = person;
  episodes.need[episode] = need;
  episodes.opened[episode] = calendar.now;
  if (person !== NO_ROW) {
    const first = people.firstEpisode[person];
    episodes.nextOfPerson[episode] = first;
    episodes.previousOfPerson[episode] = NO_ROW;
    if (first !== NO_ROW) episodes.previousOfPerson[first] = episode;
    people.firstEpisode[person] = episode;
    if (need !== NONE) people.open[person * people.needs + need]++;
  }
  return episode;
}

/** Marks an episode as a parallel contact, which does not absorb onsets. */
export function makeParallel(state: State, episode: EpisodeId): void {
  const { episodes, people } = state;
  episodes.mark(episode, Mark.parallel);
  const person = episodes.person[episode];
  if (person !== NO_ROW && episodes.need[episode] !== NONE)
    people.open[person * people.needs + episodes.need[episode]]--;
}

/** Draws the severity of an episode from the shares of its need, stream or stock. */
export function drawSeverity(state: State, episode: EpisodeId, race: Race): void {
  const { episodes, salts } = state;
  episodes.severity[episode] =
    race.to[runRace(race, 0, 1, salts, episodes.keyHigh[episode], episodes.keyLow[episode], 0)];
}

/** Draws the severity of an episode of a need, and starts its waiting clocks. */
export function beginNeed(state: State, episode: EpisodeId): void {
  drawSeverity(state, episode, state.plan.needs[state.episodes.need[episode]].severity);
  startWaitingClocks(state, episode);
}

/**
 * The row of a person of the area, made when they first need one.
 * @returns NO_ROW when the person has died.
 */
export function personRow(state: State, index: number): PersonRow {
  const { people, traits } = state;
  const known = people.rowOf[index];
  if (known !== NO_ROW) return (people.dead[known] === 1 ? NO_ROW : known) as PersonRow;
  traits.recall(index);
  const row = people.add(index, traits);
  for (let need = 0; need < people.needs; need++) {
    people.strips[row * people.needs + need] = stripsOf(state, need, traits.cohort, traits.states, 0);
  }
  if (!startLifeClocks(state, row)) {
    people.dead[row] = 1;
    return NO_ROW as PersonRow;
  }
  return row;
}

/** Ends an episode that a clock overtakes, wherever it is: what it waits for or is served with is cut short. */
export function cutShort(state: State, episode: EpisodeId, outcome: number): void {
  giveBack(state, episode, NO_ROW);
  abandonStep(state, episode, Finish.overtaken, NONE);
  state.episodes.step[episode] = NONE;
  closeEpisode(state, episode, outcome);
}

/** Ends an episode with an outcome: everything held is given back, and what follows the outcome starts. */
export function closeEpisode(state: State, episode: EpisodeId, outcome: number): void {
  const { episodes, people } = state;
  succeed(state, episode);
  giveBack(state, episode, NO_ROW);
  recordOutcome(state, episode, outcome);
  state.closed++;
  stopWaitingClocks(state, episode);
  const person = episodes.person[episode];
  if (person !== NO_ROW) {
    const before = episodes.previousOfPerson[episode];
    const after = episodes.nextOfPerson[episode];
    if (before !== NO_ROW) episodes.nextOfPerson[before] = after;
    else people.firstEpisode[person] = after;
    if (after !== NO_ROW) episodes.previousOfPerson[after] = before;
    const need = episodes.need[episode];
    if (need !== NONE && !episodes.bears(episode, Mark.parallel)) people.open[person * people.needs + need]--;
  }
  startAfterClocks(state, episode, outcome);
  episodes.give(episode);
}
