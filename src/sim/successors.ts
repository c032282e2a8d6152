import type { Step } from './step.js';
import { waysOut } from './ways-out.js';

/** The steps that an episode may take next from a step (parallel contacts that it starts go their own way). */
export function successors(step: Step): number[] {
  return waysOut(step).map(({ to }) => to);
}
