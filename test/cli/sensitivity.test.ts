/** `sensitivity`: a number at the ends of its range, against what is known without running it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { atRangeEnd, nameIn } from '../../src/scenarios/range-end.js';
import { plain } from '../../src/scenarios/tree.js';
import { readCsv } from '../support/read-csv.js';
import { CAFE, THIRD_WORKER } from './support/cafe.js';
import { here } from './support/here.js';
import { folderWith, spillover } from './support/spillover.js';

const guess = (value: string, low: string, high: string) =>
  `{value: ${value}, assumption: A guess., grade: E, range: [${low}, ${high}]}`;
const FILES = {
  'cafe.yaml': `${CAFE.replace('40 per day', '$rate')}parameters:\n  rate: ${guess('40 per day', '40 per day', '60 per day')}\n`,
  'third-worker.yaml': `${THIRD_WORKER.replace('capacity: 3', 'capacity: $staff')}parameters:\n  staff: ${guess('3', '2', '3')}\n`,
};
const COMMAND = ['sensitivity', './third-worker.yaml', '--headline', 'unmet', '--workers', '1', '--quiet'];

it('undoes the whole change where the number is what the baseline has, and none where it is what it was', async () => {
  const { code, stdout } = spillover([...COMMAND, '--json'], folderWith(FILES));
  expect(code).toBe(0);
  const { headline, tried, answer } = JSON.parse(stdout);
  const byId = Object.fromEntries(tried.map((row: { id: string }) => [row.id, row]));
  const [{ mean, low, high }] = headline;
  expect(mean).toBeLessThan(0);
  // Two workers in both worlds: no change at all, so that it moves by as much as there was, the other way round.
  expect(byId.staff.low[0]).toMatchObject({ mean: -mean, low: -high, high: -low });
  expect(byId.staff.high[0]).toMatchObject({ mean: 0, low: 0, high: 0 });
  // What the answer then is: with as many workers as the baseline has, no change.
  expect(byId.staff.lowAnswer[0]).toMatchObject({ mean: 0, low: 0, high: 0 });
  expect(byId.staff.highAnswer[0]).toMatchObject({ mean, low, high });
  // The baseline has its rate as well: at the low end, which is its value, nothing moves in either world.
  expect(byId.rate.low[0]).toMatchObject({ mean: 0, low: 0, high: 0 });
  expect(byId.rate.high[0].high).toBeLessThan(0);
  expect(answer.caveats[0]).toMatch(/^Only 4 runs: intervals are rough/);
  expect(answer.headline).toMatch(/^Simulated: of 2 numbers tried .* 2 clearly move what was watched in third-worker/);
});

it('says what the answer becomes at each end, and marks where it goes the other way', async () => {
  const files = {
    ...FILES,
    'third-worker.yaml': FILES['third-worker.yaml'].replace(guess('3', '2', '3'), guess('3', '1', '3')),
  };
  const { code, stdout } = await here([...COMMAND, '--numbers', 'staff'], folderWith(files));
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Simulated: .* The change in unmet goes the other way at an end of staff\.$/m);
  expect(stdout).toMatch(/^staff .* \+\d+ \(\d+ to \d+\), to \+\d+ \(\d+ to \d+\): changes sign +none$/m);
});

it('writes its answer, pictures and a table of every end with --out, from which rerun gets the same bytes', async () => {
  const folder = folderWith(FILES);
  const words = [...COMMAND, '--numbers', 'staff', 'rate', '--out', 'x', '--excel'];
  const { code, stdout } = await here([...words, '--json'], folder);
  expect(code).toBe(0);
  const { tried, headline } = JSON.parse(stdout);
  const read = (path: string) => readFileSync(join(folder, 'x', path), 'utf8');
  const page = read('report.html');
  expect(page).toContain('<h1>What the answer of third-worker rests on</h1>');
  expect(page.match(/<svg/g)).toHaveLength(1);
  expect(read('tables/ends.csv')).toMatch(/^\uFEFFid,grade/);
  const [head = [], ...rows] = readCsv(read('tables/ends.csv').slice(1));
  expect(rows.map((row) => row.slice(0, 6))).toEqual(
    ['staff', 'rate'].flatMap((id) => {
      const { grade, value, range } = tried.find((one: { id: string }) => one.id === id);
      return ['low', 'high'].map((end) => [id, grade, value, range, end, headline[0].name]);
    }),
  );
  const staff = tried.find((one: { id: string }) => one.id === 'staff');
  const low = rows.find(([id, , , , end]) => id === 'staff' && end === 'low')!;
  const at = (name: string) => Number(low[head.indexOf(name)]);
  expect([at('moves_by'), at('moves_by_low')]).toEqual([staff.low[0].mean, staff.low[0].low]);
  expect([at('comes_to'), low[head.indexOf('is_clear')]]).toEqual([staff.lowAnswer[0].mean, 'true']);
  expect(JSON.parse(read('manifest.json')).request.search).toEqual({ numbers: ['staff', 'rate'], headline: ['unmet'] });
  const again = await here(['rerun', 'x', '--workers', '2'], folder);
  expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('The same bytes: ')]);
  expect(await here(words, folder)).toMatchObject({ code: 2, stdout: '' }); // it is there already
});

it('names the nearest number where there is none such, and needs no more than one that there is', async () => {
  const folder = folderWith(FILES);
  const wrong = await here([...COMMAND, '--numbers', 'stafff'], folder);
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('Did you mean `staff`?');
});

it('names the measure that was probably meant, and those that there are', async () => {
  const { code, stderr } = await here(
    ['sensitivity', 'right-care-right-person', '--headline', 'wait:a-and-e'],
    folderWith(),
  );
  expect(code).toBe(2);
  expect(stderr).toMatch(/^--headline\n {2}There is no such headline measure in these worlds\./);
  expect(stderr).toMatch(/expected a measure and its cell; measures are [^\n]*`wait-mean`/);
  expect(stderr).toContain('Did you mean `wait-mean:a-and-e:people`?');
});

it('moves a number of the file that it is of, dated or not, and nothing else', () => {
  const file = { file: 'a.yaml', line: 1, column: 1 };
  const leaf = (value: number) => ({ kind: 'scalar' as const, at: file, key: null, value, text: String(value) });
  const map = (entries: Record<string, unknown>) =>
    ({ kind: 'map' as const, at: file, key: null, entries: new Map(Object.entries(entries)) }) as never;
  const range = { kind: 'list' as const, at: file, key: null, items: [leaf(1), leaf(9)] };
  const tree = map({
    policy: leaf(0),
    parameters: map({ a: map({ dated: leaf(5), range }), b: map({ value: leaf(2) }) }),
  });
  const moved = { parameter: 'mine.a', end: 'high' } as const;
  expect([nameIn('mine', moved), nameIn(null, moved), nameIn('other', moved)]).toEqual(['a', null, null]);
  expect(plain(atRangeEnd(tree, 'a', moved))).toEqual({
    policy: 0,
    parameters: { a: { value: 9, range: [1, 9] }, b: { value: 2 } },
  });
  expect(atRangeEnd(tree, 'b', moved)).toBe(tree);
  expect(atRangeEnd(tree, null, moved)).toBe(tree);
});
