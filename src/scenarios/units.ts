import { nearest } from './nearest.js';

/** Why a month is refused. */
export const MONTHS = 'a month has no fixed length';

/** Hours in each unit of time; a year is 365.25 days. */
const HOURS: Readonly<Record<string, number>> = {
  s: 1 / 3600,
  second: 1 / 3600,
  seconds: 1 / 3600,
  min: 1 / 60,
  minute: 1 / 60,
  minutes: 1 / 60,
  h: 1,
  hour: 1,
  hours: 1,
  day: 24,
  days: 24,
  week: 168,
  weeks: 168,
  year: 8766,
  years: 8766,
};

/** How many heads a rate or a count may be said of. */
const HEADS: Readonly<Record<string, number>> = {
  person: 1,
  thousand: 1e3,
  'hundred thousand': 1e5,
  '100,000': 1e5,
  million: 1e6,
};

/** A number with its unit, read from a file: durations in hours, rates per hour, shares as fractions. */
export type Quantity =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'percentage'; readonly value: number }
  | { readonly kind: 'duration'; readonly value: number }
  /** Of the whole area, or per head of its population. */
  | { readonly kind: 'rate'; readonly value: number; readonly perHead: boolean }
  | { readonly kind: 'count per head'; readonly value: number }
  /** In GBP: for a contact, or for each hour. */
  | { readonly kind: 'money per contact' | 'money per time'; readonly value: number };

/** Why a text is no quantity: in a sentence, with the unit that was probably meant. */
export interface NoQuantity {
  readonly kind: 'none';
  readonly why: string;
  readonly nearest: string | null;
}

const NUMBER = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*(.*)$/s;

const words = (table: Readonly<Record<string, number>>) => `(${Object.keys(table).join('|').replaceAll(' ', '\\s+')})`;
const quantity = (unit: string) => `^\\s*\\+?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?\\s*${unit}\\s*$`;

/** Quantities of 0 or more as they are written, for editors that check a file while it is typed. */
export const PATTERNS = {
  number: quantity(''),
  share: quantity('%?'),
  duration: quantity(words(HOURS)),
  rate: quantity(`(per\\s+${words(HEADS)}\\s+)?per\\s+${words(HOURS)}`),
  count: quantity(`(per\\s+${words(HEADS)})?`),
  money: quantity(`GBP\\s+per\\s+(contact|${words(HOURS)})`),
} as const;

/** Reads `14.2 h`, `514 per million per year`, `41%`, `140 per million` or a bare number. Never throws. */
export function readQuantity(written: unknown): Quantity | NoQuantity {
  if (typeof written === 'number') return finite(written, 'number');
  if (typeof written !== 'string') return { kind: 'none', why: 'it is no number', nearest: null };
  const match = NUMBER.exec(written.trim());
  if (match === null) return { kind: 'none', why: 'it does not begin with a number', nearest: null };
  const value = Number(match[1]);
  const unit = (match[2] ?? '').trim().replaceAll(/\s+/g, ' ');
  const decimal = DECIMAL_COMMA.exec(written.trim());
  if (decimal !== null) return decimalComma(decimal);
  const grouped = THOUSANDS.exec(written.trim());
  if (grouped !== null) return withoutGroups(grouped);
  if (unit === '') return finite(value, 'number');
  if (unit === '%') return finite(value / 100, 'percentage');
  const hours = HOURS[unit];
  if (hours !== undefined && Object.hasOwn(HOURS, unit)) return finite(value * hours, 'duration');
  if (unit.startsWith('GBP per ')) return readMoney(value, unit.slice('GBP per '.length));
  return unit.startsWith('per ') ? readRate(value, unit.slice(4)) : unknownUnit(unit);
}

/** A number with one comma that can only be a decimal one: `0,25`, `12,5 min`; not `1,000`, which may be a thousand. */
const DECIMAL_COMMA = /^([-+]?)(0,\d+|\d+,(?:\d{1,2}|\d{4,}))(?![\d,.])\s*(.*)$/s;

function decimalComma([, sign = '', number = '', unit = '']: RegExpExecArray): NoQuantity {
  const meant = `${sign}${number.replace(',', '.')}${unit === '' || unit === '%' ? unit : ` ${unit}`}`;
  const isKnown = readQuantity(meant).kind !== 'none';
  return { kind: 'none', why: 'decimals are written with a point, not a comma', nearest: isKnown ? meant : null };
}

/** A number in groups of three, as in `800 000` or `40,000 per year`. */
const THOUSANDS = /^([-+]?\d{1,3}(?:[ ,’'\u00A0\u202F]\d{3})+(?:\.\d+)?)(?!\d)\s*(.*)$/s;

function withoutGroups([, number = '', unit = '']: RegExpExecArray): NoQuantity {
  const meant = `${number.replaceAll(/[^-+\d.]/g, '')}${unit === '' || unit === '%' ? unit : ` ${unit}`}`;
  const isKnown = readQuantity(meant).kind !== 'none';
  return { kind: 'none', why: 'numbers are written without commas and spaces', nearest: isKnown ? meant : null };
}

function readRate(value: number, unit: string): Quantity | NoQuantity {
  const parts = unit.split(/ ?\bper /);
  const [first = '', second] = parts;
  if (parts.length > 2) return unknownUnit(`per ${unit}`);
  if (second === undefined) {
    if (Object.hasOwn(HOURS, first)) return { ...finiteRate(value / (HOURS[first] ?? 1), false) };
    if (Object.hasOwn(HEADS, first)) return finite(value / (HEADS[first] ?? 1), 'count per head');
    return unknownUnit(`per ${unit}`);
  }
  if (!Object.hasOwn(HEADS, first) || !Object.hasOwn(HOURS, second)) return unknownUnit(`per ${unit}`);
  return finiteRate(value / (HEADS[first] ?? 1) / (HOURS[second] ?? 1), true);
}

function readMoney(value: number, per: string): Quantity | NoQuantity {
  if (per === 'contact') return finite(value, 'money per contact');
  return Object.hasOwn(HOURS, per)
    ? finite(value / (HOURS[per] ?? 1), 'money per time')
    : unknownUnit(`GBP per ${per}`);
}

function finite(value: number, kind: Exclude<Quantity['kind'], 'rate'>): Quantity | NoQuantity {
  return Number.isFinite(value) ? { kind, value } : { kind: 'none', why: 'it is not a finite number', nearest: null };
}

function finiteRate(value: number, perHead: boolean): Quantity | NoQuantity {
  return Number.isFinite(value)
    ? { kind: 'rate', value, perHead }
    : { kind: 'none', why: 'it is not a finite number', nearest: null };
}

function unknownUnit(unit: string): NoQuantity {
  if (/\bmonths?\b/.test(unit)) {
    return { kind: 'none', why: MONTHS, nearest: null };
  }
  if (/^,\d/.test(unit)) return { kind: 'none', why: 'numbers are written without commas', nearest: null };
  return { kind: 'none', why: `\`${unit}\` is not a unit known here`, nearest: nearestUnit(unit) };
}

/** What units are often called besides, and how they are written here. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
  sec: 's',
  secs: 's',
  mins: 'min',
  hr: 'h',
  hrs: 'h',
  d: 'days',
  wk: 'week',
  wks: 'weeks',
  yr: 'year',
  yrs: 'years',
  percent: '%',
};

/** How prose says `per`: `18 an hour`, `6 a day`, `12/day`. */
const PER_IN_PROSE = /^(?:an?|each|every) |^\/ ?/;

/** The unit that was probably meant; none for a single letter, which might be any of several. */
function nearestUnit(unit: string): string | null {
  const words = unit.toLowerCase().replace(PER_IN_PROSE, 'per ').split(' ');
  const known = words.map((word) => (Object.hasOwn(ALSO_CALLED, word) ? (ALSO_CALLED[word] ?? word) : word)).join(' ');
  if (known !== unit && readQuantity(`1 ${known}`).kind !== 'none') return known;
  if (unit.length === 1) return null;
  return nearest(
    known,
    knownUnits().filter((each) => each.length > 2),
  );
}

function knownUnits(): string[] {
  const times = Object.keys(HOURS);
  const perTime = ['hour', 'day', 'week', 'year'].map((time) => `per ${time}`);
  const perHead = Object.keys(HEADS).map((heads) => `per ${heads}`);
  return [
    ...times,
    '%',
    ...perTime,
    ...perHead,
    ...['contact', 'hour', 'day'].map((each) => `GBP per ${each}`),
    ...perHead.flatMap((heads) => perTime.map((time) => `${heads} ${time}`)),
  ];
}

/** What to write in place of a bare number beyond a range of shares, where a percentage was probably meant: `90`. */
export function percentageMeant(found: Quantity, most: Quantity): string | null {
  const isShare = (most.kind === 'number' || most.kind === 'percentage') && most.value <= 1;
  if (found.kind !== 'number' || !isShare || found.value <= 1 || found.value / 100 > most.value) return null;
  return `Write \`${found.value}%\` if a percentage was meant.`;
}

/** The unit of a quantity as it is written: `per million per year`, `min`, `%`; `number` for a bare one; null for no quantity. */
export function unitIn(written: unknown): string | null {
  if (readQuantity(written).kind === 'none') return null;
  if (typeof written !== 'string') return 'number';
  return (NUMBER.exec(written.trim())?.[2] ?? '').trim().replaceAll(/\s+/g, ' ') || 'number';
}
