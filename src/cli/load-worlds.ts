/** Scenario references from a command line to worlds that can be run, with every problem told at once. */
import { basename } from 'node:path';
import type { Member, Plan } from '../experiment/index.js';
import type { CheckedScenario, LackingFuture, LoadOptions, ScenarioDescription } from '../scenarios/index.js';
import type { Terminal } from './terminal.js';

/** Worlds of one family, ready to run, and the files that they came from. */
export interface LoadedWorlds {
  /** The part of an experiment's plan that scenarios decide. */
  readonly plan: Pick<Plan, 'title' | 'worlds' | 'area' | 'areas' | 'design' | 'ample'>;
  /** As stated by the first scenario. */
  readonly replications: number;
  /** References by which the same scenarios are found again in a copy of the files. */
  readonly refs: readonly string[];
  /** The reference by which a future that was put on every world is found again. */
  readonly future: string | null;
  /** Futures that policies need and no world has: each as a sentence. */
  readonly lacking: readonly Lacking[];
  /** Policies that say to look further ahead than is measured. */
  readonly short: readonly Short[];
  /** The measured period that was put in place of the stated one [hours]; null: as stated. */
  readonly measure: number | null;
  /** Texts by path: `project/…` from the project's root, `shipped/…` from the folder of shipped scenarios. */
  readonly files: ReadonlyMap<string, string>;
}

/** What worlds that are run together are called, in the names of files: `a`, `a-vs-b`, `a-vs-b-and-2-more`. */
export function nameOf({ plan }: LoadedWorlds): string {
  const [first, second, ...rest] = plan.worlds.map(({ description }) => description.id);
  const more = rest.length > 0 ? `-and-${rest.length}-more` : '';
  return second === undefined ? `${first}` : `${first}-vs-${second}${more}`;
}

/** A policy that says that a comparison without a kind of future is not enough. */
export interface Lacking extends LackingFuture {
  readonly policy: string;
}

/** A policy whose effects come later than is measured. */
export interface Short {
  readonly policy: string;
  /** How far ahead it says to look, and how long is measured [hours]. */
  readonly horizon: number;
  readonly measured: number;
}

/** Where worlds are looked up, and whether they are measured for as long as their policies say. */
export interface WorldOptions extends LoadOptions {
  readonly lookAhead?: boolean | undefined;
}

/** How far ahead the policies of scenarios say to look [hours]; 0 where none says it. */
function aheadOf(scenarios: readonly CheckedScenario[]): number {
  return Math.max(0, ...scenarios.flatMap(({ policies }) => policies.map(({ draft }) => draft.horizon ?? 0)));
}

function shortIn({ policies, span }: CheckedScenario): Short[] {
  const measured = span.measuredEnd - span.warmUp;
  return policies.flatMap(({ draft: { horizon = 0, label, policy } }) =>
    horizon > measured ? [{ policy: label ?? policy, horizon, measured }] : [],
  );
}

/** Futures that policies of worlds need and that these are not in. */
export async function lackingIn(scenarios: readonly CheckedScenario[]): Promise<Lacking[]> {
  const { lackingFuture } = await import('../scenarios/index.js');
  return scenarios.flatMap(({ policies }) =>
    policies.flatMap((policy) => {
      const lacking = lackingFuture(policy, policies);
      return lacking === null ? [] : [{ policy: policy.draft.label ?? policy.draft.policy, ...lacking }];
    }),
  );
}

/** A reference by which a file is found again: `shipped/uk-baseline.yaml` as `uk-baseline`, `project/my/a.yaml` as `./my/a.yaml`. */
export function referenceTo(entry: string): string {
  return entry.startsWith('shipped/') ? basename(entry, '.yaml') : `./${entry.slice('project/'.length)}`;
}

/** The last policy of a world, where it is a future. */
function futureIn(scenario: CheckedScenario | undefined): string | null {
  const last = scenario?.policies.at(-1);
  return last?.draft.future === undefined ? null : referenceTo(last.file.id);
}

/** Names that would make a longer title are counted instead. */
const LONGEST_TITLE = 140;

/** One world by its own name; a comparison by its policies, where each world has one that no other has. */
function titleOf([first, ...others]: readonly ScenarioDescription[]): string {
  if (first === undefined || others.length === 0) return first?.title ?? '';
  const alone = others.map(({ description: { policies } }) => (policies.length === 1 ? policies[0]?.label : undefined));
  const names = others.map(
    ({ title }, i) => (alone.filter((name) => name === alone[i]).length === 1 ? alone[i] : title) ?? title,
  );
  const last = names.at(-1) ?? '';
  const listed = names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
  const title = `${listed} against the baseline`;
  return title.length > LONGEST_TITLE ? `${others.length} scenarios against the baseline` : title;
}

/**
 * The same worlds with services ample, all that they have where none are named (records apart, of which there is no want);
 * null when one is not known.
 */
async function ampleTwins(
  described: readonly Pick<Member, 'world' | 'dictionary'>[],
  asked: readonly string[] | true,
  terminal: Terminal,
) {
  const { ampleWorld, formatProblems, unknownServices } = await import('../scenarios/index.js');
  const served = described.flatMap(({ dictionary }) => dictionary.services.filter(({ record }) => record !== true));
  const services = asked === true ? [...new Set(served.map(({ id }) => id))] : asked;
  const worlds = described.map(({ world }) => world);
  const problems = unknownServices(services, worlds, '--four-arms');
  if (problems.length > 0) {
    terminal.fault(formatProblems(problems));
    return null;
  }
  return { services, worlds: worlds.map((world) => ampleWorld(world, services)) };
}

/** The part of a plan that scenarios decide, and how many replications the first one states; null where there are none. */
export async function plannedOf(
  scenarios: readonly CheckedScenario[],
): Promise<Pick<LoadedWorlds, 'plan' | 'replications'> | null> {
  const { compileWorld, describeWorld } = await import('../scenarios/index.js');
  const described = scenarios.map((scenario) => ({ ...describeWorld(scenario), world: compileWorld(scenario) }));
  const [first] = described;
  if (first === undefined) return null;
  return {
    plan: {
      title: titleOf(described),
      worlds: described.map(({ world, description, dictionary }) => ({ world, description, dictionary })),
      area: first.area,
      ...(first.areas && { areas: first.areas }),
      design: first.design,
    },
    replications: first.replications,
  };
}

/**
 * Loads scenarios that are to be run together; null when there is a problem, which has then been told.
 * @param fourArms Services that are ample in two further arms; true for all of them.
 */
export async function loadWorlds(
  refs: readonly string[],
  options: WorldOptions,
  terminal: Terminal,
  fourArms?: readonly string[] | true,
): Promise<LoadedWorlds | null> {
  const { formatProblems, loadFamily } = await import('../scenarios/index.js');
  const stated = loadFamily(refs, options);
  const measure = options.lookAhead && stated.ok && stated.scenarios.some((each) => shortIn(each).length > 0);
  const loaded = measure ? loadFamily(refs, { ...options, measure: aheadOf(stated.scenarios) }) : stated;
  if (!loaded.ok) {
    terminal.fault(formatProblems(loaded.problems));
    return null;
  }
  if (loaded.warnings.length > 0) terminal.note(`Worth a look:\n${formatProblems(loaded.warnings)}\n`);
  const planned = await plannedOf(loaded.scenarios);
  if (planned === null) return null;
  const { plan, replications } = planned;
  terminal.phase(`read ${loaded.files.length} files, ${plan.worlds.length} worlds`);
  const ample = fourArms === undefined ? undefined : await ampleTwins(plan.worlds, fourArms, terminal);
  if (ample === null) return null;
  return {
    plan: { ...plan, ...(ample && { ample }) },
    replications,
    future: futureIn(loaded.scenarios[0]),
    lacking: await lackingIn(loaded.scenarios),
    short: loaded.scenarios.flatMap(shortIn),
    measure: measure ? aheadOf(loaded.scenarios) : (options.measure ?? null),
    refs: loaded.scenarios.map(({ entry }) => referenceTo(entry)),
    files: new Map(loaded.files.map(({ path, text }) => [path, text])),
  };
}
