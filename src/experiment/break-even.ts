/**
 * The smallest added capacity by which a target is met in at least a given share of replications: a search for the root
 * of a chance that is only seen in samples, by bisection on whole units with the same replications at every capacity.
 * More are run at the answer and at its lower neighbour until both decisions are clear (D61).
 */
import { looksFrom } from './looks.js';
import { type Judge, Tries } from './tries.js';

/** What is to be found, and how hard it is looked for. */
export interface BreakEvenSearch {
  /** Shares of replications in which the target has to be met, such as 0.5, 0.8 and 0.95. */
  readonly levels: readonly number[];
  /** Replications of the first look. */
  readonly first: number;
  /** Replications at most. */
  readonly most: number;
  /** The largest number of units that may be added. */
  readonly limit: number;
  readonly judge: Judge;
}

/** The answer for one level. */
export interface BreakEven {
  readonly level: number;
  /**
   * `found`: `low` is the answer, and it is clear that one fewer is not enough. `unresolved`: it lies from `low` to
   * `high` (null: or beyond all that was tried), and `guess` is the smallest for which the share of replications reached
   * the level. `impossible`: with ample units the target is still clearly not met so often. `beyond`: the limit is
   * clearly not enough, but ample units may be.
   */
  readonly status: 'found' | 'unresolved' | 'impossible' | 'beyond';
  readonly low: number;
  readonly high: number | null;
  readonly guess: number | null;
}

/** Answers for all levels with everything that was tried, or null when the work was stopped. */
export async function findBreakEven(
  search: BreakEvenSearch,
): Promise<{ readonly answers: readonly BreakEven[]; readonly tries: Tries } | null> {
  const tries = new Tries(looksFrom(search.first, search.most), search.judge);
  const answers: BreakEven[] = [];
  for (const level of search.levels) {
    const answer = await settle(level, search.limit, tries);
    if (answer === null) return null;
    answers.push(answer);
  }
  for (const added of justAbove(answers, search.limit))
    if (tries.of(added).length === 0 && (await tries.grow(added)) === null) return null;
  return { answers, tries };
}

/** Capacities just above the largest answer, tried for no other reason than that more units might do harm. */
function justAbove(answers: readonly BreakEven[], limit: number): number[] {
  const largest = Math.max(...answers.map(({ guess }) => guess ?? -1));
  return largest < 0 ? [] : [largest + 1, largest + 2].filter((added) => added <= limit);
}

async function settle(level: number, limit: number, tries: Tries): Promise<BreakEven | null> {
  for (;;) {
    const next = nextToTry(level, limit, tries);
    if (next === null) return answerOf(level, limit, tries);
    if ((await tries.grow(next)) === null) return null;
  }
}

/** Smallest capacity tried whose share of replications reaches a level; Infinity when only ample units, or none, do. */
function guessOf(level: number, tries: Tries): number {
  return tries.added.find((added) => tries.share(added) >= level) ?? Number.POSITIVE_INFINITY;
}

/** The capacity that has to be run next to come nearer to an answer, or null when there is none. */
function nextToTry(level: number, limit: number, tries: Tries): number | null {
  const ample = Number.POSITIVE_INFINITY;
  const tried = tries.added;
  if (!tried.includes(0)) return 0;
  const guess = guessOf(level, tries);
  const below = tried.filter((added) => added < guess && added !== ample).at(-1) ?? null;
  if (guess === ample) {
    // Nothing that was tried is enough: ample units tell whether anything can be, and then the steps are doubled.
    if (!tried.includes(ample)) return ample;
    if (tries.share(ample) >= level && below! < limit) return Math.min(Math.max(1, 2 * below!), limit);
    return undecided(tries.share(ample) >= level ? limit : ample, level, tries);
  }
  if (below !== null && guess - below > 1) return Math.floor((guess + below) / 2);
  const sides = below === null ? [guess] : [guess, below];
  const open = sides.filter((added) => undecided(added, level, tries) !== null);
  const fewest = open.sort((one, other) => tries.of(one).length - tries.of(other).length || other - one)[0];
  return fewest ?? widened(guess, below, level, limit, tries);
}

/** A capacity, if it is not decided and may be run further. */
function undecided(added: number, level: number, tries: Tries): number | null {
  return tries.verdict(added, level) === 'open' && tries.canGrow(added) ? added : null;
}

/** How far to either side of an answer that is not settled others are run to the last look. */
const WIDEST = 2;

/**
 * Where no more replications may be run of the guess and its neighbour: the next ones to either side, as long as they may
 * be clearer. One that met the target always, or never, is as clear as it can be.
 */
function widened(guess: number, below: number | null, level: number, limit: number, tries: Tries): number | null {
  for (const [start, step, clearest] of [
    [guess, 1, 1],
    [below ?? 0, -1, 0],
  ] as const) {
    for (let away = 0; away <= WIDEST; away += 1) {
      const added = start + step * away;
      if (added < 0 || added > limit || tries.verdict(added, level) !== 'open') break;
      if (tries.canGrow(added)) return added;
      if (tries.share(added) === clearest) break;
    }
  }
  return null;
}

function answerOf(level: number, limit: number, tries: Tries): BreakEven {
  const ample = Number.POSITIVE_INFINITY;
  const finite = tries.added.filter((added) => added !== ample);
  const verdict = (added: number) => tries.verdict(added, level);
  const low = 1 + (finite.filter((added) => verdict(added) === 'no').at(-1) ?? -1);
  const high = finite.find((added) => verdict(added) === 'yes') ?? null;
  const guess = guessOf(level, tries);
  const known = { level, low, high, guess: guess === ample ? null : guess };
  if (high !== null && high <= low) return { ...known, status: 'found', low: high, high };
  if (tries.added.includes(ample) && verdict(ample) === 'no') return { ...known, status: 'impossible' };
  return { ...known, status: low > limit ? 'beyond' : 'unresolved' };
}
