import { nearest } from '../nearest.js';
import { listNames } from '../problems.js';
import { orReference, type Reader, type ValueFault } from './leaf.js';

/** What an id looks like: short, lower case, safe as a file name and a column value. */
export const ID = /^[a-z][a-z0-9-]{0,63}$/;
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** Is this text a valid id: a lower-case word, which is no Windows device name? */
export function isId(text: string): boolean {
  return ID.test(text) && !DEVICE.test(text);
}

/** Free text, which must say something. */
export const text: Reader<string> = {
  what: 'text',
  neutral: '',
  json: { type: ['string', 'number'], minLength: 1 },
  read(value, report) {
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    report({ message: 'This has to be text.', expected: 'text', next: 'Write a few words, in quotes if need be.' });
    return '';
  },
};

/** The name of something declared elsewhere, such as a service or a step; whether it exists is checked later. */
export function nameOf(what: string): Reader<string> {
  return {
    what,
    neutral: '',
    json: { type: 'string' },
    read(value, report) {
      if (typeof value === 'string' && value.trim() !== '') return value.trim();
      report({ message: `This has to be ${what}.`, expected: what, next: 'Write a name.' });
      return '';
    },
  };
}

/** One of a closed list of words. */
export function choice<const T extends string>(...words: readonly [T, ...T[]]): Reader<T> {
  return {
    what: `one of ${listNames(words)}`,
    neutral: words[0],
    json: { enum: [...words] },
    read(value, report) {
      const found = words.find((word) => word === value);
      if (found !== undefined) return found;
      // One letter is as near as the next: a grade that was guessed would be a claim that nobody made.
      const near = nearest(
        String(value),
        words.filter((word) => word.length > 1),
      );
      report({
        message: 'This word is not one of the choices here.',
        expected: `one of ${listNames(words)}`,
        nearest: near,
        ...(near === null ? { next: 'Choose one of them.' } : {}),
      });
      return words[0];
    },
  };
}

/** `true` or `false`. */
export const flag: Reader<boolean> = {
  what: '`true` or `false`',
  neutral: false,
  json: { type: 'boolean' },
  read(value, report) {
    if (typeof value === 'boolean') return value;
    report({
      message: 'This has to be true or false.',
      expected: '`true` or `false`',
      next: 'Write `true` or `false`.',
    });
    return false;
  },
};

/** One thing, or a list of them, read as a list. */
export function oneOrMany<T>(reader: Reader<T>): Reader<readonly T[]> {
  return {
    what: `${reader.what}, or a list of such`,
    neutral: [],
    json: { anyOf: [reader.json, { type: 'array', items: orReference(reader.json), minItems: 1 }] },
    read(value, report) {
      if (!Array.isArray(value)) return [reader.read(value, report)];
      if (value.length === 0) {
        report({
          message: 'This list is empty.',
          expected: `at least one of ${reader.what}`,
          next: 'Fill it, or leave the key out.',
        });
      }
      return value.map((item, index) => reader.read(item, (fault, ...path) => report(fault, index, ...path)));
    },
  };
}

/** A day of the calendar, written `2023-07-01`; its value is the number of days since 1970-01-01. */
export const date: Reader<{ readonly text: string; readonly day: number }> = {
  what: 'a date such as 2023-07-01',
  neutral: { text: '', day: Number.NaN },
  json: { type: 'string', pattern: '^\\s*\\d{4}-\\d{2}-\\d{2}\\s*$', examples: ['2023-07-01'] },
  read(value, report) {
    const day = typeof value === 'string' ? dayOf(value.trim()) : null;
    if (typeof value === 'string' && day !== null) return { text: value.trim(), day };
    report({ expected: 'a date such as 2023-07-01 (year, month, day)', ...noDate(String(value)) });
    return { text: '', day: Number.NaN };
  },
};

const MONTH_NAMES = 'january february march april may june july august september october november december'.split(' ');

/** Why a text is no date, with the one that was probably meant: `31/12/2023`, `2024-3-1`, `1 March 2024`. */
function noDate(text: string): Omit<ValueFault, 'expected'> {
  const message = 'This has to be a date.';
  const bare = text.trim().replaceAll(/[“”‘’"']/g, '');
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(bare) ?? [];
  if (year !== undefined) return orNoSuchDay(Number(year), Number(month), Number(day), message);
  const [, dayFirst, monthSecond, yearLast] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(bare) ?? [];
  if (yearLast !== undefined) return orNoSuchDay(Number(yearLast), Number(monthSecond), Number(dayFirst), message);
  const words = bare.toLowerCase().split(/[ ,]+/);
  const named = MONTH_NAMES.findIndex((name) => words.some((word) => word.length > 2 && name.startsWith(word))) + 1;
  const numbers = words.flatMap((word) => /^(\d+)(?:st|nd|rd|th)?$/.exec(word)?.[1] ?? []).map(Number);
  const [first, second] = numbers.toSorted((a, b) => a - b);
  if (named > 0 && words.length === 3 && first !== undefined && second !== undefined)
    return orNoSuchDay(second, named, first, message);
  return { message, next: 'Write year, month and day, with hyphens.' };
}

/** The date as it is written here, or why there is none such. */
function orNoSuchDay(year: number, month: number, day: number, message: string): Omit<ValueFault, 'expected'> {
  const two = (part: number) => String(part).padStart(2, '0');
  const iso = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  if (dayOf(iso) !== null) return { message, nearest: iso, next: `Write \`${iso}\` if that is what was meant.` };
  const name = MONTH_NAMES[month - 1];
  if (name === undefined)
    return { message: `There is no month ${month}.`, next: 'Write year, month and day, in this order.' };
  const last = [31, 30, 29, 28].find(
    (length) => dayOf(`${String(year).padStart(4, '0')}-${two(month)}-${length}`) !== null,
  );
  return {
    message: `There is no such day: ${name.slice(0, 1).toUpperCase()}${name.slice(1)} ${year} has ${last} days.`,
    next: 'Choose a day of that month.',
  };
}

/** Days from 1970-01-01 to a date written year-month-day, or null if there is no such day (Gregorian; Hinnant 2013). */
function dayOf(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const length = lengths[month - 1];
  if (length === undefined || day < 1 || day > length) return null;
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}
