import { NONE } from '../sim/index.js';
import { BASELINE, type Pair, POLICY, type Side } from './pair.js';
import type { WorldView } from './view.js';

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

/** Agencies of a world with a service whose units are staff: of others no staff hours can be told, not even 0. */
export function staffedIn({ agency, staff, names }: WorldView): number[] {
  const staffed = new Set([...agency].filter((_, service) => staff[service] === 1));
  return [...names.agencies.keys()].filter((own) => staffed.has(own));
}

/** The same of a pair of worlds, under joint indexes: agencies that have staff in either. */
export function staffedInEither(pair: Pair): number[] {
  const of = (side: Side) => staffedIn(pair.views[side]).map((own) => pair.agencies.of[side][own]!);
  const staffed = new Set([...of(BASELINE), ...of(POLICY)]);
  return [...pair.agencies.names.keys()].filter((agency) => staffed.has(agency));
}
