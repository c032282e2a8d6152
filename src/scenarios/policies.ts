import { type AreaAdoption, adoptionsOf } from './adoption.js';
import type { Where } from './draft.js';
import { type Files, isFile, type SourceFile } from './files.js';
import { type LeverSetting, settingsFor } from './lever-values.js';
import { checkLevers, withinRanges } from './levers.js';
import { type ParameterTable, substitute } from './parameters.js';
import { type ProblemList, unknownName } from './problems.js';
import { atRangeEnd, nameIn, type RangeEnd } from './range-end.js';
import { readParameters } from './read-parameters.js';
import { readWith } from './read-with.js';
import { type PolicyDraft, policy as policySchema } from './schema/policy.js';
import type { PolicyUse } from './schema/policy-use.js';
import type { ScenarioDraft } from './schema/scenario.js';
import { branchAt, child, type Path, type Tree } from './tree.js';
import { readSource } from './yaml.js';

/** A policy as it is put on a scenario. */
export interface AdoptedPolicy {
  readonly id: string;
  readonly file: SourceFile;
  /** As written. */
  readonly tree: Tree;
  readonly draft: PolicyDraft;
  /** Its own parameters, with the levers set where it is used. */
  readonly table: ParameterTable;
  /** Where it is named in the scenario. */
  readonly where: Where;
  /** Policies before it whose order with this one is said to be meant. */
  readonly after: readonly string[];
  /** The first day on which an area adopts it, and the last on which one takes it back; null where nothing is said. */
  readonly starts: number | null;
  readonly ends: number | null;
  /** [hours]; 0: at once. */
  readonly ramp: number;
  /** How often it is followed, where that is most. */
  readonly compliance: number;
  /** Share of people who follow it, each of them always or never; undefined: settled decision by decision. */
  readonly followers: number | undefined;
  /** When and how far each area of the scenario adopts it. */
  readonly adoptions: ReadonlyMap<string, AreaAdoption>;
}

/** A policy as one area adopts it. */
export function policyIn(policy: AdoptedPolicy, area: string): AdoptedPolicy {
  return { ...policy, ...policy.adoptions.get(area) };
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}

function later(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.max(a, b);
}

/** A scenario that puts policies on. */
export interface PolicyHost {
  readonly tree: Tree;
  readonly table: ParameterTable;
  readonly files: Files;
  /** The file in which a branch was written; null for the command line. */
  readonly fileOf: (tree: Tree) => SourceFile | null;
  /** Ids of its areas. */
  readonly areas: readonly string[];
  /** Set from outside, in place of what the scenario says. */
  readonly levers: readonly LeverSetting[];
  /** One parameter at an end of its range. */
  readonly moved?: RangeEnd | undefined;
}

/** Reads the policies of a scenario from their files, in order. */
export function readPolicies(uses: readonly PolicyUse[], host: PolicyHost, list: ProblemList): AdoptedPolicy[] {
  const adopted: AdoptedPolicy[] = [];
  uses.forEach((use, index) => {
    const policy = readPolicy(use, ['policies', index], host, list);
    if (policy === null) return;
    if (adopted.some((other) => other.id === policy.id)) {
      list.at(host.tree, policy.where.path, {
        message: `The policy \`${policy.id}\` is put on twice.`,
        expected: 'each policy once',
        next: 'Delete one of the two.',
      });
    } else adopted.push(policy);
  });
  return adopted;
}

function readPolicy(use: PolicyUse, path: Path, host: PolicyHost, list: ProblemList): AdoptedPolicy | null {
  const named = typeof use === 'string' ? { policy: use } : use;
  const branch = branchAt(host.tree, path);
  if (named.policy === '' || branch === undefined) return null;
  const file = host.files.find(named.policy, 'policy', host.fileOf(branch));
  if (!isFile(file)) {
    list.at(host.tree, typeof use === 'string' ? path : [...path, 'policy'], file);
    return null;
  }
  const written = readPolicyTree(file, list);
  if (written === null) return null;
  const id = child(written, 'policy');
  const moved = nameIn(id?.kind === 'scalar' ? String(id.value) : '', host.moved);
  const tree = atRangeEnd(written, moved, host.moved);
  const levers = child(branch, 'with');
  const outside = settingsFor(tree, host.levers, branch);
  const settings = new Map([
    ...variantSettings(tree, branch, list),
    ...(levers?.kind === 'map' ? levers.entries : []),
    ...outside.levers,
  ]);
  // What is moved to an end of its range is not what the scenario sets it to.
  if (moved !== null) settings.delete(moved);
  const overridesPath = [...path, 'with'];
  const set = { tree: host.tree, path: overridesPath };
  const own = readParameters(tree, list);
  const overrides = withinRanges(settings, tree, [own, host.table], set, list);
  const table: ParameterTable = { ...own, overrides, overridesPath };
  const draft = readWith(policySchema, substitute(tree, [table, host.table], 0, list), list).value;
  if (draft === null) return null;
  const where = { tree: host.tree, path };
  checkLevers(draft, tree, settings, set, list);
  const adopted = typeof use === 'string' ? undefined : use;
  const adoptions = adoptionsOf(
    { policy: draft, use: adopted ?? {}, policyAt: { tree, path: [] }, useAt: where, compliance: outside.compliance },
    host.areas,
    list,
  );
  const all = [...adoptions.values()];
  return {
    id: draft.policy,
    file,
    tree,
    draft,
    table,
    where,
    after: adopted?.after ?? [],
    starts: all.reduce<number | null>((day, { starts }) => earlier(day, starts), null),
    ends: all.reduce<number | null>((day, { ends }) => later(day, ends), null),
    ramp: adopted?.ramp ?? draft.ramp ?? 0,
    compliance: Math.max(0, ...all.map(({ compliance, followers }) => compliance * (followers ?? 1))),
    followers: undefined,
    adoptions,
  };
}

/** What the variant that is asked for sets, where one is; the policy has to have it. */
function variantSettings(policy: Tree, use: Tree, list: ProblemList): ReadonlyMap<string, Tree> {
  const asked = child(use, 'variant');
  if (asked?.kind !== 'scalar') return new Map();
  const variants = child(policy, 'variants');
  const known = variants?.kind === 'map' ? variants.entries : new Map<string, Tree>();
  const settings = child(known.get(asked.text), 'with');
  if (settings?.kind === 'map') return settings.entries;
  list.at(use, ['variant'], unknownName('variant of this policy', asked.text, [...known.keys()]));
  return new Map();
}

/** Reads a policy file as far as its keys: it has to be a policy. */
export function readPolicyTree(file: SourceFile, list: ProblemList): Tree | null {
  const tree = readSource(file, list);
  if (tree === null || child(tree, 'policy') !== undefined) return tree;
  list.at(tree, ['policy'], {
    message: child(tree, 'scenario') === undefined ? '`policy` is missing.' : 'This is a scenario file, not a policy.',
    expected: 'a file with `policy: id`',
    next: 'Write `policy: …` with an id of its own, or name another file.',
  });
  return null;
}

/** The origin of a policy has to be an agency of the scenario that it is put on. */
export function checkOrigins(
  policies: readonly AdoptedPolicy[],
  draft: Pick<ScenarioDraft, 'agencies'>,
  list: ProblemList,
): void {
  const agencies = Object.keys(draft.agencies ?? {});
  for (const { draft: policy, tree } of policies) {
    if (policy.origin === undefined || policy.origin === '' || agencies.includes(policy.origin)) continue;
    list.at(tree, ['origin'], unknownName('agency', policy.origin, agencies));
  }
}
