/** What somebody probably meant who wrote as other tools, or as prose, would have it. */
import type { Fault } from './problems.js';
import { readQuantity, unitIn } from './units.js';

/** What a range was meant to be that is written as text, such as `20 per day - 60 per day`, `0.2 to 0.4` or `10-20%`. */
export function rangeMeant(written: unknown): Pick<Fault, 'nearest' | 'next'> {
  const ends = String(written).split(/\s+(?:-|–|to|bis)\s+|\s*(?:\.\.|–)\s*|(?<=[\d%])\s*-\s*(?=\d)/);
  if (typeof written !== 'string' || ends.length !== 2 || ends.some((end) => readQuantity(end).kind === 'none'))
    return { next: 'Write the low end and the high end, such as `[20 per day, 60 per day]`.' };
  const [low = '', high = ''] = ends;
  const unit = unitIn(high);
  const sameUnit =
    unit === null || unit === 'number' || unitIn(low) !== 'number' ? low : `${low}${unit === '%' ? '' : ' '}${unit}`;
  return { nearest: `[${sameUnit}, ${high}]` };
}

/** What a list of whole numbers was meant to be that is too long since its decimals have commas: `[0,6, 1]`. */
export function pointsMeant(written: unknown): string | null {
  if (!Array.isArray(written) || written.length < 3 || written.length > 4) return null;
  if (!written.every((part) => Number.isInteger(part) && part >= 0)) return null;
  const [first, second, ...rest] = written;
  const ends = rest.length === 1 ? [`${first}.${second}`, rest[0]] : [`${first}.${second}`, rest.join('.')];
  return `Write decimals with a point, such as \`[${ends.join(', ')}]\`, if the comma was meant as one; else add or take away some.`;
}

/** What other tools call a key, and what it is called here, where that is a key of this block. */
const OTHERWISE_CALLED: Readonly<Record<string, string>> = {
  'opening-hours': 'capacity: {mon-fri 09:00-17:00: 2, otherwise: 0}',
  opening: 'capacity: {mon-fri 09:00-17:00: 2, otherwise: 0}',
  open: 'capacity: {mon-fri 09:00-17:00: 2, otherwise: 0}',
  hours: 'capacity: {mon-fri 09:00-17:00: 2, otherwise: 0}',
  staffing: 'capacity: {mon-fri 09:00-17:00: 2, otherwise: 1}',
  rota: 'capacity: {mon-fri 09:00-17:00: 2, otherwise: 1}',
  servers: 'capacity: 2',
  'queue-limit': 'room: 20',
  'max-queue': 'room: 20',
  duration: 'for: 20 min',
  'service-time': 'for: 20 min',
  time: 'for: 20 min',
  next: 'then: step',
  interval: 'every: {exponential: 20 min}',
};

/** A key that this block has by another name: `opening-hours`, which are said by \`capacity\`. */
export function calledOtherwise(key: string, known: readonly string[]): Partial<Fault> {
  const written = Object.hasOwn(OTHERWISE_CALLED, key) ? (OTHERWISE_CALLED[key] ?? '') : '';
  const [meant = ''] = written.split(':');
  if (!known.includes(meant)) return {};
  return { nearest: meant, next: `That is said by \`${meant}\`, such as \`${written}\`.` };
}
