import { NONE, type Step } from './step.js';

/** The steps that an episode may take next from a step (parallel contacts that it starts go their own way). */
export function successors(step: Step): number[] {
  const rerouted = step.reroutes.flatMap(({ to }) => to.map((option) => option.to));
  return [...ownSuccessors(step), ...rerouted].filter((next) => next !== NONE);
}

function ownSuccessors(step: Step): number[] {
  switch (step.verb) {
    case 'seize':
      return [step.then, step.ifFull, step.ifClosed, step.ifPreempted, step.patience?.to ?? NONE];
    case 'branch':
      return [...step.cases.map(({ to }) => to), ...step.options.map(({ to }) => to)];
    case 'leave':
      return [];
    default:
      return [step.then];
  }
}
