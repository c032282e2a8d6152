import { unknownName } from '../problems.js';
import type { StepDraft } from '../schema/steps.js';
import type { Making, Occasion } from './kind.js';

/** The step that an edit names as `pathway.step`; null, with a Problem, when there is none. */
export function findStep(name: string, making: Making, occasion: Occasion): StepDraft | null {
  if (name === '') return null;
  const pathways = Object.entries(making.scenario.pathways ?? {});
  const names = pathways.flatMap(([pathway, { steps }]) => Object.keys(steps).map((step) => `${pathway}.${step}`));
  if (names.includes(name)) {
    const [pathway = '', step = ''] = name.split('.');
    return making.scenario.pathways?.[pathway]?.steps[step] ?? null;
  }
  occasion.problem(['step'], unknownName('step', name, names, 'Write the name of a step, as `pathway.step`.'));
  return null;
}
