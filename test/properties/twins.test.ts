/** Twin worlds: an edit changes those whom it touches, and nobody else; an edit of nothing changes nobody. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chance, Finish, seedWords } from '../../src/sim/index.js';
import { randomWorld } from '../support/random-world.js';
import { expectFound } from '../support/verification/told.js';
import type { WorldSpec } from '../support/worlds.js';
import { type Decoded, decode, keyOfRow, keysTouched } from './decoded.js';
import {
  optionsReversed,
  servingSteps,
  withAmpleServices,
  withIdleOption,
  withLongerStay,
  withNullPolicy,
  withStepInserted,
  withUnusedThings,
} from './edits.js';

const RUNS = { seed: 2026, numRuns: 60 };
const chanceOf = (replication: number): Chance => ({ seed: seedWords('twins'), replication });

/** Random worlds in two versions, each with the same chance. */
function twins(
  edit: (spec: WorldSpec, which: number) => WorldSpec | null,
  compare: (base: Decoded, twin: Decoded) => void,
) {
  let compared = 0;
  const property = fc.property(randomWorld, fc.nat({ max: 999 }), fc.nat({ max: 99 }), (spec, replication, which) => {
    const edited = edit(spec, which);
    if (edited === null) return;
    compare(decode(spec, chanceOf(replication)), decode(edited, chanceOf(replication)));
    compared++;
  });
  fc.assert(property, RUNS);
  expect(compared).toBeGreaterThan(30);
}

/** Everything of the first world is in the second, in the same order. */
function expectUnchanged(base: Decoded, twin: Decoded): void {
  expect(twin.visits).toEqual(base.visits);
  expect(twin.outcomes).toEqual(base.outcomes);
  expect(twin.levels).toMatchObject(base.levels);
}

describe('nobody is changed by', () => {
  it('another order of branch options', { timeout: 120_000 }, () => {
    twins(optionsReversed, expectUnchanged);
  });

  it('an option with weight 0', { timeout: 120_000 }, () => {
    twins(withIdleOption, expectUnchanged);
  });

  it('a service, a pathway, a stream and a need that nobody uses', { timeout: 120_000 }, () => {
    twins(withUnusedThings, expectUnchanged);
  });

  it('a policy at strength 0, and a date on which nothing changes', { timeout: 120_000 }, () => {
    twins(withNullPolicy, expectUnchanged);
  });
});

/** Rows of episodes that are not among some keys, as a set. */
function rowsOfOthers({ visits, outcomes, story }: Decoded, keys: ReadonlySet<string>): string[] {
  const isOther = (rows: readonly { keyHigh: number; keyLow: number }[], index: number): boolean => {
    const row = rows[index];
    return row !== undefined && !keys.has(keyOfRow(row));
  };
  return [
    ...visits.filter((_, index) => isOther(story.visits, index)),
    ...outcomes.filter((_, index) => isOther(story.outcomes, index)),
  ].sort();
}

/** The same step of every world: one of those with a service time. */
const pick = (names: readonly string[], which: number): string | null => names[which % names.length] ?? null;

describe('where nobody has to wait, only those who pass the step are changed by', () => {
  const onAmple = (edit: (spec: WorldSpec, name: string) => WorldSpec) => {
    let untouched = 0;
    let touched = 0;
    const property = fc.property(randomWorld, fc.nat({ max: 999 }), fc.nat({ max: 99 }), (spec, replication, which) => {
      const ample = { ...withAmpleServices(spec), stock: {} };
      const name = pick(servingSteps(ample), which);
      if (name === null) return;
      const base = decode(ample, chanceOf(replication));
      const twin = decode(edit(ample, name), chanceOf(replication));
      const passed = ({ story, visits }: Decoded): Set<string> =>
        keysTouched(story, (row) => visits[story.visits.indexOf(row)]?.includes(`"step":"${name}"`) ?? false);
      const keys = new Set([...passed(base), ...passed(twin)]);
      expect(rowsOfOthers(twin, keys)).toEqual(rowsOfOthers(base, keys));
      untouched += rowsOfOthers(base, keys).length;
      touched += keys.size;
    });
    fc.assert(property, RUNS);
    expect(untouched).toBeGreaterThan(1000);
    expect(touched).toBeGreaterThan(100);
  };

  it('a longer stay', { timeout: 120_000 }, () => {
    onAmple(withLongerStay);
  });

  it('a step inserted', { timeout: 120_000 }, () => {
    onAmple(withStepInserted);
  });
});

describe('where people wait for each other, times and routes change, but no draw does, when', () => {
  /** Draws that the log shows, by their addresses: arrivals, severity and channel; lengths sought; options of races. */
  const drawsOf = ({ story, visits }: Decoded, without: string): Map<string, unknown> => {
    const draws = new Map<string, unknown>();
    const counts = new Map<string, number>();
    const episodes = story.outcomes.filter((row) => row.absorbed === 0);
    const severities = new Map(episodes.map((row) => [keyOfRow(row), row.severity]));
    story.visits.forEach((row, index) => {
      const { step, service } = JSON.parse(visits[index] ?? '') as { step: string; service?: string };
      // Only the first time at a step, and only at the severity of the end, are the same draw in both worlds.
      const at = `${keyOfRow(row)} ${step} ${service ?? 'decision'}`;
      const count = counts.get(at) ?? 0;
      counts.set(at, count + 1);
      if (step === without || count > 0 || row.severity !== severities.get(keyOfRow(row))) return;
      if (row.finish !== Finish.decided) draws.set(`${at} severity ${row.severity}`, row.requested);
      else if (row.decision >= 1000 && row.decision < 2000) draws.set(`${at} severity ${row.severity}`, row.decision);
    });
    for (const row of episodes) draws.set(`${keyOfRow(row)} channel`, row.channel);
    return draws;
  };

  const onCrowded = (edit: (spec: WorldSpec, name: string) => WorldSpec) => {
    let same = 0;
    let changed = 0;
    const property = fc.property(randomWorld, fc.nat({ max: 999 }), fc.nat({ max: 99 }), (spec, replication, which) => {
      // Lengths by step only: a shared length is counted over steps, and a date may change it.
      const plain = { ...spec, pathways: withoutSharedLengths(spec.pathways), later: [] };
      const name = pick(servingSteps(plain), which);
      if (name === null) return;
      const base = decode(plain, chanceOf(replication));
      const twin = decode(edit(plain, name), chanceOf(replication));
      const before = drawsOf(base, name);
      const after = drawsOf(twin, name);
      for (const [address, value] of before) {
        if (!after.has(address)) continue;
        expect([address, after.get(address)]).toEqual([address, value]);
        same++;
      }
      if (base.visits.join() !== twin.visits.join()) changed++;
    });
    fc.assert(property, RUNS);
    expect(same).toBeGreaterThan(2000);
    expect(changed).toBeGreaterThan(20);
    return { same, changed };
  };

  it('somebody else’s stay gets longer', { timeout: 120_000 }, () => {
    onCrowded(withLongerStay);
  });

  it('a step is inserted', { timeout: 120_000 }, () => {
    const { same, changed } = onCrowded(withStepInserted);
    expectFound(
      'Twins share their luck',
      `${RUNS.numRuns} pairs of worlds for each edit; where people wait, ${changed} worlds changed and ${same} draws stayed`,
    );
  });
});

function withoutSharedLengths(pathways: WorldSpec['pathways']): WorldSpec['pathways'] {
  return Object.fromEntries(
    Object.entries(pathways).map(([pathway, steps]) => [
      pathway,
      Object.fromEntries(
        Object.entries(steps).map(([name, step]) => {
          if (!('length' in step)) return [name, step];
          const { length: _, ...own } = step;
          return [name, own];
        }),
      ),
    ]),
  );
}
