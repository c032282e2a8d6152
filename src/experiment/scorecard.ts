/** Simulated figures beside published ones: what a target asks for, as a number with its interval, and whether it fits. */
import type { Quotient, Target, TargetMapping, Term } from '../scenarios/index.js';
import { jackknife, quotient } from './estimate.js';
import type { Estimate } from './results.js';
import { round12, roundToInterval } from './round.js';
import type { Samples, WorldSamples } from './samples.js';
import { faultOf, termOf } from './terms.js';

/** Weeks in a year of 365.25 days. */
const YEAR_OF_WEEKS = 365.25 / 7;

/** What a target asks of a world. */
type Quantity = Extract<TargetMapping, { kind: 'measured' }>;

/** How one published figure compares. */
export interface ScorecardRow {
  readonly id: string;
  readonly status: 'inside' | 'outside' | 'not-modelled';
  /** As printed: to the digits that its interval supports. */
  readonly simulated: number | null;
  /** The published range. */
  readonly low: number;
  readonly high: number;
  /** Whether the simulated figure, as printed, lies in the range. */
  readonly inside: boolean;
  readonly role: Target['role'];
  readonly world: string;
  readonly output: string;
  readonly unit: string;
  readonly period: string;
  /** 95% interval of the simulated mean over replications. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** The published range in words. */
  readonly range: string;
  /** The figure that several rows read in different ways, and how this one reads it. */
  readonly figure: string | null;
  readonly reading: string | null;
  /** Whether this is the reading in use; true where a figure has one reading only. */
  readonly counts: boolean;
  /** Why it is not modelled. */
  readonly why: string | null;
}

/**
 * Scores targets on what experiments say. Of rival readings of one figure one counts: the one that `readings` names, or
 * the first in the table. The others are scored beside it.
 */
export function scorecard(
  samples: readonly Samples[],
  targets: readonly Target[],
  { readings }: { readonly readings: readonly string[] },
): ScorecardRow[] {
  const inUse = readingsInUse(targets, readings);
  return targets.map((target) => {
    const row = scoredOn(samples, target);
    const { figure, reading } = row;
    return { ...row, counts: figure === null || inUse.get(figure) === reading };
  });
}

/** The reading of each figure that counts: of those that are asked for the last, else the first in the table. */
export function readingsInUse(targets: readonly Target[], readings: readonly string[]): ReadonlyMap<string, string> {
  const inUse = new Map<string, string>();
  for (const { mapping } of targets) {
    if (mapping.kind === 'not-modelled' || mapping.figure === null || mapping.reading === null) continue;
    const { figure, reading } = mapping;
    const before = inUse.get(figure);
    if (before === undefined || readings.lastIndexOf(reading) > readings.lastIndexOf(before))
      inUse.set(figure, reading);
  }
  return inUse;
}

/** The totals of a figure, by replication, and how sums of them make it. */
interface Figure {
  readonly totals: readonly (readonly number[])[];
  readonly value: (sums: readonly number[]) => number;
}

function scoredOn(samples: readonly Samples[], target: Target): ScorecardRow {
  const figure = figureOn(samples, target);
  return typeof figure === 'string' ? notModelled(target, figure) : scored(target, figure);
}

/**
 * How a figure changes from one set of worlds to the same worlds with something taken out, paired by replication; null
 * where it is not modelled in both.
 */
export function figureChange(before: readonly Samples[], after: readonly Samples[], target: Target): Estimate | null {
  const [own, other] = [figureOn(before, target), figureOn(after, target)];
  if (typeof own === 'string' || typeof other === 'string') return null;
  const width = own.totals.length;
  return jackknife(
    [...own.totals, ...other.totals],
    (sums) => other.value(sums.slice(width)) - own.value(sums.slice(0, width)),
  );
}

/** A figure as the worlds make it, or why it is not modelled. */
function figureOn(samples: readonly Samples[], target: Target): Figure | string {
  const { mapping } = target;
  if (mapping.kind === 'not-modelled') return mapping.why;
  const home = samples.find(({ worlds }) => worlds.some(({ id }) => id === target.world));
  const whole = home?.worlds.find(({ id }) => id === target.world);
  if (home === undefined || whole === undefined) return `${target.world} was not run.`;
  const world = during(whole, mapping.during);
  const other = mapping.against === null ? null : worldOf(mapping.against, home, samples);
  if (other === undefined) return `${mapping.against} was not run beside ${target.world}.`;
  const against = other === null ? null : during(other, mapping.againstDuring);
  if (world === null || (other !== null && against === null))
    return `${target.world} is no go-live world that covers its period.`;
  const fault = [mapping, ...(mapping.dividedBy === null ? [] : [mapping.dividedBy])]
    .flatMap(({ of, over }) => [...of, ...(Array.isArray(over) ? over : [])])
    .map((term) => faultOf(term, world))
    .find((found) => found !== null);
  return fault ?? figureOf(mapping, world, against);
}

/** What a world says of a period; null when its run does not cover it. */
function during(world: WorldSamples, period: Quantity['during']): WorldSamples | null {
  if (period === null) return world;
  const measures = world.periods.get(period.id);
  return measures === undefined ? null : { ...world, measures };
}

/** A world to compare with: of the same experiment, or of another with the same seed and number of replications. */
function worldOf(id: string, home: Samples, samples: readonly Samples[]): WorldSamples | undefined {
  return [home, ...samples]
    .filter(({ seed, replications }) => seed === home.seed && replications === home.replications)
    .flatMap(({ worlds }) => worlds)
    .find((world) => world.id === id);
}

function figureOf(quantity: Quantity, world: WorldSamples, against: WorldSamples | null): Figure {
  const { dividedBy } = quantity;
  const asked = [
    totalsOf(quantity, world),
    ...(against === null ? [] : [totalsOf(quantity, against)]),
    ...(dividedBy === null ? [] : [totalsOf(dividedBy, world)]),
  ];
  const width = asked[0]!.totals.length;
  return {
    totals: asked.flatMap(({ totals }) => totals),
    value: (sums) => {
      const own = asked[0]!.value(sums.slice(0, width));
      const other = asked[1]?.value(sums.slice(width));
      if (dividedBy !== null) {
        const ratio = quotient(quotient(own.of, own.over), quotient(other!.of, other!.over));
        return quantity.times * (quantity.relative ? ratio - 1 : ratio);
      }
      return quantity.times * combine(quantity, own, other);
    },
  };
}

function scored(target: Target, figure: Figure): ScorecardRow {
  const estimate = jackknife(figure.totals, figure.value);
  if (estimate.mean === null) return notModelled(target, 'Nothing of the kind happened in the simulation.');
  const simulated = roundToInterval(estimate.mean, estimate.low, estimate.high);
  const inside = simulated >= target.low && simulated <= target.high;
  const { low, high } = estimate;
  return {
    ...rowOf(target),
    status: inside ? 'inside' : 'outside',
    simulated,
    inside,
    interval: low === null || high === null ? null : { low: round12(low), high: round12(high) },
    why: null,
  };
}

/** Above and below the line of a quantity in one world. */
interface Fraction {
  readonly of: number;
  readonly over: number;
}

function combine({ over, relative }: Quantity, own: Fraction, other: Fraction | undefined): number {
  if (other === undefined) return quotient(own.of, own.over);
  if (relative) {
    const before = quotient(other.of, other.over);
    return quotient(quotient(own.of, own.over) - before, before);
  }
  // A change over a change, such as hours freed for each response avoided.
  if (Array.isArray(over)) return quotient(own.of - other.of, own.over - other.over);
  return quotient(own.of, own.over) - quotient(other.of, other.over);
}

/** What is added up over replications for a quantity, and how the sums make its two parts. */
function totalsOf(
  { of, over }: Quotient,
  world: WorldSamples,
): { readonly totals: readonly (readonly number[])[]; readonly value: (sums: readonly number[]) => Fraction } {
  const upper = of.map((term) => termOf(term, world));
  const lower = Array.isArray(over) ? over.map((term) => termOf(term, world)) : [];
  const years = over === 'million-years' ? world.population / 1e6 / YEAR_OF_WEEKS : 1;
  const split = 2 * upper.length;
  const add = (sums: readonly number[], terms: readonly Term[]) =>
    terms.reduce((sum, { times }, at) => sum + times * quotient(sums[2 * at]!, sums[2 * at + 1]!), 0);
  return {
    totals: [...upper, ...lower].flat(),
    value: (sums) => ({
      of: add(sums.slice(0, split), of),
      over: Array.isArray(over) ? add(sums.slice(split), over) : years,
    }),
  };
}

function rowOf({ id, low, high, role, world, output, unit, period, mapping }: Target) {
  const { figure, reading } = mapping.kind === 'measured' ? mapping : { figure: null, reading: null };
  const range = `${low} to ${high} ${unit}`;
  return { id, low, high, role, world, output, unit, period, range, figure, reading, counts: true };
}

function notModelled(target: Target, why: string): ScorecardRow {
  return { ...rowOf(target), status: 'not-modelled', simulated: null, inside: false, interval: null, why };
}
