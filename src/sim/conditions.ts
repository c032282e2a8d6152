/** Tests of what a person meets: their own traits and states, the hour, and the state of the services. */
import { uniform } from './draws.js';
import type { Episode } from './episodes.js';
import { NO_ROW, type PersonRow } from './rows.js';
import { hourOfWeek } from './services.js';
import type { State } from './state.js';
import type { Condition } from './world.js';

/** True when every part of a condition holds for an episode now. */
export function meets(state: State, episode: Episode, condition: Condition): boolean {
  const { people, calendar } = state;
  const { accounts } = state.services;
  const { severity, channel, cohort, hours, full, closed, queue, engaged, not } = condition;
  if (severity !== undefined && !severity.includes(episode.severity)) return false;
  if (channel !== undefined && !channel.includes(episode.channel)) return false;
  const person = episode.person as PersonRow;
  if (cohort !== undefined && !cohort.includes(person === NO_ROW ? 0 : people.cohort[person])) return false;
  if (condition.state?.some(({ variable, values }) => !values.includes(people.state(person, variable)))) return false;
  if (hours !== undefined && hours[hourOfWeek(calendar.now)] !== 1) return false;
  if (full?.some((service) => accounts[service].inUse < accounts[service].capacity)) return false;
  if (closed?.some((service) => accounts[service].capacity > 0)) return false;
  if (queue?.some(({ service, atLeast }) => accounts[service].waiting < atLeast)) return false;
  if (engaged?.some((service) => !isEngaged(state, episode, service))) return false;
  return not === undefined || !meets(state, episode, not);
}

/** Whether a unit picked at random is in use. An episode picks once for each service, and meets the same unit again. */
function isEngaged(state: State, episode: Episode, service: number): boolean {
  const { services, salts, engaged } = state;
  const name = engaged[service];
  const u = uniform(episode.keyHigh, episode.keyLow, salts.high[name], salts.low[name], 0);
  const { capacity, inUse } = services.accounts[service];
  return u * capacity < inUse;
}
