import { NONE } from '../sim/index.js';
import { BASELINE, type Pair, POLICY, type Side } from './pair.js';

/** Whose staff a service is, under joint indexes. */
export interface Staffing {
  /** For each side, the agency of each service whose units are staff; NONE for beds and rooms, and where there is none. */
  readonly agencies: readonly [Int32Array, Int32Array];
}

/** The agencies of the staffed services of two worlds. */
export function staffingOf(pair: Pair): Staffing {
  const of = (side: Side) =>
    pair.services.own[side].map((own) => {
      const view = pair.views[side];
      return own === NONE || view.staff[own] === 0 ? NONE : pair.agencies.of[side][view.agency[own]!]!;
    });
  return { agencies: [of(BASELINE), of(POLICY)] };
}
