/**
 * Small worlds by hand: names in place of indexes, bare numbers for whole hours, `then` the next step. Made for tests that
 * fit on a screen; scenarios are compiled elsewhere, with checks that are left out here.
 */

import type { StateMultiplier, WeekPattern } from '../../src/sim/world.js';
import {
  type Arrivals,
  type Clock,
  type Need,
  NONE,
  type Stock,
  type Tables,
  type World,
} from '../../src/sim/world.js';
import { buildStep, namesOf, outcomesOf, type StepSpec, stepIndex, type Time, timeOf } from './world-steps.js';

export type { ConditionSpec, ReroutesSpec, StepSpec, Time } from './world-steps.js';

/** The same all week, 24 numbers for every day, or 168. */
export type PatternSpec = number | readonly number[];

export interface ServiceSpec {
  readonly capacity: PatternSpec;
  readonly room?: number;
  readonly shiftEnd?: 'finish' | 'hand-over' | 'stop';
  readonly preemption?: 'none' | 'resume' | 'restart' | 'reroute';
}

export interface NeedSpec {
  readonly calendar?: PatternSpec;
  readonly unitRate: number;
  readonly rate: number;
  readonly hours?: PatternSpec;
  readonly byCohort?: readonly number[];
  readonly byState?: readonly (readonly [variable: string, value: number, times: number])[];
  readonly severity?: readonly number[];
  /** Channel: where it leads, with a weight (by severity). */
  readonly channels: Readonly<Record<string, { readonly weight: number | readonly number[]; readonly to: string }>>;
}

export interface ArrivalsSpec {
  /** So many at hour 0; or one every so often; or Poisson. */
  readonly people?: number;
  readonly every?: Time;
  readonly poisson?: { unitRate: number; rate: number; calendar?: PatternSpec; hours?: PatternSpec };
  readonly to: string;
  readonly need?: string;
  readonly channel?: string;
  readonly severity?: readonly number[];
  readonly background?: boolean;
}

export interface ClockSpec {
  readonly runs: 'waiting' | 'after' | 'life';
  readonly need?: string;
  readonly outcomes?: readonly string[];
  readonly rate: number;
  readonly byFrailty?: boolean;
  readonly bySeverity?: readonly number[];
  readonly byState?: readonly (readonly [variable: string, value: number, times: number])[];
  readonly from?: number;
  readonly until?: number;
  readonly expires:
    | { readonly leave: string }
    | { readonly go: string; readonly severity?: number }
    | { readonly open: string; readonly to: string; readonly channel?: string }
    | { readonly mark: readonly [variable: string, value: number] }
    | { readonly die: string };
}

export interface StockSpec {
  readonly count: number;
  readonly need?: string;
  readonly step: string;
  readonly phase: 'serving' | 'waiting';
  readonly waited?: Time;
  readonly holding?: Readonly<Record<string, { readonly units: number; readonly since: Time }>>;
  /** Units of load per person of frailty 1; absent: transient people. */
  readonly load?: number;
  readonly severity?: readonly number[];
  readonly channel?: string;
  readonly sets?: readonly (readonly [variable: string, value: number])[];
  readonly background?: boolean;
}

/** What may differ from one epoch to the next. */
export interface TablesSpec {
  readonly services: Readonly<Record<string, number | ServiceSpec>>;
  readonly pathways: Readonly<Record<string, Readonly<Record<string, StepSpec>>>>;
  readonly needs?: Readonly<Record<string, NeedSpec>>;
  readonly arrivals?: Readonly<Record<string, ArrivalsSpec>>;
  readonly clocks?: Readonly<Record<string, ClockSpec>>;
}

export interface WorldSpec extends TablesSpec {
  readonly name?: string;
  readonly horizon: number;
  readonly population?: number;
  readonly frailty?: Time;
  readonly cohorts?: Readonly<Record<string, number>>;
  /** Values of a variable, and their shares (by cohort). */
  readonly states?: Readonly<Record<string, { values: readonly string[]; initial?: readonly (readonly number[])[] }>>;
  readonly severities?: readonly string[];
  readonly channels?: readonly string[];
  readonly policies?: readonly string[];
  readonly stock?: Readonly<Record<string, StockSpec>>;
  readonly gridlock?: 'fail' | 'decline';
  /** Blocks that replace those of the same name from an hour on. */
  readonly later?: readonly ({ readonly from: number } & Partial<TablesSpec>)[];
}

/** The world of a description. */
export function buildWorld(spec: WorldSpec): World {
  const severities = spec.severities ?? ['any'];
  const later = (spec.later ?? []).map(({ from, ...changed }) => ({ from, tables: buildTables(merge(spec, changed)) }));
  const first = { from: 0, tables: buildTables(spec) };
  return {
    name: spec.name ?? 'small',
    warmUp: 0,
    measuredEnd: spec.horizon,
    horizon: spec.horizon,
    area: { name: 'anyshire', population: spec.population ?? 0 },
    frailty: spec.frailty === undefined ? null : timeOf(spec.frailty, 0),
    cohorts: Object.entries(spec.cohorts ?? { everybody: 1 }).map(([name, share]) => ({ name, share })),
    states: Object.entries(spec.states ?? {}).map(([name, { values, initial }]) => {
      const shares = initial ?? [values.map((_, index) => (index === 0 ? 1 : 0))];
      return {
        name,
        values,
        initial: Object.keys(spec.cohorts ?? { e: 1 }).map((_, i) => shares[i] ?? shares[0] ?? []),
      };
    }),
    severities,
    channels: spec.channels ?? [],
    outcomes: outcomesOf(spec),
    agencies: ['agency'],
    pathways: Object.keys(spec.pathways).map((name) => {
      const entry = Object.keys(spec.pathways[name] ?? {})[0] ?? '';
      return { name, entry: stepIndex(spec, `${name}.${entry}`, name) };
    }),
    policies: spec.policies ?? [],
    epochs: [first, ...later],
    stock: Object.entries(spec.stock ?? {}).map(([name, stock]) => buildStock(spec, name, stock)),
    gridlock: spec.gridlock ?? 'fail',
  };
}

function merge(spec: WorldSpec, changed: Partial<TablesSpec>): WorldSpec {
  const pathways = Object.fromEntries(
    Object.entries(spec.pathways).map(([name, steps]) => [name, { ...steps, ...changed.pathways?.[name] }]),
  );
  return {
    ...spec,
    pathways,
    services: { ...spec.services, ...changed.services },
    needs: { ...spec.needs, ...changed.needs },
    arrivals: { ...spec.arrivals, ...changed.arrivals },
    clocks: { ...spec.clocks, ...changed.clocks },
  };
}

function buildTables(spec: WorldSpec): Tables {
  const outcomes = outcomesOf(spec);
  const steps = Object.entries(spec.pathways).flatMap(([pathway, own], index) =>
    Object.keys(own).map((name) => buildStep(spec, pathway, index, name)),
  );
  const leaves = outcomes.map((outcome, index) => {
    const known = { name: `leave.${outcome}`, pathway: 0, rule: '', tag: 0, reroutes: [] };
    return { ...known, verb: 'leave' as const, outcome: index };
  });
  return {
    services: Object.entries(spec.services).map(([name, service]) => {
      const {
        capacity,
        room = Infinity,
        shiftEnd = 'finish',
        preemption = 'none',
      } = typeof service === 'number' ? { capacity: service } : service;
      return { name, agency: 0, capacity: week(capacity), room, shiftEnd, preemption };
    }),
    steps: [...steps, ...leaves],
    needs: Object.entries(spec.needs ?? {}).map(([name, need]) => buildNeed(spec, name, need)),
    arrivals: Object.entries(spec.arrivals ?? {}).map(([name, arrivals]) => buildArrivals(spec, name, arrivals)),
    clocks: Object.entries(spec.clocks ?? {}).map(([name, clock]) => buildClock(spec, name, clock)),
  };
}

function week(pattern: PatternSpec): WeekPattern {
  const hours = typeof pattern === 'number' ? [pattern] : pattern;
  return Array.from({ length: 168 }, (_, hour) => hours[hour % hours.length] ?? 0);
}

function only(spec: WorldSpec): readonly number[] {
  return namesOf(spec.severities ?? ['any']).map((_, index) => (index === 0 ? 1 : 0));
}

function ones(spec: WorldSpec): readonly number[] {
  return (spec.severities ?? ['any']).map(() => 1);
}

function buildNeed(spec: WorldSpec, name: string, need: NeedSpec): Need {
  return {
    name,
    calendar: week(need.calendar ?? 1),
    unitRate: need.unitRate,
    rate: need.rate,
    hours: week(need.hours ?? 1),
    byCohort: need.byCohort ?? Object.keys(spec.cohorts ?? { everybody: 1 }).map(() => 1),
    byState: multipliers(spec, need.byState),
    severity: need.severity ?? only(spec),
    channels: Object.entries(need.channels).map(([channel, { weight, to }]) => ({
      channel: channelIndex(spec, channel),
      weights: typeof weight === 'number' ? ones(spec).map(() => weight) : weight,
      entry: stepIndex(spec, to, ''),
    })),
  };
}

function buildArrivals(spec: WorldSpec, name: string, arrivals: ArrivalsSpec): Arrivals {
  const common = {
    name,
    need: needIndex(spec, arrivals.need),
    entry: stepIndex(spec, arrivals.to, ''),
    channel: channelIndex(spec, arrivals.channel),
    severity: arrivals.severity ?? only(spec),
    background: arrivals.background ?? false,
  };
  if (arrivals.every !== undefined) return { ...common, kind: 'renewal', interval: timeOf(arrivals.every, 0) };
  if (arrivals.poisson === undefined) return { ...common, kind: 'people', count: arrivals.people ?? 1 };
  const { unitRate, rate, calendar = 1, hours = 1 } = arrivals.poisson;
  return { ...common, kind: 'poisson', unitRate, rate, calendar: week(calendar), hours: week(hours) };
}

function buildClock(spec: WorldSpec, name: string, clock: ClockSpec): Clock {
  return {
    name,
    runs: clock.runs,
    need: needIndex(spec, clock.need),
    outcomes: (clock.outcomes ?? []).map((outcome) => outcomesOf(spec).indexOf(outcome)),
    rate: clock.rate,
    byFrailty: clock.byFrailty ?? false,
    bySeverity: clock.bySeverity ?? ones(spec),
    byState: multipliers(spec, clock.byState),
    from: clock.from ?? 0,
    until: clock.until ?? Infinity,
    expires: expiry(spec, clock.expires),
  };
}

function expiry(spec: WorldSpec, expires: ClockSpec['expires']): Clock['expires'] {
  if ('leave' in expires) return { does: 'leave', outcome: outcomesOf(spec).indexOf(expires.leave) };
  if ('die' in expires) return { does: 'die', outcome: outcomesOf(spec).indexOf(expires.die) };
  if ('go' in expires) return { does: 'go', step: stepIndex(spec, expires.go, ''), severity: expires.severity ?? NONE };
  if ('mark' in expires) return { does: 'mark', variable: stateIndex(spec, expires.mark[0]), value: expires.mark[1] };
  const { open, to, channel } = expires;
  const entry = stepIndex(spec, to, '');
  return { does: 'open', need: needIndex(spec, open), entry, channel: channelIndex(spec, channel) };
}

function buildStock(spec: WorldSpec, name: string, stock: StockSpec): Stock {
  return {
    name,
    count: stock.count,
    need: needIndex(spec, stock.need),
    step: stepIndex(spec, stock.step, ''),
    phase: stock.phase,
    waited: stock.waited === undefined ? null : timeOf(stock.waited, 0),
    holding: Object.entries(stock.holding ?? {}).map(([service, { units, since }]) => {
      return { service: Object.keys(spec.services).indexOf(service), units, since: timeOf(since, 0) };
    }),
    persons: stock.load !== undefined,
    load: stock.load ?? 0,
    severity: stock.severity ?? only(spec),
    channel: channelIndex(spec, stock.channel),
    sets: (stock.sets ?? []).map(([variable, value]) => ({ variable: stateIndex(spec, variable), value })),
    background: stock.background ?? false,
  };
}

function multipliers(spec: WorldSpec, byState: NeedSpec['byState']): StateMultiplier[] {
  return (byState ?? []).map(([variable, value, times]) => ({ variable: stateIndex(spec, variable), value, times }));
}

function needIndex(spec: WorldSpec, need: string | undefined): number {
  return need === undefined ? NONE : namesOf(spec.needs ?? {}).indexOf(need);
}

function stateIndex(spec: WorldSpec, state: string): number {
  return namesOf(spec.states ?? {}).indexOf(state);
}

function channelIndex(spec: WorldSpec, channel: string | undefined): number {
  return channel === undefined ? NONE : namesOf(spec.channels ?? []).indexOf(channel);
}
