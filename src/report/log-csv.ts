import { csvLine, type Value } from './csv.js';
import { LOG_COLUMNS, type LogValues } from './log-columns.js';

/** Rows that are made into text at once. */
const CHUNK = 1_000;

const isTime = LOG_COLUMNS.map(({ type }) => type === 'time');

/** The visit log as CSV, in pieces: RFC 4180, times as `2024-01-01T09:30:00.000Z`, no value that a spreadsheet would compute. */
export function* logCsv(rows: Iterable<LogValues>): Generator<string> {
  let text = csvLine(LOG_COLUMNS.map(({ name }) => name));
  let count = 0;
  for (const row of rows) {
    text += csvLine(
      row.map((value, at): Value => (isTime[at] && typeof value === 'number' ? timestamp(value) : value)),
    );
    count += 1;
    if (count % CHUNK !== 0) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
