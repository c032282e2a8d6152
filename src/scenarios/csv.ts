/** A record of a CSV file: its fields, and the line on which it begins (from 1). */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** A CSV file as read; `fault` is the line of an unclosed or misplaced quote, if there is one. */
export interface Csv {
  readonly records: readonly CsvRecord[];
  readonly fault: number | null;
}

const QUOTED = /"([^"]*(?:""[^"]*)*)"(?!")/y;
const BARE = /[^,\r\n]*/y;

/** Reads comma-separated values (RFC 4180): quoted fields may hold commas, line ends and doubled quotes. */
export function readCsv(text: string): Csv {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const records: CsvRecord[] = [];
  let line = 1;
  for (let at = 0; at < source.length; ) {
    const found = bareRecord(source, at) ?? quotedRecord(source, at);
    if (found.isAtFault) return { records, fault: line + found.lines };
    if (found.fields.length > 1 || found.fields[0] !== '') records.push({ line, fields: found.fields });
    at = found.end;
    line += found.lines;
  }
  return { records, fault: null };
}

/** A record as far as it can be read, and how many lines further it ends. */
interface Found {
  readonly fields: readonly string[];
  readonly end: number;
  readonly lines: number;
  readonly isAtFault: boolean;
}

/** A record on one line without quotes; null where there are any, or lines end as they did long ago. */
function bareRecord(source: string, at: number): Found | null {
  const newline = source.indexOf('\n', at);
  const end = newline < 0 ? source.length : newline;
  const line = source.slice(at, end).replace(/\r$/, '');
  if (line.includes('"') || line.includes('\r')) return null;
  return { fields: line.split(','), end: end + 1, lines: 1, isAtFault: false };
}

function quotedRecord(source: string, start: number): Found {
  const fields: string[] = [];
  let at = start;
  let lines = 0;
  for (;;) {
    const isQuoted = source[at] === '"';
    const pattern = isQuoted ? QUOTED : BARE;
    pattern.lastIndex = at;
    const [whole, inside] = pattern.exec(source) ?? [];
    if (whole === undefined) return { fields, end: at, lines, isAtFault: true };
    at += whole.length;
    const field = inside?.replaceAll('""', '"') ?? whole;
    if (isQuoted) lines += whole.split('\n').length - 1;
    const isAtFault = isQuoted ? at < source.length && !/[,\r\n]/.test(source[at] ?? '') : field.includes('"');
    if (isAtFault) return { fields, end: at, lines, isAtFault };
    fields.push(field);
    if (source[at] !== ',') break;
    at++;
  }
  if (source[at] === '\r') at++;
  if (source[at] === '\n') at++;
  return { fields, end: at, lines: lines + 1, isAtFault: false };
}
