/** People for whom a policy changes something, a line each. */
import type { Changed, ChangedPeople, Parting } from '../experiment/index.js';
import type { Labels } from './labels.js';
import { digits } from './numbers.js';
import { span } from './span.js';

const MEANS: Readonly<Record<Changed, string>> = {
  touched: 'Touched: a rule of the policy sent them elsewhere, or something of theirs changed after that',
  bystanders: 'Bystanders: no rule touched them, and they went another way, or came or did not come again',
  delayed: 'Delayed: no rule touched them, and they went the same way, later',
};

/** A heading for a kind of changed people, and a line for each that is named. */
export function changedInWords(
  kind: Changed,
  { count, first }: ChangedPeople[Changed],
  labels: Labels,
): { readonly heading: string; readonly lines: readonly { readonly person: string; readonly text: string }[] } {
  const which = first.length < count ? `the first ${digits(first.length, 0)} of ${digits(count, 0)}` : digits(count, 0);
  return {
    heading: count === 0 ? `${MEANS[kind]} (nobody).` : `${MEANS[kind]} (${which}):`,
    lines: first.map(({ person, parting }) => ({ person, text: changeInWords(parting, labels) })),
  };
}

function changeInWords({ change, at, laterBy }: Parting, labels: Labels): string {
  if (change === 'prevented') return 'an episode in the baseline only';
  if (change === 'induced') return 'an episode with the policy only';
  if (at !== null) return `${labels.place(at.from)} → ${labels.destination(at.from, at.to)}`;
  if (laterBy === null || laterBy === 0) return 'the same way, at other times';
  return `the same way, over ${span(Math.abs(laterBy))} ${laterBy > 0 ? 'later' : 'earlier'}`;
}
