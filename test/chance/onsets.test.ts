/**
 * Onsets of 20,000 people against Poisson's law: how many each person has, what two worlds share and what they do not,
 * what follows a hazard that rises in the middle of a window, and windows that do not overlap. Everybody's mean is known
 * exactly: frailty x rate x multipliers x the integral of calendar and hours. Some 80 statistics share a level of 0.001,
 * so that each, standard normal to a good approximation, stays within 4.6 (Bonferroni). Seeds are fixed.
 */
import { describe, expect, it } from 'vitest';
import { expectFound } from '../support/verification/told.js';
import { type Counts, chiSquare, correlation, dispersion, independentFit, level, poissonFit } from './fit.js';
import {
  CALENDAR,
  countsOf,
  FRAILTIES,
  HORIZON,
  HOURS,
  integral,
  need,
  onsetsOf,
  PEOPLE,
  spec,
  traitsOf,
} from './onset-worlds.js';

const LIMIT = 4.6;
const found: number[] = [];
const within = (value: number, what: string) => {
  found.push(Math.abs(value));
  expect(Math.abs(value), `${what}: ${value.toFixed(2)} standard errors`).toBeLessThan(LIMIT);
};

/** Multipliers by cohort that reach into the third strip: 0.8 x 3.4 is beyond 2. */
const BY_COHORT = [0.7, 3.4];
const lower = spec(need({ rate: 0.4 / 80, byCohort: [0.7, 2.9], hours: HOURS.map((value) => value * 0.9) }));
const higher = spec(need({ byCohort: BY_COHORT, hours: HOURS }));
const traits = traitsOf(higher);
const classes = FRAILTIES.flatMap((frailty) => [0, 1].map((cohort) => ({ frailty, cohort })));
const both = CALENDAR.map((value, hour) => value * HOURS[hour]!);
/** Mean of a person's onsets in the higher world from one hour until another, and in the lower one over the whole time. */
const mean = ({ frailty, cohort }: (typeof traits)[number], from = 0, until = HORIZON) =>
  ((frailty * 0.8) / 80) * BY_COHORT[cohort]! * integral(both, from, until);
const meanBelow = ({ frailty, cohort }: (typeof traits)[number]) =>
  ((frailty * 0.4) / 80) * [0.7, 2.9][cohort]! * 0.9 * integral(both, 0, HORIZON);

/** The people of a class. */
const membersOf = ({ frailty, cohort }: (typeof classes)[number]) =>
  traits.flatMap((one, person) => (one.frailty === frailty && one.cohort === cohort ? [person] : []));
const pick = (counts: readonly number[], members: readonly number[]) => members.map((person) => counts[person]!);

const above = onsetsOf(higher);
const below = onsetsOf(lower);

describe('onsets of one world', () => {
  const counts = countsOf(above);

  it('are as many as the hazards say, and vary as Poisson counts do, over everybody', () => {
    const all: Counts = { counts, means: traits.map((one) => mean(one)) };
    within(level(all), 'level');
    within(dispersion(all), 'dispersion');
  });

  it.each(classes)('follow Poisson’s law at frailty $frailty in cohort $cohort', (one) => {
    const members = membersOf(one);
    const own: Counts = { counts: pick(counts, members), means: members.map(() => mean(one)) };
    within(level(own), 'level');
    within(dispersion(own), 'dispersion');
    within(poissonFit(own.counts, mean(one)), 'law');
  });

  it('come at the hours that the calendar and the pattern make likely', () => {
    const seen = new Array<number>(HORIZON).fill(0);
    for (const { at } of above) seen[Math.floor(at)]! += 1;
    const total = traits.reduce((sum, one) => sum + mean(one), 0) / integral(both, 0, HORIZON);
    within(
      chiSquare(
        seen,
        seen.map((_, hour) => total * both[hour % 24]!),
      ),
      'hours',
    );
  });

  it.each([
    ['halves of one window', [0, 40], [40, 80]],
    ['neighbours within a day', [100, 109], [109, 120]],
    ['a window and the next', [0, 80], [80, 160]],
    ['far from each other', [0, 70], [170, 264]],
  ] as const)('in disjoint times have nothing to do with each other: %s', (_, first, second) => {
    const part = ([from, until]: readonly [number, number]): Counts => ({
      counts: countsOf(above, ({ at }) => at >= from && at < until),
      means: traits.map((one) => mean(one, from, until)),
    });
    const [one, two] = [part(first), part(second)];
    within(correlation(one, two), 'correlation');
    within(level(two), 'level');
    for (const kind of classes.filter(({ cohort }) => cohort === 1)) {
      const members = membersOf(kind);
      const means = [mean(kind, ...first), mean(kind, ...second)] as const;
      within(independentFit(pick(one.counts, members), pick(two.counts, members), means), `at ${kind.frailty}`);
    }
  });
});

describe('onsets of two worlds', () => {
  it('are a subset, to the last digit of the hour, where every hazard is lower', () => {
    const known = new Map(above.map(({ key, at, person }) => [key, `${person} ${at}`]));
    expect(known.size).toBe(above.length);
    expect(below.filter(({ key, at, person }) => known.get(key) !== `${person} ${at}`)).toEqual([]);
    expect(below.length).toBeGreaterThan(10_000);
    expect(above.length - below.length).toBeGreaterThan(10_000);
  });

  const shared = countsOf(below);
  const own = countsOf(above).map((count, person) => count - shared[person]!);

  it('have nothing to do with each other where they are not shared', () => {
    const common: Counts = { counts: shared, means: traits.map(meanBelow) };
    const extra: Counts = { counts: own, means: traits.map((one) => mean(one) - meanBelow(one)) };
    within(level(common), 'level of the shared');
    within(dispersion(common), 'dispersion of the shared');
    within(level(extra), 'level of the others');
    within(dispersion(extra), 'dispersion of the others');
    within(correlation(common, extra), 'correlation');
  });

  it.each(classes)('share some and not others by two Poisson laws at frailty $frailty in cohort $cohort', (one) => {
    const members = membersOf(one);
    const means = [meanBelow(one), mean(one) - meanBelow(one)] as const;
    within(independentFit(pick(shared, members), pick(own, members), means), 'both laws');
  });
});

describe('a hazard that rises in the middle of a window', () => {
  /** Everybody starts in a place that they leave at this hour, with a state that multiplies the hazard by three. */
  const AT = 107.3;
  const excited = need({ calendar: 1, byState: [['exposed', 1, 3]] });
  const states = { exposed: { values: ['no', 'yes'] } };
  const rising = spec(excited, {
    states,
    services: { hall: PEOPLE },
    needs: {
      crisis: excited,
      stay: { unitRate: 1, rate: 0, channels: { call: { weight: 1, to: 'p.out' } } },
    },
    pathways: {
      p: { out: { leave: 'done' } },
      q: { stay: { seize: 'hall', for: AT }, up: { mark: { exposed: 1 } }, off: { leave: 'done' } },
    },
    stock: { all: { count: PEOPLE, need: 'stay', step: 'q.stay', phase: 'waiting', waited: 0, load: 1 } },
  });
  const onsets = onsetsOf(rising);
  const rate = ({ frailty }: { frailty: number }) => (frailty * 0.8) / 80;

  it('gives Poisson counts before and after, which have nothing to do with each other', () => {
    const before: Counts = {
      counts: countsOf(onsets, ({ at }) => at < AT),
      means: traits.map((one) => rate(one) * AT),
    };
    const after: Counts = {
      counts: countsOf(onsets, ({ at }) => at >= AT),
      means: traits.map((one) => rate(one) * 3 * (HORIZON - AT)),
    };
    for (const [name, part] of Object.entries({ before, after })) {
      within(level(part), `level ${name}`);
      within(dispersion(part), `dispersion ${name}`);
    }
    within(correlation(before, after), 'correlation');
    for (const frailty of FRAILTIES) {
      const members = traits.flatMap((one, person) => (one.frailty === frailty ? [person] : []));
      const means = [rate({ frailty }) * AT, rate({ frailty }) * 3 * (HORIZON - AT)] as const;
      within(independentFit(pick(before.counts, members), pick(after.counts, members), means), `laws at ${frailty}`);
    }
  });

  it('is felt at once: onsets of the first hours after it are as many as those later', () => {
    const late = onsets.filter(({ at }) => at >= AT);
    const seen = new Array<number>(50).fill(0);
    for (const { at } of late) seen[Math.floor(((at - AT) / (HORIZON - AT)) * 50)]! += 1;
    const total = traits.reduce((sum, one) => sum + rate(one) * 3 * (HORIZON - AT), 0);
    within(
      chiSquare(
        seen,
        seen.map(() => total / 50),
      ),
      'hours',
    );
  });

  it('may rise by an onset itself: what follows has the higher hazard, from that instant on', () => {
    const pathways = { p: { up: { mark: { exposed: 1 } }, out: { leave: 'done' } } };
    const own = { ...excited, channels: { call: { weight: 1, to: 'p.up' } } };
    const onsets = onsetsOf(spec(own, { states, pathways }));
    const firsts = new Map<number, number>();
    for (const { person, at } of onsets) if (!firsts.has(person)) firsts.set(person, at);
    for (const frailty of FRAILTIES) {
      const members = traits.flatMap((one, person) => (one.frailty === frailty ? [person] : []));
      // The first comes after an exponential time: in tenths of the run, or never.
      const seen = new Array<number>(11).fill(0);
      for (const person of members) seen[Math.floor(((firsts.get(person) ?? HORIZON) / HORIZON) * 10)]! += 1;
      const still = (tenth: number) => Math.exp((-rate({ frailty }) * HORIZON * tenth) / 10);
      const expected = seen.map((_, tenth) => members.length * (still(tenth) - (tenth < 10 ? still(tenth + 1) : 0)));
      within(chiSquare(seen, expected), `first onset at ${frailty}`);
    }
    // Given the hour of the first, those after it are Poisson at three times the hazard over what is left.
    const people = [...firsts.keys()];
    const counts = countsOf(onsets);
    const rest: Counts = {
      counts: people.map((person) => counts[person]! - 1),
      means: people.map((person) => rate(traits[person]!) * 3 * (HORIZON - firsts.get(person)!)),
    };
    within(level(rest), 'level of the rest');
    within(dispersion(rest), 'dispersion of the rest');
  });
});

it('all of it is told as found in docs/verification.md', () => {
  expectFound(
    'Needs arise as a Poisson process',
    `${found.length} statistics of ${PEOPLE} people with ${above.length} onsets, the largest ${Math.max(...found).toFixed(2)} standard errors (limit ${LIMIT})`,
  );
});

it('the statistics notice counts that are shared out too evenly, too unevenly, or with each other', () => {
  const means = new Array<number>(PEOPLE).fill(2);
  const even: Counts = { counts: means, means };
  const uneven: Counts = { counts: means.map((_, person) => (person % 2) * 4), means };
  expect(Math.abs(dispersion(even))).toBeGreaterThan(LIMIT);
  expect(correlation(uneven, uneven)).toBeGreaterThan(LIMIT);
  expect(poissonFit(uneven.counts, 2)).toBeGreaterThan(LIMIT);
  expect(independentFit(uneven.counts, uneven.counts, [2, 2])).toBeGreaterThan(LIMIT);
  expect(level({ counts: means.map((_, person) => (person % 10 === 0 ? 3 : 2)), means })).toBeGreaterThan(LIMIT);
});
