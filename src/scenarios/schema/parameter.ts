import { z } from 'zod';
import { authorship } from './authorship.js';
import { leaf, type Reader } from './leaf.js';
import { choice, date, text } from './words.js';

/** Any value at all: what it is good for shows where the parameter is named. */
const anything: Reader<unknown> = {
  what: 'a value with its unit, such as `45 min`',
  neutral: null,
  json: {},
  read: (value) => value,
};

/** A sourced value: `value` or `dated`, and `source` or `assumption`. */
export const parameter = z
  .strictObject({
    label: leaf(text, 'What it is, as printed.').optional(),
    value: leaf(anything, 'The value, with its unit.').optional(),
    dated: z
      .array(
        z.strictObject({
          from: leaf(date, 'In force from this day.'),
          value: leaf(anything, 'The value, with its unit.'),
        }),
      )
      .min(1)
      .describe('Values by date, in order.')
      .optional(),
    source: leaf(text, 'Evidence id, or a citation in words (then with `url`).').optional(),
    url: leaf(text, 'Where the source can be read.').optional(),
    assumption: leaf(text, 'Why it is assumed, where there is no source.').optional(),
    grade: leaf(
      choice('A', 'B', 'C', 'D', 'E'),
      'A direct, right place and time; B other place or time; C indirect or derived; D expert view; E placeholder.',
    ).optional(),
    range: z
      .array(leaf(anything, 'Low or high end.'))
      .length(2)
      .describe('Lowest and highest value that is in doubt.')
      .optional(),
    reason: leaf(text, 'How the number was got from the source, with the arithmetic.').optional(),
    note: leaf(text, 'Anything else worth saying.').optional(),
    ...authorship,
    reliability: leaf(text, 'How far it can be relied on. Default: the quality of the evidence.').optional(),
    'effect-on-headline': leaf(
      text,
      'How much the headline moves over the range, where somebody has tried.',
    ).optional(),
    risk: leaf(
      choice('high', 'medium', 'low', 'very-low'),
      'Risk of being wrong here: how likely, and how much it would matter.',
    ).optional(),
    'alternative-tried': leaf(text, 'Another value or source that was tried, and what came of it.').optional(),
    'proxy-for': leaf(text, 'What it stands in for, where the quantity itself is not known.').optional(),
  })
  .describe('A number with its unit, and what it rests on: `value` or `dated`, `source` or `assumption`.');
/** A parameter as read; its values are kept as written. */
export type ParameterDraft = z.output<typeof parameter>;
