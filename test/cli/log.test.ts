/** `log`: the file, what is left alone, and that another program reads it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { nextForExcel } from '../../src/cli/write-log.js';
import { maySkip } from '../support/demanded.js';
import { readCsv } from '../support/read-csv.js';
import { CAFE, ENDLESS, THIRD_WORKER } from './support/cafe.js';
import { here } from './support/here.js';
import { folderWith, spillover, start } from './support/spillover.js';

const HOSTILE = CAFE.replace('label: Café', 'label: "=HYPERLINK(\\"x\\")\\u001b[2J"');
const FILES = { 'cafe.yaml': HOSTILE, 'third-worker.yaml': THIRD_WORKER };
const BOTH = ['log', './cafe.yaml', './third-worker.yaml'];

/** Waits in minutes by world, worked out by Python's own reader of CSV and of dates. */
const PYTHON = `
import csv, datetime, sys
rows = list(csv.DictReader(open(sys.argv[1], newline='', encoding='utf-8')))
time = lambda text: datetime.datetime.strptime(text, '%Y-%m-%dT%H:%M:%S.%fZ')
assert all(time(row['start']) <= time(row['complete']) for row in rows)
print(len(rows), len({row['case_id'] for row in rows}), sorted({row['world'] for row in rows}))
`;

describe('a log', () => {
  it('holds both worlds in one file, and says where it is and what to do next', async () => {
    const home = folderWith(FILES);
    const { code, stdout, stderr } = spillover(BOTH, home);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^[\d,]+ visits and decisions of synthetic people \(\d+ of cafe, \d+ of third-worker\)/);
    expect(stderr).toContain('Next, in R');
    expect(readdirSync(join(home, 'out'))).toEqual(['cafe-vs-third-worker-log.csv']);
    const [head = [], ...rows] = readCsv(readFileSync(join(home, 'out/cafe-vs-third-worker-log.csv'), 'utf8'));
    expect(rows.map((row) => row[head.indexOf('resource')])).toEqual(rows.map(() => `'=HYPERLINK("x") [2J`));
    const waited = (world: string) =>
      rows
        .filter((row) => row[head.indexOf('world')] === world)
        .filter((row) => row[head.indexOf('joined')] !== row[head.indexOf('start')]).length;
    expect(waited('cafe')).toBeGreaterThan(waited('third-worker'));
  });

  it('gives the same bytes again, in either format, and other bytes for another replication', async () => {
    const home = folderWith(FILES);
    const write = async (out: string, more: readonly string[]) => {
      expect((await here([...BOTH, '--out', out, ...more], home)).code).toBe(0);
      return readFileSync(join(home, out));
    };
    for (const format of ['csv', 'parquet']) {
      const first = await write(`a.${format}`, ['--format', format]);
      expect((await write(`b.${format}`, ['--format', format])).equals(first)).toBe(true);
      expect((await write(`c.${format}`, ['--format', format, '--replication', '1'])).equals(first)).toBe(false);
    }
  });

  it('says as JSON what was written, and Parquet holds as many rows', async () => {
    const home = folderWith(FILES);
    const { stdout } = await here([...BOTH, '--format', 'parquet', '--out', 'x/log.parquet', '--json'], home);
    const said = JSON.parse(stdout);
    expect(said).toMatchObject({
      schemaVersion: 1,
      file: 'x/log.parquet',
      format: 'parquet',
      replication: 0,
      seed: '1',
    });
    const bytes = readFileSync(join(home, 'x/log.parquet'));
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    expect(rows).toHaveLength(said.rows);
    expect(said.byWorld.cafe + said.byWorld['third-worker']).toBe(said.rows);
  });

  it('for Excel is CSV with a mark, which Parquet cannot have', async () => {
    const home = folderWith(FILES);
    const { code, stderr } = await here([...BOTH, '--excel', '--out', 'log.csv'], home);
    expect(code).toBe(0);
    expect(stderr).toContain('open it in Excel');
    expect(readFileSync(join(home, 'log.csv')).subarray(0, 10).toString()).toBe('\uFEFFcase_id');
    expect((await here([...BOTH, '--excel', '--out', 'log.csv', '--force'], home)).code).toBe(0);
    const both = await here([...BOTH, '--excel', '--format', 'parquet', '--out', 'log.parquet'], home);
    expect([both.code, both.stderr]).toEqual([2, expect.stringContaining('--excel is for CSV')]);
  });

  it('of more rows than a sheet holds is not said to be for Excel', () => {
    expect(nextForExcel(1_048_575)).toBe('Next: open it in Excel; R and Python read it too.');
    expect(nextForExcel(1_048_576)).toContain('the first 1,048,575 rows only');
    expect(nextForExcel(1_048_576)).not.toContain('open it in Excel');
  });

  it('is read by Python', async ({ skip }) => {
    if (maySkip(spawnSync('python3', ['--version']).status === 0)) skip('python3 is not installed');
    const home = folderWith(FILES);
    const { rows } = JSON.parse((await here([...BOTH, '--out', 'log.csv', '--json'], home)).stdout);
    const { stdout, stderr } = spawnSync('python3', ['-c', PYTHON, join(home, 'log.csv')], { encoding: 'utf8' });
    // Everybody comes to the café once, so that each row is a case.
    expect([stdout, stderr]).toEqual([`${rows} ${rows} ['cafe', 'third-worker']\n`, '']);
  });
});

describe('a file that is there', () => {
  it('is replaced only when asked, and only when it is a log', async () => {
    const home = folderWith({ ...FILES, 'notes.csv': 'mine\n', 'log.csv': 'case_id,activity,old\n' });
    const refused = await here([...BOTH, '--out', 'log.csv'], home);
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('Replace it with --force');
    const foreign = await here([...BOTH, '--out', 'notes.csv', '--force'], home);
    expect(foreign.code).toBe(2);
    expect(foreign.stderr).toContain('was not made by this command');
    expect(readFileSync(join(home, 'notes.csv'), 'utf8')).toBe('mine\n');
    mkdirSync(join(home, 'folder'));
    expect((await here([...BOTH, '--out', 'folder'], home)).stderr).toContain('is a folder, not a file');
    expect((await here([...BOTH, '--out', 'log.csv', '--force'], home)).code).toBe(0);
    expect(readFileSync(join(home, 'log.csv'), 'utf8')).not.toContain('old');
    expect(readdirSync(home).sort()).toEqual(['cafe.yaml', 'folder', 'log.csv', 'notes.csv', 'third-worker.yaml']);
  });

  it('is in the way of a path below it, which is told', async () => {
    const home = folderWith({ ...FILES, notes: 'mine\n' });
    const { code, stderr } = await here([...BOTH, '--out', 'notes/log.csv'], home);
    expect(code).toBe(2);
    expect(stderr).toContain('a part of the path is a file');
  });
});

describe('nothing is written', () => {
  it('where a scenario has a problem, the format is unknown, or worlds have nothing in common', async () => {
    const home = folderWith({ 'cafe.yaml': CAFE.replace('capacity: 2', 'capacty: 2'), 'other.yaml': CAFE });
    for (const words of [
      ['./cafe.yaml'],
      ['./other.yaml', '--format', 'xlsx'],
      ['./other.yaml', '--replication', '-1'],
    ]) {
      const { code, stdout } = await here(['log', ...words], home);
      expect([code, stdout]).toEqual([2, '']);
    }
    expect(existsSync(join(home, 'out'))).toBe(false);
  });

  it.each([
    { words: ['--excel', '--out', 'visits.xlsx'], next: 'Write --out visits.csv, and open that in Excel.' },
    { words: ['--out', 'a/visits.XLSX'], next: 'Write --out a/visits.csv.' },
    { words: ['--out', 'v.parquet'], next: 'Write --out v.csv; or ask for Parquet with --format parquet.' },
    {
      words: ['--out', 'v.csv', '--format', 'parquet'],
      next: 'Write --out v.parquet; or ask for CSV with --format csv.',
    },
  ])('where the name promises another format: $words', async ({ words, next }) => {
    const home = folderWith(FILES);
    const { code, stdout, stderr } = await here([...BOTH, ...words], home);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^--out\n {2}What is written is (CSV|Parquet), /);
    expect(stderr).toContain(`  Next: ${next}\n`);
    expect(readdirSync(home).sort()).toEqual(['cafe.yaml', 'third-worker.yaml']);
  });

  it('after Ctrl-C', async () => {
    const home = folderWith({ 'endless.yaml': ENDLESS.replace('400000', '4000') });
    writeFileSync(join(home, 'keep.txt'), '');
    const run = start(['log', './endless.yaml', '--out', 'deep/er/log.csv'], home);
    await run.says('hours of the run done');
    run.child.kill('SIGINT');
    const { code, stderr } = await run.ended;
    expect(code).toBe(130);
    expect(stderr).toContain('Stopped; no file was written');
    expect(readdirSync(home).sort()).toEqual(['endless.yaml', 'keep.txt']);
  });
});
