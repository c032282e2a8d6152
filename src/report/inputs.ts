import type { AssumptionRecord, Results } from '../experiment/index.js';
import { counted, listed } from './words.js';

/** An input of a run, with the worlds that use it. */
export interface Input {
  readonly record: AssumptionRecord;
  readonly worlds: readonly string[];
}

/** Grades of evidence, weakest first. */
export const GRADES = ['E', 'D', 'C', 'B', 'A'] as const;

/** What the grades mean. */
export const GRADE_WORDS = {
  A: 'direct official or peer-reviewed, right place and time',
  B: 'same quantity, other place or time',
  C: 'indirect or derived',
  D: 'expert view',
  E: 'placeholder',
} as const;

/** All inputs of a run, each once: those of several worlds that agree are one. Weakest grade first, then by id. */
export function inputsOf({ worlds }: Pick<Results, 'worlds'>): readonly Input[] {
  const found = new Map<string, { record: AssumptionRecord; worlds: string[] }>();
  for (const world of worlds) {
    for (const record of world.assumptions) {
      const key = JSON.stringify([record.id, record.from, record.value, record.range, record.source, record.grade]);
      const input = found.get(key) ?? { record, worlds: [] };
      input.worlds.push(world.id);
      found.set(key, input);
    }
  }
  const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
  return [...found.values()].sort(
    (one, other) =>
      GRADES.indexOf(one.record.grade) - GRADES.indexOf(other.record.grade) || compare(one.record.id, other.record.id),
  );
}

/** The weakest grade that a run rests on; null where it has no recorded input. */
export function weakestGrade(inputs: readonly Input[]): AssumptionRecord['grade'] | null {
  return inputs[0]?.record.grade ?? null;
}

/** How many inputs are of the weakest grade used, and of what kind that is; null where no input is recorded. */
export function weakestInWords(of: Pick<Results, 'worlds'>): string | null {
  const inputs = inputsOf(of);
  const weakest = weakestGrade(inputs);
  if (weakest === null) return null;
  const count = inputs.filter(({ record }) => record.grade === weakest).length;
  return (
    `${counted(count, 'input', 'inputs')} of ${inputs.length} ${count === 1 ? 'is' : 'are'} of the weakest grade used, ` +
    `${weakest} (${GRADE_WORDS[weakest]}).`
  );
}

/**
 * The inputs of grade E by id, as many as the caveats count: where worlds have different values of an input, each of
 * these is one, and is told with its worlds.
 */
export function placeholdersOf(of: Pick<Results, 'worlds'>, worldName: (id: string) => string): readonly string[] {
  const inputs = inputsOf(of).filter(({ record }) => record.grade === 'E');
  const ids = inputs.map(({ record }) => record.id);
  return inputs.map(({ record: { id }, worlds }) =>
    ids.indexOf(id) === ids.lastIndexOf(id) ? id : `${id} (in ${listed(worlds.map(worldName))})`,
  );
}
