/**
 * The chance of dying that a branch decides on, from its shares: what it comes to on average over those who come there,
 * so that a rare death need not happen in a run to be told.
 */
import { type BranchStep, FIRST_OPTION, NONE, type Reroute, type Step } from '../sim/index.js';
import { once } from './once.js';
import type { WorldView } from './view.js';

/** Chance of death at a decision, by the tables in force, the step (the world's own), the code and the severity. */
export type FatalChance = (epoch: number, step: number, code: number, severity: number) => number;

/** Chances of death at the branches of a world. */
export const fatalChanceOf = once((view): FatalChance => {
  const known = new Map<string, number>();
  return (epoch, step, code, severity) => {
    const branch = view.world.epochs[epoch]!.tables.steps[step]!;
    // A reroute comes on top of the decision that it overrules, in which it is counted already.
    if (branch.verb !== 'branch' || code >= FIRST_OPTION + branch.options.length) return 0;
    const key = `${epoch} ${step} ${Math.min(code, FIRST_OPTION)} ${severity}`;
    const chance = known.get(key) ?? at(new Ahead(view, epoch), branch, code, severity);
    known.set(key, chance);
    return chance;
  };
});

/** Steps (the world's own) at which some severity may die, under any tables. */
export const fatalSteps = once((view): readonly number[] => {
  const chance = fatalChanceOf(view);
  const severities = view.world.severities.map((_, severity) => severity);
  const steps = view.world.epochs[0]!.tables.steps.map((_, step) => step);
  return steps.filter((step) =>
    view.world.epochs.some(({ tables }, epoch) => {
      const rule = tables.steps[step]!;
      if (rule.verb !== 'branch') return false;
      const codes = [FIRST_OPTION, ...rule.cases.keys()];
      return severities.some((severity) => codes.some((code) => chance(epoch, step, code, severity) > 0));
    }),
  );
});

function at(ahead: Ahead, branch: BranchStep, code: number, severity: number): number {
  if (code < FIRST_OPTION) {
    const reroutes = branch.reroutes.filter(({ from }) => from.length === 0);
    return ahead.rerouted(reroutes, severity, ahead.from(branch.cases[code]!.to, severity));
  }
  return branch.options.reduce((sum, { weights, to }, option) => {
    const reroutes = branch.reroutes.filter(({ from }) => from.length === 0 || from.includes(option));
    return sum + weights[severity]! * ahead.rerouted(reroutes, severity, ahead.from(to, severity));
  }, 0);
}

/** What is ahead of somebody under the tables of an epoch, up to the next service or branch. */
class Ahead {
  private readonly steps: readonly Step[];

  constructor(
    private readonly view: WorldView,
    epoch: number,
  ) {
    this.steps = view.world.epochs[epoch]!.tables.steps;
  }

  /** Chance that death lies straight ahead of whoever enters a step. */
  from(step: number, severity: number, passed: ReadonlySet<number> = new Set()): number {
    const rule = this.steps[step];
    if (rule === undefined || passed.has(step) || rule.verb === 'seize' || rule.verb === 'branch') return 0;
    const now = rule.verb === 'mark' && rule.severity !== NONE ? rule.severity : severity;
    const straight =
      rule.verb === 'leave'
        ? Number(this.view.names.outcomes[rule.outcome]!.fatal === true)
        : this.from(rule.then, now, new Set([...passed, step]));
    return this.rerouted(rule.reroutes, severity, straight, passed);
  }

  /** The chance where reroutes come first, each tried in turn by those who follow its policy; `otherwise` without them. */
  rerouted(
    reroutes: readonly Reroute[],
    severity: number,
    otherwise: number,
    passed: ReadonlySet<number> = new Set(),
  ): number {
    const next = (place: number, follow: ReadonlyMap<string, boolean>): number => {
      const reroute = reroutes[place];
      if (reroute === undefined) return otherwise;
      const { policy, followers = 1, share, to } = reroute;
      const does = followers >= 1 ? true : follow.get(policy);
      if (does === undefined) {
        const when = (follows: boolean) => next(place, new Map([...follow, [policy, follows]]));
        return followers * when(true) + (1 - followers) * when(false);
      }
      if (!does) return next(place + 1, follow);
      const total = to.reduce((sum, { weights }) => sum + weights[severity]!, 0);
      const taken = to.reduce(
        (sum, { weights, to: place }) => sum + (weights[severity]! / total) * this.from(place, severity, passed),
        0,
      );
      return share[severity]! * taken + (1 - share[severity]!) * next(place + 1, follow);
    };
    return next(0, new Map());
  }
}
