/** How much memory an experiment needs, so that one that does not fit is refused before it starts. */
import type { Problem } from '../scenarios/index.js';
import { estimateBytes, LOG_ROWS, mostComers, type World } from '../sim/index.js';
import { comparisons } from './comparisons/index.js';
import { measuresOf, type Setting } from './folding.js';
import { BINS } from './histogram.js';
import type { Measure } from './measure.js';
import { measures } from './measures/index.js';
import type { Pair } from './pair.js';
import type { WorldView } from './view.js';
import { weeklySeries } from './weekly/index.js';
import { WEEK } from './window.js';

/** Share of the free memory that an experiment may take. */
export const MOST_OF_FREE = 0.7;
/** Bytes of the lists and columns that a batch of visits is sorted into. */
const BATCH_BYTES = LOG_ROWS * (11 * 4 + 4 + 8);
/** Bytes of an episode that a pair of worlds holds, with its slots; and of one of its visits and decisions. */
const HELD_EPISODE_BYTES = 112 + 16 + 4;
const HELD_ROW_BYTES = 80 + 4;
/** Such rows of an episode in both worlds, as measured with `uk-baseline` and Right Care, Right Person: 9.8. */
const HELD_ROWS = 10;
/** Bytes that an episode has logged in one world: its rows, and its outcome. */
const LOGGED_BYTES = (HELD_ROWS / 2) * 90 + 61;
/** Bytes of a pair without an episode: its columns as they begin, what waits for outcomes and visits, and what its comparisons add up. */
const PAIR_BYTES = 2e6;
/** Bytes that a thread takes before it runs anything. */
const THREAD_BYTES = 100e6;
/** Replications whose memory a thread holds at once: columns that have grown, and what is not collected yet. */
const HELD_AT_ONCE = 3;

/** Memory that an experiment is likely to need at most [bytes]. */
export function estimateMemory(setting: Setting, replications: number, workers: number): number {
  const { views, pairs, periods, spanned, inAreas } = setting;
  const readers: Reader[] = [
    ...views.map((view) => ({ view, asked: [...measures, ...weeklySeries] })),
    ...spanned.flatMap((spans) => spans.map((view, at) => ({ view, asked: measuresOf(periods[at]!) }))),
    ...inAreas.flat().map((view) => ({ view, asked: measures })),
  ];
  const cells =
    sumOf(readers, ({ view, asked }) => sumOf(asked, (measure) => 2 * measure.cells(view).length)) +
    sumOf(pairs, (pair) => sumOf(comparisons, (one) => one.cells(pair).length));
  const held =
    sumOf(views, ({ world }) => estimateBytes(world) + estimateLogs(world)) +
    sumOf(readers, ({ view }) => BATCH_BYTES + 2 * 2 * view.serviceCount * BINS * 4);
  const threads = Math.max(1, Math.min(workers, replications));
  const replication = held + sumOf(pairs, estimatePair) + 16 * cells;
  return threads * (HELD_AT_ONCE * replication + THREAD_BYTES) + replications * cells * 8;
}

/** A fold of the log of one world: over its period, over another one, or of the people of one area. */
interface Reader {
  readonly view: WorldView;
  readonly asked: readonly Measure[];
}

function sumOf<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((sum, one) => sum + of(one), 0);
}

/** Memory of what a world logs in a week, which is held until all worlds have come as far [bytes]. */
function estimateLogs(world: World): number {
  const { onsets, streams } = mostComers(world);
  return LOGGED_BYTES * (onsets + streams) * WEEK;
}

/**
 * Memory that a pair of worlds is likely to hold at most between the first row and the last [bytes]. Episodes of persons that
 * differ are held to the end, at worst all of them; those of others until both worlds have had theirs, within a week.
 */
export function estimatePair({ views }: Pair): number {
  const episodes = views.map(({ world }) => {
    const { onsets, streams, present } = mostComers(world);
    return onsets * world.horizon + present + streams * WEEK;
  });
  const most = Math.max(1, ...episodes);
  return PAIR_BYTES + HELD_EPISODE_BYTES * doubledTo(most) + HELD_ROW_BYTES * doubledTo(HELD_ROWS * most);
}

/** Room for so many in columns that become twice as long when they are full. */
function doubledTo(count: number): number {
  return 2 ** Math.ceil(Math.log2(count));
}

/** Memory that one world of a replication may take when all that run at once share what may be taken [bytes]. */
export function shareOfMemory(free: number, worlds: number, replications: number, workers: number): number {
  return (MOST_OF_FREE * free) / (worlds * Math.max(1, Math.min(workers, replications)));
}

/**
 * The Problem of an experiment that needs more than it may take, or null.
 * @param alone what it would need with one worker.
 */
export function refuseMemory(needed: number, alone: number, free: number, workers: number): Problem | null {
  const most = MOST_OF_FREE * free;
  if (needed <= most) return null;
  return {
    file: 'this machine',
    line: 1,
    column: 1,
    isPlaceless: true,
    path: 'workers',
    message: 'The experiment needs more memory than is free.',
    found: `${about(needed)} for ${Math.max(1, workers)} at a time`,
    expected: `at most ${gigabytes(most)}, which is ${MOST_OF_FREE * 100}% of what is free`,
    nearest: null,
    next:
      alone <= most
        ? 'Run it with fewer workers.'
        : `One at a time needs ${about(alone)}. Look for a slip in the population, the rates, the horizon or the number of replications; if all is meant, compare fewer worlds at a time, or free some memory.`,
  };
}

function about(bytes: number): string {
  return bytes < 1e15 ? `about ${gigabytes(bytes)}` : 'more than a million GB';
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
