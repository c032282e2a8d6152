import type { CheckedScenario } from './assemble.js';
import { type AssumptionRow, assumptionsOf } from './assumptions.js';
import { describePolicy, type PolicyRow } from './describe.js';
import { inOneLine, type Path, showPath, type Tree } from './tree.js';

/** One thing that is otherwise in two scenarios; null where one of them does not have it. */
export interface Difference<T> {
  readonly what: string;
  readonly a: T | null;
  readonly b: T | null;
}

/** All that differs between two scenarios, apart from what they are called. */
export interface Differences {
  /** Policies that only one has, or that are put on otherwise. */
  readonly policies: readonly Difference<PolicyInForce>[];
  /** Numbers whose value, range, source or grade differs. */
  readonly numbers: readonly Difference<AssumptionRow>[];
  /** Anything else, by its address in the file, as written. */
  readonly written: readonly Difference<string>[];
}

/** A policy as it is put on. */
export interface PolicyInForce extends PolicyRow {
  /** How often it is followed, 0 to 1. */
  readonly compliance: number;
  /** [hours] */
  readonly ramp: number;
}

/** Keys that say what a scenario is called and where its parts come from, or that are told apart. */
const TOLD_APART = ['spillover', 'scenario', 'label', 'description', 'extends', 'policies', 'parameters', 'evidence'];

/** What differs between two scenarios as they stand, each with all that it extends. */
export function differenceOf(a: CheckedScenario, b: CheckedScenario): Differences {
  const rows = (checked: CheckedScenario) => new Map(assumptionsOf(checked).map((row) => [row.id, row]));
  const policies = (checked: CheckedScenario) =>
    new Map(
      checked.policies.map((policy): [string, PolicyInForce] => {
        const { compliance, ramp } = policy;
        // How much of what is measured it is in force follows from `time`, which is told apart.
        const { inForce: _, ...row } = describePolicy(policy, checked.span);
        return [policy.id, { ...row, compliance, ramp }];
      }),
    );
  const says = ({ value, range, grade, source }: AssumptionRow) => JSON.stringify([value, range, grade, source]);
  return {
    policies: between(policies(a), policies(b), JSON.stringify),
    numbers: between(rows(a), rows(b), says),
    written: writtenIn(a.tree, b.tree, []),
  };
}

/** Entries that only one of two maps has, or that say something else. */
function between<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>, says: (value: T) => string): Difference<T>[] {
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((what) => {
    const [one, other] = [a.get(what) ?? null, b.get(what) ?? null];
    const same = one !== null && other !== null && says(one) === says(other);
    return same ? [] : [{ what, a: one, b: other }];
  });
}

function writtenIn(a: Tree, b: Tree, path: Path): Difference<string>[] {
  if (a.kind === 'map' && b.kind === 'map') {
    return [...new Set([...a.entries.keys(), ...b.entries.keys()])].flatMap((key) => {
      if (path.length === 0 && TOLD_APART.includes(key)) return [];
      const below = [...path, key];
      const [one, other] = [a.entries.get(key), b.entries.get(key)];
      if (one !== undefined && other !== undefined) return writtenIn(one, other, below);
      return [{ what: showPath(below), a: one ? inOneLine(one) : null, b: other ? inOneLine(other) : null }];
    });
  }
  const [one, other] = [inOneLine(a), inOneLine(b)];
  return one === other ? [] : [{ what: showPath(path), a: one, b: other }];
}
