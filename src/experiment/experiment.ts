import type { Problem } from '../scenarios/index.js';
import { seedWords } from '../sim/index.js';
import { comparisons } from './comparisons/index.js';
import { dictionaryOf } from './dictionary.js';
import { settingOf } from './folding.js';
import { measures } from './measures/index.js';
import { estimateMemory, refuseMemory, shareOfMemory } from './memory.js';
import { freeMemory, runReplications } from './pool.js';
import { RESULTS_SCHEMA_VERSION, type Results } from './results.js';
import { gather, type Samples } from './samples.js';
import { differencesOf, estimatesOf, weeklyOf } from './summarise.js';
import type { Member } from './view.js';
import { checkWarmUp } from './warm-up.js';
import { warningsOf } from './warnings.js';
import { weeklySeries } from './weekly/index.js';

/** What is to be run. */
export interface Plan {
  readonly title: string;
  /** The first is the baseline. */
  readonly worlds: readonly Member[];
  readonly area: Results['area'];
  readonly design: { readonly kind: 'steady' | 'go-live'; readonly start: string; readonly asOf: string | null };
  readonly seed: string;
  readonly replications: number;
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
  const members = plan.worlds.map(({ world, dictionary }) => ({ world, dictionary }));
  const setting = settingOf(members);
  const count = Math.min(plan.upTo ?? plan.replications, plan.replications);
  const needed = estimateMemory(setting, count, plan.workers);
  const free = freeMemory();
  const problem = refuseMemory(needed, estimateMemory(setting, count, 1), free, plan.workers);
  if (problem !== null) return { ok: false, problems: [problem] };
  const bytes = shareOfMemory(free, members.length, count, plan.workers);
  const share = { members, seed: seedWords(plan.seed), bytes };
  const replications = await runReplications(share, { ...plan, replications: count });
  const ids = plan.worlds.map(({ description }) => description.id);
  const samples = gather(setting, ids, plan.seed, replications);
  return { ok: true, results: resultsOf(plan, samples), samples };
}

/** The Results document of what the replications say. */
function resultsOf(plan: Plan, samples: Samples): Results {
  const { world } = plan.worlds[0]!;
  const warmUp = checkWarmUp(
    samples,
    plan.worlds.map((member) => member.world),
  );
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
        requested: plan.replications,
        completed: samples.replications,
        rule: 'number fixed before the run',
      },
      warmUp: world.warmUp,
      measured: world.measuredEnd - world.warmUp,
      followUp: world.horizon - world.measuredEnd,
    },
    dictionary: dictionaryOf(plan.worlds, [...measures, ...comparisons, ...weeklySeries]),
    estimates: estimatesOf(samples),
    differences: differencesOf(samples),
    weekly: weeklyOf(samples),
    warmUp,
    ledger: samples.worlds.map(({ id, ledger }) => ({ world: id, ...ledger })),
    warnings: warningsOf(plan.replications, samples, warmUp),
  };
}
