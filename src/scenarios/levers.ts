import { alike, checkScalars } from './check-parameters.js';
import type { Where } from './draft.js';
import { type ParameterTable, substitute } from './parameters.js';
import { type ProblemList, unknownName } from './problems.js';
import type { PolicyDraft } from './schema/policy.js';
import { isId } from './schema/words.js';
import { branchAt, child, type Path, type ScalarTree, type Tree } from './tree.js';
import { percentageMeant, readQuantity } from './units.js';

/** Levers are parameters of the policy, and only levers may be set from outside. */
export function checkLevers(
  draft: PolicyDraft,
  tree: Tree,
  settings: ReadonlyMap<string, Tree>,
  where: Where,
  list: ProblemList,
): void {
  const parameters = Object.keys(draft.parameters ?? {});
  const levers = Object.keys(draft.levers ?? {});
  for (const lever of levers) {
    if (!parameters.includes(lever))
      list.atKey(tree, ['levers', lever], unknownName('parameter of this policy', lever, parameters));
  }
  for (const [name, value] of settings) {
    const path = [...where.path, name];
    checkScalars(value, path, (below, fault) => list.at(where.tree, below, fault));
    if (levers.includes(name) || !isId(name)) continue;
    list.atKey(
      where.tree,
      path,
      unknownName('lever of this policy', name, levers, 'Declare it under `levers` of the policy.'),
    );
  }
}

/**
 * The settings of a policy's levers, with those beyond the declared range of their lever reported and taken out, so that
 * nothing more is said of what would follow from them.
 */
export function withinRanges(
  settings: ReadonlyMap<string, Tree>,
  policy: Tree,
  tables: readonly ParameterTable[],
  where: Where,
  list: ProblemList,
): ReadonlyMap<string, Tree> {
  const checked = [...settings].map(([name, value]): [string, Tree] => {
    const [low, high] = [0, 1].map((end) => branchAt(policy, ['levers', name, 'range', end]));
    if (low?.kind !== 'scalar' || high?.kind !== 'scalar') return [name, value];
    const bounds = { name, low, high };
    const found = substitute(value, tables, 0, list);
    const beyond = faultsBeyond(found, bounds, []);
    for (const { path, ...fault } of beyond) list.at(where.tree, [...where.path, name, ...path], fault);
    return [name, beyond.length === 0 ? value : { kind: 'mended', at: value.at, key: value.key }];
  });
  return new Map(checked);
}

interface Bounds {
  readonly name: string;
  readonly low: ScalarTree;
  readonly high: ScalarTree;
}

/** Faults of every part of a value that is not between the ends of its lever. */
function faultsBeyond(
  value: Tree,
  { name, low, high }: Bounds,
  path: Path,
): { path: Path; message: string; expected: string; next: string }[] {
  const bounds = { name, low, high };
  if (value.kind === 'map')
    return [...value.entries].flatMap(([key, part]) => faultsBeyond(part, bounds, [...path, key]));
  if (value.kind === 'list') return value.items.flatMap((part, index) => faultsBeyond(part, bounds, [...path, index]));
  if (value.kind !== 'scalar') return [];
  const [found, least, most] = [value, low, high].map((each) => readQuantity(each.value));
  if (found === undefined || least === undefined || most === undefined) return [];
  if (found.kind === 'none' || least.kind === 'none' || most.kind === 'none') return [];
  const isAlike = alike(found, least) && alike(found, most);
  if (isAlike && found.value >= least.value && found.value <= most.value) return [];
  return [
    {
      path,
      message: isAlike
        ? `This lies outside of the range of the lever \`${name}\`.`
        : `This is in another kind of unit than the range of the lever \`${name}\`.`,
      expected: `a value from ${low.text} to ${high.text}`,
      next: isAlike
        ? (percentageMeant(found, most) ??
          'Choose a value in the range; the range itself is declared under `levers` of the policy.')
        : 'Write it in the unit of the range.',
    },
  ];
}

/** The range of a lever as declared, low and high; undefined when it has none. */
export function leverRange(policy: Tree, name: string): Tree | undefined {
  return child(branchAt(policy, ['levers', name]), 'range');
}
