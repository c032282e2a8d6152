/** Policies in words: all of them as a table, or one of them explained. */
import type { LeverCard, PolicyCard } from '../../scenarios/index.js';
import { plainTable } from '../plain-table.js';
import { datesInWords } from './adoption.js';
import { duration } from './quantities.js';

/** One line a policy: where it comes from, how many levers it has, how far to look ahead, and where it begins. */
export function policiesInWords(cards: readonly PolicyCard[]): string {
  const line = (card: PolicyCard): readonly string[] => [
    card.id,
    card.future === null ? (card.origin ?? 'not stated') : `future (${card.future})`,
    String(card.levers.length),
    card.horizon === null ? '-' : duration(card.horizon),
    card.changes.slice(0, 2).join(', ') + (card.changes.length > 2 ? ', …' : ''),
  ];
  return plainTable([['policy', 'origin', 'levers', 'horizon', 'where it starts'], ...cards.map(line)]);
}

function leverInWords({ id, label, range, unit, default: usual, grade, source, assumption }: LeverCard): string[] {
  const from = source === null ? `assumed: ${assumption ?? ''}` : source;
  return [
    label === id ? `  ${id}` : `  ${id}: ${label}`,
    `    range ${range ?? 'not stated'}, unit ${unit ?? 'none'}, default ${usual}, grade ${grade} (${from})`,
  ];
}

/** Everything that a policy says of itself. */
export function policyInWords(card: PolicyCard): string {
  const { label, id, description, origin, horizon, future, needsFuture, edits, levers, parameters, variants, limits } =
    card;
  const kind = future === null ? [] : [`A future that no policy controls (${future}).`];
  const ahead = horizon === null ? [] : [`Look ahead: ${duration(horizon)}.`];
  const needs =
    needsFuture === null
      ? []
      : [`Not enough by itself: cross it with a future of the kind ${needsFuture.kind}. ${needsFuture.reason ?? ''}`];
  const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', title, ...lines]);
  return [
    `${label} [${id}]`,
    description,
    ...kind,
    ...(origin === null ? [] : [`Whose rule changes: ${origin}.`]),
    ...datesInWords(card),
    ...ahead,
    ...needs,
    ...section(
      'What it changes, in order',
      edits.map((edit) => `  ${edit}`),
    ),
    ...section('Levers, set with `with:` where the policy is named', levers.flatMap(leverInWords)),
    ...section('Other numbers, which its file sets', parameters.flatMap(leverInWords)),
    ...section(
      'Variants, chosen with `variant:`',
      variants.map(({ id: name, label: told, sets }) => `  ${name}: ${told} (${sets.join(', ')})`),
    ),
    ...section(
      'Limits',
      limits.map((limit) => `  ${limit}`),
    ),
  ].join('\n');
}
