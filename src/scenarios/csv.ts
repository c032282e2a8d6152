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
  let fields: string[] = [];
  let at = 0;
  let line = 1;
  let begun = 1;
  const finish = () => {
    if (fields.length > 1 || (fields[0] ?? '') !== '') records.push({ line: begun, fields });
    fields = [];
  };
  while (at < source.length) {
    const isQuoted = source[at] === '"';
    const pattern = isQuoted ? QUOTED : BARE;
    pattern.lastIndex = at;
    const [whole, inside] = pattern.exec(source) ?? [];
    if (whole === undefined) return { records, fault: line };
    at += whole.length;
    const field = inside?.replaceAll('""', '"') ?? whole;
    if (isQuoted) {
      line += whole.split('\n').length - 1;
      if (at < source.length && !/[,\r\n]/.test(source[at] ?? '')) return { records, fault: line };
    } else if (field.includes('"')) return { records, fault: line };
    fields.push(field);
    if (source[at] === ',') {
      at++;
      if (at >= source.length || /[\r\n]/.test(source[at] ?? '')) fields.push('');
      else continue;
    }
    if (source[at] === '\r') at++;
    if (source[at] === '\n') at++;
    line++;
    finish();
    begun = line;
  }
  finish();
  return { records, fault: null };
}
