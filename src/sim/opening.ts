/** Episodes begin and end here: rows, keys, the lists of their persons, and the clocks that follow. */
import { checkOpen } from './breeding.js';
import { startAfterClocks, startLifeClocks, startWaitingClocks, stopWaitingClocks } from './clocks.js';
import { type Episode, Mark } from './episodes.js';
import { Finish, NOBODY } from './log.js';
import { stripsOf } from './points.js';
import { type Race, type Runner, runRace } from './race.js';
import { recordOutcome } from './record.js';
import { NO_ROW, type PersonRow } from './rows.js';
import type { State } from './state.js';
import { abandonStep, giveBack, succeed } from './visiting.js';
import { NONE } from './world.js';

/** A new episode with its key, whose it is and what for. The caller says how severe, by which channel, and at what step. */
export function openEpisode(state: State, high: number, low: number, person: number, need: number): Episode {
  const { episodes, people, calendar } = state;
  const episode = episodes.take();
  state.opened++;
  checkOpen(state);
  episode.keyHigh = high;
  episode.keyLow = low;
  episode.person = person;
  episode.need = need;
  episode.opened = calendar.now;
  if (person === NO_ROW) {
    episode.number = NOBODY;
    episode.cohort = 0;
  } else {
    episode.number = people.index[person];
    episode.cohort = people.cohort[person];
    const first = people.firstEpisode[person];
    episode.nextOfPerson = first;
    episode.previousOfPerson = NO_ROW;
    if (first !== NO_ROW) episodes.all[first].previousOfPerson = episode.row;
    people.firstEpisode[person] = episode.row;
    if (need !== NONE) people.open[people.cell(person, need)]++;
  }
  return episode;
}

/** Marks an episode as a parallel contact, which does not absorb onsets. */
export function makeParallel(state: State, episode: Episode): void {
  const { people } = state;
  episode.mark(Mark.parallel);
  const person = episode.person;
  if (person !== NO_ROW && episode.need !== NONE) people.open[people.cell(person, episode.need)]--;
}

/** Draws the severity of an episode from the shares of its need, stream or stock. */
export function drawSeverity(episode: Episode, race: Race): void {
  episode.severity =
    race.only !== NONE ? race.only : (runRace(race, 0, episode.keyHigh, episode.keyLow, 0) as Runner).to;
}

/** Draws the severity of an episode of a need, and starts its waiting clocks. */
export function beginNeed(state: State, episode: Episode): void {
  drawSeverity(episode, state.plan.needs[episode.need].severity);
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
  for (let own = 0; own < people.needs; own++) {
    const need = traits.area * people.needs + own;
    people.strips[row * people.needs + own] = stripsOf(state, need, traits.cohort, traits.states, 0);
  }
  if (!startLifeClocks(state, row, traits.area)) {
    people.dead[row] = 1;
    return NO_ROW as PersonRow;
  }
  return row;
}

/** Ends an episode that a clock overtakes, wherever it is: what it waits for or is served with is cut short. */
export function cutShort(state: State, episode: Episode, outcome: number): void {
  giveBack(state, episode, NO_ROW);
  abandonStep(state, episode, Finish.overtaken, NONE);
  episode.step = NONE;
  closeEpisode(state, episode, outcome);
}

/** Ends an episode with an outcome: everything held is given back, and what follows the outcome starts. */
export function closeEpisode(state: State, episode: Episode, outcome: number): void {
  const { episodes } = state;
  succeed(state, episode);
  if (episode.firstVisit !== null) giveBack(state, episode, NO_ROW);
  recordOutcome(state, episode, outcome);
  state.closed++;
  if (episode.firstClock !== NO_ROW) stopWaitingClocks(state, episode);
  if (episode.person !== NO_ROW) leavePerson(state, episode, outcome);
  episodes.give(episode);
}

/** Takes an episode that is over out of its person's list, and starts what follows the outcome for them. */
function leavePerson(state: State, episode: Episode, outcome: number): void {
  const { episodes, people } = state;
  const { person, need } = episode;
  const before = episode.previousOfPerson;
  const after = episode.nextOfPerson;
  if (before !== NO_ROW) episodes.all[before].nextOfPerson = after;
  else people.firstEpisode[person] = after;
  if (after !== NO_ROW) episodes.all[after].previousOfPerson = before;
  if (need !== NONE && !episode.bears(Mark.parallel)) people.open[people.cell(person, need)]--;
  startAfterClocks(state, episode, outcome);
}
