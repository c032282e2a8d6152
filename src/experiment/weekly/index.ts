import type { Measure } from '../measure.js';
import { weeklyContacts } from './weekly-contacts.js';
import { weeklyInUse } from './weekly-in-use.js';
import { weeklyOpenEpisodes } from './weekly-open-episodes.js';
import { weeklyWait } from './weekly-wait.js';
import { weeklyWaiting } from './weekly-waiting.js';

/** What is followed week by week over the whole run, by id. */
export const weeklySeries: readonly Measure[] = [
  weeklyContacts,
  weeklyInUse,
  weeklyOpenEpisodes,
  weeklyWait,
  weeklyWaiting,
];
