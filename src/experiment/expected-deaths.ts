import { NONE, SEVERITY_SHIFT } from '../sim/index.js';
import { fatalChanceOf, fatalSteps } from './fatal-chance.js';
import type { Fold } from './measure.js';
import type { WorldView } from './view.js';

/** What deaths expected are, however they are told apart. */
export const EXPECTED_DEATHS =
  'Every person who comes to a branch that may end in an outcome marked as fatal counts by the chance of it there, whether or not they die: the hazard, added up over those exposed. How many are exposed is simulated. Deaths by a clock are told by the clock (expected-deaths-by-clock); deaths that follow a service without a branch are no part of it.';

/** Adds up chances of death at the decisions of people with a need: by the places of the need and the step. */
export function foldDeaths(view: WorldView, add: (need: number, step: number, chance: number) => void): Fold {
  const chanceOf = fatalChanceOf(view);
  const isFatal = new Set(fatalSteps(view));
  return {
    visits: ({ log, own, people: { decided } }) => {
      if (isFatal.size === 0) return;
      for (let at = 0; at < decided.count; at += 1) {
        const row = decided.rows[at]!;
        if (!isFatal.has(own.step[row]!) || log.need[row] === NONE) continue;
        const severity = own.inputs[row]! >>> SEVERITY_SHIFT;
        const chance = chanceOf(view.epochAt(own.joined[row]!), own.step[row]!, own.decision[row]!, severity);
        if (chance > 0) add(log.need[row]!, log.step[row]!, chance);
      }
    },
  };
}
