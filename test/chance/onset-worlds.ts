/** Worlds in which people have onsets and nothing else, and who had how many of them when. */

import { type Chance, run, seedWords } from '../../src/sim/index.js';
import { Traits } from '../../src/sim/people.js';
import { buildWorld, type NeedSpec, type WorldSpec } from '../support/worlds.js';

export const PEOPLE = 20_000;
/** Hours: eleven whole days, and not a whole number of the windows in which points are laid out. */
export const HORIZON = 264;
export const CHANCE: Chance = { seed: seedWords('onsets'), replication: 0 };

/** Night, morning, afternoon, evening: the calendar of the points, of mean 1, and hours on top of it. */
const quarters = (...values: readonly number[]) => values.flatMap((value) => new Array<number>(6).fill(value));
export const CALENDAR = quarters(0.4, 1, 1.6, 1);
export const HOURS = quarters(1, 0.5, 0.9, 1.6);
/** Frailties, each of as many people as the others. */
export const FRAILTIES = [0.25, 1, 3];

/** One onset: whose, when, and the key of the episode. */
export interface Onset {
  readonly person: number;
  readonly at: number;
  readonly key: string;
}

/** A need of which every onset ends at once; its points lie in windows of 80 hours, shorter in higher strips. */
export const need = (more: Partial<NeedSpec> = {}): NeedSpec => ({
  unitRate: 1 / 80,
  rate: 0.8 / 80,
  calendar: CALENDAR,
  channels: { call: { weight: 1, to: 'p.out' } },
  ...more,
});

export const spec = (crisis: NeedSpec, more: Partial<WorldSpec> = {}): WorldSpec => ({
  horizon: HORIZON,
  population: PEOPLE,
  frailty: { kind: 'empirical', values: FRAILTIES, shares: FRAILTIES.map(() => 1 / FRAILTIES.length) },
  cohorts: { calm: 0.5, troubled: 0.5 },
  channels: ['call'],
  services: { desk: 1 },
  pathways: { p: { out: { leave: 'done' } } },
  needs: { crisis },
  ...more,
});

/** Every onset of a world's first need, in order of hours. */
export function onsetsOf(world: WorldSpec): Onset[] {
  const onsets: Onset[] = [];
  run(buildWorld(world), CHANCE, {
    visits: () => {},
    levels: () => {},
    outcomes: (log) => {
      for (let row = 0; row < log.count; row++) {
        if (log.need[row] !== 0) continue;
        const key = `${log.keyHigh[row]} ${log.keyLow[row]}`;
        onsets.push({ person: log.person[row]!, at: log.opened[row]!, key });
      }
    },
  });
  return onsets.sort((one, other) => one.at - other.at);
}

/** Frailty and cohort of everybody in a world. */
export function traitsOf(world: WorldSpec): { frailty: number; cohort: number }[] {
  const traits = new Traits(buildWorld(world), CHANCE);
  return Array.from({ length: PEOPLE }, (_, person) => {
    traits.recall(person);
    return { frailty: traits.frailty, cohort: traits.cohort };
  });
}

/** How many onsets each person had, of those that are told apart by a condition. */
export function countsOf(onsets: readonly Onset[], is: (onset: Onset) => boolean = () => true): number[] {
  const counts = new Array<number>(PEOPLE).fill(0);
  for (const onset of onsets) if (is(onset)) counts[onset.person]! += 1;
  return counts;
}

/** Integral over some hours of a pattern of the day, begun at hour 0 [hours]. */
export function integral(pattern: readonly number[], from: number, until: number): number {
  let total = 0;
  for (let hour = Math.floor(from); hour < until; hour++) {
    total += pattern[hour % 24]! * (Math.min(hour + 1, until) - Math.max(hour, from));
  }
  return total;
}
