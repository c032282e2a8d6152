import { NONE, type StateMultiplier } from '../../sim/index.js';
import type { Path } from '../tree.js';
import { compileStateTest } from './condition.js';
import type { Compiling } from './context.js';

/** Multiplier lines of a hazard, one for each value of a state. */
export function compileMultipliers(
  drafts:
    | readonly { readonly state: Readonly<Record<string, readonly string[]>>; readonly times: number }[]
    | undefined,
  path: Path,
  compiling: Compiling,
): StateMultiplier[] {
  return (drafts ?? []).flatMap((draft, index) => {
    const tests = compileStateTest(draft.state, [...path, index, 'state'], compiling);
    if (tests.length !== 1) {
      compiling.problem([...path, index, 'state'], {
        message: 'A multiplier goes with one state variable.',
        expected: 'one state variable, with its value or values',
        next: 'Write a line for each variable: their multipliers are multiplied.',
      });
    }
    return tests
      .slice(0, 1)
      .flatMap(({ variable, values }) =>
        variable === NONE
          ? []
          : values.filter((value) => value !== NONE).map((value) => ({ variable, value, times: draft.times })),
      );
  });
}

/** One number for each name of a list, 1 where nothing is said; unknown names are Problems. */
export function compileFactors(
  factors: Readonly<Record<string, number>> | undefined,
  of: 'cohorts' | 'severities',
  path: Path,
  compiling: Compiling,
): number[] {
  const names = compiling.names[of];
  for (const name of Object.keys(factors ?? {})) {
    compiling.index(names, of === 'cohorts' ? 'cohort' : 'severity', name, [...path, name]);
  }
  return names.list.map((name) => factors?.[name] ?? 1);
}
