/** What a policy is billed: hours on duty, which are paid used or not, and elsewhere what people use. */
import { NONE } from '../sim/index.js';
import { BASELINE, type Joined, joinNames, type Pair, POLICY, type Side } from './pair.js';
import type { PairTotals } from './pair-totals.js';
import { HOUR, WEEK } from './window.js';

/** Change in the unit hours on duty of each service [unit hours a week]; 0 of one that is without limit in either world. */
export function dutyHours(totals: PairTotals): Float64Array {
  const seconds = totals.pair.services.names.map((_, service) =>
    hasLimit(totals, service) ? totals.change('staffed', service) : 0,
  );
  return Float64Array.from(seconds, (change) => change / HOUR / weeksOnDuty(totals));
}

/** Place of a service of a world, by its own index there, among the cells of a comparison. */
type PlaceOf = (side: Side, own: number) => number;

/** Change in the cost of hours on duty, used or not, of services paid by the hour [GBP a week]: a part of the bill. */
export function dutyCost(totals: PairTotals, count: number, placeOf: PlaceOf): Float64Array {
  return costed(totals, count, placeOf, (side, own, service) => {
    const { isByHour, perSecond } = totals.pair.views[side].costs;
    return isByHour[own] === 1 && hasLimit(totals, service) ? onDuty(totals, side, service) * perSecond[own]! : 0;
  });
}

/**
 * Change in the bill [GBP a week]. Each service is billed in one way, never in two: what is paid by the contact, for contacts
 * served; what is paid by the hour, for hours on duty, used or not, and where it is without limit in either world, for hours
 * held.
 */
export function bill(totals: PairTotals, count: number, placeOf: PlaceOf): Float64Array {
  return costed(totals, count, placeOf, (side, own, service) => {
    const { costs, window } = totals.pair.views[side];
    if (costs.isByHour[own] === 0) return (totals.of(side, 'served', service) / window.weeks) * costs.perContact[own]!;
    const seconds = hasLimit(totals, service)
      ? onDuty(totals, side, service)
      : totals.of(side, 'used', service) / window.weeks;
    return seconds * costs.perSecond[own]!;
  });
}

/** Adds up what each service with a unit cost costs in the policy world, less what it does in the baseline, place by place. */
function costed(
  { pair: { services, views } }: PairTotals,
  count: number,
  placeOf: PlaceOf,
  amount: (side: Side, own: number, service: number) => number,
): Float64Array {
  const cells = new Float64Array(count);
  services.names.forEach((_, service) => {
    for (const side of [BASELINE, POLICY] as const) {
      const own = services.own[side][service]!;
      if (own === NONE || views[side].costs.budget[own] === NONE) continue;
      cells[placeOf(side, own)]! += side === POLICY ? amount(side, own, service) : -amount(side, own, service);
    }
  });
  return cells;
}

/** Unit seconds on duty a week. */
function onDuty(totals: PairTotals, side: Side, service: number): number {
  return totals.of(side, 'staffed', service) / weeksOnDuty(totals);
}

/** Whether a service has a limit in both worlds at all hours, so that its hours on duty are a number. */
function hasLimit(totals: PairTotals, service: number): boolean {
  return Number.isFinite(totals.of(BASELINE, 'staffed', service) + totals.of(POLICY, 'staffed', service));
}

/** Weeks of the clock hours that lie wholly in the measured period, at least one hour: hours on duty are logged over them. */
function weeksOnDuty({ pair }: PairTotals): number {
  const { firstHour, lastHour } = pair.views[POLICY].window;
  return Math.max(lastHour - firstHour, 1) / WEEK;
}

/** Budgets of both worlds. */
export function budgetsOf({ views: [baseline, policy] }: Pair): Joined {
  const budgets = ({ names }: Pair['views'][number]) => names.costing?.budgets.map(({ id }) => id) ?? [];
  return joinNames(budgets(baseline), budgets(policy));
}
