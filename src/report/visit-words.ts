/** A visit or a decision of one person in words. */
import type { LogRow } from '../experiment/index.js';
import type { Labels } from './labels.js';
import { activityOf } from './log-columns.js';
import { span } from './span.js';
import { listed } from './words.js';

/** Below this a wait is none [hours]. */
const MOMENT = 0.5 / 60;

/** What happened at a step. @param row The visit's own row. @param services All services of the visit. */
export function visitInWords(row: LogRow, services: readonly string[], labels: Labels): string {
  if (row.kind === 'decision') return `${activityOf(row.step)}. ${decisionInWords(row, labels)}.`;
  const places = listed(services.map((service) => labels.service(service)));
  const again = row.part > 0 ? ', going on' : '';
  return `${activityOf(row.step)}${again} (${places}): ${courseOf(row)}.`;
}

function decisionInWords({ decision, why, tag }: LogRow, labels: Labels): string {
  if (why === 'policy') return `Sent elsewhere by ${tag === null ? 'a policy' : labels.policy(tag)}`;
  return `Decided: ${(decision ?? '').replace(/-/g, ' ')}`;
}

function courseOf(row: LogRow): string {
  const { joined, started, serviceEnded, released, finish } = row;
  if (started === null) return withoutService(row, span(released - joined));
  const waited = started - joined < MOMENT ? 'seen at once' : `waited ${span(started - joined)}`;
  const ended = serviceEnded ?? released;
  const took = `${waited}, then ${span(ended - started)}`;
  const kept = released - ended < MOMENT ? '' : `; units held ${span(released - ended)} more`;
  switch (finish) {
    case 'completed':
      return took + kept;
    case 'interrupted':
      return `${took}, then interrupted (${(row.why ?? '').replace(/-/g, ' ')})`;
    case 'declined':
      return `${took}, then sent on: somebody more urgent needed the place`;
    case 'overtaken':
      return `${took}, until a clock ran out`;
    default:
      return serviceEnded !== null && serviceEnded < released ? took + kept : `${took}; the run ended`;
  }
}

function withoutService({ finish, why }: LogRow, waited: string): string {
  switch (finish) {
    case 'declined':
      return `not seen: ${REASONS[why ?? ''] ?? why}`;
    case 'gave-up':
      return `gave up after ${waited}`;
    case 'overtaken':
      return `left after ${waited}, when a clock ran out`;
    case 'censored':
      return `still waiting after ${waited}, when the run ended`;
    default:
      return `waited ${waited}, not yet seen`;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  full: 'it was full',
  closed: 'it was closed',
  gridlock: 'all waited for one another',
  'more-urgent': 'somebody more urgent needed the place',
};
