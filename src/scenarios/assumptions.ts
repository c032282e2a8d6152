import type { CheckedScenario, WrittenFile } from './assemble.js';
import { leverRange } from './levers.js';
import { entryInForce, type ParameterTable, referenceIn } from './parameters.js';
import type { authorship } from './schema/authorship.js';
import type { ParameterDraft } from './schema/parameter.js';
import { branchAt, child, inOneLine, type Path, type Place, type Tree } from './tree.js';
import { unitIn } from './units.js';
import { whereUsed } from './where-used.js';

/** One record of the log of assumptions: a number, what it rests on, how well, and who says so. */
export interface AssumptionRow {
  /** Parameter, as `name`, or `policy.name` of a policy's own. */
  readonly id: string;
  /** What is assumed, in words; null where neither a label nor the evidence says so. */
  readonly statement: string | null;
  readonly value: string;
  /** Unit of the value, as written; `number` for a bare one, such as a share or a count. */
  readonly unit: string | null;
  readonly range: string | null;
  readonly grade: 'A' | 'B' | 'C' | 'D' | 'E';
  /** Evidence id or citation; null for an assumption. */
  readonly source: string | null;
  readonly url: string | null;
  /** Quality of the evidence; null where there is none. */
  readonly quality: string | null;
  /** Why it is assumed, or how it was got from the source. */
  readonly reason: string | null;
  readonly madeBy: string | null;
  /** Dates are `YYYY-MM-DD`. */
  readonly madeOn: string | null;
  readonly signedOffBy: string | null;
  readonly signedOffOn: string | null;
  readonly reviewBy: string | null;
  readonly reliability: string | null;
  readonly effectOnHeadline: string | null;
  readonly risk: string | null;
  readonly alternativeTried: string | null;
  readonly proxyFor: string | null;
  /** The file that it comes from, and the line: a path in the project, or `shipped/…`. */
  readonly from: string;
  readonly line: number;
  /** Steps, services, needs … that it takes effect in: `step call.answer`; empty where it changes nothing. */
  readonly usedIn: readonly string[];
  /** Fields that the log should have, and that nobody has filled in. */
  readonly blanks: readonly string[];
}

type Record = Omit<AssumptionRow, 'blanks' | 'usedIn'>;

/** Every parameter of a scenario and its policies with the value in force, in the order of the files. */
export function assumptionsOf(checked: CheckedScenario): AssumptionRow[] {
  const { span } = checked;
  const day = span.design === 'steady' ? span.asOf : span.start;
  const own = rowsOf(checked.table, checked.tree, '', day, checked);
  const ofPolicies = checked.policies.flatMap((policy) =>
    rowsOf(policy.table, policy.tree, `${policy.id}.`, day, checked),
  );
  const places = whereUsed(checked);
  return [...own, ...ofPolicies].map((row) => ({ ...row, usedIn: places.get(row.id) ?? [], blanks: blanksIn(row) }));
}

/** Fields that every record should have. An assumption has no source by its nature; the value and the grade are always there. */
const WANTED = {
  statement: 'statement',
  range: 'range_or_distribution',
  unit: 'unit',
  reason: 'reason',
  madeBy: 'made_by',
  madeOn: 'made_on',
  signedOffBy: 'signed_off_by',
  signedOffOn: 'signed_off_on',
  reviewBy: 'review_by',
  reliability: 'reliability',
  effectOnHeadline: 'effect_size_on_headline',
  risk: 'risk_rating',
} as const satisfies Partial<globalThis.Record<keyof Record, string>>;

function blanksIn(row: Record): string[] {
  return Object.entries(WANTED).flatMap(([key, name]) => (row[key as keyof typeof WANTED] === null ? [name] : []));
}

function rowsOf(
  table: ParameterTable,
  tree: Tree,
  prefix: string,
  day: number,
  { evidence, sources }: CheckedScenario,
): Record[] {
  return Object.entries(table.drafts).flatMap(([name, draft]) => {
    const block = child(table.tree, name);
    if (block === undefined) return [];
    const value = valueIn(draft, block, day);
    const text = value === undefined ? '' : inOneLine(value);
    const label = draft.label ?? labelOfLever(tree, name);
    const set = table.overrides?.get(name);
    if (set !== undefined && inOneLine(set) !== text) {
      const was = `${text} (${draft.source ?? 'an assumption'})`;
      return [setRow(`${prefix}${name}`, label, set, leverRange(tree, name), was, sources)];
    }
    const found = draft.source === undefined ? undefined : evidence.get(draft.source);
    return [
      {
        id: `${prefix}${name}`,
        statement: label ?? draft.assumption ?? found?.quantity ?? null,
        value: text,
        unit: unitOf(value),
        range: rangeOf(child(block, 'range')),
        grade: draft.grade ?? 'E',
        source: draft.source ?? null,
        url: draft.url ?? (found?.url || null),
        quality: found?.quality ?? null,
        reason: draft.assumption ?? draft.reason ?? null,
        ...signatures(block, block, sources),
        reliability: draft.reliability ?? found?.quality ?? null,
        effectOnHeadline: draft['effect-on-headline'] ?? null,
        risk: draft.risk ?? null,
        alternativeTried: draft['alternative-tried'] ?? null,
        proxyFor: draft['proxy-for'] ?? null,
        ...placeOf(block.key ?? block.at, sources),
      },
    ];
  });
}

/** A lever that is set where the policy is used: what its own value rested on says nothing of this one. */
function setRow(
  id: string,
  label: string | null,
  set: Tree,
  range: Tree | undefined,
  was: string,
  sources: CheckedScenario['sources'],
): Record {
  const place = placeOf(set.key ?? set.at, sources);
  return {
    id,
    statement: label,
    value: inOneLine(set),
    unit: unitOf(set),
    range: rangeOf(range),
    grade: 'E',
    source: null,
    url: null,
    quality: null,
    reason: `set in ${place.from}; was ${was}`,
    ...signatures(undefined, set, sources),
    reliability: null,
    effectOnHeadline: null,
    risk: null,
    alternativeTried: null,
    proxyFor: null,
    ...place,
  };
}

function labelOfLever(policy: Tree, name: string): string | null {
  const label = branchAt(policy, ['levers', name, 'label']);
  return label?.kind === 'scalar' ? label.text : null;
}

/** Who and when: as the parameter says, else as the file says in which it is written. */
function signatures(block: Tree | undefined, at: Tree, sources: CheckedScenario['sources']) {
  const file = sources.get((at.key ?? at.at).file);
  const said = (key: keyof typeof authorship) => {
    const found = child(block, key) ?? child(child(file?.tree, 'assumptions'), key);
    return found?.kind === 'scalar' ? found.text.trim() : null;
  };
  return {
    madeBy: said('made-by'),
    madeOn: said('made-on'),
    signedOffBy: said('signed-off-by'),
    signedOffOn: said('signed-off-on'),
    reviewBy: said('review-by'),
  };
}

/** The file by its stable name, so that a record is the same on every machine. */
function placeOf({ file, line }: Place, sources: ReadonlyMap<string, WrittenFile>): { from: string; line: number } {
  const id = sources.get(file)?.file.id ?? file;
  return { from: id.replace(/^project\//, ''), line };
}

function valueIn(draft: ParameterDraft, block: Tree, day: number): Tree | undefined {
  const entry = entryInForce(draft, day);
  const path: Path = entry === null ? ['value'] : ['dated', entry, 'value'];
  return branchAt(block, path);
}

function rangeOf(range: Tree | undefined): string | null {
  return range?.kind === 'list' ? range.items.map(inOneLine).join(' to ') : null;
}

/** The units of all parts of a value, each once; null where none of them has any. */
export function unitOf(value: Tree | undefined): string | null {
  const parts = (tree: Tree | undefined): string[] => {
    if (tree?.kind === 'map') return [...tree.entries.values()].flatMap(parts);
    if (tree?.kind === 'list') return tree.items.flatMap(parts);
    if (tree?.kind !== 'scalar') return [];
    const unit = referenceIn(tree) === null ? unitIn(tree.value) : `as ${tree.text}`;
    return unit === null ? [] : [unit];
  };
  const units = [...new Set(parts(value))];
  return units.length === 0 ? null : units.join(', ');
}
