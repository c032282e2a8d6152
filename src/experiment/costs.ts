import { NONE } from '../sim/index.js';
import type { Fold, Sums } from './measure.js';
import type { Dictionary } from './results.js';
import { atEnd } from './visit-totals.js';

/** Unit costs by service, in the order of the dictionary: 0 where a service is not paid so. */
export interface Costs {
  /** GBP for each second that a unit is held. */
  readonly perSecond: Float64Array;
  /** GBP for each contact that is served. */
  readonly perContact: Float64Array;
  /** Place of the budget that pays; NONE where the service states no unit cost. */
  readonly budget: Int32Array;
  /** 1 where the service is paid by the hour. */
  readonly isByHour: Uint8Array;
}

/** Unit costs of a world's services. */
export function costsOf({ services, costing }: Pick<Dictionary, 'services' | 'costing'>): Costs {
  const amount = (per: 'hour' | 'contact', seconds: number) =>
    Float64Array.from(services, ({ unitCost }) => (unitCost?.per === per ? unitCost.amount / seconds : 0));
  return {
    perSecond: amount('hour', 3600),
    perContact: amount('contact', 1),
    budget: Int32Array.from(services, ({ unitCost }) =>
      unitCost === undefined ? NONE : (costing?.budgets.findIndex(({ id }) => id === unitCost.budget) ?? NONE),
    ),
    isByHour: Uint8Array.from(services, ({ unitCost }) => Number(unitCost?.per === 'hour')),
  };
}

/**
 * Adds up what services with a unit cost cost, into the cell that `placeOf` names: hours held in the measured period, and
 * contacts that joined in it and were served.
 */
export function foldCosts({ view, cells }: Sums, placeOf: (service: number) => number): Fold {
  const { perSecond, perContact } = view.costs;
  return atEnd(({ heldSeconds, started }) => {
    for (let at = 0; at < heldSeconds.length; at += 1) {
      const service = at >> 1;
      const place = placeOf(service);
      if (place !== NONE) cells[place]! += heldSeconds[at]! * perSecond[service]! + started[at]! * perContact[service]!;
    }
  });
}
