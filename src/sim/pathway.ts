/** Moves an episode on through its steps until it waits, is served or delayed, or is over. */

import { FIRST_REROUTE, REROUTE_PLACES, SEVERITY_SHIFT } from './decisions.js';
import { uniform } from './draws.js';
import type { Episode } from './episodes.js';
import { InvariantError } from './invariant.js';
import { type Operation, type ReroutePlan, Verb } from './operations.js';
import { runRace } from './race.js';
import { recordDecision } from './record.js';
import { NO_ROW } from './rows.js';
import type { State } from './state.js';
import { branch } from './verbs/branch.js';
import { perform } from './verbs/index.js';
import { PAUSED } from './visiting.js';
import { NONE } from './world.js';

/** Steps without time passing after which an episode is taken to be going in circles. */
const TOO_MANY = 100_000;

/**
 * Performs steps, beginning with `first`, until the episode pauses. A contact that it starts goes its whole way first, and so
 * do those that this one starts: whoever waits for them is set aside, so that a long chain needs no deep stack of calls.
 */
export function proceed(state: State, episode: Episode, first: number): void {
  const { setAside } = state;
  const others = setAside.count;
  let going = episode;
  let step = first;
  let taken = 0;
  for (;;) {
    while (step !== PAUSED) {
      if (step === NONE || taken > TOO_MANY) throw lost(state, going, step);
      going.step = step;
      const operation = state.steps[step];
      step = operation.reroutes === null ? perform(state, going, operation) : rerouted(state, going, operation);
      taken++;
      if (state.startedEpisode === null) continue;
      setAside.push(going, step, taken);
      going = state.startedEpisode;
      state.startedEpisode = null;
      step = operation.entry;
      taken = 0;
    }
    if (setAside.count === others) return;
    setAside.pop();
    going = setAside.episode;
    step = setAside.step;
    taken = setAside.taken;
  }
}

/** A step with reroutes: at a branch they follow its race, elsewhere they come before the step. */
function rerouted(state: State, episode: Episode, operation: Operation): number {
  const step = episode.step;
  const atBranch = operation.verb === Verb.branch;
  const next = atBranch ? branch(state, episode, operation) : NONE;
  const option = atBranch ? state.chosenOption : NONE;
  const reroutes = operation.reroutes as readonly ReroutePlan[];
  for (let at = 0; at < reroutes.length; at++) {
    const reroute = reroutes[at];
    if (reroute.from.length > 0 && !reroute.from.includes(option)) continue;
    const to = tryReroute(state, episode, step, reroute, at);
    if (to !== NONE) return to;
  }
  return atBranch ? next : perform(state, episode, operation);
}

/** Draws whether a reroute takes the episode, and where to; NONE when it does not. */
function tryReroute(state: State, episode: Episode, step: number, reroute: ReroutePlan, at: number): number {
  const { episodes, salts } = state;
  const k = episodes.count(episode, reroute.slot);
  const severity = episode.severity;
  const high = episode.keyHigh;
  const low = episode.keyLow;
  const u = uniform(high, low, salts.high[reroute.address], salts.low[reroute.address], k);
  if (u >= reroute.share[severity]) return NONE;
  if (reroute.policy !== NONE && !follows(state, episode, reroute)) return NONE;
  const winner = runRace(reroute.race, severity, high, low, k);
  if (winner === null)
    throw new InvariantError(`nowhere to reroute to from ${state.tables.steps[step].name} for severity ${severity}`);
  const { to, place } = winner;
  recordDecision(state, episode, step, FIRST_REROUTE + REROUTE_PLACES * at + place, severity << SEVERITY_SHIFT, to);
  return to;
}

/** Whether a person is one of those who follow a policy: for good, so that every episode of theirs falls out alike. */
function follows(state: State, episode: Episode, reroute: ReroutePlan): boolean {
  const { people, salts } = state;
  const { person } = episode;
  const high = person === NO_ROW ? episode.keyHigh : people.keyHigh[person];
  const low = person === NO_ROW ? episode.keyLow : people.keyLow[person];
  return uniform(high, low, salts.high[reroute.policy], salts.low[reroute.policy], 0) < reroute.followers;
}

function lost(state: State, episode: Episode, step: number): InvariantError {
  const { people, calendar, tables } = state;
  const person = episode.person;
  const who = person === NO_ROW ? 'a transient person' : `person ${people.index[person]}`;
  const before = tables.steps[episode.step]?.name ?? 'the start';
  const at = step === NONE ? 'has nowhere to go' : `goes in circles at ${tables.steps[step].name}`;
  return new InvariantError(`at hour ${calendar.now.toFixed(4)}, ${who}, after ${before}, ${at}`);
}
