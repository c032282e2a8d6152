import type { z } from 'zod';
import type { World } from '../sim/index.js';
import { draftOn, type MadeDraft } from './apply-policies.js';
import { type Chain, readChain } from './chain.js';
import { checkParameters, namesEvidence } from './check-parameters.js';
import { checkStock, checkWorld } from './checks/index.js';
import { compileTime, type Span } from './compile/time.js';
import { compilePlan, type WorldPlan } from './compile/world.js';
import { type Evidence, readEvidence } from './evidence.js';
import { evidenceFiles } from './evidence-files.js';
import type { Files, SourceFile } from './files.js';
import type { LeverSetting } from './lever-values.js';
import { type ParameterTable, substitute } from './parameters.js';
import { type AdoptedPolicy, checkOrigins, readPolicies } from './policies.js';
import { checkOrder } from './policy-order.js';
import type { ProblemList } from './problems.js';
import { readParameters } from './read-parameters.js';
import { readWith } from './read-with.js';
import { type ScenarioDraft, scenario as scenarioSchema } from './schema/scenario.js';
import { checkStrict } from './strict.js';
import { checkDesign, type Moment, momentsOf } from './timeline.js';
import { branchAt, child, type Tree } from './tree.js';
import { checkUnused, warnUnusedOf } from './unused.js';

/** Something other than the file says decides how a scenario is run. */
export interface Overrides {
  /** In place of the design that the scenario states. */
  readonly design?: 'steady' | 'go-live' | undefined;
  /** Policies that are put on after those of the scenario, by name or by path from the folder of the command. */
  readonly policies?: readonly string[] | undefined;
  /** Levers of policies, in place of what the scenario says. */
  readonly levers?: readonly LeverSetting[] | undefined;
}

/** A scenario without faults, compiled, with what it takes to describe it. */
export interface CheckedScenario {
  /** Path of the entry file among the files read. */
  readonly entry: string;
  /** As written, over all that it extends. */
  readonly tree: Tree;
  /** Path of the file that declares its people and stock. */
  readonly root: string;
  readonly span: Span;
  readonly world: World;
  /** At the first moment, with the edits of its policies made. */
  readonly draft: ScenarioDraft;
  readonly policies: readonly AdoptedPolicy[];
  readonly table: ParameterTable;
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** The files in which scenario and policies are written, as they stand, by the name that is shown. */
  readonly sources: ReadonlyMap<string, WrittenFile>;
}

/** A file as it was written. */
export interface WrittenFile {
  readonly file: SourceFile;
  readonly tree: Tree;
}

/** The frozen world of a checked scenario: names as indexes, hours and rates per hour. */
export function compileWorld(checked: CheckedScenario): World {
  return checked.world;
}

/** Reads, merges, checks and compiles a scenario; null (with Problems in `list`) when there is nothing to compile. */
export function assemble(
  reference: string,
  files: Files,
  overrides: Overrides,
  list: ProblemList,
): CheckedScenario | null {
  const written = readChain(reference, files, list);
  if (written === null) return null;
  const chain = { ...written, tree: withPolicies(written.tree, overrides.policies ?? []) };
  const table = readParameters(chain.tree, list);
  const first = readHead(chain.tree, table, list);
  if (first === null) return null;
  const stated = compileTime(first, chain.tree, list);
  const span = overrides.design === undefined ? stated : { ...stated, design: overrides.design };
  const fileOf = (tree: Tree) =>
    tree.at.file === COMMAND_LINE
      ? null
      : (chain.files.find(({ file }) => file.shown === tree.at.file)?.file ?? chain.entry);
  const host = { tree: chain.tree, table, files, fileOf, levers: overrides.levers ?? [] };
  const policies = readPolicies(first.policies ?? [], host, list);
  checkDesign(span, policies, list);
  checkOrder(policies, ({ where }) => branchAt(where.tree, where.path)?.at.file === COMMAND_LINE, list);
  checkOrigins(policies, first, list);
  checkUnused(table, chain.tree, chain.root, policies, list);
  for (const policy of policies) warnUnusedOf(policy, list);
  const evidence = checkSources(chain, table, policies, files, list);
  const trees = chain.files.map((file) => file.tree);
  if (first.strict) checkStrict(chain.tree, trees, list);
  for (const policy of policies) if (first.strict || policy.draft.strict) checkStrict(policy.tree, [], list);
  const made = makeWorld({ chain, span, policies, table }, list);
  if (made === null) return null;
  return {
    entry: chain.entry.id,
    tree: chain.tree,
    root: chain.family,
    span,
    world: made.world,
    draft: made.draft,
    policies,
    table,
    evidence,
    sources: new Map([...chain.files, ...policies].map(({ file, tree }) => [file.shown, { file, tree }])),
  };
}

/** Where policies are named that the scenario does not name. */
const COMMAND_LINE = 'the command line';

/** A scenario with more policies at the end of its list. */
function withPolicies(tree: Tree, names: readonly string[]): Tree {
  if (names.length === 0 || tree.kind !== 'map') return tree;
  const at = { file: COMMAND_LINE, line: 1, column: 1 };
  const own = child(tree, 'policies');
  const added = names.map((name): Tree => ({ kind: 'scalar', at, key: null, value: name, text: name }));
  const items = [...(own?.kind === 'list' ? own.items : []), ...added];
  return { ...tree, entries: new Map([...tree.entries, ['policies', { kind: 'list', at, key: null, items }]]) };
}

interface Parts {
  readonly chain: Chain;
  readonly span: Span;
  readonly policies: readonly AdoptedPolicy[];
  readonly table: ParameterTable;
}

/** Drafts of every moment, compiled and checked. */
function makeWorld(parts: Parts, list: ProblemList): { world: World; draft: ScenarioDraft } | null {
  const { chain, span, policies, table } = parts;
  const moments = momentsOf(span, policies, datedDays(table, policies));
  const on = policies.map((_, index) => moments.some((moment) => (moment.strengths[index] ?? 0) > 0));
  const draftsAt = (moment: Moment, isOn: readonly boolean[], strength?: number) => {
    const active = policies.flatMap((policy, index) =>
      isOn[index] ? [{ policy, strength: strength ?? moment.strengths[index] ?? 0 }] : [],
    );
    return draftOn(moment.day, chain.tree, table, active, list);
  };
  const [first, ...later] = moments;
  if (first === undefined) return null;
  const start = draftsAt(first, on);
  const root = readRoot(chain, first.day, list);
  if (start === null || root === null) return null;
  const plan: WorldPlan = {
    name: start.before.scenario,
    tree: start.tree,
    span,
    epochs: [{ from: 0, draft: start.draft }, ...later.flatMap((moment) => epochOf(moment, draftsAt(moment, on)))],
    declared: declaredBy(root, start.before),
    root,
    rootTree: chain.root,
    policies: policies.map((policy) => policy.id),
  };
  const { world, compiling } = compilePlan(plan, list);
  const bare = on.includes(true)
    ? draftsAt(
        first,
        policies.map(() => false),
      )
    : null;
  const base = bare === null ? null : compilePlan({ ...plan, epochs: epochOf(first, bare) }, list).world;
  const files = [...chain.files, ...policies].map(({ file }) => file);
  const shipped = new Set(files.filter(({ id }) => id.startsWith('shipped/')).map(({ shown }) => shown));
  checkWorld({ world, base, draft: start.draft.scenario, compiling, shipped });
  if (chain.family === chain.entry.id) checkStock(base ?? world, compiling, chain.root, list);
  if (on.includes(false)) {
    const everyone = policies.map(() => true);
    const full = draftsAt(first, everyone, 1);
    if (full !== null) compilePlan({ ...plan, tree: full.tree, epochs: epochOf(first, full) }, list);
  }
  return { world, draft: start.draft.scenario };
}

function epochOf(moment: Moment, made: MadeDraft | null): WorldPlan['epochs'] {
  return made === null ? [] : [{ from: moment.from, draft: made.draft }];
}

/** What has to be known before anything else: when it runs, and which policies are on. */
const head = scenarioSchema.pick({ time: true, policies: true, strict: true, agencies: true });
type Head = z.output<typeof head>;

function readHead(tree: Tree, table: ParameterTable, list: ProblemList): Head | null {
  const entries = new Map(Object.keys(head.shape).flatMap((key) => entryOf(tree, key)));
  const alone: Tree = { kind: 'map', at: tree.at, key: null, entries };
  return readWith(head, substitute(alone, [table], 0, list), list).value;
}

function entryOf(tree: Tree, key: string): [string, Tree][] {
  const branch = child(tree, key);
  return branch === undefined ? [] : [[key, branch]];
}

/** Roots that were read already: a family of scenarios has one. */
const roots = new WeakMap<Tree, Map<number, ScenarioDraft | null>>();

/** The root scenario as it stands alone: what it declares holds for every world of its family. */
function readRoot(chain: Chain, day: number, list: ProblemList): ScenarioDraft | null {
  const known = roots.get(chain.root) ?? new Map<number, ScenarioDraft | null>();
  roots.set(chain.root, known);
  const before = known.get(day);
  if (before !== undefined) return before;
  const table = readParameters(chain.root, list);
  const read = readWith(scenarioSchema, substitute(chain.root, [table], day, list), list).value;
  known.set(day, read);
  return read;
}

/** Needs and arrivals whose calendars and unit rates hold: the root's, and those of blocks that the root lacks. */
function declaredBy(root: ScenarioDraft, before: ScenarioDraft): ScenarioDraft {
  return { ...before, needs: { ...before.needs, ...root.needs }, arrivals: { ...before.arrivals, ...root.arrivals } };
}

/** Days on which a dated value of the scenario, or of a policy that somebody follows, comes into force. */
function datedDays(table: ParameterTable, policies: readonly AdoptedPolicy[]): number[] {
  const tables = [table, ...policies.filter((policy) => policy.compliance > 0).map((policy) => policy.table)];
  return tables.flatMap(({ drafts }) =>
    Object.values(drafts).flatMap((draft) => (draft.dated ?? []).slice(1).map((entry) => entry.from.day)),
  );
}

/** Looks up the sources of all parameters; the shipped evidence is read only when one of them names it. */
function checkSources(
  chain: Chain,
  table: ParameterTable,
  policies: readonly AdoptedPolicy[],
  files: Files,
  list: ProblemList,
): ReadonlyMap<string, Evidence> {
  const hosts = [...chain.files, ...policies.map(({ file, tree }) => ({ file, tree }))];
  const own = hosts.flatMap(({ file, tree }) => evidenceFiles(tree, file, files, list));
  const tables = [table, ...policies.map((policy) => policy.table)];
  const shipped = tables.some(namesEvidence) ? files.shippedEvidence() : [];
  const evidence = readEvidence([...new Map([...shipped, ...own].map((file) => [file.id, file])).values()], list);
  for (const each of tables) checkParameters(each, evidence, list);
  return evidence;
}
