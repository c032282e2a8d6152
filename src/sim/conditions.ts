/** Tests of what a person meets: their own traits and states, the hour, and the state of the services. */
import type { EpisodeId } from './rows.js';
import { NO_ROW, type PersonRow } from './rows.js';
import { hourOfWeek } from './services.js';
import type { State } from './state.js';
import type { Condition } from './world.js';

/** True when every part of a condition holds for an episode now. */
export function meets(state: State, episode: EpisodeId, condition: Condition): boolean {
  const { episodes, people, services, calendar } = state;
  const { severity, channel, cohort, hours, full, closed, queue, not } = condition;
  if (severity !== undefined && !severity.includes(episodes.severity[episode])) return false;
  if (channel !== undefined && !channel.includes(episodes.channel[episode])) return false;
  const person = episodes.person[episode] as PersonRow;
  if (cohort !== undefined && !cohort.includes(person === NO_ROW ? 0 : people.cohort[person])) return false;
  if (condition.state?.some(({ variable, values }) => !values.includes(people.state(person, variable)))) return false;
  if (hours !== undefined && hours[hourOfWeek(calendar.now)] !== 1) return false;
  if (full?.some((service) => services.inUse[service] < services.capacity[service])) return false;
  if (closed?.some((service) => services.capacity[service] > 0)) return false;
  if (queue?.some(({ service, atLeast }) => services.waiting[service] < atLeast)) return false;
  return not === undefined || !meets(state, episode, not);
}
