import { BYTE_ORDER_MARK, type CsvForm, csvLine, type Value } from './csv.js';
import { LOG_COLUMNS, type LogValues } from './log-columns.js';

/** Rows that are made into text at once. */
const CHUNK = 1_000;

const isTime = LOG_COLUMNS.map(({ type }) => type === 'time');

/**
 * The visit log as CSV, in pieces: RFC 4180, times as `2024-01-01T09:30:00.000Z`, no value that a spreadsheet would compute.
 */
export function* logCsv(rows: Iterable<LogValues>, { excel }: CsvForm = { excel: false }): Generator<string> {
  const timestamp = excel ? toTheSecond : toTheMillisecond;
  let text = (excel ? BYTE_ORDER_MARK : '') + csvLine(LOG_COLUMNS.map(({ name }) => name));
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

function toTheMillisecond(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** A date and time that Excel, R and Python all take for one: `2024-01-01 09:30:00`, to the nearest second. */
function toTheSecond(milliseconds: number): string {
  return new Date(Math.round(milliseconds / 1000) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
