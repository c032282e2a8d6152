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

const ENDS = new Set([',', '\r', '\n']);

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
    let field = '';
    if (source[at] === '"') {
      const opened = line;
      for (at++; ; at++) {
        if (at >= source.length) return { records, fault: opened };
        if (source[at] === '\n') line++;
        if (source[at] !== '"') field += source[at];
        else if (source[at + 1] === '"') field += source[at++];
        else break;
      }
      at++;
      if (at < source.length && !/[,\r\n]/.test(source[at] ?? '')) return { records, fault: line };
    } else {
      const from = at;
      while (at < source.length && !ENDS.has(source[at] ?? '')) at++;
      field = source.slice(from, at);
      if (field.includes('"')) return { records, fault: line };
    }
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
