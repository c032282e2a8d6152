/** The order of test files: the longest first, so that no core waits at the end for one that was begun late. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const TESTS = resolve(import.meta.dirname, '..');

/** Files that take longest, the longest first. In a clean clone nothing is known of earlier runs. */
const LONGEST = [
  'theory/theory',
  'theory/areas',
  'scenarios/shipped-policies',
  'cli/validation-page',
  'cli/init',
  'scenarios/what-emerges',
  'cli/validate',
  'cli/tipping',
  'cli/capacity',
].map((name) => resolve(TESTS, `${name}.test.ts`));

/** Long files in the order above, then the others as vitest has them. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    for (const file of LONGEST) if (!existsSync(file)) throw new Error(`${file} is listed as long, and is not there`);
    const rank = ({ moduleId }: TestSpecification) =>
      (LONGEST.indexOf(moduleId) + LONGEST.length) % (LONGEST.length + 1);
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}
