import type { z } from 'zod';
import { readTable, type TableRow } from './csv-table.js';
import { type Files, isFile, type SourceFile } from './files.js';
import { type ProblemList, unknownName } from './problems.js';
import { readWith } from './read-with.js';
import { type TargetDraft, targets as targetsSchema } from './schema/targets.js';
import type { Tree } from './tree.js';
import { readSource } from './yaml.js';

const COLUMNS = ['id', 'world', 'role', 'output', 'target', 'low', 'high', 'unit', 'period', 'basis'];
/** How the table names the world in time: its figures are dated. */
const HISTORY = 'history';
const ROLES = ['rate', 'emergent', 'echo', 'derived'] as const;
type Role = (typeof ROLES)[number];

/** A measure summed over the cells that match: values by dimension, all of a dimension that is left out. */
export interface Term {
  readonly measure: string;
  readonly where: Readonly<Record<string, readonly string[]>>;
  /** Multiplies the sum. */
  readonly times: number;
}

/** A period by its first day and the day after its last, as days from 1970-01-01. */
export interface TargetPeriod {
  /** `2024-04-01..2025-04-01`. */
  readonly id: string;
  readonly from: number;
  readonly until: number;
}

/** A sum of terms, perhaps over another. */
export interface Quotient {
  /** Terms, added up. */
  readonly of: readonly Term[];
  /** A ratio of totals, or a rate per million residents and year. */
  readonly over: readonly Term[] | 'million-years' | null;
}

/** Where a published figure is found in the results, or why it is not. */
export type TargetMapping =
  | { readonly kind: 'not-modelled'; readonly why: string }
  | (Quotient & {
      readonly kind: 'measured';
      /** Another quantity of the same world, which it is divided by. */
      readonly dividedBy: Quotient | null;
      /** The period in which a go-live world is read; null: its measured period. */
      readonly during: TargetPeriod | null;
      /** The period in which `against` is read. */
      readonly againstDuring: TargetPeriod | null;
      /** The world it is compared with; `relative`: a change as a share of what it is compared with or divided by. */
      readonly against: string | null;
      readonly relative: boolean;
      /** Multiplies the result. */
      readonly times: number;
      /** Rows that are rival readings of one figure share its name; one of them counts. */
      readonly figure: string | null;
      readonly reading: string | null;
    });

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

/** Targets, and the readings that count where none is asked for. */
export interface ReadTargets {
  readonly targets: readonly Target[];
  readonly readings: readonly string[];
}

/** Joins the table of published figures with the file that says where each is found. */
export function readTargets(file: SourceFile, files: Files, list: ProblemList): ReadTargets {
  const tree = readSource(file, list);
  const read = tree === null ? null : readWith(targetsSchema, tree, list).value;
  if (tree === null || read === null) return { targets: [], readings: [] };
  return { targets: joined(read, file, files, tree, list), readings: read.readings ?? [] };
}

function joined(
  read: z.output<typeof targetsSchema>,
  file: SourceFile,
  files: Files,
  tree: Tree,
  list: ProblemList,
): Target[] {
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
  if (world === HISTORY && 'world' in draft && draft.during === undefined) {
    list.at(tree, ['targets', id, 'world'], {
      message: 'A dated figure is compared with the world in time at its date, and this says no date.',
      found: draft.world,
      expected: 'a go-live world, and `during: {from: 2024-04-01, until: 2025-04-01}`',
      next: `Say which period it is; the table says ${period === '' ? 'nothing' : `"${period}"`}.`,
    });
  }
  for (const key of ['during', 'against-during'] as const) {
    const span = 'world' in draft ? draft[key] : undefined;
    if (span === undefined || span.from.day < span.until.day) continue;
    list.at(tree, ['targets', id, key, 'until'], {
      message: 'The period ends before it begins.',
      found: span.until.text,
      expected: `a day after ${span.from.text}`,
      next: '`until` is the day after the last.',
    });
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
  const other = draft['divided-by'];
  return {
    kind: 'measured',
    ...quotientOf(draft),
    dividedBy: other === undefined ? null : quotientOf(other),
    during: periodOf(draft.during),
    againstDuring: periodOf(draft['against-during'] ?? draft.during),
    against: draft.against ?? null,
    relative: draft.relative ?? false,
    times: draft.times ?? 1,
    figure: draft.figure ?? null,
    reading: draft.reading ?? null,
  };
}

type QuotientDraft = Pick<Exclude<TargetDraft, { 'not-modelled': string }>, 'of' | 'over'>;

function quotientOf({ of, over }: QuotientDraft): Quotient {
  return {
    of: [of].flat().map(termOf),
    over: over === undefined ? null : 'per' in over ? over.per : [over].flat().map(termOf),
  };
}

interface DayDraft {
  readonly text: string;
  readonly day: number;
}

function periodOf(draft: { readonly from: DayDraft; readonly until: DayDraft } | undefined): TargetPeriod | null {
  if (draft === undefined) return null;
  return { id: `${draft.from.text}..${draft.until.text}`, from: draft.from.day, until: draft.until.day };
}

interface TermDraft {
  readonly measure: string;
  readonly where?: Term['where'] | undefined;
  readonly times?: number | undefined;
}

function termOf(draft: TermDraft): Term {
  return { measure: draft.measure, where: draft.where ?? {}, times: draft.times ?? 1 };
}
