/** `tipping` as a user has it: loads, levers, and what it says to a wrong question. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../support/read-csv.js';
import { CAFE } from './support/cafe.js';
import { here } from './support/here.js';
import { folderWith, spillover } from './support/spillover.js';

const files = {
  'cafe.yaml': CAFE.replace('capacity: 2}', 'capacity: 4, standard: {within: 15 min, share: 90%}}'),
  'sent.yaml': 'spillover: 1\nscenario: sent\nextends: ./cafe.yaml\npolicies: [./send.yaml]\n',
  'send.yaml': `spillover: 1
policy: send
levers: {factor: {label: Visitors sent, range: [1, 4]}}
parameters:
  factor: {value: 1.5, assumption: a guess, grade: E, range: [1, 4]}
edits:
  - scale: {what: arrivals.visitors.rate, by: $factor}
`,
};
const ask = (...words: string[]) =>
  here(
    ['tipping', ...words, '--service', 'cafe', '--replications', '3', '--workers', '1', '--quiet'],
    folderWith(files),
  );

describe('tipping', () => {
  it('of a lever that scales demand is that of the load, in words that keep to the rules', async () => {
    const [load, lever] = [
      await ask('./cafe.yaml', '--load', '--between', '1,4', '--json'),
      await ask('./sent.yaml', '--lever', 'send.factor', '--json'),
    ].map(({ stdout }) => JSON.parse(stdout));
    for (const found of [load, lever]) expect(found).toMatchObject({ status: 'found', missed: 'above' });
    expect(Math.abs(load.at - lever.at)).toBeLessThan(0.02);
    expect(lever.answer.headline).toMatch(
      /^Simulated, .*: with “Visitors sent” at 1\.5, as in the scenario, [\d.]+% \([^)]*\) of people are seen within the standard, which is [^;]*; Café misses its standard \(90% within 15 minutes\) with the lever above about [\d.]+ \(95% interval/,
    );
    expect(lever.answer.headline).toMatch(/grade E\.$/);
    expect(lever.answer.caveats).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Only 3 replications: /),
        '1 input of 1 is of the weakest grade used, E (placeholder).',
        'Inputs of grade E (placeholders): send.factor.',
        expect.stringMatching(/Not a forecast\.$/),
      ]),
    );
    const text = [load.answer.headline, ...load.answer.caveats, ...load.answer.notes].join(' ');
    expect(text.match(/\b(proves?|will|significant(?:ly)?|cases?|users?|NaN|undefined|Infinity|null)\b/i)).toBeNull();
  });

  it('says that a lever hardly changes the share, and what to ask then', async () => {
    const short = async (staff: string, ...words: string[]) => {
      const cafe = files['cafe.yaml'].replace('capacity: 4', `capacity: ${staff}`);
      const asked = [
        'tipping',
        './sent.yaml',
        '--service',
        'cafe',
        '--replications',
        '3',
        '--workers',
        '1',
        '--quiet',
        ...words,
      ];
      return (await here(asked, folderWith({ ...files, 'cafe.yaml': cafe }))).stdout;
    };
    const missed = await short('1', '--lever', 'send.factor', '--between', '3.9,4');
    expect(missed).toContain('Café misses its standard (90% within 15 minutes) at every point looked at');
    expect(missed).toMatch(/“Visitors sent” hardly changes the share .* `--service cafe --meet-standard`\./);
  });

  it('tells a lever that is a share as a percentage, and how it is written', async () => {
    const { stdout } = await ask('./sent.yaml', '--lever', 'send.compliance');
    expect(stdout).toContain('with “How often the policy is followed” at 100%, as in the scenario');
    expect(stdout).toMatch(/with the lever (?:from 0% to 100%|above about [\d.]+% \(95% interval)/);
    expect(stdout).toMatch(/^0\.0% +\d/m);
    expect(stdout).toMatch(/^100\.0% +\d/m);
    expect(stdout).toContain('The lever is 100% in the scenario, written 1; --between takes it as written.');
  });

  it('says first how it is in the scenario, and writes a folder that rerun finds the same', async () => {
    const home = folderWith(files);
    const words = [
      'tipping',
      './cafe.yaml',
      '--service',
      'cafe',
      '--load',
      '--between',
      '0.9,2',
      '--replications',
      '2',
      '--out',
      'x',
    ];
    const { code, stdout, stderr } = spillover(words, home);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Simulated, if all else stays the same: with demand as it is, [\d.]+% .* are seen within/);
    expect(stderr).toContain('Next: open x/report.html\nThe same bytes again: spillover rerun x');
    expect(stdout).toContain('\nWhat could change this\n- Only 2 replications: ');
    expect(readFileSync(join(home, 'x/report.html'), 'utf8')).toContain('<h3>What could change this answer</h3>');
    expect(readCsv(readFileSync(join(home, 'x/tables/assumptions.csv'), 'utf8'))[0]).toContain('evidence_grade');
    expect(await here(['rerun', 'x'], home)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^The same bytes/),
    });
    const points = readCsv(readFileSync(join(home, 'x/tables/points.csv'), 'utf8'));
    expect(points.slice(1).map(([at]) => Number(at))).toContain(1);
  });

  it.each([
    { words: ['./cafe.yaml'], says: 'It is not said what is to be moved.' },
    { words: ['./cafe.yaml', '--load', '--streams', 'visitor'], says: 'Did you mean `visitors`?' },
    { words: ['./cafe.yaml', '--load', '--between', '2,1'], says: 'Expected two numbers, the lower first' },
    { words: ['./sent.yaml', '--lever', 'send.facter'], says: 'Did you mean `send.factor`?' },
    { words: ['./sent.yaml', '--lever', 'factor'], says: 'Did you mean `send.factor`?' },
    { words: ['./cafe.yaml', '--lever', 'send.factor'], says: 'Next: This scenario has no policy: name one that has' },
    {
      words: ['./sent.yaml', '--lever', 'send.factor', '--between', '1,9'],
      says: `--between
  This is outside of the range of the lever \`send.factor\`, which is 1 to 4.
  Found 1,9; expected two numbers from 1 to 4.
  Next: Write --between 1,4, or a narrower range; left out, all of it is looked at.
`,
    },
    {
      words: ['./sent.yaml', '--lever', 'send.compliance', '--between', '0,70'],
      says: 'Next: Write --between 0,0.7: a share is written from 0 to 1.',
    },
  ])('refuses $words with exit code 2', async ({ words, says }) => {
    const { code, stdout, stderr } = await ask(...words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
  });
});
