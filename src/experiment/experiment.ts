import type { Problem } from '../scenarios/index.js';
import { seedWords, type World } from '../sim/index.js';
import { comparisons } from './comparisons/index.js';
import { freeMemory } from './crew.js';
import { dictionaryOf } from './dictionary.js';
import { settingOf } from './folding.js';
import { armEffectsOf } from './four-arms.js';
import { measures } from './measures/index.js';
import { estimateMemory, refuseMemory, shareOfMemory } from './memory.js';
import { runReplications } from './pool.js';
import { recoveriesOf } from './recovery.js';
import type { Replication } from './replicate.js';
import { type Followed, type Look, RESULTS_SCHEMA_VERSION, type Results } from './results.js';
import { gather, type Samples } from './samples.js';
import {
  confidenceAt,
  lookAt,
  looksUpTo,
  type PrecisionRule,
  precisionOf,
  ruleInWords,
  shortfall,
} from './sequential.js';
import { byAreaOf, differencesOf, estimatesOf, weeklyOf } from './summarise.js';
import type { Member } from './view.js';
import { checkWarmUp } from './warm-up.js';
import { warningsOf } from './warnings.js';
import { weeklySeries } from './weekly/index.js';
import { type Period, WEEK } from './window.js';

/** What is to be run. */
export interface Plan {
  readonly title: string;
  /** The first is the baseline. */
  readonly worlds: readonly Member[];
  /** Other periods that the samples are to speak of, beside the measured one. */
  readonly periods?: readonly Period[];
  /** Asks what of each change is rule and what scarcity: each world once more, with the services named ample. */
  readonly ample?: { readonly services: readonly string[]; readonly worlds: readonly World[] };
  readonly area: Results['area'];
  /** Where there are several: each of them. */
  readonly areas?: readonly Results['area'][];
  readonly design: { readonly kind: 'steady' | 'go-live'; readonly start: string; readonly asOf: string | null };
  readonly seed: string;
  /** The number, where it is fixed before the run; else the most that there may be. */
  readonly replications: number;
  /** Sets the number by looks at what has been run; left out: it is fixed. */
  readonly precision?: PrecisionRule | undefined;
  /** Stops after so many, as an interruption there would: for computing an interrupted run again. */
  readonly upTo?: number;
  /** Worker threads; 0 runs everything in this thread, with the same results. */
  readonly workers: number;
  /** Told after each replication. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Stops the work; replications 0 to k are kept, the longest complete run. */
  readonly signal?: AbortSignal;
}

/** Results with the samples that they rest on, or why the experiment was refused. */
export type Experiment =
  | { readonly ok: true; readonly results: Results; readonly samples: Samples }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Runs worlds by replications and makes estimates. Interrupted, it gives what the completed replications say.
 * Throws an InvariantError when a replication finds a fault of the engine, or a gridlock that its scenario does not break.
 */
export async function runExperiment(plan: Plan): Promise<Experiment> {
  const members = membersOf(plan);
  const compared = plan.worlds.length;
  const { periods = [] } = plan;
  const setting = settingOf(members, periods, compared);
  const most = Math.min(plan.upTo ?? plan.replications, plan.precision?.most ?? plan.replications, plan.replications);
  const needed = estimateMemory(setting, most, plan.workers);
  const free = freeMemory(plan.workers);
  const problem = refuseMemory(needed, estimateMemory(setting, most, 1), free, plan.workers);
  if (problem !== null) return { ok: false, problems: [problem] };
  const ids = plan.worlds.map(({ description }) => description.id);
  const bytes = shareOfMemory(free, members.length, most, plan.workers);
  const share = { members, periods, compared, seed: seedWords(plan.seed), bytes };
  const replications: Replication[] = [];
  const looks: Look[] = [];
  const ends = plan.precision === undefined ? [plan.replications] : looksUpTo(plan.precision.most);
  let requested = 0;
  let samples = gather(setting, ids, plan.seed, replications);
  for (requested of ends) {
    const until = Math.min(requested, most);
    const work = { ...plan, first: replications.length, replications: until };
    if (until > replications.length) replications.push(...(await runReplications(share, work)));
    samples = gather(setting, ids, plan.seed, replications);
    if (plan.precision === undefined || replications.length < requested) break;
    looks.push(lookAt(samples, plan.precision, looks));
    if (looks.at(-1)!.isMet) break;
  }
  const results = { ...resultsOf(plan, samples, requested, looks), followed: followedOf(ids, replications) };
  return { ok: true, results, samples };
}

/** The people who are followed, under the ids of their policy worlds. */
function followedOf(ids: readonly string[], replications: readonly Replication[]): Followed[] {
  const traces = replications[0]?.followed ?? [];
  return traces.flatMap((trace, at) => (trace === null ? [] : [{ world: ids[at + 1]!, trace }]));
}

/** The worlds of a plan, then their twins with ample services. */
function membersOf({ worlds, ample }: Plan): Pick<Member, 'world' | 'dictionary'>[] {
  const twins =
    ample === undefined ? [] : worlds.map(({ dictionary }, at) => ({ world: ample.worlds[at]!, dictionary }));
  return [...worlds.map(({ world, dictionary }) => ({ world, dictionary })), ...twins];
}

/** The Results document of what the replications say. */
function resultsOf(plan: Plan, samples: Samples, requested: number, looks: readonly Look[]): Results {
  const { world } = plan.worlds[0]!;
  const { precision } = plan;
  // Looks that were taken, or the one under way when the run was interrupted, are paid for in every interval.
  const paid = looks.length + (samples.replications < requested ? 1 : 0);
  const confidence = precision === undefined ? undefined : confidenceAt(paid);
  const warmUp = checkWarmUp(
    samples,
    plan.worlds.map((member) => member.world),
  );
  const dictionary = dictionaryOf(plan.worlds, [...measures, ...comparisons, ...weeklySeries]);
  return {
    schemaVersion: RESULTS_SCHEMA_VERSION,
    title: plan.title,
    baseline: samples.worlds[0]!.id,
    worlds: plan.worlds.map(({ description }) => description),
    area: plan.area,
    design: {
      ...plan.design,
      seed: plan.seed,
      replications: {
        requested,
        completed: samples.replications,
        rule: precision === undefined ? 'number fixed before the run' : ruleInWords(precision, looks),
        precision: precision === undefined ? null : precisionOf(precision, looks),
      },
      warmUp: world.warmUp,
      measured: world.measuredEnd - world.warmUp,
      followUp: world.horizon - world.measuredEnd,
    },
    dictionary,
    estimates: estimatesOf(samples, confidence),
    differences: differencesOf(samples, confidence),
    weekly: weeklyOf(samples, confidence),
    warmUp,
    ...(plan.design.kind === 'go-live' && {
      recovery: recoveriesOf(
        samples,
        plan.worlds.map(({ description }) => description),
        plan.design.start,
        confidence,
      ),
    }),
    ...(plan.ample && {
      fourArms: { services: plan.ample.services, effects: armEffectsOf(samples, confidence) },
    }),
    ...(plan.areas && { areas: { list: plan.areas, rows: byAreaOf(samples, confidence) } }),
    ledger: samples.worlds.map(({ id, ledger }) => ({ world: id, ...ledger })),
    warnings: [
      ...warningsOf(
        { requested, warmUp, weeks: (world.measuredEnd - world.warmUp) / WEEK },
        samples,
        plan.worlds.map(({ description }) => description),
        dictionary,
      ),
      ...(precision === undefined || samples.replications < requested ? [] : shortfall(precision, looks)),
    ],
  };
}
