/** The folds of a comparison beside the slow account of displacement, on random worlds under random policies. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { OutcomeBatch, VisitBatch } from '../../../src/experiment/batch.js';
import { comparisons } from '../../../src/experiment/comparisons/index.js';
import { settingOf } from '../../../src/experiment/folding.js';
import type { Pair } from '../../../src/experiment/pair.js';
import { replicate } from '../../../src/experiment/replicate.js';
import { Twins } from '../../../src/experiment/twins.js';
import { type Chance, InvariantError, run, seedWords } from '../../../src/sim/index.js';
import { type Fork, type Story, slowAccount, storyOf, type Told } from '../../support/displacement/index.js';
import { textOf } from './fold.js';
import { type MemberSpec, memberOf } from './members.js';
import { randomPair } from './random-pairs.js';

/** What is judged: all that rests on classes, on the accounts of visits and on declines. */
const JUDGED = [
  ...['bystander-visits', 'bystanders', 'contacts-by-class', 'demand-ledger', 'hops', 'induced'],
  ...['supply-ledger', 'waiting-by-class'],
] as const;
/** Of these the cells are in seconds, shown as hours. */
const IN_HOURS: readonly string[] = ['demand-ledger', 'supply-ledger', 'waiting-by-class'];

/** What was compared: worlds, and how many had anything in each of the cells that must not be empty everywhere. */
export class Covered {
  worlds = 0;
  unordered = 0;
  /** Pairs left out: their people breed without bound, and their story is too long to be told slowly. */
  tooLong = 0;
  /** Pairs left out: they wait for each other in ways that nothing resolves, or are too small for their stock. */
  refused = 0;
  readonly counts = new Map<string, number>();

  note(told: Told): void {
    this.worlds += 1;
    for (const [id, cells] of Object.entries(told))
      for (const kind of new Set(Object.keys(cells).map((cell) => kindOf(id, cell))))
        this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
  }

  /** Takes in what another covered. */
  add(other: Covered): void {
    this.worlds += other.worlds;
    this.unordered += other.unordered;
    this.tooLong += other.tooLong;
    this.refused += other.refused;
    for (const [kind, count] of other.counts) this.counts.set(kind, (this.counts.get(kind) ?? 0) + count);
  }

  /** A line for each kind of cell: in how many worlds it was not 0. */
  table(): string {
    return [...this.counts]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([kind, count]) => `${String(count).padStart(6)}  ${kind}`)
      .join('\n');
  }
}

/** A kind of cell without the names of services and places, which are random. */
function kindOf(id: string, cell: string): string {
  const words = cell.split(' ');
  if (id === 'hops') return `${id}: ${words[0]} hop ${words[1]}, ${words[3]}, to ${placeOf(words[4]!)}`;
  if (id === 'bystanders' || id === 'induced') return `${id}: ${cell}`;
  return `${id}: ${words.slice(1).join(' ')}`;
}

function placeOf(place: string): string {
  if (place.startsWith('none:')) return 'an outcome';
  return place === 'returned' || place === 'censored' ? place : 'a service';
}

/** Fails where the folds of so many random pairs of worlds say anything else than the slow account. */
export function expectDisplacedAlike(pairs: number, seed: number): Covered {
  const covered = new Covered();
  fc.assert(
    fc.property(randomPair, fc.nat({ max: 99 }), ({ baseline, policy }, replication) => {
      const stories = orRefused(() => storiesOf([baseline, policy], replication));
      if (stories === 'refused') covered.refused += 1;
      else if (stories === null) covered.tooLong += 1;
      else {
        const fast = folded([baseline, policy], replication);
        const slow = slowlyTold(stories, fast, replication, covered);
        for (const id of JUDGED) expect([id, fast.told[id]]).toEqual([id, slow[id] ?? {}]);
        covered.note(slow);
      }
    }),
    { seed, numRuns: pairs },
  );
  return covered;
}

const chanceOf = (replication: number): Chance => ({ seed: seedWords('displaced'), replication });

/** Both worlds and everything that happened in them; null where that is too long. */
function storiesOf(specs: readonly MemberSpec[], replication: number): [Story, Story] | null {
  const [before, after] = specs.map((spec) => storyOf(memberOf(spec).world, chanceOf(replication)));
  return before && after ? [before, after] : null;
}

/** What the folds say of two worlds. */
interface Folded {
  readonly pair: Pair;
  readonly told: Told;
}

/** What the folds say, in whole counts and seconds. */
function folded(specs: readonly MemberSpec[], replication: number): Folded {
  const setting = settingOf(specs.map(memberOf));
  const { seed } = chanceOf(replication);
  const said = replicate(setting, seed, replication).comparisons[0]!;
  const pair = setting.pairs[0]!;
  const { weeks } = pair.views[1].window;
  const cells = comparisons.map(({ id, cells: named }, at): [string, Record<string, number>] => {
    const times = weeks * (IN_HOURS.includes(id) ? 3600 : 1);
    const values = named(pair).map((cell, place) => [textOf(cell), Math.round(said[at]![place]! * times)] as const);
    return [id, Object.fromEntries(values.filter(([, value]) => value !== 0))];
  });
  return { pair, told: Object.fromEntries(cells) };
}

/** What the slow account says of the same. */
function slowlyTold(stories: [Story, Story], fast: Folded, replication: number, covered: Covered): Told {
  const account = slowAccount(stories, forksOf(fast.pair, chanceOf(replication)));
  covered.unordered += account.unordered;
  // What cannot be put in order by trying every order is judged in all but its hops.
  return account.unordered > 0 ? { ...account.told, hops: fast.told.hops! } : account.told;
}

/** The forks of the twins. */
function forksOf(pair: Pair, chance: Chance): Map<string, Fork> {
  const forks = new Map<string, Fork>();
  const twins = new Twins(pair, ({ high, low, fork }) => {
    if (fork !== null) forks.set(`${high >>> 0}.${low >>> 0}`, { ...fork });
  });
  ([0, 1] as const).forEach((side) => {
    const [visitBatch, outcomeBatch] = [new VisitBatch(pair.views[side]), new OutcomeBatch(pair.views[side])];
    run(pair.views[side].world, chance, {
      visits: (log) => {
        visitBatch.read(log);
        twins.visits(side, visitBatch);
      },
      outcomes: (log) => {
        outcomeBatch.read(log);
        twins.outcomes(side, outcomeBatch);
      },
      levels: () => {},
    });
  });
  twins.finish();
  return forks;
}

/** Random worlds may wait for each other in ways that nothing resolves, be too small for their stock, or breed without end. */
function orRefused<Value>(make: () => Value): Value | 'refused' {
  try {
    return make();
  } catch (error) {
    if (error instanceof InvariantError && /gridlock|stock|at once at hour/i.test(error.message)) return 'refused';
    throw error;
  }
}
