/** What happens when a clock runs out. */
import { expiryOf, renewBudget, resumeClocks, setGoing, settle, stopClock } from './clocks.js';
import { causeOfDeath } from './death.js';
import { derive, deriveNumber, key } from './draws.js';
import { type Episode, Mark, Status } from './episodes.js';
import { Finish } from './log.js';
import { beginNeed, cutShort, openEpisode } from './opening.js';
import { proceed } from './pathway.js';
import { recordAbsorbed } from './record.js';
import { type ClockId, NO_ROW, type PersonRow } from './rows.js';
import type { State } from './state.js';
import { changeState } from './states.js';
import { abandonStep } from './visiting.js';
import { type Clock, NONE } from './world.js';

/** A clock's event: it has run out, or its time is over. */
export function onClock(state: State, row: ClockId): void {
  const { clocks } = state;
  if (expiryOf(state, row) > clocks.endsAt[row]) {
    stopClock(state, row);
    return;
  }
  settle(state, row);
  const { expires } = state.tables.clocks[clocks.clock[row]];
  const episode = state.episodes.all[clocks.episode[row]];
  const person = clocks.person[row] as PersonRow;
  switch (expires.does) {
    case 'leave':
      stopClock(state, row);
      cutShort(state, episode, expires.outcome);
      break;
    case 'go':
      stopClock(state, row);
      overtake(state, episode, expires.step, expires.severity);
      break;
    case 'open':
      reopen(state, row, person, expires);
      break;
    case 'mark':
      stopClock(state, row);
      if (person !== NO_ROW) changeState(state, person, expires.variable, expires.value);
      break;
    case 'die':
      stopClock(state, row);
      die(state, person, causeOfDeath(state, person));
      break;
  }
}

type Reopening = Extract<Clock['expires'], { does: 'open' }>;

/** Takes an episode out of where it waits or is delayed, and sends it on from another step; what it keeps, it keeps. */
function overtake(state: State, episode: Episode, step: number, severity: number): void {
  abandonStep(state, episode, Finish.overtaken, step);
  episode.status = Status.moving;
  if (severity !== NONE) {
    episode.severity = severity;
    if (episode.firstClock !== NO_ROW) resumeClocks(state, episode);
  }
  proceed(state, episode, step);
}

/** A re-presentation: accepted unless the need has an open episode, which absorbs it and lets the clock run on. */
function reopen(state: State, row: ClockId, person: PersonRow, expires: Reopening): void {
  const { need, entry, channel } = expires;
  const { clocks, people } = state;
  const own = state.clockKeys[clocks.clock[row]];
  const parentHigh = clocks.keyHigh[row];
  const parentLow = clocks.keyLow[row];
  const isOpen = people.open[people.cell(person, need)] > 0;
  derive(parentHigh, parentLow, own.high, own.low);
  deriveNumber(key.high, key.low, clocks.expiries[row]);
  deriveNumber(key.high, key.low, isOpen ? 0 : 1);
  const { high, low } = key;
  if (isOpen) {
    recordAbsorbed(state, person, { high, low, parentHigh, parentLow, need });
    clocks.expiries[row]++;
    renewBudget(state, row);
    setGoing(state, row);
    return;
  }
  stopClock(state, row);
  const episode = openEpisode(state, high, low, person, need);
  episode.mark(Mark.child);
  episode.background = 0;
  episode.parentHigh = parentHigh;
  episode.parentLow = parentLow;
  episode.channel = channel;
  beginNeed(state, episode);
  proceed(state, episode, entry);
}

/** Everything open for a person ends; nothing more arises. */
function die(state: State, person: PersonRow, outcome: number): void {
  const { people, episodes } = state;
  people.dead[person] = 1;
  while (people.firstEpisode[person] !== NO_ROW) {
    // New ones go to the front of the list: the last is the oldest.
    let oldest = people.firstEpisode[person];
    while (episodes.all[oldest].nextOfPerson !== NO_ROW) oldest = episodes.all[oldest].nextOfPerson;
    cutShort(state, episodes.all[oldest], outcome);
  }
  while (people.firstClock[person] !== NO_ROW) stopClock(state, people.firstClock[person] as ClockId);
}
