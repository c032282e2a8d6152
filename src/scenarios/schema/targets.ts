import { z } from 'zod';
import { leaf, type Reader } from './leaf.js';
import { byId } from './records.js';
import { version } from './version.js';
import { choice, date, flag, nameOf, oneOrMany, text } from './words.js';

/** Any number, also a negative one. */
const number: Reader<number> = {
  what: 'a number',
  neutral: Number.NaN,
  json: { type: 'number' },
  read(value, report) {
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    report({ message: 'This has to be a number.', expected: 'a number', next: 'Write a number without a unit.' });
    return Number.NaN;
  },
};

const term = z.strictObject({
  measure: leaf(nameOf('a measure'), 'Id of the measure.'),
  where: byId(
    leaf(oneOrMany(text), 'Value or values of the dimension.'),
    'Cells to add up: values by dimension; all, where one is left out.',
  ).optional(),
  times: leaf(number, 'Multiplies the sum. Default: 1.').optional(),
});
const perMillionYears = z.strictObject({
  per: leaf(choice('million-years'), 'A rate per million residents and year.'),
});

const terms = z.union([term, z.array(term)]).describe('What is measured; several terms are added up.');
const divisor = z.union([term, z.array(term), perMillionYears]).describe('What it is divided by.');

const during = z.strictObject({
  from: leaf(date, 'First day of the period.'),
  until: leaf(date, 'The day after its last.'),
});

const measured = z.strictObject({
  world: leaf(nameOf('a scenario'), 'The scenario in which it is measured.'),
  during: during
    .describe('The period in which a go-live world is read. Default: the measured period of the scenario.')
    .optional(),
  against: leaf(nameOf('a scenario'), 'The scenario it is compared with, for a change between two.').optional(),
  'against-during': during.describe('The period in which `against` is read. Default: as the world.').optional(),
  relative: leaf(
    flag,
    'Is it a change as a share of the value in `against`, or of `divided-by`? Default: false.',
  ).optional(),
  of: terms,
  over: divisor.optional(),
  'divided-by': z
    .strictObject({ of: terms, over: divisor.optional() })
    .describe('Another quantity of the same world, for the ratio of the two.')
    .optional(),
  times: leaf(number, 'Multiplies the result, for another unit or the other sign. Default: 1.').optional(),
  figure: leaf(
    nameOf('a figure'),
    'The figure that several rows read in different ways, of which one counts.',
  ).optional(),
  reading: leaf(nameOf('a name'), 'Which of several rival readings of the figure this is.').optional(),
});

const notModelled = z.strictObject({ 'not-modelled': leaf(text, 'Why not, in one sentence.') });

/** The targets file: where each published figure is found in the results. */
export const targets = z.strictObject({
  spillover: leaf(version, 'Version of the file format.'),
  table: leaf(nameOf('a file'), 'CSV file with the published figures. Default: the shipped one.').optional(),
  readings: z
    .array(leaf(nameOf('a reading'), 'A reading.'))
    .describe('Readings that count where none is asked for. Default: the first of each figure.')
    .optional(),
  targets: byId(
    z
      .union([measured, notModelled])
      .describe('A published figure: where it is found in the results, or why it is not modelled.'),
    'One entry for each row of the table of published figures.',
  ),
});
/** One entry of a targets file as read. */
export type TargetDraft = z.output<typeof targets>['targets'][string];
