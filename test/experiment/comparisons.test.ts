/** Comparisons of random small worlds, run by the engine, against slow and obvious accounts of the whole logs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisons } from '../../src/experiment/comparisons/index.js';
import { settingOf } from '../../src/experiment/folding.js';
import { replicate } from '../../src/experiment/replicate.js';
import type { Member } from '../../src/experiment/view.js';
import { InvariantError, seedWords } from '../../src/sim/index.js';
import { textOf } from './support/fold.js';
import { type MemberSpec, memberOf } from './support/members.js';
import { plainForks, plainHours, plainLog, plainPeople } from './support/plain.js';
import { randomAmplePair, randomBaseline, randomPair } from './support/random-pairs.js';

const SEED = 'twins';

/** What the comparisons say of two worlds, cell by cell; null when the random world is one that the engine refuses. */
function compared(specs: readonly MemberSpec[], replication: number) {
  const members = specs.map(memberOf) as [Member, Member];
  const setting = settingOf(members);
  const result = orRefused(() => replicate(setting, seedWords(SEED), replication));
  if (result === null) return null;
  const told = comparisons.map(({ id, cells }, at) => {
    const values = result.comparisons[0]?.[at] ?? new Float64Array();
    const pair = setting.pairs[0];
    const named = (pair === undefined ? [] : cells(pair)).map((cell, place) => [textOf(cell), values[place]] as const);
    return [id, Object.fromEntries(named.filter(([, value]) => value !== 0))] as const;
  });
  return { members, ...Object.fromEntries(told) } as { members: [Member, Member] } & Record<
    string,
    Record<string, number>
  >;
}

/** Random worlds may wait for each other in ways that nothing resolves, or be too small for their stock. */
function orRefused<Value>(make: () => Value): Value | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof InvariantError && /gridlock|stock/i.test(error.message)) return null;
    throw error;
  }
}

describe('twins of random worlds', () => {
  it('account for hours and people as a plain matching of the whole logs does', () => {
    let done = 0;
    fc.assert(
      fc.property(randomPair, fc.nat({ max: 3 }), ({ baseline, policy }, replication) => {
        const result = compared([baseline, policy], replication);
        if (result === null) return;
        done += 1;
        const { members } = result;
        const logs = members.map((member) => plainLog(member, SEED, replication)) as [
          ReturnType<typeof plainLog>,
          ReturnType<typeof plainLog>,
        ];
        const weeks = (members[0].world.measuredEnd - members[0].world.warmUp) / 168;
        const hours = Object.entries(plainHours(members, logs)).flatMap(([agency, kinds]) =>
          Object.entries(kinds).map(([kind, seconds]) => [`${agency} ${kind}`, seconds] as const),
        );
        for (const [cell, seconds] of hours)
          expect([cell, Math.round((result['hours-change']?.[cell] ?? 0) * 3600 * weeks)]).toEqual([cell, seconds]);
        const { all, unchanged } = plainPeople(members[0], logs);
        const people = result['people-changed'] ?? {};
        expect(Math.round((people.unchanged ?? 0) * weeks)).toBe(unchanged);
        expect(Math.round(Object.values(people).reduce((sum, value) => sum + value, 0) * weeks)).toBe(all);
        // Each difference has one cause, and nothing that differs is without.
        const causes = Object.entries(result.differences ?? {}).filter(([cell]) => cell.startsWith('people'));
        expect(Math.round(causes.reduce((sum, [, value]) => sum + value, 0) * weeks)).toBe(all);
        expect(Math.round((result.differences?.['people same'] ?? 0) * weeks)).toBe(unchanged);
      }),
      { seed: 11, numRuns: 150 },
    );
    expect(done).toBeGreaterThan(75);
  });

  it('change nobody and no hour under a policy that does nothing, on a congested world as well', () => {
    let done = 0;
    fc.assert(
      fc.property(randomBaseline, (baseline) => {
        const result = compared([baseline, { ...baseline, name: 'null' }], 0);
        if (result === null) return;
        done += 1;
        const { members: _, ...told } = result;
        const cells = Object.entries(told).flatMap(([id, of]) => Object.keys(of).map((cell) => `${id}: ${cell}`));
        const counts = /^(bystanders: .* all|differences: .* same|people-changed: unchanged)$/;
        expect(cells.filter((cell) => !counts.test(cell))).toEqual([]);
      }),
      { seed: 12, numRuns: 80 },
    );
    expect(done).toBeGreaterThan(40);
  });

  it('fork by no rule when only capacities, lengths, rates or the order of services differ', () => {
    fc.assert(
      fc.property(
        randomPair.filter(({ edits }) => !edits.includes('reroute') && !edits.includes('inserted-step')),
        ({ baseline, policy }) => {
          const result = compared([baseline, policy], 0);
          if (result !== null) expect(result['rule-forks']).toEqual({});
        },
      ),
      { seed: 13, numRuns: 80 },
    );
  });

  it('fork by a rule, each of them, where there is no scarcity that could part them', () => {
    let forks = 0;
    fc.assert(
      fc.property(randomAmplePair, ({ baseline, policy }) => {
        const result = compared([baseline, policy], 0);
        if (result === null) return;
        const [one, two] = result.members;
        const expected = plainForks([plainLog(one, SEED, 0), plainLog(two, SEED, 0)]);
        const weeks = one.world.measuredEnd / 168;
        // Passers-by whom no rule parts stay as they were: there is nobody to stand in line behind.
        expect(Object.keys(result.bystanders ?? {}).filter((cell) => !cell.endsWith('all'))).toEqual([]);
        expect(Object.keys(result['waiting-by-class'] ?? {})).toEqual([]);
        const found = Object.values(result['rule-forks'] ?? {}).reduce((sum, value) => sum + value, 0);
        expect(Math.round(found * weeks)).toBe(expected);
        forks += expected;
      }),
      { seed: 14, numRuns: 100 },
    );
    expect(forks).toBeGreaterThan(100);
  });
});
