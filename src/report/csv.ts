import { plain } from './labels.js';
import { direction, type Shown } from './numbers.js';

/** A value of a table: text, a number, or nothing. */
export type Value = string | number | boolean | null;

/** A column of a table, as the data dictionary describes it. */
export interface Column {
  readonly name: string;
  readonly type: 'text' | 'number' | 'true or false';
  /** Empty where there is none. */
  readonly unit: string;
  readonly description: string;
}

/** A tidy table: one header row, one row an observation. */
export interface Table {
  /** File name, with `.csv`. */
  readonly file: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
}

/** By which Excel knows a file for UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** How tables are written as CSV. */
export interface CsvForm {
  /** For Excel: a file begins with a byte-order mark, and times are as Excel takes them: `2024-01-01 09:30:00`. */
  readonly excel: boolean;
}

/** For every other reader. */
const PLAIN: CsvForm = { excel: false };

/** Characters with which a spreadsheet would begin to compute. */
const BEGINS_FORMULA = /^[=+\-−@\t\r＝＋－＠]/;

/** A label that a spreadsheet takes for text: an apostrophe stands before what would begin a formula. */
export function asText(label: string): string {
  const text = plain(label);
  return BEGINS_FORMULA.test(text) ? `'${text}` : text;
}

/** A number with 12 significant digits, as in every table; nothing for what is absent or not finite. */
export function asNumber(value: number | null | undefined): number | null {
  return value === null || value === undefined || !Number.isFinite(value) ? null : Number(value.toPrecision(12));
}

/** Whether the interval of a difference lies on one side of zero; nothing where it has no interval. */
export function isClear(difference: Shown | null): boolean | null {
  return difference === null || difference.low === null ? null : direction(difference) !== 'unclear';
}

function field(value: Value): string {
  if (value === null) return '';
  const text = typeof value === 'string' ? asText(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** A line of CSV (RFC 4180) with the CRLF that ends it: empty where there is no value. */
export function csvLine(row: readonly Value[]): string {
  return `${row.map(field).join(',')}\r\n`;
}

/**
 * A table as CSV (RFC 4180): UTF-8, one header row, CRLF after every line, empty where there is no value.
 * @param form `excel`: with a byte-order mark, without which Excel takes UTF-8 for another encoding.
 */
export function csv({ columns, rows }: Table, { excel }: CsvForm = PLAIN): string {
  return (excel ? BYTE_ORDER_MARK : '') + [columns.map(({ name }) => name), ...rows].map(csvLine).join('');
}
