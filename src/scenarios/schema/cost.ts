import { z } from 'zod';
import { PATTERNS, readQuantity } from '../units.js';
import { leaf, type Reader } from './leaf.js';
import { factor } from './values.js';
import { nameOf } from './words.js';

/** Money for each hour that a unit is held [GBP per unit hour], or for each contact that is served [GBP]. */
export interface Money {
  readonly amount: number;
  readonly per: 'hour' | 'contact';
}

/** Money as unit costs are stated: `313 GBP per contact`, `620 GBP per day`. */
export const money: Reader<Money> = {
  what: 'money such as `313 GBP per contact` or `45 GBP per hour`',
  neutral: { amount: Number.NaN, per: 'hour' },
  json: {
    type: 'string',
    pattern: PATTERNS.money,
    patternErrorMessage: 'Write money such as `313 GBP per contact` or `45 GBP per hour`.',
    examples: ['313 GBP per contact', '45 GBP per hour'],
  },
  read(value, report) {
    const found = readQuantity(value);
    const isMoney = found.kind === 'money per contact' || found.kind === 'money per time';
    if (isMoney && found.value >= 0)
      return { amount: found.value, per: found.kind === 'money per contact' ? 'contact' : 'hour' };
    report({
      message: isMoney ? 'A unit cost cannot be negative.' : 'This is not money for a contact or for a time.',
      expected: money.what,
      next: 'Say how much in GBP, and per what: `GBP per contact`, `GBP per hour`, `GBP per day`.',
    });
    return money.neutral;
  },
};

const YEAR = /^\d{4}(-\d{2})?$/;

/** The year whose prices an amount is in: a calendar year, or a financial one. */
export const priceYear: Reader<string> = {
  what: 'a year such as `2021` or `2021-22`',
  neutral: '',
  json: {
    anyOf: [
      { type: 'integer', minimum: 1000, maximum: 9999 },
      { type: 'string', pattern: YEAR.source },
    ],
  },
  read(value, report) {
    const found = String(value);
    if ((typeof value === 'number' || typeof value === 'string') && YEAR.test(found)) return found;
    report({ message: 'This is no year.', expected: priceYear.what, next: 'Write the year as its source does.' });
    return '';
  },
};

/** What a unit of a service costs, in the prices of which year, and who pays. */
export const unitCost = z
  .strictObject({
    amount: leaf(money, 'Money for each hour that one unit is held, or for each contact that is served.'),
    'price-year': leaf(priceYear, 'Year of the prices that the amount is in.'),
    budget: leaf(
      nameOf('a budget or an agency'),
      'The budget that pays: one of `budgets`, or an agency. Default: the service’s agency.',
    ).optional(),
  })
  .describe('What a unit of it costs, and who pays.');

/** In the prices of which year money is told, and how money of other years is brought there. */
export const prices = z
  .strictObject({
    'base-year': leaf(priceYear, 'Year of the prices in which all money is told.'),
    uprating: z
      .array(
        z.strictObject({
          'price-year': leaf(priceYear, 'Year of the prices of the amount.'),
          by: leaf(factor, 'What an amount of that year is multiplied by, to be in prices of the base year.'),
        }),
      )
      .describe('For every other year that a unit cost is stated in, its factor.')
      .optional(),
  })
  .describe('Prices in which money is told.');
