import { listNames } from '../problems.js';
import { orReference, type Reader, type Report, readPart } from './leaf.js';
import { isParts } from './parts.js';
import { type Amount, count, factor } from './values.js';

/** Hours in a week; the first is Monday 00:00 to 01:00. */
export const WEEK_HOURS = 168;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const UNLIMITED = 'unlimited';
const OTHERWISE = 'otherwise';
const HOURS_PATTERN = '^\\s*([A-Za-z]{3}(-[A-Za-z]{3})?)?\\s*(\\d{1,2}:00-\\d{1,2}:00)?\\s*$';
const HOURS_JSON = { type: 'string', pattern: HOURS_PATTERN, minLength: 3 };
const HOURS_WHAT = 'days and whole hours such as `mon-fri 22:00-06:00`';

/** Units on duty by hour of week. */
export type Capacity = readonly Amount[];

/** Reads `mon-fri 08:00-20:00`, `sat`, or `22:00-06:00` into hours of the week; null when it is none of them. */
function readHours(text: string): readonly number[] | null {
  const match = /^(?:([a-z]{3})(?:-([a-z]{3}))?)?\s*(?:(\d{1,2}):00-(\d{1,2}):00)?$/.exec(text.trim().toLowerCase());
  if (match === null || text.trim() === '') return null;
  const [, firstDay, lastDay, fromText, untilText] = match;
  const first = firstDay === undefined ? 0 : DAYS.indexOf(firstDay);
  const last = firstDay === undefined ? 6 : lastDay === undefined ? first : DAYS.indexOf(lastDay);
  const from = fromText === undefined ? 0 : Number(fromText);
  const until = untilText === undefined ? 24 : Number(untilText);
  if (first < 0 || last < 0 || from > 23 || until > 24 || from === until) return null;
  const days = ((last - first + 7) % 7) + 1;
  const hours = until > from ? until - from : until + 24 - from;
  return Array.from({ length: days * hours }, (_, index) => {
    const day = first + Math.floor(index / hours);
    return (day * 24 + from + (index % hours)) % WEEK_HOURS;
  });
}

/** Hours of the week named as in a file, such as `mon-fri 08:00-20:00`: 1 then, else 0; null when it names none. */
export function hoursOfWeek(text: string): readonly number[] | null {
  const hours = readHours(text);
  return hours === null ? null : Array.from({ length: WEEK_HOURS }, (_, hour) => (hours.includes(hour) ? 1 : 0));
}

/** The hours of the week when something holds: 1 then, else 0. */
export const hoursTest: Reader<readonly number[]> = {
  what: HOURS_WHAT,
  neutral: new Array(WEEK_HOURS).fill(1),
  json: {
    anyOf: [HOURS_JSON, { type: 'array', items: orReference(HOURS_JSON) }],
    examples: ['mon-fri 22:00-06:00'],
  },
  read(value, report) {
    const pattern: number[] = new Array(WEEK_HOURS).fill(0);
    const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
    texts.forEach((text, index) => {
      const hours = typeof text === 'string' ? readHours(text) : null;
      if (hours === null) report(noHours(String(text)), ...(Array.isArray(value) ? [index] : []));
      for (const hour of hours ?? []) pattern[hour] = 1;
    });
    return pattern;
  },
};

const UNITS_JSON = orReference({ anyOf: [count.json, { const: UNLIMITED }] });

/** Units on duty: a count, `unlimited`, or counts by hour of week. */
export const capacity: Reader<Capacity> = {
  what: 'a count, `unlimited`, or a week such as `{mon-fri 08:00-20:00: 6, otherwise: 1}`',
  neutral: everyHour({ fixed: Number.NaN, perHead: 0 }),
  json: {
    anyOf: [
      count.json,
      { const: UNLIMITED },
      {
        type: 'object',
        minProperties: 1,
        properties: { [OTHERWISE]: { ...UNITS_JSON, description: 'Units on duty in all other hours.' } },
        patternProperties: { [HOURS_PATTERN]: { ...UNITS_JSON, description: 'Units on duty in these hours.' } },
        additionalProperties: false,
      },
    ],
  },
  read(value, report) {
    if (!isParts(value)) return everyHour(readUnits(value, report));
    const pattern: (Amount | undefined)[] = new Array(WEEK_HOURS).fill(undefined);
    for (const [key, units] of Object.entries(value)) {
      if (key === OTHERWISE) continue;
      const amount = readPart({ ...count, read: readUnits }, units, report, key);
      const hours = readHours(key);
      if (hours === null) report({ ...noHours(key), onKey: true }, key);
      if (hours?.some((hour) => pattern[hour] !== undefined)) {
        report(
          {
            message: `\`${key}\` overlaps with another line of this week.`,
            expected: 'each hour of the week once',
            next: 'Cut one of the two shorter.',
            onKey: true,
          },
          key,
        );
      }
      for (const hour of hours ?? []) pattern[hour] = amount;
    }
    const otherwise = value[OTHERWISE];
    const rest =
      otherwise === undefined ? undefined : readPart({ ...count, read: readUnits }, otherwise, report, OTHERWISE);
    if (rest === undefined && pattern.includes(undefined)) {
      report({
        message: 'This week leaves hours out.',
        expected: 'every hour of the week, or a line `otherwise: …`',
        next: 'Add `otherwise: 0` if nobody is on duty then.',
      });
    }
    return pattern.map((amount) => amount ?? rest ?? { fixed: 0, perHead: 0 });
  },
};

function readUnits(value: unknown, report: Report): Amount {
  if (value === UNLIMITED) return { fixed: Number.POSITIVE_INFINITY, perHead: 0 };
  return count.read(value, (fault, ...path) =>
    report({ ...fault, expected: `${fault.expected}, or \`unlimited\`` }, ...path),
  );
}

function everyHour(amount: Amount): Capacity {
  return new Array<Amount>(WEEK_HOURS).fill(amount);
}

const weights = (length: number) => ({
  type: 'array',
  items: orReference({ type: 'number', exclusiveMinimum: 0 }),
  minItems: length,
  maxItems: length,
});

/** How something goes up and down over the day and the week; scaled so that its mean is 1. */
export const calendar: Reader<readonly number[]> = {
  what: 'a calendar such as `{hours: [24 numbers], days: [7 numbers]}`',
  neutral: new Array(WEEK_HOURS).fill(1),
  json: {
    type: 'object',
    properties: {
      hours: { ...weights(24), description: 'Weights of the 24 hours of the day, from midnight; nowhere 0.' },
      days: { ...weights(7), description: 'Weights of the days of the week, from Monday; nowhere 0.' },
    },
    additionalProperties: false,
  },
  read(value, report) {
    if (!isParts(value)) {
      report({
        message: 'This has to be a calendar.',
        expected: calendar.what,
        next: 'Write a map with `hours`, `days`, or both.',
      });
      return calendar.neutral;
    }
    for (const key of Object.keys(value)) {
      if (key !== 'hours' && key !== 'days') {
        report(
          { message: `\`${key}\` is no part of a calendar.`, expected: listNames(['hours', 'days']), onKey: true },
          key,
        );
      }
    }
    const hours = readWeights(value.hours, 24, 'hours', report);
    const days = readWeights(value.days, 7, 'days', report);
    const week = Array.from(
      { length: WEEK_HOURS },
      (_, hour) => (days[Math.floor(hour / 24)] ?? 1) * (hours[hour % 24] ?? 1),
    );
    const mean = week.reduce((sum, weight) => sum + weight, 0) / WEEK_HOURS;
    return week.map((weight) => weight / mean);
  },
};

function readWeights(value: unknown, length: number, name: string, report: Report): readonly number[] {
  const even = new Array<number>(length).fill(1);
  if (value === undefined) return even;
  if (!Array.isArray(value) || value.length !== length) {
    report(
      {
        message: `\`${name}\` has to be a list of ${length} numbers.`,
        expected: `${length} numbers above 0`,
        next: 'Count them.',
      },
      name,
    );
    return even;
  }
  const weights = value.map((weight, index) => readPart(factor, weight, report, name, index));
  weights.forEach((weight, index) => {
    if (weight === 0)
      report(
        {
          message: 'A calendar is nowhere 0.',
          expected: 'a number above 0',
          next: 'Write a small number, such as 0.01.',
        },
        name,
        index,
      );
  });
  return weights;
}

function noHours(text: string) {
  return {
    message: `\`${text}\` names no hours of the week.`,
    expected: HOURS_WHAT,
    next: /:[1-5]\d/.test(text)
      ? 'Round to whole hours: services are staffed by the hour.'
      : 'Use three-letter days, a dash, and whole hours from 00:00 to 24:00, such as `mon-fri 09:00-17:00`.',
  };
}
