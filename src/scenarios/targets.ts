import { readTable, type TableRow } from './evidence.js';
import { type Files, isFile, type SourceFile } from './files.js';
import { type ProblemList, unknownName } from './problems.js';
import { readWith } from './read-with.js';
import { type TargetDraft, targets as targetsSchema } from './schema/targets.js';
import type { Tree } from './tree.js';
import { readSource } from './yaml.js';

const COLUMNS = ['id', 'world', 'role', 'output', 'target', 'low', 'high', 'unit', 'period', 'basis'];
const ROLES = ['rate', 'emergent', 'echo', 'derived'] as const;
type Role = (typeof ROLES)[number];

/** A measure summed over the cells that match: values by dimension, all of a dimension that is left out. */
export interface Term {
  readonly measure: string;
  readonly where: Readonly<Record<string, readonly string[]>>;
  /** Multiplies the sum. */
  readonly times: number;
}

/** Where a published figure is found in the results, or why it is not. */
export type TargetMapping =
  | { readonly kind: 'not-modelled'; readonly why: string }
  | {
      readonly kind: 'measured';
      /** Terms, added up. */
      readonly of: readonly Term[];
      /** A ratio of totals, or a rate per million residents and year. */
      readonly over: readonly Term[] | 'million-years' | null;
      /** The world it is compared with; `relative`: divided by its value there. */
      readonly against: string | null;
      readonly relative: boolean;
      /** Multiplies the result. */
      readonly times: number;
      readonly reading: string | null;
    };

/** A published figure with its range, and where it is found in the results. */
export interface Target {
  readonly id: string;
  /** Id of the scenario that is compared with it. */
  readonly world: string;
  /** Only `emergent` rows count as validation; `echo` and `derived` rows are shown but not counted. */
  readonly role: Role;
  readonly output: string;
  readonly target: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly period: string;
  readonly basis: string;
  readonly mapping: TargetMapping;
}

/** Joins the table of published figures with the file that says where each is found. */
export function readTargets(file: SourceFile, files: Files, list: ProblemList): Target[] {
  const tree = readSource(file, list);
  if (tree === null) return [];
  const read = readWith(targetsSchema, tree, list).value;
  if (read === null) return [];
  const drafts = read.targets;
  const table = read.table === undefined ? files.shippedTargets() : files.find(read.table, 'evidence', file);
  if (!isFile(table)) {
    list.at(tree, ['table'], table);
    return [];
  }
  const rows = readTable(table, COLUMNS, list);
  const ids = rows.map((row) => row.cells.id ?? '');
  for (const id of Object.keys(drafts)) {
    if (!ids.includes(id))
      list.atKey(tree, ['targets', id], unknownName('published figure', id, ids, `Look at ${table.shown}.`));
  }
  return rows.flatMap((row) => readTarget(row, drafts, table, tree, list));
}

function readTarget(
  row: TableRow,
  drafts: Readonly<Record<string, TargetDraft>>,
  table: SourceFile,
  tree: Tree,
  list: ProblemList,
): Target[] {
  const { id = '', world = '', role = '', output = '', unit = '', period = '', basis = '' } = row.cells;
  const [target, low, high] = [row.cells.target, row.cells.low, row.cells.high].map(Number);
  const known = ROLES.find((each) => each === role);
  const place = { file: table.shown, line: row.line, column: 1 };
  if (known === undefined) list.in(place, unknownName('role', role, ROLES));
  if (target === undefined || low === undefined || high === undefined || !(low <= target && target <= high)) {
    list.in(place, {
      message: 'The published figure is not within its range.',
      found: `${row.cells.target} in ${row.cells.low} to ${row.cells.high}`,
      expected: 'numbers with low ≤ target ≤ high',
      next: 'Mend the row.',
    });
    return [];
  }
  const draft = Object.hasOwn(drafts, id) ? drafts[id] : undefined;
  if (draft === undefined) {
    list.at(tree, ['targets', id], {
      message: `Nothing is said of the published figure \`${id}\`.`,
      found: 'nothing',
      expected: 'where it is found in the results, or why it is not modelled',
      next: `Write \`${id}: {not-modelled: why}\`.`,
    });
    return [];
  }
  const modelled = 'world' in draft ? draft.world : world;
  return [
    {
      id,
      world: modelled,
      role: known ?? 'echo',
      output,
      target,
      low,
      high,
      unit,
      period,
      basis,
      mapping: mappingOf(draft),
    },
  ];
}

function mappingOf(draft: TargetDraft): TargetMapping {
  if ('not-modelled' in draft) return { kind: 'not-modelled', why: draft['not-modelled'] };
  const { over } = draft;
  return {
    kind: 'measured',
    of: [draft.of].flat().map(termOf),
    over: over === undefined ? null : 'per' in over ? over.per : [over].flat().map(termOf),
    against: draft.against ?? null,
    relative: draft.relative ?? false,
    times: draft.times ?? 1,
    reading: draft.reading ?? null,
  };
}

interface TermDraft {
  readonly measure: string;
  readonly where?: Term['where'] | undefined;
  readonly times?: number | undefined;
}

function termOf(draft: TermDraft): Term {
  return { measure: draft.measure, where: draft.where ?? {}, times: draft.times ?? 1 };
}
