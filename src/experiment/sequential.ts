/**
 * Replications until the headline measures are precise enough. The results are looked at after 16, 32, 64, … replications.
 * Each look pays for itself: the first spends half of the 5% by which intervals may miss, the second a quarter, and so on,
 * so that all looks together miss no more often than one interval would (Bonferroni over looks; the stopping rule may then
 * be anything). The looks stop at an absolute half-width, fixed at the first look as a share of the baseline's level: a rule
 * relative to what is being estimated would stop early on low means. Sources: Law, Simulation Modeling and Analysis, 5th ed.,
 * 9.4.1 (procedures of fixed precision); Glynn and Whitt, Annals of Applied Probability 2(1), 1992, 180-198 (why repeated
 * looks at a t interval miss more often than it says).
 */
import { CONFIDENCE } from './estimate.js';
import { headlineName } from './headline-name.js';
import { looksFrom } from './looks.js';
import type { Estimate, Headline, Look, LookedAt, Precision } from './results.js';
import type { Samples } from './samples.js';
import { differenceAt, levelAt } from './summarise.js';

/** Replications at the first look; each further look has twice as many. */
export const FIRST_LOOK = 16;
/** Headline measures at most. */
export const MOST_HEADLINES = 6;

/** A rule by which the number of replications is set. */
export interface PrecisionRule {
  /** Half-width of each interval, as a share of the baseline's level. */
  readonly share: number;
  readonly measures: readonly Headline[];
  /** Replications at most. */
  readonly most: number;
}

/** Replications at each look: 16, 32, 64, … and at last the most there may be. */
export function looksUpTo(most: number): readonly number[] {
  return looksFrom(FIRST_LOOK, most);
}

/** Confidence of a single interval at a look (the first is 1), once the looks are paid for. */
export function confidenceAt(look: number): number {
  return 1 - (1 - CONFIDENCE) / 2 ** look;
}

/** What the samples say at a look, given the looks before. */
export function lookAt(samples: Samples, rule: PrecisionRule, before: readonly Look[]): Look {
  const [baseline, ...policies] = samples.worlds;
  const worlds = policies.length === 0 ? [baseline!] : policies;
  const watched = worlds.length * rule.measures.length;
  const confidence = 1 - (1 - confidenceAt(before.length + 1)) / watched;
  const intervals = worlds.flatMap((world) =>
    rule.measures.map(({ measure, cell }, at): LookedAt => {
      const level = levelAt(baseline!, measure, cell);
      const target =
        before[0]?.intervals[at]?.target ?? (level.mean === null ? null : rule.share * Math.abs(level.mean));
      const estimate: Estimate =
        world === baseline
          ? levelAt(world, measure, cell, confidence)
          : differenceAt(world, baseline!, measure, cell, confidence);
      const { mean, low, high } = estimate;
      const half = low === null || high === null ? null : (high - low) / 2;
      const isMet = half !== null && target !== null && half <= target;
      return { world: world.id, measure, cell, mean, half, target, isMet };
    }),
  );
  return { replications: samples.replications, confidence, intervals, isMet: intervals.every(({ isMet }) => isMet) };
}

/** What the looks came to, for the record. */
export function precisionOf(rule: PrecisionRule, looks: readonly Look[]): Precision {
  return { ...rule, firstLook: FIRST_LOOK, looks, isReached: looks.at(-1)?.isMet ?? false };
}

/** How the number of replications was set, in words. */
export function ruleInWords({ share, measures, most }: PrecisionRule, looks: readonly Look[]): string {
  const names = measures.map(headlineName);
  const last = looks.at(-1);
  const seen = looks.map(({ replications }) => replications).join(', ');
  const end =
    last === undefined
      ? 'ended before the first look'
      : last.isMet
        ? `reached at ${last.replications}`
        : last.replications >= most
          ? `not reached at the most there may be, ${most}`
          : `not reached at ${last.replications}`;
  return (
    `sequential: half-widths of at most ${Number((share * 100).toPrecision(6))}% of the baseline’s level for ${names.join(', ')}; ` +
    `looks at ${seen === '' ? 'none' : seen}, each paid for; ${end}`
  );
}

/** A warning where the wanted precision was not reached, with the numbers that fell short. */
export function shortfall({ share }: PrecisionRule, looks: readonly Look[]): string[] {
  const last = looks.at(-1);
  if (last === undefined || last.isMet) return [];
  const short = last.intervals.filter(({ isMet }) => !isMet);
  const names = short.map(({ half, target, ...headline }) => {
    const reached =
      half === null || target === null || target === 0 ? 'no share of nothing' : percent((share * half) / target);
    return `${headlineName(headline)} in ${headline.world} (${reached})`;
  });
  return [
    `The precision asked for, ${percent(share)} of the baseline’s level, was not reached with ${last.replications} replications: ${names.join(', ')}.`,
  ];
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(2))}%`;
}
