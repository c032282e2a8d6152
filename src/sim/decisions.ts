/** Codes of decisions in the visit log: which way was taken, and what it was decided on. */
import { InvariantError } from './invariant.js';
import type { Step, World } from './world.js';

/** Code of a branch's option 0; below are its cases. */
export const FIRST_OPTION = 1000;
/** Code of the first place of reroute 0. */
export const FIRST_REROUTE = 2000;
/** Codes of one reroute: a place that it may send people to has each its own. */
export const REROUTE_PLACES = 100;
/** Severity stands in the top four bits of a code of inputs; below, a bit for each case that held. */
export const SEVERITY_SHIFT = 28;
/** Cases of one branch that fit below. */
export const MOST_CASES = 28;
/** Severities that fit into those bits. */
export const MOST_SEVERITIES = 16;
/** The code column holds 16 bits with a sign. */
const HIGHEST_CODE = 32_767;

/** Refuses a world whose decisions the narrow columns cannot tell apart. @throws InvariantError naming the step. */
export function checkDecisionCodes(world: World): void {
  if (world.severities.length > MOST_SEVERITIES) {
    throw new InvariantError(`${world.severities.length} severities, but the log can tell ${MOST_SEVERITIES} apart`);
  }
  for (const { tables } of world.epochs) for (const step of tables.steps) checkStep(step);
}

function checkStep(step: Step): void {
  const cases = step.verb === 'branch' ? step.cases.length : 0;
  if (cases > MOST_CASES) {
    throw new InvariantError(`${step.name} has ${cases} cases, but the log can tell ${MOST_CASES} apart`);
  }
  const options = step.verb === 'branch' ? Math.max(step.options.length, step.cases.length) : 0;
  const places = Math.max(0, ...step.reroutes.map(({ to }) => to.length));
  const highest = FIRST_REROUTE + REROUTE_PLACES * step.reroutes.length;
  if (options <= FIRST_OPTION && places <= REROUTE_PLACES && highest <= HIGHEST_CODE) return;
  throw new InvariantError(
    `${step.name} has ${options} ways out and ${step.reroutes.length} reroutes to up to ${places} places: ` +
      `the log can tell ${FIRST_OPTION} ways and ${REROUTE_PLACES} places apart`,
  );
}
