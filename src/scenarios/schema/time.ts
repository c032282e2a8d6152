import { z } from 'zod';
import { leaf } from './leaf.js';
import { duration, whole } from './values.js';
import { choice, date } from './words.js';

/** When a scenario runs: its calendar, warm-up, measured period and replications. */
export const time = z.strictObject({
  start: leaf(date, 'First day of the run, with which the warm-up begins: a Monday.'),
  'as-of': leaf(
    date,
    'Steady design: the day whose values and policies are in force throughout. Default: the start.',
  ).optional(),
  design: leaf(
    choice('steady', 'go-live'),
    'steady: policies are on throughout. go-live: dates, ramps and reversals are honoured. Default: steady.',
  ).optional(),
  'warm-up': leaf(
    duration,
    'Discarded at the start, so that what is measured does not depend on it. Default: 0 h.',
  ).optional(),
  measure: leaf(duration, 'Length of the measured period.'),
  'follow-up': leaf(
    duration,
    'Run on after the measured period, so that visits can be followed to their end. Default: 0 h.',
  ).optional(),
  replications: leaf(whole(1), 'How many times the scenario is run with other draws. Default: 20.').optional(),
});
