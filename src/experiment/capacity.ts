/** How much capacity brings a measure back to its baseline, or a service to its standard: in what share of area-years. */
import { type BreakEven, findBreakEven } from './break-even.js';
import { meanEstimate, ratioEstimate } from './estimate.js';
import { type MeasureAt, numberIn, type Reply } from './measure-at.js';
import { measures } from './measures/index.js';
import { respond } from './respond.js';
import type { Estimate } from './results.js';
import { type Reversal, reversalsIn } from './reversals.js';
import type { Judge, Met, Tries } from './tries.js';
import { type UnmetWith, unmetWith } from './unmet-with.js';
import type { Member } from './view.js';

/** When a replication counts as good enough: no worse than its twin in the baseline, or at least a share. */
export type Target =
  | { readonly kind: 'restore'; readonly baseline: Member; readonly better: 'lower' | 'higher' }
  | { readonly kind: 'standard'; readonly share: number };

/** What is asked. */
export interface CapacityPlan {
  readonly scenario: Member;
  /** Id of the service that units are added to. */
  readonly service: string;
  /** The scenario's world with so many more units; Infinity: ample. */
  readonly withUnits: (added: number) => Member['world'];
  readonly question: MeasureAt;
  readonly target: Target;
  readonly levels: readonly number[];
  /** Replications of the first look, and at most. */
  readonly first: number;
  readonly most: number;
  /** Units that may be added at most. */
  readonly limit: number;
  readonly seed: string;
  readonly workers: number;
  /** Told as replications of a capacity (null: of the baseline) are done. */
  readonly onProgress?: (added: number | null, done: number, total: number) => void;
  /** Told as a look at a capacity is done: replications that met the target by now, of those that can be judged. */
  readonly onTried?: (added: number, met: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/** A capacity that was tried. */
export interface TriedCapacity {
  readonly added: number | 'ample';
  /** Replications in which the target was met, of those that can be judged. */
  readonly met: number;
  readonly of: number;
  /** 95% interval of the chance that it is met. */
  readonly low: number;
  readonly high: number;
  /** Replications that were run. */
  readonly runs: number;
  /** The measure itself, over the runs that all capacities have in common: the same people and luck. */
  readonly estimate: Estimate;
}

/** What came of it. */
export interface CapacityStudy {
  readonly answers: readonly BreakEven[];
  readonly tried: readonly TriedCapacity[];
  readonly reversals: readonly (Omit<Reversal, 'more'> & { readonly more: number | 'ample' })[];
  /** The measure in the baseline, over the same runs; null without one. */
  readonly baseline: Estimate | null;
  /** What people request and do not get with the units of each answer, over the replications of the first look. */
  readonly unmet: readonly UnmetWith[];
}

/** Searches; null when the signal stopped the work. Throws the fault of the first replication that has one. */
export async function studyCapacity(plan: CapacityPlan): Promise<CapacityStudy | null> {
  const replies = new Map<number | null, Reply[]>();
  /** Runs a capacity, or the baseline, from where it was left. */
  const run = async (added: number | null, to: number): Promise<readonly Reply[] | null> => {
    const known = replies.get(added) ?? [];
    if (known.length >= to) return known;
    const { scenario, target, question, seed, workers, signal, onProgress } = plan;
    const world = added === null ? null : plan.withUnits(added);
    const member = target.kind === 'restore' && world === null ? target.baseline : scenario;
    const asked = { world: world ?? member.world, dictionary: member.dictionary };
    const told = (done: number, total: number) => onProgress?.(added, done, total);
    const more = await respond(asked, question, { seed, from: known.length, to, workers, signal, onProgress: told });
    if (more === null) return null;
    const all = [...known, ...more];
    replies.set(added, all);
    return all;
  };
  const judge: Judge = async (added, from, to) => {
    const baseline = plan.target.kind === 'restore' ? await run(null, to) : [];
    const own = baseline === null ? null : await run(added, to);
    if (own === null || baseline === null) return null;
    const all = own.slice(0, to).map((reply, at) => isMet(plan.target, reply, baseline[at]));
    plan.onTried?.(added, all.filter((met) => met === true).length, all.filter((met) => met !== null).length);
    return all.slice(from);
  };
  const found = await findBreakEven({ ...plan, judge });
  if (found === null) return null;
  const unmet = await unmetWithAnswers(plan, found.answers);
  if (unmet === null) return null;
  // Means of one column are compared, so that all are over the same runs, whatever more some were run to be sure.
  const runs = (added: number | null) => replies.get(added)?.length ?? 0;
  const common = Math.min(...[...replies.values()].map(({ length }) => length));
  const estimate = (added: number | null) => estimateOf(plan.question, (replies.get(added) ?? []).slice(0, common));
  return {
    answers: found.answers,
    tried: triedIn(found.tries, runs, estimate),
    reversals: reversalsIn(found.tries).map((one) => ({ ...one, more: named(one.more) })),
    baseline: plan.target.kind === 'restore' ? estimate(null) : null,
    unmet,
  };
}

/** Hours that people do not get with the units of each answer; null when the signal stopped the work. */
async function unmetWithAnswers(plan: CapacityPlan, answers: readonly BreakEven[]): Promise<UnmetWith[] | null> {
  const { scenario, service, seed, first, workers, signal, onProgress } = plan;
  const numbers = answers.flatMap(({ status, guess }) =>
    (status === 'found' || status === 'unresolved') && guess !== null && guess > 0 ? [guess] : [],
  );
  const told: UnmetWith[] = [];
  for (const added of [...new Set(numbers)].sort((one, other) => one - other)) {
    const progress = (done: number, total: number) => onProgress?.(added, done, total);
    const work = { seed, from: 0, to: first, workers, signal, onProgress: progress };
    const one = await unmetWith(scenario, service, { added, world: plan.withUnits(added) }, work);
    if (one === null) return null;
    told.push(one);
  }
  return told;
}

function isMet(target: Target, reply: Reply, baseline: Reply | undefined): Met {
  const value = numberIn(reply);
  const level = target.kind === 'standard' ? target.share : baseline === undefined ? Number.NaN : numberIn(baseline);
  if (Number.isNaN(value) || Number.isNaN(level)) return null;
  return target.kind === 'restore' && target.better === 'lower' ? value <= level : value >= level;
}

function triedIn(
  tries: Tries,
  runs: (added: number) => number,
  estimate: (added: number) => Estimate,
): TriedCapacity[] {
  return tries.added.map((added) => ({
    added: named(added),
    ...tries.count(added),
    ...tries.interval(added),
    runs: runs(added),
    estimate: estimate(added),
  }));
}

function named(added: number): number | 'ample' {
  return Number.isFinite(added) ? added : 'ample';
}

/** The measure over replications. */
function estimateOf({ measure }: MeasureAt, replies: readonly Reply[]): Estimate {
  const [above, below] = [replies.map((reply) => reply.above), replies.map((reply) => reply.below)];
  const isRatio = measures.find(({ id }) => id === measure)?.estimator === 'ratio';
  return isRatio ? ratioEstimate(above, below) : meanEstimate(above);
}
