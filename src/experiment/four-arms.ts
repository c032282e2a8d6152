/**
 * Rule or scarcity: the change that a policy makes is split by running both worlds once more where the same services are
 * ample. What it changes there is the doing of its rules; what is left is that of scarcity.
 */
import { jackknife, pairedDifference, quotient, ratioDifference } from './estimate.js';
import type { Measure } from './measure.js';
import type { ArmEffect, Cell, Estimate } from './results.js';
import type { Sampled, Samples } from './samples.js';
import { above, below, isEmpty, keyOf } from './summarise.js';

/** Measures that are split. */
const MEASURES = [
  'contacts',
  'declined',
  'episodes',
  'outcomes',
  'served',
  'staff-hours',
  'unit-hours',
  'unmet',
  'wait-mean',
];

/** A cell in one arm; null where that arm has none. */
type Place = readonly [Sampled<Measure>, number | null];
/** The baseline, the policy world, and both where services are ample. */
type Arms = readonly [Place, Place, Place, Place];

/** The effects of each policy world, in the order of worlds, measures and cells. */
export function armEffectsOf(samples: Samples, confidence?: number): ArmEffect[] {
  const [baseline, ...policies] = samples.worlds;
  const [ampleBaseline, ...amplePolicies] = samples.ample ?? [];
  if (baseline === undefined || ampleBaseline === undefined) return [];
  return policies.flatMap((policy, at) =>
    MEASURES.flatMap((measure) => {
      const sampled = [baseline, policy, ampleBaseline, amplePolicies[at]!].map((one) => one.measures.get(measure)!);
      return cellsOf(sampled).flatMap((cell) => {
        const [one, other, wide, otherWide] = sampled.map((arm): Place => [arm, placeOf(arm, cell)]);
        const arms: Arms = [one!, other!, wide!, otherWide!];
        if (arms.every(([arm, place]) => place === null || isEmpty(arm, place))) return [];
        return [{ world: policy.id, measure, cell, ...effects(arms, confidence) }];
      });
    }),
  );
}

function cellsOf(sampled: readonly Sampled<Measure>[]): Cell[] {
  return [...new Map(sampled.flatMap(({ cells }) => cells.map((cell) => [keyOf(cell), cell]))).values()];
}

function placeOf({ cells }: Sampled<Measure>, cell: Cell): number | null {
  const place = cells.findIndex((one) => keyOf(one) === keyOf(cell));
  return place === -1 ? null : place;
}

function effects(arms: Arms, confidence?: number): Record<'change' | 'rule' | 'scarcity', Estimate> {
  const [baseline, policy, ampleBaseline, amplePolicy] = arms;
  if (baseline[0].of.estimator === 'ratio') {
    const line = (place: Place) => [above(...place), below(...place)] as const;
    return {
      change: ratioDifference(line(policy), line(baseline), confidence),
      rule: ratioDifference(line(amplePolicy), line(ampleBaseline), confidence),
      scarcity: jackknife(
        [...line(policy), ...line(baseline), ...line(amplePolicy), ...line(ampleBaseline)],
        ([a, b, c, d, e, f, g, h]) => quotient(a!, b!) - quotient(c!, d!) - (quotient(e!, f!) - quotient(g!, h!)),
        confidence,
      ),
    };
  }
  const change = (after: Place, before: Place) => above(...after).map((value, run) => value - above(...before)[run]!);
  const [all, rule] = [change(policy, baseline), change(amplePolicy, ampleBaseline)];
  return {
    change: pairedDifference(above(...policy), above(...baseline), confidence),
    rule: pairedDifference(above(...amplePolicy), above(...ampleBaseline), confidence),
    scarcity: pairedDifference(all, rule, confidence),
  };
}
