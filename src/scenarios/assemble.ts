import type { z } from 'zod';
import type { World } from '../sim/index.js';
import { type AreaSize, areaParts } from './area-parts.js';
import { makeTogether } from './areas-together.js';
import { type Chain, readChain, type WrittenScenario } from './chain.js';
import { checkParameters, namesEvidence } from './check-parameters.js';
import { checkRoles } from './check-roles.js';
import { compileTime, type Span } from './compile/time.js';
import { type Evidence, readEvidence } from './evidence.js';
import { evidenceFiles } from './evidence-files.js';
import type { Files, SourceFile } from './files.js';
import { checkInForce } from './in-force.js';
import type { LeverSetting } from './lever-values.js';
import { warnOtherSize } from './other-size.js';
import { type ParameterTable, substitute } from './parameters.js';
import { type AdoptedPolicy, checkOrigins, readPolicies } from './policies.js';
import { checkOrder } from './policy-order.js';
import type { ProblemList } from './problems.js';
import { atRangeEnd, nameIn, type RangeEnd } from './range-end.js';
import { readParameters } from './read-parameters.js';
import { readWith } from './read-with.js';
import { type ScenarioDraft, writtenScenario } from './schema/scenario.js';
import { checkStrict } from './strict.js';
import { checkDesign } from './timeline.js';
import { branchAt, child, type Tree } from './tree.js';
import { checkUnused, warnUnusedOf } from './unused.js';

/** Something other than the file says decides how a scenario is run. */
export interface Overrides {
  /** In place of the design that the scenario states. */
  readonly design?: 'steady' | 'go-live' | undefined;
  /** In place of the measured period that the scenario states [hours]. */
  readonly measure?: number | undefined;
  /**
   * Policies that are put on after those of the scenario: by name or by path from the folder of the command, or as a file
   * names them.
   */
  readonly policies?: readonly (string | Tree)[] | undefined;
  /** Levers of policies, in place of what the scenario says. */
  readonly levers?: readonly LeverSetting[] | undefined;
  /** One parameter, of the scenario or of a policy, at an end of its range. */
  readonly moved?: RangeEnd | undefined;
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
  readonly areas: readonly AreaSize[];
  /** At the first moment, with the edits of its policies made; of several areas, that of the first. */
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

/**
 * Reads, merges, checks and compiles a scenario; null (with Problems in `list`) when there is nothing to compile.
 * @param scenario A reference, or a scenario that stands in another file.
 */
export function assemble(
  scenario: string | WrittenScenario,
  files: Files,
  overrides: Overrides,
  list: ProblemList,
): CheckedScenario | null {
  const written = readChain(scenario, files, list);
  if (written === null) return null;
  const putOn = (overrides.policies ?? []).map((policy) =>
    typeof policy === 'string' ? onCommandLine(policy) : policy,
  );
  const name = nameIn(null, overrides.moved);
  const [whole, root] = [written.tree, written.root].map((tree) => atRangeEnd(tree, name, overrides.moved)) as [
    Tree,
    Tree,
  ];
  const chain = { ...written, tree: withPolicies(whole, putOn), root };
  const table = readParameters(chain.tree, list);
  const first = readHead(chain.tree, table, list);
  if (first === null) return null;
  const stated = compileTime(first, chain.tree, list);
  const span = spanOf(stated, overrides);
  const fileOf = (tree: Tree) =>
    tree.at.file === COMMAND_LINE
      ? null
      : (chain.files.find(({ file }) => file.shown === tree.at.file)?.file ?? chain.entry);
  const areas = areaParts(first, chain, list);
  warnOtherSize(chain, areas, table, list);
  const host = {
    tree: chain.tree,
    table,
    files,
    fileOf,
    levers: overrides.levers ?? [],
    moved: overrides.moved,
    areas: areas.map(({ id }) => id),
  };
  const policies = readPolicies(first.policies ?? [], host, list);
  checkDesign(span, policies, list);
  checkInForce(span, policies, list);
  checkOrder(policies, ({ where }) => putOn.some((each) => each === branchAt(where.tree, where.path)), list);
  checkOrigins(policies, first, list);
  checkUnused(table, chain.tree, chain.root, policies, list);
  for (const policy of policies) warnUnusedOf(policy, list);
  const evidence = checkSources(chain, table, policies, files, list);
  checkRoles(chain.tree, list);
  for (const policy of policies) checkRoles(policy.tree, list);
  const trees = chain.files.map((file) => file.tree);
  if (first.strict) checkStrict(chain.tree, trees, list);
  for (const policy of policies) if (first.strict || policy.draft.strict) checkStrict(policy.tree, [], list);
  const made = makeTogether({ chain, span, policies, table, areas }, list);
  if (made === null) return null;
  return {
    entry: chain.entry.id,
    tree: chain.tree,
    root: chain.family,
    span,
    world: made.world,
    draft: made.draft,
    policies,
    areas,
    table,
    evidence,
    sources: new Map([...chain.files, ...policies].map(({ file, tree }) => [file.shown, { file, tree }])),
  };
}

/** The times that hold: what was asked for goes before what the scenario states, and what follows keeps its length. */
function spanOf(stated: Span, { design, measure }: Overrides): Span {
  const more = measure === undefined ? 0 : Math.round(measure) - (stated.measuredEnd - stated.warmUp);
  return {
    ...stated,
    design: design ?? stated.design,
    measuredEnd: stated.measuredEnd + more,
    horizon: stated.horizon + more,
  };
}

/** Where policies are named that the scenario does not name. */
const COMMAND_LINE = 'the command line';

function onCommandLine(name: string): Tree {
  return { kind: 'scalar', at: { file: COMMAND_LINE, line: 1, column: 1 }, key: null, value: name, text: name };
}

/** A scenario with more policies at the end of its list. */
function withPolicies(tree: Tree, added: readonly Tree[]): Tree {
  const [first] = added;
  if (first === undefined || tree.kind !== 'map') return tree;
  const own = child(tree, 'policies');
  const items = [...(own?.kind === 'list' ? own.items : []), ...added];
  const policies: Tree = { kind: 'list', at: first.at, key: null, items };
  return { ...tree, entries: new Map([...tree.entries, ['policies', policies]]) };
}

/** What has to be known before anything else: when it runs, where, and which policies are on. */
const head = writtenScenario.pick({
  time: true,
  policies: true,
  strict: true,
  agencies: true,
  area: true,
  areas: true,
});
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
