/** How the numbers of one quantity are printed: by what they are multiplied, and the words around them. */
export interface Scale {
  readonly factor: number;
  /** Unit in words, for axes and column heads: `% of time`, `minutes`. */
  readonly unit: string;
  /** Stuck to a number in tables and charts: `%`, ` min`, or nothing. */
  readonly mark: string;
  /** The same for a difference: ` points`, ` min`, or nothing. */
  readonly differenceMark: string;
  /** After a number in a sentence: ` staff hours a week`. */
  readonly after: string;
  /** After a difference in a sentence: ` percentage points`. */
  readonly differenceUnit: string;
  readonly up: string;
  readonly down: string;
  /** `12 more contacts a week`, as against `12 minutes longer`. */
  readonly wordFirst: boolean;
}

/** Hours to a unit of time that a reader has a feel for. */
const TIMES = [
  { upTo: 0.025, factor: 3600, unit: 'seconds', mark: ' s' },
  { upTo: 2, factor: 60, unit: 'minutes', mark: ' min' },
  { upTo: 72, factor: 1, unit: 'hours', mark: ' h' },
  { upTo: Infinity, factor: 1 / 24, unit: 'days', mark: ' days' },
] as const;

/** True for units that measure time per person, which are printed in seconds, minutes, hours or days. */
export function isDuration(unit: string): boolean {
  return /^hours?$/i.test(unit.trim());
}

/** True for shares, which are printed as percentages. */
export function isShare(unit: string): boolean {
  return /^shares?\b/i.test(unit.trim());
}

/** True for amounts of money. */
function isMoney(unit: string): boolean {
  return /^GBP\b/.test(unit.trim());
}

/**
 * The scale of a quantity, from the unit of its measure and the size of its numbers: shares become percentages, and
 * hours become seconds below a minute and a half, minutes below two hours, days from three days on.
 */
export function scaleOf(unit: string, size: number): Scale {
  if (isShare(unit)) {
    return {
      factor: 100,
      unit: '%',
      mark: '%',
      differenceMark: ' points',
      after: '%',
      differenceUnit: ' percentage points',
      up: 'higher',
      down: 'lower',
      wordFirst: false,
    };
  }
  if (isDuration(unit)) {
    const time = TIMES.find((candidate) => Math.abs(size) < candidate.upTo) ?? TIMES[TIMES.length - 1]!;
    return {
      factor: time.factor,
      unit: time.unit,
      mark: time.mark,
      differenceMark: time.mark,
      after: ` ${time.unit}`,
      differenceUnit: ` ${time.unit}`,
      up: 'longer',
      down: 'shorter',
      wordFirst: false,
    };
  }
  const words = unit.trim();
  return {
    factor: 1,
    unit: words,
    mark: '',
    differenceMark: '',
    after: words === '' ? '' : ` ${words}`,
    differenceUnit: words === '' ? '' : ` ${words}`,
    up: 'more',
    down: isMoney(words) ? 'less' : 'fewer',
    wordFirst: !isMoney(words),
  };
}

/** A unit of time gives way to a larger one from this many on. */
const MOST_COUNTED = 1000;

/**
 * A length of time in words, in the largest unit of which it is a whole number: `13 weeks`, `36 hours`, `10 seconds`; to
 * three digits where there is none.
 */
export function duration(hours: number): string {
  const units = [
    ['week', 168],
    ['day', 24],
    ['hour', 1],
    ['minute', 1 / 60],
    ['second', 1 / 3600],
  ] as const;
  for (const [name, size] of units) {
    const count = Math.round((hours / size) * 1000) / 1000;
    if (count >= 1 && count < MOST_COUNTED && Number.isInteger(count))
      return `${count} ${name}${count === 1 ? '' : 's'}`;
  }
  const { factor, unit } = scaleOf('hours', hours);
  return `${Number((hours * factor).toPrecision(3))} ${unit}`;
}
