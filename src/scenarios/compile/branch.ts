import { type BranchOption, type BranchStep, MOST_CASES } from '../../sim/index.js';
import { isParts } from '../schema/parts.js';
import type { StepDraft } from '../schema/steps.js';
import type { Path } from '../tree.js';
import { compileCondition } from './condition.js';
import type { Compiling } from './context.js';
import type { StepPlace } from './steps.js';

type BranchDraft = Extract<StepDraft, { branch: unknown }>['branch'];
type OptionDrafts = NonNullable<BranchDraft['options']>;

/** Cases in order, then a race over options whose weights add to 1 for each severity. */
export function compileBranch(
  draft: { readonly branch: BranchDraft },
  place: StepPlace,
  compiling: Compiling,
): Pick<BranchStep, 'verb' | 'cases' | 'options'> {
  const path = [...place.path, 'branch'];
  const written = draft.branch.cases ?? [];
  if (written.length > MOST_CASES) {
    compiling.problem([...path, 'cases'], {
      message: 'These are more cases than the log of a run can tell apart.',
      found: `${written.length} cases`,
      expected: `at most ${MOST_CASES}`,
      next: 'Put some of them into a branch of their own.',
    });
  }
  const cases = written.map((each, index) => ({
    name: each.name ?? `case-${index + 1}`,
    when: compileCondition(each.when ?? {}, [...path, 'cases', index, 'when'], compiling),
    to: compiling.target(each.to, place.pathway, [...path, 'cases', index, 'to']),
  }));
  const { options } = draft.branch;
  const decided = cases.some((each) => Object.keys(each.when).length === 0);
  if (options === undefined) {
    if (!decided) {
      compiling.problem([...path, 'options'], {
        message: 'This branch says nothing for people to whom no case applies.',
        expected: '`options`, or a last case without `when`',
        next: 'Add one.',
      });
    }
    return { verb: 'branch', cases, options: [] };
  }
  return { verb: 'branch', cases, options: compileOptions(options, place, [...path, 'options'], compiling) };
}

function compileOptions(options: OptionDrafts, place: StepPlace, path: Path, compiling: Compiling): BranchOption[] {
  const entries = Object.entries(options);
  const bySeverity = entries.map(([name, option]) => compiling.bySeverity(option.share, [...path, name, 'share']));
  const { severities } = compiling.names;
  const varies = entries.some(([, option]) => isParts(option.share) && Object.keys(option.share).length > 1);
  const weights = severities.list.map((severity, index) => {
    const shares = bySeverity.map((values) => values[index] ?? Number.NaN);
    return compiling.shares(shares, path, varies ? `for the severity \`${severity}\`` : '');
  });
  return entries.map(([name, option], index) => ({
    name,
    weights: weights.map((row) => row[index] ?? Number.NaN),
    to: compiling.target(option.to, place.pathway, [...path, name, 'to']),
  }));
}
