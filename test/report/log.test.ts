/** The visit log as CSV and as Parquet: what was written is read back, and no label becomes a formula. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import type { LogRow } from '../../src/experiment/index.js';
import { LOG_COLUMNS, logCsv, logParquet, logValues } from '../../src/report/index.js';
import { readCsv } from '../support/read-csv.js';

fc.configureGlobal({ seed: 20_221 });

const ROW: LogRow = {
  world: 'base',
  episode: 'e0000000100000002',
  person: 7,
  cohort: 'adults',
  isBackground: false,
  need: 'crisis',
  severity: 'higher',
  channel: 'call-999',
  step: 'welfare-check.police-attends',
  kind: 'visit',
  decision: null,
  service: 'police',
  agency: 'police',
  units: 2,
  visit: 1,
  part: 0,
  joined: 24.5,
  started: 25,
  serviceEnded: 26.1,
  released: 31,
  requestedSeconds: 7920,
  finish: 'completed',
  why: null,
  next: 'welfare-check.end',
  tag: null,
};
const DECLINED: LogRow = { ...ROW, started: null, serviceEnded: null, released: 24.5, finish: 'declined', why: 'full' };

const settingOf = (label: string) => ({
  start: '2024-03-25',
  replication: 3,
  worlds: [{ id: 'base', services: [{ id: 'police', label }] }],
});
const valuesOf = (rows: readonly LogRow[], label = 'Police') => logValues(rows, settingOf(label));

function joined(pieces: Iterable<Uint8Array>): ArrayBuffer {
  return Uint8Array.from([...pieces].flatMap((piece) => [...piece])).buffer;
}

describe('CSV', () => {
  it('has dates of the scenario, an hour of summer time or not, and nothing where nothing happened', () => {
    const [head = [], first = [], second = []] = readCsv([...logCsv(valuesOf([ROW, DECLINED]))].join(''));
    const of = (row: readonly string[]) => Object.fromEntries(head.map((name, at) => [name, row[at]]));
    expect(of(first)).toMatchObject({
      case_id: 'base/e0000000100000002',
      activity: 'Welfare check: police attends',
      resource: 'Police',
      start: '2024-03-26T01:00:00.000Z',
      complete: '2024-03-26T02:06:00.000Z',
      joined: '2024-03-26T00:30:00.000Z',
      released: '2024-03-26T07:00:00.000Z',
      person: '7',
      units: '2',
      finish: 'completed',
      why: '',
      replication: '3',
    });
    expect(of(second)).toMatchObject({
      start: '2024-03-26T00:30:00.000Z',
      complete: '2024-03-26T00:30:00.000Z',
      started: '',
      service_ended: '',
      finish: 'declined',
      why: 'full',
    });
  });
  it('has no label that a spreadsheet would compute, whatever the label', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `=${text}`),
        ),
        (label) => {
          const [head = [], row = []] = readCsv([...logCsv(valuesOf([ROW], label))].join(''));
          expect(row).toHaveLength(LOG_COLUMNS.length);
          expect(row[head.indexOf('resource')]).toMatch(/^[^=+\-@\t\r]/);
          expect(row[head.indexOf('world')]).toBe('base');
        },
      ),
    );
  });
  it('for Excel begins with a byte-order mark, and has the same rows with times to the second', () => {
    const plainRows = readCsv([...logCsv(valuesOf([ROW, DECLINED]))].join(''));
    const text = [...logCsv(valuesOf([ROW, DECLINED]), { excel: true })].join('');
    expect([...Buffer.from(text).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = readCsv(text.slice(1));
    const asExcel = (value: string) => value.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})\.000Z$/, '$1 $2');
    expect(rows).toEqual(plainRows.map((row) => row.map(asExcel)));
    expect(rows[1]![rows[0]!.indexOf('start')]).toBe('2024-03-26 01:00:00');
    const [head = [], row = []] = readCsv(
      [...logCsv(valuesOf([{ ...ROW, started: 25 + 0.6 / 3600 }]), { excel: true })].join('').slice(1),
    );
    expect(row[head.indexOf('started')]).toBe('2024-03-26 01:00:01');
  });

  it('comes in pieces', () => {
    const rows = Array.from({ length: 2_500 }, () => ROW);
    const pieces = [...logCsv(valuesOf(rows))];
    expect(pieces).toHaveLength(3);
    expect(readCsv(pieces.join(''))).toHaveLength(2_501);
  });
});

describe('Parquet', () => {
  it('reads back as the rows that were given, times as dates', async () => {
    const [read, second] = await parquetReadObjects({ file: joined(logParquet(valuesOf([ROW, DECLINED], '=x'), 1)) });
    expect(read).toMatchObject({
      case_id: 'base/e0000000100000002',
      resource: '=x',
      person: 7,
      background: false,
      requested_seconds: 7920,
      start: new Date('2024-03-26T01:00:00Z'),
      service_ended: new Date('2024-03-26T02:06:00Z'),
      why: null,
    });
    expect(Object.keys(read ?? {})).toEqual(LOG_COLUMNS.map(({ name }) => name));
    expect(second).toMatchObject({ started: null, service_ended: null, why: 'full' });
  });
  it('says of what type each column is: text in UTF-8, whole numbers, times in milliseconds as if in UTC', () => {
    const { schema } = parquetMetadata(joined(logParquet(valuesOf([ROW]), 1)));
    const kinds = {
      text: ['BYTE_ARRAY', 'UTF8'],
      whole: ['INT32', undefined],
      number: ['DOUBLE', undefined],
      time: ['INT64', 'TIMESTAMP_MILLIS'],
      'yes-no': ['BOOLEAN', undefined],
    };
    const told = schema.slice(1).map(({ name, type, converted_type }) => [name, type, converted_type]);
    expect(told).toEqual(LOG_COLUMNS.map(({ name, type }) => [name, ...kinds[type]]));
  });
  it('holds what CSV holds, value by value', async () => {
    const rows = [ROW, DECLINED, { ...ROW, person: null, need: null, kind: 'decision', service: null } as const];
    const [head = [], ...lines] = readCsv([...logCsv(valuesOf(rows))].join(''));
    const read = await parquetReadObjects({ file: joined(logParquet(valuesOf(rows), 1)) });
    const text = (value: unknown) => (value instanceof Date ? value.toISOString() : String(value ?? ''));
    expect(read.map((row) => head.map((name) => text(row[name])))).toEqual(lines);
  });
  it('comes in row groups, says who made it and in which version, and is the same each time', () => {
    const rows = Array.from({ length: 50_001 }, (_, at) => ({ ...ROW, person: at }));
    const pieces = [...logParquet(valuesOf(rows), 1)];
    const size = pieces.reduce((sum, { length }) => sum + length, 0);
    const file = new Uint8Array(size);
    let at = 0;
    for (const piece of pieces) {
      file.set(piece, at);
      at += piece.length;
    }
    const { row_groups, created_by, key_value_metadata } = parquetMetadata(file.buffer);
    expect(row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([50_000, 1]);
    expect([created_by, key_value_metadata]).toEqual(['spillover', [{ key: 'spillover.schemaVersion', value: '1' }]]);
    expect(pieces).toHaveLength(2);
    const again = [...logParquet(valuesOf([ROW]), 1)];
    expect(again).toEqual([...logParquet(valuesOf([ROW]), 1)]);
  });
  it('of no rows is a file all the same', async () => {
    expect(await parquetReadObjects({ file: joined(logParquet(valuesOf([]), 1)) })).toEqual([]);
  });
});

/** What `activitylog` of bupaR and `format_dataframe` of PM4Py ask of a log, by their own pages. */
it('has what process mining asks for: a case, an activity, and two ISO times of which the first is not the later', () => {
  const [head = [], ...rows] = readCsv([...logCsv(valuesOf([ROW, DECLINED]))].join(''));
  expect(head).toEqual(expect.arrayContaining(['case_id', 'activity', 'resource', 'start', 'complete']));
  for (const row of rows) {
    const of = (name: string) => row[head.indexOf(name)] ?? '';
    for (const name of ['case_id', 'activity', 'start', 'complete']) expect(of(name)).not.toBe('');
    for (const name of ['start', 'complete']) expect(of(name)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(of('start') <= of('complete')).toBe(true);
  }
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/visit-log.md'), 'utf8');
  for (const name of ['start', 'complete']) expect(page).toContain(`"${name}"`);
  for (const line of ['activitylog(', 'pm4py.format_dataframe(', 'pandas.read_csv(', 'readr::read_csv('])
    expect(page).toContain(line);
});

it('every column is on its page, with what it holds', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/visit-log.md'), 'utf8');
  const told = [...page.matchAll(/^\| `(\w+)` \| [^|]+ \| (.*) \|$/gm)].map(([, name, what]) => [name, what]);
  const columns = LOG_COLUMNS.map(({ name, description }) => [name, description]);
  expect(told.slice(-columns.length)).toEqual(columns);
});
