import { z } from 'zod';
import { unitless } from './distribution.js';
import { leaf, orReference, type Reader, readPart } from './leaf.js';
import { isParts } from './parts.js';
import { byId } from './records.js';
import { type Share, share } from './values.js';
import { nameOf } from './words.js';

/** Shares by name, which add to 1. */
export type Shares = Readonly<Record<string, Share>>;

/** A map from names to shares that add to 1; one of them may be `rest`. */
export const shares: Reader<Shares> = {
  what: 'a map of shares that add to 1, such as `{lower: 0.7, higher: rest}`',
  neutral: {},
  json: {
    type: 'object',
    additionalProperties: { ...orReference(share.json), description: 'Its share; one of them may be `rest`.' },
  },
  read(value, report) {
    if (!isParts(value)) {
      report({
        message: 'This has to be a map of shares.',
        expected: shares.what,
        next: 'Write `name: share` for each.',
      });
      return {};
    }
    return Object.fromEntries(Object.keys(value).map((name) => [name, readPart(share, value[name], report, name)]));
  },
};

/** Traits and states of the people of the area. */
export const people = z.strictObject({
  frailty: leaf(
    unitless,
    'Positive multiplier of a person’s hazards, with mean 1. Default: 1 for everybody.',
  ).optional(),
  cohorts: leaf(
    shares,
    'Groups of people that differ in their hazards, with their shares of the population.',
  ).optional(),
  states: byId(
    z
      .strictObject({
        values: z
          .array(leaf(nameOf('a value of this state'), 'A value; the first is the default.'))
          .min(1)
          .describe('Values, the default first.'),
        initial: leaf(shares, 'Shares of people at hour 0 by value. Default: all have the first.').optional(),
        'by-cohort': byId(
          leaf(shares, 'Shares at hour 0 for this cohort.'),
          'Shares at hour 0 for cohorts that differ from `initial`.',
        ).optional(),
      })
      .describe('A state of people: its values, and who has which at the start.'),
    'What is remembered of a person, such as being in treatment.',
  ).optional(),
});
