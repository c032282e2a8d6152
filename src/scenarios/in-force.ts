/** When a policy is in force in a go-live run, and how much of the measured period that is. */
import type { Span } from './compile/time.js';
import { dateOf, dayInWords } from './days.js';
import { type AdoptedPolicy, policyIn } from './policies.js';
import type { ProblemList } from './problems.js';
import { weeksOf } from './timeline.js';

const HOURS_A_DAY = 24;
const DAYS_A_WEEK = 7;

/** How much of what is measured a policy is in force in one area. */
export interface AreaInForce {
  readonly id: string;
  /** First day on which it is in force there, and the day on which it ends (YYYY-MM-DD); null where there is none. */
  readonly starts: string | null;
  readonly ends: string | null;
  /** Hours of the measured period; 0 where it is never in force, or nobody follows it. */
  readonly hours: number;
  readonly full: string | null;
}

/** How much of what is measured a policy is in force. */
export interface InForce {
  /** Hours of the measured period in which it is in force somewhere, at whatever strength. */
  readonly hours: number;
  /** Day from which it is in force in full (YYYY-MM-DD); null where it starts at once, or ends before that. */
  readonly full: string | null;
  /** Why it is in force at no hour of the measured period, in a sentence; null where it is in force at some. */
  readonly never: string | null;
  /** The same area by area, where they differ; left out otherwise. */
  readonly areas?: readonly AreaInForce[];
}

/** How much of the measured period a policy is in force; null in a steady design, and without a start. */
export function inForceOf(policy: AdoptedPolicy, span: Span): InForce | null {
  const { starts } = policy;
  if (span.design === 'steady' || starts === null) return null;
  const { hours, full } = partOf({ ...policy, starts }, span);
  const areas = [...policy.adoptions.keys()].map((id) => areaInForce(id, policyIn(policy, id), span));
  const isAlike = new Set(areas.map(({ id: _, ...part }) => JSON.stringify(part))).size <= 1;
  return {
    hours,
    full,
    never: hours > 0 ? null : neverInWords(policy, starts, span),
    ...(!isAlike && { areas }),
  };
}

function areaInForce(id: string, policy: AdoptedPolicy, span: Span): AreaInForce {
  const { starts, ends, compliance } = policy;
  if (starts === null || compliance === 0) return { id, starts: null, ends: null, hours: 0, full: null };
  return { id, starts: dateOf(starts), ends: dateOf(ends), ...partOf({ ...policy, starts }, span) };
}

/** Hours in force of the measured period, and the day from which it is so in full. */
function partOf(
  policy: AdoptedPolicy & { readonly starts: number },
  span: Span,
): { readonly hours: number; readonly full: string | null } {
  const { starts, ends } = policy;
  const hourOf = (day: number) => (day - span.start) * HOURS_A_DAY;
  const from = Math.max(span.warmUp, hourOf(starts));
  const until = Math.min(span.measuredEnd, ends === null ? span.measuredEnd : hourOf(ends));
  const hours = Math.max(0, until - from);
  const full = starts + DAYS_A_WEEK * (weeksOf(policy) - 1);
  return {
    hours,
    full: full === starts || (ends !== null && full >= ends) ? null : dateOf(full),
  };
}

/** First and last day of the measured period, from 1970-01-01. */
function measuredDays({ start, warmUp, measuredEnd }: Span): { readonly first: number; readonly last: number } {
  return { first: start + Math.floor(warmUp / HOURS_A_DAY), last: start + Math.ceil(measuredEnd / HOURS_A_DAY) - 1 };
}

function neverInWords({ draft, ends }: AdoptedPolicy, starts: number, span: Span): string {
  const { first, last } = measuredDays(span);
  const name = draft.label ?? draft.policy;
  const so = 'so it is never in force in what is measured.';
  if (ends !== null && ends <= first)
    return `${name}: it ends on ${dayInWords(ends)}; the measured period begins on ${dayInWords(first)}, ${so}`;
  return `${name}: it starts on ${dayInWords(starts)}; the measured period ends on ${dayInWords(last)}, ${so}`;
}

/** Warns of policies that a go-live run never has in force while it measures: nothing could come of them. */
export function checkInForce(span: Span, policies: readonly AdoptedPolicy[], list: ProblemList): void {
  for (const policy of policies) {
    const { never } = inForceOf(policy, span) ?? { never: null };
    if (never === null) continue;
    const { first, last } = measuredDays(span);
    list.warn(policy.where.tree, policy.where.path, {
      message: never,
      expected: `a policy in force on some day from ${dayInWords(first)} to ${dayInWords(last)}`,
      next: 'Change `starts` (or `ends`), or lengthen `measure`.',
    });
  }
}
