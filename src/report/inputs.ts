import type { AssumptionRecord, Results } from '../experiment/index.js';

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
export function inputsOf(results: Results): readonly Input[] {
  const found = new Map<string, { record: AssumptionRecord; worlds: string[] }>();
  for (const world of results.worlds) {
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
