import type { World } from '../sim/index.js';
import { draftOn, type MadeDraft } from './apply-policies.js';
import { type AreaPart, type AreaSize, multiplied, partOf } from './area-parts.js';
import type { Chain } from './chain.js';
import { checkStock, checkWorld } from './checks/index.js';
import { checkPresence } from './checks/presence.js';
import type { Span } from './compile/time.js';
import { compilePlan, type WorldPlan } from './compile/world.js';
import { type ParameterTable, substitute } from './parameters.js';
import { type AdoptedPolicy, policyIn } from './policies.js';
import type { ProblemList } from './problems.js';
import { readParameters } from './read-parameters.js';
import { readWith } from './read-with.js';
import { type ScenarioDraft, scenario as scenarioSchema } from './schema/scenario.js';
import { type Moment, momentsOf } from './timeline.js';
import type { Tree } from './tree.js';

/** All that the worlds of the areas of a scenario are made of. */
export interface Making {
  readonly chain: Chain;
  readonly span: Span;
  readonly policies: readonly AdoptedPolicy[];
  readonly table: ParameterTable;
  readonly areas: readonly AreaPart[];
}

/** The world of one area, and its draft at the first moment. */
export interface AreaWorld {
  readonly area: AreaSize;
  readonly world: World;
  /** The same without its policies, where it has any. */
  readonly base: World | null;
  readonly draft: ScenarioDraft;
}

/** The days on which something changes in any area: every area's world has an epoch from each of them. */
export function daysOf({ span, policies, table, areas }: Making): number[] {
  const everywhere = areas.flatMap(({ id }) => policies.map((policy) => policyIn(policy, id)));
  return momentsOf(span, everywhere, datedDays(table, policies)).map(({ day }) => day);
}

/** Drafts of every moment of one area, compiled and checked. */
export function makeWorld(
  making: Making,
  area: AreaPart,
  days: readonly number[],
  list: ProblemList,
): AreaWorld | null {
  const { chain, span, table } = making;
  const policies = making.policies.map((policy) => policyIn(policy, area.id));
  const moments = momentsOf(span, policies, days);
  const on = making.policies.map((policy) => isEverOn(policy, making, days));
  const changed = (draft: ScenarioDraft) => multiplied(draft, area.multipliers, null, list);
  const draftsAt = (moment: Moment, isOn: readonly boolean[], strength?: number) => {
    const active = policies.flatMap((policy, index) =>
      isOn[index] ? [{ policy, strength: strength ?? moment.strengths[index] ?? 0 }] : [],
    );
    const made = draftOn(moment.day, area.tree, table, active, changed, list);
    return made && { ...made, draft: { ...made.draft, scenario: partOf(made.draft.scenario, area) } };
  };
  const [first, ...later] = moments;
  if (first === undefined) return null;
  const start = draftsAt(first, on);
  const root = readRoot(area, chain.root, first.day, start, list);
  if (start === null || root === null) return null;
  const plan: WorldPlan = {
    name: start.before.scenario,
    tree: start.tree,
    span,
    epochs: [{ from: 0, draft: start.draft }, ...later.flatMap((moment) => epochOf(moment, draftsAt(moment, on)))],
    declared: declaredBy(root, partOf(start.before, area)),
    root,
    rootTree: area.root,
    policies: policies.map((policy) => policy.id),
    areas: making.areas,
  };
  const { world, compiling } = compilePlan(plan, list);
  const bare = on.includes(true)
    ? draftsAt(
        first,
        policies.map(() => false),
      )
    : null;
  const base = bare === null ? null : compilePlan({ ...plan, epochs: epochOf(first, bare) }, list).world;
  checkPresence(world, start.draft.scenario, compiling);
  const files = [...chain.files, ...policies].map(({ file }) => file);
  const shipped = new Set(files.filter(({ id }) => id.startsWith('shipped/')).map(({ shown }) => shown));
  checkWorld({ world, base, draft: start.draft.scenario, compiling, shipped });
  if (chain.family === chain.entry.id) checkStock(base ?? world, area.root, list);
  if (on.includes(false)) {
    const everyone = policies.map(() => true);
    const full = draftsAt(first, everyone, 1);
    if (full !== null) compilePlan({ ...plan, tree: full.tree, epochs: epochOf(first, full) }, list);
  }
  return { area, world, base, draft: start.draft.scenario };
}

/** Whether a policy is ever in force anywhere: then what it adds is there in every area. */
function isEverOn(policy: AdoptedPolicy, { span, areas }: Making, days: readonly number[]): boolean {
  return areas.some(({ id }) =>
    momentsOf(span, [policyIn(policy, id)], days).some(({ strengths }) => strengths[0]! > 0),
  );
}

function epochOf(moment: Moment, made: MadeDraft | null): WorldPlan['epochs'] {
  return made === null ? [] : [{ from: moment.from, draft: made.draft }];
}

/** Roots that were read already: a family of scenarios has one. */
const roots = new WeakMap<Tree, Map<number, ScenarioDraft | null>>();

/** The root scenario as it stands alone, which may be what was read already: what it declares holds for every world of its family. */
function readRoot(
  area: AreaPart,
  written: Tree,
  day: number,
  made: MadeDraft | null,
  list: ProblemList,
): ScenarioDraft | null {
  const known = roots.get(area.root) ?? new Map<number, ScenarioDraft | null>();
  roots.set(area.root, known);
  const before = known.get(day);
  if (before !== undefined) return before;
  const read = (area.root === area.tree ? made?.alone : null) ?? readAlone(area.root, day, list);
  const root = read === null ? null : partOf(multiplied(read, area.multipliers, written, list), area);
  known.set(day, root);
  return root;
}

function readAlone(root: Tree, day: number, list: ProblemList): ScenarioDraft | null {
  const table = readParameters(root, list);
  return readWith(scenarioSchema, substitute(root, [table], day, list), list).value;
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
