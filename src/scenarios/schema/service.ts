import { z } from 'zod';
import { unitCost } from './cost.js';
import { leaf } from './leaf.js';
import { count, duration, fraction } from './values.js';
import { capacity } from './week.js';
import { choice, flag, nameOf, oneOrMany, text } from './words.js';

/** What its units are called. */
const unit = z
  .union([
    leaf(text, 'What units are, in the plural: practitioners, beds.'),
    z.strictObject({
      one: leaf(text, 'What one unit is, for sentences about one: practitioner, bed.'),
      many: leaf(text, 'The same in the plural: practitioners, beds.'),
    }),
  ])
  .describe('What its units are: the plural, or a map with `one` and `many`.');

/** Staffed capacity with a waiting line. */
export const service = z
  .strictObject({
    label: leaf(text, 'Name of the service, as printed.').optional(),
    agency: leaf(nameOf('an agency'), 'The agency that runs and pays for it.').optional(),
    unit: unit.optional(),
    staff: leaf(
      flag,
      'Are its units staff? false for beds, rooms and cubicles, which are left out of staff hours. Default: true.',
    ).optional(),
    record: leaf(
      flag,
      'true: a record of who is where, and no service: nobody is served, so that it and what only it holds are left out of hours, outcomes, comparisons and reports. Default: false.',
    ).optional(),
    custody: leaf(
      flag,
      'true: people are held here by the police, so that the hours of people with a need are told among harms. Default: false.',
    ).optional(),
    capacity: leaf(capacity, 'Units on duty: a count, `unlimited`, or counts by hour of week.'),
    shared: leaf(flag, 'true: one service for all areas. Default: false, one in each area.').optional(),
    'shared-by': leaf(oneOrMany(nameOf('an area')), 'One service for these areas; the others have none.').optional(),
    'only-in': leaf(oneOrMany(nameOf('an area')), 'One in each of these areas; the others have none.').optional(),
    room: leaf(count, 'How many may wait. Default: any number.').optional(),
    'shift-end': leaf(
      choice('finish', 'hand-over', 'stop'),
      'What happens to work in hand when capacity falls: it is finished, handed to the next shift, or stopped and resumed. Default: finish.',
    ).optional(),
    'pre-emption': leaf(
      choice('none', 'resume', 'restart', 'reroute'),
      'What becomes of somebody being served when somebody of a better class comes and units lack: served on later, served again from the beginning, or sent to `if-pre-empted`. Default: none, the comer waits.',
    ).optional(),
    standard: z
      .strictObject({
        within: leaf(duration, 'Nobody should wait longer than this.'),
        share: leaf(fraction, 'Share of people who should be seen within it.'),
        source: leaf(text, 'Where the standard is laid down.').optional(),
      })
      .describe('The waiting-time standard that it is judged against.')
      .optional(),
    'unit-cost': unitCost.optional(),
  })
  .describe('Staffed capacity with a waiting line.');
