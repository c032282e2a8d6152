/** Tables in CSV files of authors, with a header row of known columns. */
import { readCsv } from './csv.js';
import type { SourceFile } from './files.js';
import { nearest } from './nearest.js';
import { isNotText } from './not-text.js';
import { listNames, type ProblemList } from './problems.js';

/** A row of a CSV table by column name. */
export interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Tables that were read without Problems: a family of scenarios rests on the same evidence. */
const known = new WeakMap<SourceFile, TableRow[]>();

/** Reads a CSV file with a header row of known columns; what is wrong with it goes into `list`. */
export function readTable(file: SourceFile, columns: readonly string[], list: ProblemList): TableRow[] {
  const before = known.get(file);
  if (before !== undefined) return before;
  const faults = list.problems.length;
  const rows = readRows(file, columns, list);
  if (list.problems.length === faults) known.set(file, rows);
  return rows;
}

function readRows(file: SourceFile, columns: readonly string[], list: ProblemList): TableRow[] {
  if (isNotText(file.text, file.shown, list)) return [];
  const [first = ''] = file.text.split(/[\r\n]/, 1);
  const separator = first.includes(',') ? undefined : ['\t', ';'].find((each) => first.includes(each));
  if (separator !== undefined) {
    list.in(
      { file: file.shown, line: 1, column: first.indexOf(separator) + 1 },
      {
        message: `The fields of this file are separated by ${separator === ';' ? 'semicolons' : 'tabs'}.`,
        found: first.slice(0, 60).replaceAll('\t', ' '),
        expected: columns.join(','),
        next: 'Save it again as CSV that is separated by commas.',
      },
    );
    return [];
  }
  const { records, fault } = readCsv(file.text);
  const place = (line: number) => ({ file: file.shown, line, column: 1 });
  if (fault !== null) {
    list.in(place(fault), {
      message: 'A quotation mark is out of place.',
      found: 'a field whose quotes do not match',
      expected: 'fields in double quotes, with quotes inside them doubled',
      next: 'Save the file as CSV again, or mend the quotes.',
    });
    return [];
  }
  const [header, ...rows] = records;
  const missing = columns.filter((column) => !header?.fields.includes(column));
  if (header === undefined || missing.length > 0) {
    const found = header?.fields ?? [];
    const odd = found.find((name) => !columns.includes(name));
    list.in(place(1), {
      message: `Columns are missing: ${missing.join(', ')}.`,
      found: found.length === 0 ? 'no header row' : listNames(found),
      expected: columns.join(','),
      nearest: odd === undefined ? null : nearest(odd, missing),
      next: 'Write a header row with these columns.',
    });
    return [];
  }
  return rows.flatMap((row) => {
    if (row.fields.length !== header.fields.length) {
      list.in(place(row.line), {
        message: 'This row has another number of fields than the header.',
        found: `${row.fields.length} fields`,
        expected: `${header.fields.length} fields`,
        next: 'Put fields with commas in them into double quotes.',
      });
      return [];
    }
    const cells: Record<string, string> = {};
    for (const [index, name] of header.fields.entries()) cells[name] = row.fields[index] ?? '';
    return [{ line: row.line, cells }];
  });
}
