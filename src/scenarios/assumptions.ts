import type { CheckedScenario } from './assemble.js';
import type { Evidence } from './evidence.js';
import { leverRange } from './levers.js';
import { entryInForce, type ParameterTable } from './parameters.js';
import type { ParameterDraft } from './schema/parameter.js';
import { branchAt, child, type Path, type Tree } from './tree.js';

/** One record of the log of assumptions: a number, what it rests on, and how well. */
export interface AssumptionRow {
  /** Parameter, as `name`, or `policy.name` of a policy's own. */
  readonly id: string;
  readonly value: string;
  readonly range: string | null;
  readonly grade: 'A' | 'B' | 'C' | 'D' | 'E';
  /** Evidence id or citation; null for an assumption. */
  readonly source: string | null;
  readonly url: string | null;
  /** Quality of the evidence; null where there is none. */
  readonly quality: string | null;
  /** Why it is assumed, or how it was got from the source. */
  readonly reason: string | null;
  /** The file that it comes from. */
  readonly from: string;
}

/** Every parameter of a scenario and its policies with the value in force, in the order of the files. */
export function assumptionsOf(checked: CheckedScenario): AssumptionRow[] {
  const { span, evidence } = checked;
  const day = span.design === 'steady' ? span.asOf : span.start;
  const own = rowsOf(checked.table, checked.tree, '', day, evidence);
  const ofPolicies = checked.policies.flatMap((policy) =>
    rowsOf(policy.table, policy.tree, `${policy.id}.`, day, evidence),
  );
  return [...own, ...ofPolicies];
}

function rowsOf(
  table: ParameterTable,
  tree: Tree,
  prefix: string,
  day: number,
  evidence: ReadonlyMap<string, Evidence>,
): AssumptionRow[] {
  return Object.entries(table.drafts).flatMap(([name, draft]) => {
    const block = child(table.tree, name);
    if (block === undefined) return [];
    const value = writtenValue(draft, block, day);
    const set = table.overrides?.get(name);
    if (set !== undefined && written(set) !== value) {
      const range = leverRange(tree, name);
      return [setRow(`${prefix}${name}`, set, range, `${value} (${draft.source ?? 'an assumption'})`)];
    }
    const found = draft.source === undefined ? undefined : evidence.get(draft.source);
    return [
      {
        id: `${prefix}${name}`,
        value,
        range: rangeOf(child(block, 'range')),
        grade: draft.grade ?? 'E',
        source: draft.source ?? null,
        url: draft.url ?? (found?.url || null),
        quality: found?.quality ?? null,
        reason: draft.assumption ?? draft.reason ?? null,
        from: block.key?.file ?? block.at.file,
      },
    ];
  });
}

/** A lever that is set where the policy is used: what its own value rested on says nothing of this one. */
function setRow(id: string, set: Tree, range: Tree | undefined, was: string): AssumptionRow {
  const file = set.key?.file ?? set.at.file;
  return {
    id,
    value: written(set),
    range: rangeOf(range),
    grade: 'E',
    source: null,
    url: null,
    quality: null,
    reason: `set in ${file}; was ${was}`,
    from: file,
  };
}

function writtenValue(draft: ParameterDraft, block: Tree, day: number): string {
  const entry = entryInForce(draft, day);
  const path: Path = entry === null ? ['value'] : ['dated', entry, 'value'];
  const value = branchAt(block, path);
  return value === undefined ? '' : written(value);
}

function rangeOf(range: Tree | undefined): string | null {
  return range?.kind === 'list' ? range.items.map(written).join(' to ') : null;
}

/** A value as it was written, on one line. */
function written(tree: Tree): string {
  switch (tree.kind) {
    case 'scalar':
      return tree.text;
    case 'list':
      return tree.items.map(written).join(', ');
    case 'map':
      return [...tree.entries].map(([key, value]) => `${key} ${written(value)}`).join('; ');
    case 'mended':
      return '';
  }
}
