import type { Span } from './compile/time.js';
import type { AdoptedPolicy } from './policies.js';
import type { ProblemList } from './problems.js';

const HOURS_A_DAY = 24;
const DAYS_A_WEEK = 7;

/** A day on which something changes, and how far each policy is in force from then on. */
export interface Moment {
  /** Days from 1970-01-01: parameters are taken as in force on it. */
  readonly day: number;
  /** [hours] from the start of the run. */
  readonly from: number;
  /** One for each policy, 0 to 1. */
  readonly strengths: readonly number[];
}

/**
 * The days on which a world changes. Steady: one, with the values of `as-of` and policies on throughout. Go-live: the
 * start, and every later day within the run on which a dated value, a start, a weekly step of a ramp or an end takes effect.
 */
export function momentsOf(span: Span, policies: readonly AdoptedPolicy[], datedDays: readonly number[]): Moment[] {
  if (span.design === 'steady') {
    return [{ day: span.asOf, from: 0, strengths: policies.map((policy) => policy.compliance) }];
  }
  const days = new Set([...datedDays, ...policies.flatMap(daysOf)]);
  const last = span.start + span.horizon / HOURS_A_DAY;
  const inside = [...days].filter((day) => day > span.start && day < last).sort((a, b) => a - b);
  return [span.start, ...inside].map((day) => ({
    day,
    from: (day - span.start) * HOURS_A_DAY,
    strengths: policies.map((policy) => strengthOn(policy, day)),
  }));
}

/** Weekly steps in which a policy takes hold: 1 where it starts at once. */
export function weeksOf(policy: Pick<AdoptedPolicy, 'ramp'>): number {
  return Math.max(1, Math.ceil(policy.ramp / (HOURS_A_DAY * DAYS_A_WEEK) - 1e-9));
}

/** Days on which the strength of a policy changes; none for one that nobody follows. */
function daysOf(policy: AdoptedPolicy): number[] {
  const { starts, ends, compliance } = policy;
  if (starts === null || !(compliance > 0)) return [];
  const steps = Array.from({ length: weeksOf(policy) }, (_, week) => starts + week * DAYS_A_WEEK);
  return [...steps.filter((day) => ends === null || day < ends), ...(ends === null ? [] : [ends])];
}

/** Compliance times the share of the ramp that is behind: the first weekly step is taken on the first day. */
function strengthOn(policy: AdoptedPolicy, day: number): number {
  const { starts, ends, compliance } = policy;
  if (starts === null || day < starts || (ends !== null && day >= ends)) return 0;
  const weeks = weeksOf(policy);
  return (compliance * Math.min(weeks, Math.floor((day - starts) / DAYS_A_WEEK) + 1)) / weeks;
}

/** A steady design has no dates to end a policy on; a go-live design needs one to start it. */
export function checkDesign(span: Span, policies: readonly AdoptedPolicy[], list: ProblemList): void {
  for (const { where, draft, ends, starts } of policies) {
    if (span.design === 'steady' && ends !== null) {
      list.at(where.tree, where.path, {
        message: `The policy \`${draft.policy}\` has an end, which a steady design cannot honour.`,
        expected: 'a policy without `ends`, or a go-live design',
        next: 'Write `design: go-live` under `time`, or run with `--design go-live`.',
      });
    }
    if (span.design === 'go-live' && starts === null) {
      list.at(where.tree, where.path, {
        message: `The policy \`${draft.policy}\` has no date on which it starts, which a go-live design needs.`,
        expected: '`starts: 2023-07-01` in the policy, or where it is put on',
        next: 'Write `{policy: name, starts: …}`, or a steady design.',
      });
    }
  }
}
