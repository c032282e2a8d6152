import { misspelt } from './nearest.js';
import { type ParameterTable, referenceIn } from './parameters.js';
import type { AdoptedPolicy } from './policies.js';
import type { ProblemList } from './problems.js';
import { branchAt, child, type Tree } from './tree.js';

/**
 * Tells of a scenario's parameters that nothing names, since they would change nothing in silence. It is a Problem where
 * a file that extends another probably meant something else: a lever of a policy, or the name of a parameter that is in
 * use. Anywhere else it is a warning.
 */
export function checkUnused(
  table: ParameterTable,
  tree: Tree,
  root: Tree,
  policies: readonly AdoptedPolicy[],
  list: ProblemList,
): void {
  // A policy's own parameters come first, so that their names there do not mean the scenario's.
  const named = new Set([tree, root, ...policies.map((policy) => policy.tree)].flatMap(namesIn));
  const ofScenario = new Set(namesIn(tree));
  for (const policy of policies) {
    for (const name of namesIn(policy.tree)) if (!Object.hasOwn(policy.table.drafts, name)) ofScenario.add(name);
  }
  const known = [...new Set([...Object.keys(table.drafts), ...named])].filter((name) => named.has(name));
  const declaredByRoot = child(root, 'parameters');
  for (const name of Object.keys(table.drafts)) {
    if (ofScenario.has(name)) continue;
    const policy = policies.find((each) => Object.hasOwn(each.table.drafts, name));
    if (policy !== undefined) {
      const fault = ofPolicy(name, policy);
      if (Object.hasOwn(policy.draft.levers ?? {}, name)) list.atKey(table.top, ['parameters', name], fault);
      else list.warn(table.top, ['parameters', name], { ...fault, found: name });
      continue;
    }
    const isOwn = tree !== root && child(declaredByRoot, name) === undefined;
    const near = isOwn ? misspelt(name, known) : null;
    if (near === null) warnUnused(table, name, list);
    else {
      list.atKey(table.top, ['parameters', name], {
        message: `Nothing names the parameter \`${name}\`, so its value changes nothing.`,
        expected: 'the name of a parameter that is in use, or `$name` somewhere for a new one',
        nearest: near,
      });
    }
  }
}

/** Warns of a policy's own parameters that nothing in its file names. */
export function warnUnusedOf(policy: AdoptedPolicy, list: ProblemList): void {
  const named = new Set(namesIn(policy.tree));
  for (const name of Object.keys(policy.table.drafts)) if (!named.has(name)) warnUnused(policy.table, name, list);
}

function ofPolicy(name: string, { id, draft, where }: AdoptedPolicy) {
  const use = branchAt(where.tree, where.path);
  const named = use?.kind === 'map' ? child(use, 'policy') : use;
  const isLever = Object.hasOwn(draft.levers ?? {}, name);
  return {
    message: `\`${name}\` is a ${isLever ? 'lever' : 'parameter'} of the policy \`${id}\`: set here, it changes nothing.`,
    expected: isLever ? '`with:` where the policy is named' : 'parameters that the scenario names',
    next: isLever
      ? `Write \`{policy: ${named?.kind === 'scalar' ? named.text : id}, with: {${name}: …}}\` under \`policies:\`, and take it out here.`
      : 'Take it out here; to set it from outside, copy the policy and declare it under `levers` there.',
  };
}

function warnUnused(table: ParameterTable, name: string, list: ProblemList): void {
  list.warn(table.top, ['parameters', name], {
    message: `Nothing names the parameter \`${name}\`, so its value changes nothing.`,
    found: name,
    expected: `\`$${name}\` somewhere`,
    next: 'Look at its spelling, or take it out.',
  });
}

/** Names of all parameters that a part of a file names. */
export function namesIn(tree: Tree): string[] {
  if (tree.kind === 'map') return [...tree.entries.values()].flatMap(namesIn);
  if (tree.kind === 'list') return tree.items.flatMap(namesIn);
  const name = referenceIn(tree);
  return name === null ? [] : [name];
}
