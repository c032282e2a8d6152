/** The page on chance names what there is: streams, options, files, and a row of results for each stream and reading. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { READINGS, readLines, SELECTION, STREAMS } from './dieharder.js';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/chance.md', root), 'utf8');
/** First cells of the rows under a heading of a table. */
const rowsUnder = (heading: string) => {
  const [, table = ''] = page.split(`${heading}\n`);
  const rows = /^\|[-|]+\|\n((?:\|.*\|\n)*)/.exec(table)?.[1] ?? '';
  return rows
    .trimEnd()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim().replaceAll('`', '')));
};

describe('the page on chance', () => {
  it('names every stream and every test that the proof runs, in its order', () => {
    expect(rowsUnder('| stream | draws that follow each other |').map(([, stream]) => stream)).toEqual(STREAMS);
    expect(rowsUnder('| options | test |').map(([, options]) => options)).toEqual(SELECTION);
  });

  it('has a result for each stream and reading, and adds them up', () => {
    const rows = rowsUnder('| stream | bits | p-values | least | where | below 0.005 | above 0.995 |');
    expect(rows.map(([, stream, reading]) => `${stream} ${reading}`)).toEqual(
      STREAMS.flatMap((stream) => READINGS.map((reading) => `${stream} ${reading}`)),
    );
    const total = (column: number) => rows.reduce((sum, row) => sum + Number(row[column]), 0);
    expect(page).toContain(`of ${total(3)} that happens`);
    expect(page).toContain(`Below 0.005: ${total(6)}; above 0.995: ${total(7)}.`);
  });

  it('gives a command of which the parts are true, and files that are there', () => {
    const [, stream = '', reading = '', options = ''] =
      /node test\/chance\/words\.mjs (\w+) (\w+) \| dieharder -g 200 -S 1 (.*)\n/.exec(page) ?? [];
    expect(STREAMS).toContain(stream);
    expect(READINGS).toContain(reading);
    expect(SELECTION).toContain(options);
    const files = [...page.matchAll(/`((?:src|test)\/[^` ]+)`/g)].map(([, file]) => file!);
    expect(files.length).toBeGreaterThan(4);
    expect(files.filter((file) => !existsSync(fileURLToPath(new URL(file, root))))).toEqual([]);
  });
});

it('the answer of dieharder is read as it is printed', () => {
  const printed = '          sts_serial|   3|0.00000000\n        diehard_runs|   0|0.93747163\n';
  expect(readLines(printed)).toEqual([
    { test: 'sts_serial 3', p: 0 },
    { test: 'diehard_runs 0', p: 0.93747163 },
  ]);
});
