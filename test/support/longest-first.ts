/** The order of test files: the longest first, so that no core waits at the end for one that was begun late. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const TESTS = resolve(import.meta.dirname, '..');

/** Files that take longest, the longest first. In a clean clone nothing is known of earlier runs. */
const LONGEST = [
  'theory/theory',
  'cli/capacity',
  'theory/stock',
  'theory/areas',
  'cli/validate',
  'scenarios/shipped-policies',
  'cli/init',
  'cli/tipping',
  'cli/validation-page',
  'cli/rerun',
  'sim/areas',
  'cli/run',
  'scenarios/editor',
  'cli/futures',
  'scenarios/shipped-worlds',
  'report/report',
  'cli/ask',
  'report/wording',
  'report/charts',
  'scenarios/what-emerges',
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
