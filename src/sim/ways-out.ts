import { type BranchOption, type BranchStep, NONE, type Reroute, type Step } from './step.js';

/** A way from a step to the next one, and what sends people along it. */
export type WayOut = { readonly to: number } & (
  | { readonly by: 'then' | 'full' | 'closed' | 'preempted' | 'patience' }
  | { readonly by: 'case'; readonly of: BranchStep['cases'][number] }
  | { readonly by: 'option'; readonly of: BranchOption }
  /** The option is the reroute's own. */
  | { readonly by: 'reroute'; readonly of: Reroute; readonly option: BranchOption }
);

/** Every way out of a step, its own ones first. A contact that it starts beside goes its own way, and is none of them. */
export function waysOut(step: Step): WayOut[] {
  const rerouted = step.reroutes.flatMap((of) =>
    of.to.map((option) => ({ by: 'reroute' as const, of, option, to: option.to })),
  );
  return [...ownWays(step), ...rerouted].filter(({ to }) => to !== NONE);
}

function ownWays(step: Step): WayOut[] {
  switch (step.verb) {
    case 'seize':
      return [
        { by: 'then', to: step.then },
        { by: 'full', to: step.ifFull },
        { by: 'closed', to: step.ifClosed },
        { by: 'preempted', to: step.ifPreempted },
        { by: 'patience', to: step.patience?.to ?? NONE },
      ];
    case 'branch':
      return [
        ...step.cases.map((of) => ({ by: 'case' as const, of, to: of.to })),
        ...step.options.map((of) => ({ by: 'option' as const, of, to: of.to })),
      ];
    case 'leave':
      return [];
    default:
      return [{ by: 'then', to: step.then }];
  }
}
