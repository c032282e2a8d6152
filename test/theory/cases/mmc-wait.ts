import { type Case, MINUTE } from '../support/claim.js';
import { erlangC } from '../support/erlang.js';

const units = 2;
const arrivals = 96;
const service = 1 * MINUTE;
const standard = 157 / 3600;
/** Who waits does so for an exponential time of this rate [per hour]. */
const rate = units / service - arrivals;
const waits = erlangC(units, arrivals * service);
/** Wait that a share of people do not exceed, where fewer than that start at once [hours]. */
const quantile = (share: number) => Math.log(waits / (1 - share)) / rate;
const source = 'P(wait > t) = C exp(−(cμ − λ) t): Erlang (1917); Cooper (1981) chapter 3';

export const mmcWait: Case = {
  world: 'mmc-wait',
  claims: [
    {
      says: 'wait that half do not exceed',
      measure: 'wait-median',
      cell: { service: 'clerks', group: 'people' },
      exact: quantile(0.5),
      source,
    },
    {
      says: 'share within the standard (of three in four)',
      measure: 'within-standard',
      cell: { service: 'clerks' },
      exact: 1 - waits * Math.exp(-rate * standard),
      source,
    },
    {
      says: 'wait that nine in ten do not exceed',
      measure: 'wait-p90',
      cell: { service: 'clerks', group: 'people' },
      exact: quantile(0.9),
      source,
    },
  ],
};
