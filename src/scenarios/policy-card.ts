import { unitOf } from './assumptions.js';
import { edits } from './edits/index.js';
import { isFile } from './files.js';
import { leverRange } from './levers.js';
import { DiskFiles, type LoadOptions } from './load.js';
import type { Refused } from './open.js';
import { substitute, valueTree } from './parameters.js';
import { readPolicyTree } from './policies.js';
import { touchedBy } from './policy-order.js';
import { ProblemList, problemsIn } from './problems.js';
import { readParameters } from './read-parameters.js';
import { readWith } from './read-with.js';
import type { ByArea } from './schema/by-area.js';
import { policy as policySchema } from './schema/policy.js';
import { branchAt, inOneLine } from './tree.js';
import { valueInWords } from './value-words.js';

/** A policy as its own file tells it, without a scenario. */
export interface PolicyCard {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** The agency whose rule changes; null where none is named, as of a future. */
  readonly origin: string | null;
  /** How far ahead to look [hours]; null where it is not said. */
  readonly horizon: number | null;
  /** Day on which it starts, or `north 2023-07-01, others never`; null where nothing is said. */
  readonly starts: string | null;
  readonly ends: string | null;
  /** Over how long it takes hold [hours]; 0: at once. */
  readonly ramp: number;
  /** Kind of future that this is; null of a policy. */
  readonly future: string | null;
  readonly needsFuture: { readonly kind: string; readonly reason: string | null } | null;
  /** Steps and values that it changes, where what it does begins. */
  readonly changes: readonly string[];
  /** Edits in words, in order. */
  readonly edits: readonly string[];
  readonly levers: readonly LeverCard[];
  /** Numbers of the policy that are no levers: only its file sets them. */
  readonly parameters: readonly LeverCard[];
  readonly variants: readonly { readonly id: string; readonly label: string; readonly sets: readonly string[] }[];
  readonly limits: readonly string[];
}

/** A lever, or another number of the policy, as it declares it. */
export interface LeverCard {
  readonly id: string;
  readonly label: string;
  /** Low and high end, as written. */
  readonly range: string | null;
  readonly unit: string | null;
  /** As written; the first, where it changes by date. */
  readonly default: string;
  readonly grade: string;
  /** The evidence, or null where the value is assumed. */
  readonly source: string | null;
  readonly assumption: string | null;
}

/** Names of the policies and futures that ship. */
export function shippedPolicies(options: LoadOptions): readonly string[] {
  return new DiskFiles(options).shippedNames('policy');
}

/** Reads a policy by name or path and tells what it says; every Problem of the file is found at once. */
export function readPolicyCard(
  reference: string,
  options: LoadOptions,
): { readonly ok: true; readonly card: PolicyCard } | Refused {
  const list = new ProblemList();
  const file = new DiskFiles(options).find(reference, 'policy', null);
  if (!isFile(file)) list.word(reference, file);
  const tree = isFile(file) ? readPolicyTree(file, list) : null;
  if (tree === null) return { ok: false, problems: problemsIn(list) };
  const table = readParameters(tree, list);
  // A policy may name parameters of the scenarios that it will be put on, which are not known here.
  list.doubts.add('parameters');
  const draft = readWith(policySchema, substitute(tree, [table], 0, list), list).value;
  if (draft === null || list.problems.length > 0) return { ok: false, problems: problemsIn(list) };
  const numberOf = (id: string, label: string, range: ReturnType<typeof leverRange>): LeverCard => {
    const value = valueTree(table, id, 0);
    const parameter = table.drafts[id];
    return {
      id,
      label,
      range: range?.kind === 'list' ? range.items.map(inOneLine).join(' to ') : null,
      unit: unitOf(value),
      default: value === undefined ? '' : inOneLine(value),
      grade: parameter?.grade ?? '',
      source: parameter?.source ?? null,
      assumption: parameter?.assumption?.trim() ?? null,
    };
  };
  const levers = Object.entries(draft.levers ?? {}).map(([id, { label }]) =>
    numberOf(id, label ?? id, leverRange(tree, id)),
  );
  const parameters = Object.keys(table.drafts)
    .filter((id) => draft.levers?.[id] === undefined)
    .map((id) => numberOf(id, id, branchAt(tree, ['parameters', id, 'range'])));
  const kind = draft['needs-future'];
  const card: PolicyCard = {
    id: draft.policy,
    label: draft.label ?? draft.policy,
    description: draft.description?.trim() ?? '',
    origin: draft.origin ?? null,
    horizon: draft.horizon ?? null,
    starts: datesOf(draft.starts),
    ends: datesOf(draft.ends),
    ramp: draft.ramp ?? 0,
    future: draft.future ?? null,
    needsFuture: kind === undefined ? null : { kind, reason: draft['needs-future-reason']?.trim() ?? null },
    changes: [...touchedBy({ draft })],
    edits: draft.edits.flatMap((written) => {
      const edit = edits.find((each) => each.id in written);
      return edit === undefined ? [] : [edit.words(written[edit.id])];
    }),
    levers,
    parameters,
    variants: Object.entries(draft.variants ?? {}).map(([id, variant]) => ({
      id,
      label: variant.label ?? id,
      sets: Object.entries(variant.with).map(([lever, value]) => `${lever} ${valueInWords(value)}`),
    })),
    limits: draft.limits ?? [],
  };
  return { ok: true, card };
}

/** A date for all, or one for each area, as written. */
function datesOf(dates: ByArea<{ readonly text: string } | null> | undefined): string | null {
  if (dates === undefined) return null;
  const say = (date: { readonly text: string } | null) => date?.text ?? 'never';
  if ('all' in dates) return say(dates.all);
  return Object.entries(dates.areas)
    .map(([area, date]) => `${area} ${say(date)}`)
    .join(', ');
}
