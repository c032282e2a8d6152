/** A world laid out for the loop: what each epoch's tables say, with rows and slots in place of names. */
import { ownName } from './areas.js';
import { type Key, keyOf } from './draws.js';
import { Duration } from './durations.js';
import { layOutRace, layOutStep, type Operation, type Plan } from './operations.js';
import type { Race } from './race.js';
import { heightsOf } from './rates.js';
import { WEEK } from './services.js';
import type { Clock, Tables, World } from './world.js';

/** One epoch's tables, laid out. */
export interface EpochPlan {
  readonly steps: readonly Operation[];
  readonly needs: readonly NeedPlan[];
  readonly arrivals: readonly StreamPlan[];
  /** Clocks that follow an outcome, by need and outcome. */
  readonly afterClocks: readonly (readonly (readonly number[])[])[];
}

/** A need, laid out. */
export interface NeedPlan {
  /** Severity and channel of what it brings. */
  readonly severity: Race;
  readonly channel: Race;
  /** By hour of the week, its hazard in units of its unit rate, before what depends on the person. */
  readonly heights: Float64Array;
}

/** A stream of arrivals, laid out: what each of them is, and where it goes. */
export interface StreamPlan {
  /** Key of (arrival, name). */
  readonly key: Key;
  readonly severity: Race;
  readonly need: number;
  readonly channel: number;
  /** 1 for background work. */
  readonly background: number;
  readonly entry: number;
  /** Between arrivals of a renewal stream. */
  readonly interval: Duration | null;
  /** Of a Poisson stream, its rate by hour of the week, in units of its unit rate; else 0. */
  readonly heights: Float64Array;
}

/** Distributions and slots of a stock entry. */
export interface StockPlan {
  /** By severity; empty where the step's own length holds. */
  readonly stays: readonly Duration[];
  readonly waited: Duration | null;
  readonly holding: readonly Duration[];
  readonly visitSlots: readonly number[];
}

/** Lays out the tables of an epoch. */
export function layOutEpoch(tables: Tables, world: World, plan: Plan): EpochPlan {
  return {
    steps: tables.steps.map((step, index) => layOutStep(step, index, plan)),
    needs: tables.needs.map(({ name, severity, channels, rate, unitRate, hours }) => {
      const options = channels.map(({ channel, weights, entry }) => ({
        name: world.channels[channel],
        weights,
        to: entry,
      }));
      return {
        severity: severityRace(world, ownName(name), severity, plan),
        channel: layOutRace(`channel/${ownName(name)}`, options, plan.severities, plan),
        heights: heightsOf(rate, unitRate, hours),
      };
    }),
    arrivals: tables.arrivals.map((one) => ({
      key: keyOf('arrival', one.name),
      severity: severityRace(world, ownName(one.name), one.severity, plan),
      need: one.need,
      channel: one.channel,
      background: one.background ? 1 : 0,
      entry: one.entry,
      interval: one.kind === 'renewal' ? new Duration(one.interval) : null,
      heights: one.kind === 'poisson' ? heightsOf(one.rate, one.unitRate, one.hours) : new Float64Array(WEEK),
    })),
    afterClocks: tables.needs.map((_, need) => {
      const after = clocksOf(tables, 'after', need);
      return world.outcomes.map((_, outcome) =>
        after.filter((index) => tables.clocks[index].outcomes.includes(outcome)),
      );
    }),
  };
}

/** Clocks of a need that run so, in the order of the tables. */
export function clocksOf({ clocks }: Tables, runs: Clock['runs'], need: number): number[] {
  return clocks.flatMap((clock, index) => (clock.runs === runs && clock.need === need ? [index] : []));
}

/** The draw of a severity by its shares, called after whose it is. */
export function severityRace(world: World, owner: string, shares: readonly number[], plan: Plan): Race {
  const options = world.severities.map((name, to) => ({ name, weights: [shares[to]], to }));
  return layOutRace(`severity/${owner}`, options, 1, plan);
}

/** Line classes that a service needs: those of all steps and second looks, and the one for stopped work. */
export function lineClasses(plans: readonly EpochPlan[]): number {
  let most = 1;
  for (const { steps } of plans)
    for (const { lineClass, retriage } of steps) most = Math.max(most, ...lineClass, ...(retriage?.lineClass ?? []));
  return most + 1;
}
