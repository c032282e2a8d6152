/** Policies as they are listed and explained, and comparisons that are repeated in futures. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../support/read-csv.js';
import { CAFE } from './support/cafe.js';
import { here } from './support/here.js';
import { folderWith, spillover } from './support/spillover.js';

const scaled = (head: string, by: number) => `spillover: 1
${head}
levers: {factor: {label: Visitors sent, range: [0.5, 4]}}
parameters:
  factor: {value: ${by}, assumption: a guess, grade: E, range: [0.5, 4]}
edits:
  - scale: {what: arrivals.visitors.rate, by: $factor}
`;
const files = {
  'cafe.yaml': CAFE,
  'sent.yaml': 'spillover: 1\nscenario: sent\nextends: ./cafe.yaml\npolicies: [./send.yaml]\n',
  'send.yaml': scaled('policy: send\nneeds-future: rain\nneeds-future-reason: Rain decides who comes.', 1.5),
  'dry.yaml': scaled('policy: dry\nfuture: rain', 0.8),
};
const compare = (folder: string, ...words: string[]) =>
  here(['compare', './cafe.yaml', './sent.yaml', '--replications', '3', '--workers', '1', ...words], folder);

describe('policies', () => {
  it('are listed with origin, levers, horizon and where they start; futures after them', async () => {
    const { stdout, code } = spillover(['policies'], folderWith({}));
    expect(code).toBe(0);
    expect(stdout).toMatch(/^policy +origin +levers +horizon +where it starts\n/);
    expect(stdout).toMatch(
      /\nyouth-prevention +council +2 +10 years +needs\.youth-violence\.onset\.by-cohort\.young\n/,
    );
    expect(stdout).toMatch(/\nsupply-shock +future \(supply\) +2 +- +needs\.overdose\.onset\.rate/);
    const { policies } = JSON.parse((await here(['policies', '--json'], folderWith({}))).stdout);
    for (const { levers } of policies)
      for (const lever of levers)
        expect(lever).toMatchObject({
          range: expect.stringContaining(' to '),
          grade: expect.stringMatching(/^[A-E]$/),
        });
  });

  it('are explained one by one, and one that is not there is told with the nearest', async () => {
    const { stdout } = await here(['describe', 'policy', 'drug-diversion'], folderWith({}));
    expect(stdout).toMatch(
      /diversion-offered: .*\n +range 0 to 1, unit \S+, default 0\.67, grade C \(tvp-no-treatment-sanction\)/,
    );
    expect(stdout).toContain(
      'durham: Durham (Checkpoint, deferred prosecution) (diversion-reoffending-rate 0.2 per year)',
    );
    const mine = scaled('policy: mine', 1.5).replace(
      'parameters:',
      'parameters:\n  share: {value: 0.3, assumption: a guess, grade: E, range: [0.1, 0.5]}',
    );
    const own = (await here(['describe', 'policy', './mine.yaml'], folderWith({ 'mine.yaml': mine }))).stdout;
    expect(own).toContain(
      'Other numbers, which its file sets\n  share\n    range 0.1 to 0.5, unit number, default 0.3, grade E',
    );
    const wrong = await here(['describe', 'policy', 'drug-diversionn'], folderWith({}));
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('drug-diversion');
  });
});

describe('compare', () => {
  it('says that a policy which needs a future is not enough without one', async () => {
    const folder = folderWith(files);
    const { code, stdout, stderr } = await compare(folder, '--out', 'out');
    const said = 'Not enough by itself: send is here without a future of the kind rain. Rain decides who comes.';
    expect(code).toBe(0);
    expect(stdout).toContain(said);
    expect(stderr).toContain('Cross send with a future: `compare` with --futures');
    expect(readFileSync(join(folder, 'out/report.html'), 'utf8')).toContain(said);
  });

  it('repeats everything in a future, tells a grid, and can be computed again', async () => {
    const folder = folderWith(files);
    const { code, stdout, stderr } = await compare(folder, '--futures', './dry.yaml', '--out', 'out', '--excel');
    expect(code).toBe(0);
    expect(stdout).toMatch(/\nas-it-is +send +\+.*\ndry +send +\+/);
    expect(stdout).toMatch(
      /^Simulated change against the baseline of the same future, if all else stays the same; mean over 3 .* grade E\./,
    );
    expect(stdout).toContain('\n- Only 3 replications: ');
    expect(stdout).toContain('\n- Clear is said of each difference by itself. Of 4 differences in this grid, were');
    expect(stderr).not.toContain('Not enough');
    expect(stderr).toContain('Next: open out/grid.html');
    for (const table of ['grid.csv', 'grid-data-dictionary.csv', 'dry/tables/services.csv'])
      expect(readFileSync(join(folder, 'out', table), 'utf8'), table).toMatch(/^\uFEFF[a-z]/);
    const grid = readCsv(readFileSync(join(folder, 'out/grid.csv'), 'utf8').slice(1));
    const [head = [], ...lines] = grid;
    expect(lines.map((line) => line[0])).toEqual(expect.arrayContaining(['as-it-is', 'dry']));
    const dry = JSON.parse(readFileSync(join(folder, 'out/dry/results.json'), 'utf8'));
    const unmet = lines.find((line) => line[0] === 'dry' && line[head.indexOf('figure')] === 'needs not met');
    const exact = dry.differences.find(
      (row: { measure: string; cell: object }) => row.measure === 'unmet' && Object.keys(row.cell).length === 0,
    );
    expect(Number(unmet?.[head.indexOf('difference_mean')])).toBeCloseTo(exact.mean, 6);
    expect(readFileSync(join(folder, 'out/grid.html'), 'utf8')).toContain('<a href="dry/report.html">dry</a>');
    expect(readFileSync(join(folder, 'out/as-it-is/report.html'), 'utf8')).toContain('Not enough by itself');
    expect(readFileSync(join(folder, 'out/dry/report.html'), 'utf8')).not.toContain('Not enough by itself');
    // Of 40 visitors a day the future leaves 32, in the baseline too: changes there are against that.
    const came = (arm: string) => {
      const { baseline, estimates } = JSON.parse(readFileSync(join(folder, `out/${arm}/results.json`), 'utf8'));
      const of = (row: { world: string; measure: string }) => row.world === baseline && row.measure === 'contacts';
      return estimates.find(of).mean;
    };
    expect(came('dry') / came('as-it-is')).toBeCloseTo(0.8, 1);
    const again = spillover(['rerun', 'out/dry'], folder);
    expect(again.code).toBe(0);
    expect(again.stdout + again.stderr).toContain('The same bytes');
  });

  it('looks at every future before anything is run or written, and tells all that is wrong with them', async () => {
    const folder = folderWith({
      ...files,
      'odd.yaml': scaled('policy: odd\nfuture: rain', 0.8).replace('visitors', 'visiters'),
    });
    const { code, stdout, stderr } = await compare(
      folder,
      '--futures',
      'wintr,./send.yaml,./none.yaml',
      '--out',
      'out',
    );
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('No future called `wintr` comes with the program.');
    expect(stderr).toMatch(
      /expected one of (?:`[a-z-]+`, )+`[a-z-]+`, or a path such as \.\/wintr\.yaml\.\n +Did you mean `winter`\?/,
    );
    expect(stderr).not.toContain('british-columbia');
    expect(stderr).toContain('`./send.yaml` is a policy, and no future.');
    expect(stderr).toContain('There is no file `./none.yaml`.');
    const unfit = await compare(folder, '--futures', './dry.yaml,./odd.yaml', '--out', 'out');
    expect([unfit.code, unfit.stdout]).toEqual([2, '']);
    expect(unfit.stderr).toContain('visiters');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});

describe('a policy that says how far to look ahead', () => {
  it('is measured for as long where that is asked, and told to be cut short where it is not', async () => {
    const folder = folderWith({
      'cafe.yaml': CAFE,
      'ahead.yaml': 'spillover: 1\nscenario: ahead\nextends: ./cafe.yaml\npolicies: [./far.yaml]\n',
      'far.yaml': scaled('policy: far\nhorizon: 30 weeks', 1.5),
    });
    const with1 = ['--replications', '1', '--workers', '1'];
    const alone = ['run', './ahead.yaml', ...with1];
    const measured = (out: string) =>
      JSON.parse(readFileSync(join(folder, out, 'manifest.json'), 'utf8')).time.measured;
    const plain = await here([...alone, '--out', 'short'], folder);
    expect(plain.stdout + plain.stderr).toContain('Not the whole of it: far says to look ahead 30 weeks');
    const ahead = await here([...alone, '--look-ahead', '--out', 'alone'], folder);
    expect(ahead.stdout + ahead.stderr).not.toContain('Not the whole of it');
    const both = await here(
      ['compare', './cafe.yaml', './ahead.yaml', ...with1, '--look-ahead', '--out', 'both'],
      folder,
    );
    expect([plain.code, ahead.code, both.code]).toEqual([0, 0, 0]);
    expect(measured('short')).toBeLessThan(30 * 168);
    expect([measured('alone'), measured('both')]).toEqual([30 * 168, 30 * 168]);
    expect((await here(['rerun', 'both'], folder)).stdout).toContain('none differs');
  }, 120_000);
});
