import { digits, direction, roundDigits, type Shown } from './numbers.js';
import type { Scale } from './scale.js';

/** The words for a difference whose interval reaches zero. */
export const NO_CLEAR_DIFFERENCE = 'no clear difference in this model';
/** The words for any difference where there is one run. */
export const ONE_RUN = 'a difference that one run cannot tell';
/** What stands for a number that a run does not have. */
export const NOT_AVAILABLE = '[x]';

/** A count of things in words: `1 service`, `3 services`. */
export function counted(count: number, one: string, many: string): string {
  return `${digits(count, 0)} ${count === 1 ? one : many}`;
}

/** A list in words: `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

/** Begins a sentence: its first letter in upper case. */
export function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Nouns of our own units, and what they are called where there is one. */
const SINGULAR: Readonly<Record<string, string>> = {
  ...{
    contacts: 'contact',
    decisions: 'decision',
    deaths: 'death',
    entries: 'entry',
    episodes: 'episode',
    people: 'person',
  },
  ...{ points: 'point', runs: 'run', units: 'unit', visits: 'visit' },
  ...{ days: 'day', hours: 'hour', minutes: 'minute', seconds: 'second' },
};

/** A unit after a number as printed: ` episode a week` after 1, else ` episodes a week`. */
function after(number: string, unit: string): string {
  if (number !== '1') return unit;
  const plural = unit.split(' ').find((word) => Object.hasOwn(SINGULAR, word));
  return plural === undefined ? unit : unit.replace(plural, SINGULAR[plural] ?? plural);
}

function bounds(low: number, high: number, place: number): string {
  return `${digits(low, place)} to ${digits(high, place)}`;
}

/** A level with its interval in short, as in tables and charts: `83% (79 to 87)`. */
export function levelInShort(level: Shown, scale: Scale): string {
  if (level.mean === null) return NOT_AVAILABLE;
  const mean = `${digits(level.mean, level.place)}${scale.mark}`;
  if (level.isConstant) return `${mean} in every run`;
  return level.low === null || level.high === null
    ? `${mean} (no interval)`
    : `${mean} (${bounds(level.low, level.high, level.place)})`;
}

/** A level with its interval and unit in words: `about 120 episodes a week (95% interval 110 to 130)`. */
export function levelInWords(level: Shown, scale: Scale): string {
  if (level.mean === null) return 'not available';
  const number = digits(level.mean, level.place);
  const mean = `${number}${after(number, scale.after)}`;
  return level.low === null || level.high === null
    ? `${mean} (one run: no interval)`
    : `${mean} (95% interval ${bounds(level.low, level.high, level.place)})`;
}

/** In the printed unit; a difference all of whose interval is nearer to zero than half of it is told as that, without digits. */
const LEAST_TOLD = 0.001;

/**
 * A difference with its sign and interval in short: `−320 (−350 to −290)`; one that is not clear says so, and one that is
 * next to nothing says no more than that.
 */
export function differenceInShort(difference: Shown, scale: Scale): string {
  const { mean, low, high, place } = difference;
  if (mean === null) return NOT_AVAILABLE;
  if (low !== null && high !== null && !difference.isConstant && Math.max(-low, high) < LEAST_TOLD / 2) {
    return `under ${LEAST_TOLD}${scale.differenceMark} either way`;
  }
  const signed = `${mean > 0 ? '+' : ''}${digits(mean, place)}${scale.differenceMark}`;
  if (low === null || high === null) return `${signed} (no interval)`;
  if (difference.agreeing !== undefined) return `${signed} in all of ${difference.agreeing} runs, not clear`;
  if (difference.isConstant) return `${signed} in every run`;
  const interval = `${signed} (${bounds(low, high, place)})`;
  return direction(difference) === 'unclear' ? `${interval}, not clear` : interval;
}

/** An interval that reaches zero, with a word for each side: `20 fewer to 40 more episodes a week`, `2 hours shorter to 4 longer`. */
function sidesInWords(low: number, high: number, place: number, scale: Scale): string {
  const { up, down, differenceUnit: unit, wordFirst } = scale;
  const [less, more] = [digits(-low, place), digits(high, place)];
  if (low < 0 && high > 0)
    return wordFirst ? `${less} ${down} to ${more} ${up}${unit}` : `${less}${unit} ${down} to ${more} ${up}`;
  const [far, word] = low < 0 ? [less, down] : [more, up];
  if (low === high) return bounds(low, high, place) + unit;
  return wordFirst ? `0 to ${far} ${word}${unit}` : `0 to ${far}${unit} ${word}`;
}

/** An interval that reaches zero; one next to nothing beside its level as how far it goes: `within 0.02 episodes a week either way`. */
function unclearInWords({ within, place }: Shown, low: number, high: number, scale: Scale): string {
  if (within === undefined) return sidesInWords(low, high, place, scale);
  const size = roundDigits(within);
  return `within ${size}${after(size, scale.differenceUnit)} either way`;
}

/**
 * A difference in words. Direction words of the whole only where the interval lies on one side of zero:
 * `320 fewer staff hours a week (95% interval 290 to 350 fewer)`, else `no clear difference in this model`.
 */
export function differenceInWords(difference: Shown, scale: Scale): string {
  const { mean, low, high, place } = difference;
  if (mean === null) return 'not available';
  if (low === null || high === null) return `${ONE_RUN} (no interval)`;
  if (difference.agreeing !== undefined)
    return `the same difference in all of ${difference.agreeing} runs, which are too few for an interval`;
  const way = direction(difference);
  if (way === 'unclear') {
    const spread = difference.isConstant
      ? '0 in every run'
      : `95% interval ${unclearInWords(difference, low, high, scale)}`;
    return `${NO_CLEAR_DIFFERENCE} (${spread})`;
  }
  const word = way === 'up' ? scale.up : scale.down;
  const [near, far] = way === 'up' ? [low, high] : [-high, -low];
  const number = digits(Math.abs(mean), place);
  const unit = after(number, scale.differenceUnit);
  const size = scale.wordFirst ? `${number} ${word}${unit}` : `${number}${unit} ${word}`;
  return `${size} (95% interval ${bounds(near, far, place)} ${word})`;
}
