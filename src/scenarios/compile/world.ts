import { MOST_SEVERITIES, type Tables, type World } from '../../sim/index.js';
import type { AreaSize } from '../area-parts.js';
import type { EpochDraft } from '../draft.js';
import type { ProblemList } from '../problems.js';
import { OTHERS } from '../schema/by-severity.js';
import { DISTRIBUTIONS } from '../schema/distribution.js';
import type { ScenarioDraft } from '../schema/scenario.js';
import type { Tree } from '../tree.js';
import { compileArrivals } from './arrivals.js';
import { compileClocks } from './clocks.js';
import { collectNames } from './collect-names.js';
import { Compiling } from './context.js';
import { compileNeeds } from './needs.js';
import { compilePeople } from './people.js';
import { compileServices } from './services.js';
import { compileSteps } from './steps.js';
import { compileStock } from './stock.js';
import type { Span } from './time.js';

/** All that goes into a world: drafts by epoch, and what the root of `extends` declares for good. */
export interface WorldPlan {
  readonly name: string;
  readonly tree: Tree;
  readonly span: Span;
  readonly epochs: readonly { readonly from: number; readonly draft: EpochDraft }[];
  /** Calendars and unit rates: the root's, or of blocks that the root does not have, their own before any edit. */
  readonly declared: ScenarioDraft;
  /** People, area, severities and stock. */
  readonly root: ScenarioDraft;
  readonly rootTree: Tree;
  readonly policies: readonly string[];
  /** All areas of the scenario; `root.area` is the one that is compiled. */
  readonly areas: readonly AreaSize[];
}

/** Compiles a plan to a frozen world; what is wrong goes into `list`, and the world is then of no use. */
export function compilePlan(plan: WorldPlan, list: ProblemList): { world: World; compiling: Compiling } {
  const { root, span } = plan;
  const drafts = plan.epochs.map((epoch) => epoch.draft);
  const names = collectNames(drafts, root, plan.policies);
  const population = root.area.population;
  const compiling = new Compiling(plan.tree, names, population, list, plan.areas, root.area.id);
  const atRoot = new Compiling(plan.rootTree, names, population, list, plan.areas, root.area.id);
  checkSeverities(root, atRoot);
  const epochs = plan.epochs.map(({ from, draft }): { from: number; tables: Tables } => ({
    from,
    tables: {
      services: compileServices(draft.scenario, compiling),
      steps: compileSteps(draft, compiling),
      needs: compileNeeds(draft.scenario, plan.declared, compiling),
      arrivals: compileArrivals(draft.scenario, plan.declared, compiling),
      clocks: compileClocks(draft.scenario, compiling),
    },
  }));
  const world: World = {
    name: plan.name,
    warmUp: span.warmUp,
    measuredEnd: span.measuredEnd,
    horizon: span.horizon,
    area: { name: root.area.id, population },
    ...compilePeople(root, atRoot),
    severities: names.severities.list,
    channels: names.channels.list,
    outcomes: names.outcomes.list,
    agencies: names.agencies.list,
    pathways: names.pathways.list.map((name) => ({
      name,
      entry: names.steps.list.findIndex((step) => step.startsWith(`${name}.`)),
    })),
    policies: names.policies.list,
    epochs,
    stock: compileStock(root, atRoot),
    gridlock: drafts[0]?.scenario.gridlock ?? 'fail',
  };
  if (!atRoot.routesKnown) compiling.routesKnown = false;
  return { world: freeze(world), compiling };
}

/** Words that mean something else where a value may be given by severity. */
const RESERVED = [OTHERS, ...DISTRIBUTIONS];

function checkSeverities(root: ScenarioDraft, compiling: Compiling): void {
  const count = root.severities?.length ?? 0;
  if (count > MOST_SEVERITIES) {
    compiling.problem(['severities'], {
      message: 'These are more severities than the log of a run can tell apart.',
      found: `${count} severities`,
      expected: `at most ${MOST_SEVERITIES}`,
      next: 'Put some of them together.',
    });
  }
  root.severities?.forEach((severity, index) => {
    if (!RESERVED.includes(severity)) return;
    compiling.problem(['severities', index], {
      message: `\`${severity}\` cannot be the name of a severity: it means something else in a file.`,
      expected: 'another word',
      next: 'Rename it.',
    });
  });
}

/** Freezes a value and all that is in it. */
export function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}
