import { z } from 'zod';
import { leaf } from './leaf.js';
import { byId } from './records.js';
import { whole } from './values.js';
import { hoursTest } from './week.js';
import { nameOf, oneOrMany } from './words.js';

const service = oneOrMany(nameOf('a service'));
const queue = z.strictObject({
  service: leaf(nameOf('a service'), 'Whose waiting line.'),
  'at-least': leaf(whole(1), 'How many must be waiting.'),
});

const parts = {
  severity: leaf(oneOrMany(nameOf('a severity')), 'The episode has one of these severities.').optional(),
  channel: leaf(oneOrMany(nameOf('an entry channel')), 'The episode came by one of these channels.').optional(),
  cohort: leaf(oneOrMany(nameOf('a cohort')), 'The person belongs to one of these cohorts.').optional(),
  state: byId(
    leaf(oneOrMany(nameOf('a value of the state')), 'Value or values.'),
    'The person is in one of these states.',
  ).optional(),
  hours: leaf(hoursTest, 'The hour of the week is one of these.').optional(),
  full: leaf(service, 'These services have no idle unit.').optional(),
  closed: leaf(service, 'These services have nobody on duty.').optional(),
  engaged: leaf(service, 'By chance: a unit picked at random is in use, for each of these services.').optional(),
  queue: z
    .union([queue, z.array(queue)])
    .describe('At least so many wait in a line.')
    .optional(),
};

/** What the person meets, or is: all parts must hold. */
export const condition = z.strictObject({
  ...parts,
  not: z.strictObject(parts).describe('And this does not hold.').optional(),
});
/** A condition as read, still by name. */
export type ConditionDraft = z.output<typeof condition>;
