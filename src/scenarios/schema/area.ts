import { z } from 'zod';
import { idWord } from './ids.js';
import { leaf, type Reader } from './leaf.js';
import { factor, fraction, whole } from './values.js';
import { text } from './words.js';

/** The population served by one set of services. */
export const area = z.strictObject({
  id: leaf(idWord, 'Id of the area: it addresses the draws of its people.'),
  label: leaf(text, 'Name of the area, as printed.').optional(),
  population: leaf(whole(1, 2_000_000_000), 'Residents.'),
});

/** A value as written: it is read as the value that it replaces. */
const asWritten: Reader<unknown> = { what: 'a value', neutral: null, json: {}, read: (value) => value };

/** One of several areas, with what differs there: its people as a number, or as a share of those of `area`. */
export const oneOfAreas = area.partial({ population: true }).extend({
  share: leaf(
    fraction,
    'In place of `population`: its part of the people of `area`, and of every number of units, places, people and events of the whole. The shares add to 1.',
  ).optional(),
  set: z
    .record(z.string(), leaf(asWritten, 'The value in this area.'))
    .describe('What differs in this area: addresses such as `services.crisis-team.capacity`, and their values here.')
    .optional(),
  scale: z
    .record(z.string(), leaf(factor, 'Multiplier in this area.'))
    .describe('What is more or less in this area: addresses such as `needs.crisis.onset.rate`, and multipliers.')
    .optional(),
});
