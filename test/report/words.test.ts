/** Levels, differences, units and lists in words. */
import { describe, expect, it } from 'vitest';
import { dateInWords, plain } from '../../src/report/labels.js';
import { shown, shownBeside } from '../../src/report/numbers.js';
import { duration, scaleOf } from '../../src/report/scale.js';
import {
  counted,
  differenceInShort,
  differenceInWords,
  levelInShort,
  levelInWords,
  listed,
} from '../../src/report/words.js';

const EPISODES = scaleOf('episodes a week', 1);
const HOURS_A_WEEK = scaleOf('staff hours a week', 320);
const SHARE = scaleOf('share', 0.8);

function of(mean: number, half: number, factor: number) {
  return shown({ mean, low: mean - half, high: mean + half, n: 20 }, factor);
}

describe('differences in words', () => {
  it('say fewer and more of counts', () => {
    expect(differenceInWords(of(-322, 31, 1), HOURS_A_WEEK)).toBe(
      '320 fewer staff hours a week (95% interval 290 to 350 fewer)',
    );
    expect(differenceInWords(of(12.2, 4, 1), HOURS_A_WEEK)).toBe(
      '12 more staff hours a week (95% interval 8 to 16 more)',
    );
  });

  it('have one of what reads 1', () => {
    const one = { ...of(-1.2, 0.4, 1), place: 0 };
    expect(differenceInWords(one, EPISODES)).toBe('1 fewer episode a week (95% interval 1 to 2 fewer)');
    expect(differenceInWords({ ...one, mean: -1.7 }, EPISODES)).toMatch(/^2 fewer episodes a week/);
    expect(levelInWords({ ...of(1.2, 3, 1), place: 0 }, HOURS_A_WEEK)).toMatch(/^1 staff hour a week \(/);
    expect(levelInWords({ ...of(1.04, 0.02, 1), place: -1 }, HOURS_A_WEEK)).toMatch(/^1\.0 staff hours a week \(/);
  });

  it('say higher and lower, in points, of shares', () => {
    expect(differenceInWords(of(-0.052, 0.021, 100), SHARE)).toBe(
      '5 percentage points lower (95% interval 3 to 7 lower)',
    );
    expect(differenceInShort(of(0.052, 0.021, 100), SHARE)).toBe('+5 points (3 to 7)');
  });

  it('say longer and shorter of times, in a unit that fits', () => {
    const minutes = scaleOf('hours', 0.4);
    expect(differenceInWords(of(-0.1, 0.05, minutes.factor), minutes)).toBe(
      '6 minutes shorter (95% interval 3 to 9 shorter)',
    );
  });

  it('give no direction when the interval reaches zero', () => {
    expect(differenceInWords(of(3, 5, 1), HOURS_A_WEEK)).toBe(
      'no clear difference in this model (95% interval 2 fewer to 8 more staff hours a week)',
    );
    const hours = scaleOf('hours', 4);
    const sides = (difference: ReturnType<typeof of>, scale: typeof hours) =>
      differenceInWords(difference, scale).replace(/^.*95% interval (.*)\)$/, '$1');
    expect(sides(of(1, 3, 1), hours)).toBe('2 hours shorter to 4 longer');
    expect(sides({ ...of(4, 4, 1), low: 0 }, hours)).toBe('0 to 8 hours longer');
    expect(sides({ ...of(-4, 4, 1), high: 0 }, HOURS_A_WEEK)).toBe('0 to 8 fewer staff hours a week');
    expect(sides({ ...of(4, 4, 1), low: 0 }, HOURS_A_WEEK)).toBe('0 to 8 more staff hours a week');
    expect(differenceInShort(of(3, 5, 1), HOURS_A_WEEK)).toBe('+3 (−2 to 8), not clear');
    expect(differenceInWords(of(0, 0, 1), HOURS_A_WEEK)).toBe('no clear difference in this model (0 in every run)');
  });

  it('give no direction to a few runs that happen to agree, whose interval has no width', () => {
    const few = shown({ mean: -3, low: -3, high: -3, n: 2 }, 1);
    expect(differenceInWords(few, HOURS_A_WEEK)).toBe(
      'the same difference in all of 2 runs, which are too few for an interval',
    );
    expect(differenceInShort(few, HOURS_A_WEEK)).toBe('−3.00 in all of 2 runs, not clear');
    const enough = shown({ mean: -3, low: -3, high: -3, n: 10 }, 1);
    expect(differenceInWords(enough, HOURS_A_WEEK)).toMatch(/^3\.00 fewer/);
  });

  it('say how far what is next to nothing beside its level may go, in place of the digits of its ends', () => {
    const beside = (low: number, high: number, level: number | null) =>
      differenceInWords(shownBeside({ mean: (low + high) / 2, low, high, n: 20 }, level, 1), EPISODES);
    const nothing = 'no clear difference in this model';
    expect(beside(-0.0032, 0.0187, 181)).toBe(`${nothing} (95% interval within 0.02 episodes a week either way)`);
    expect(beside(-0.0201, 0.001, 181)).toMatch(/within 0\.03 episodes/);
    expect(beside(-0.0096, 0.001, 181)).toMatch(/within 0\.01 episodes/);
    expect(beside(-0.96, 0.5, 5000)).toMatch(/within 1 episode a week either way/);
    // A thousandth of the level, and just above it; without a level; and what is clear keeps its digits.
    expect(beside(-0.01, 0.181, 181)).toMatch(/within 0\.2 /);
    expect(beside(-0.01, 0.182, 181)).toBe(`${nothing} (95% interval 0.01 fewer to 0.18 more episodes a week)`);
    expect(beside(-0.0032, 0.0187, null)).toMatch(/0\.003 fewer to 0\.019 more/);
    expect(beside(0.0032, 0.0187, 181)).toMatch(/^0\.011 more/);
    expect(beside(0, 0, 181)).toBe(`${nothing} (0 in every run)`);
  });

  it('leave the digits out of what is next to nothing, clear or not', () => {
    expect(differenceInShort(of(0.00004, 0.00005, 1), HOURS_A_WEEK)).toBe('under 0.001 either way');
    expect(differenceInShort(of(-0.0000035, 0.000001, 100), SHARE)).toBe('under 0.001 points either way');
    expect(differenceInShort(of(0.0004, 0.0002, 1), HOURS_A_WEEK)).toBe('+0.0004 (0.0002 to 0.0006)');
    expect(differenceInShort(of(0, 0, 1), HOURS_A_WEEK)).toBe('0 in every run');
  });

  it('give no direction without an interval', () => {
    const one = shown({ mean: 30, low: null, high: null, n: 1 }, 1);
    expect(differenceInWords(one, HOURS_A_WEEK)).toBe('a difference that one run cannot tell (no interval)');
  });
});

describe('levels', () => {
  it('have the same digits in short and in words', () => {
    expect(levelInShort(of(0.8312, 0.041, 100), SHARE)).toBe('83% (79 to 87)');
    expect(levelInWords(of(0.8312, 0.041, 100), SHARE)).toBe('83% (95% interval 79 to 87)');
    expect(levelInShort(shown({ mean: null, low: null, high: null, n: 0 }, 1), SHARE)).toBe('[x]');
  });
});

describe('small words', () => {
  it.each([
    [2184, '13 weeks'],
    [168, '1 week'],
    [36, '36 hours'],
    [2 / 3, '40 minutes'],
    [1 / 360, '10 seconds'],
    [0.67, '40.2 minutes'],
    [0, '0 seconds'],
  ])('%d hours is %s', (hours, words) => {
    expect(duration(hours)).toBe(words);
  });

  it('count, list and date', () => {
    expect(counted(1, 'run', 'runs')).toBe('1 run');
    expect(counted(1200, 'run', 'runs')).toBe('1,200 runs');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect(dateInWords('2023-03-31')).toBe('31 March 2023');
    expect(dateInWords('soon')).toBe('soon');
  });

  it('labels are one line of what can be seen', () => {
    expect(plain('a\u0000b\n c\u202Ed\u200B')).toBe('a b c d');
    expect(plain('a\u061Cb\u3164\u206Ac\u{E0041}d')).toBe('a b c d');
    expect(plain('café Łódź 東京 😀')).toBe('café Łódź 東京 😀');
    expect([...plain('x'.repeat(500))]).toHaveLength(500);
  });
});
