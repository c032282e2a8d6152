/** `capacity` as a user has it: its answer, its JSON, and what it says to a wrong question. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../support/read-csv.js';
import { CAFE, ENDLESS } from './support/cafe.js';
import { here } from './support/here.js';
import { folderWith, spillover, start } from './support/spillover.js';

const STAFFED = 'capacity: 2, standard: {within: 15 min, share: 90%}}';
const STANDARD = CAFE.replace('capacity: 2}', STAFFED);
/** A café that is so busy that one worker more is not enough. */
const BUSY = `spillover: 1
scenario: busy
extends: ./cafe.yaml
arrivals:
  visitors: {rate: 70 per day}
`;
const home = () => folderWith({ 'cafe.yaml': STANDARD, 'busy.yaml': BUSY });
const ask = (...words: string[]) =>
  here(
    [
      'capacity',
      './busy.yaml',
      '--service',
      'cafe',
      '--replications',
      '6',
      '--up-to',
      '12',
      '--workers',
      '1',
      ...words,
    ],
    home(),
  );
const BANNED = /\b(proves?|will|significant(?:ly)?|cases?|users?|NaN|undefined|Infinity|null)\b/i;

describe('capacity', () => {
  it('says how many more, with what is known of one fewer, in words that keep to the rules', async () => {
    const { code, stdout, stderr } = await ask(
      '--restore',
      'wait-mean',
      '--replications',
      '10',
      '--up-to',
      '40',
      '--quiet',
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^Simulated, if all else stays the same: 2 more workers are needed at Café in every hour on duty .* Mean wait.*: [\d.]+ min \([^)]*\) in the baseline, [\d.]+ min \([^)]*\) with none added and [\d.]+ min \([^)]*\) with 2 more workers\./,
    );
    expect(stdout).toContain('at least 80% of 2-week periods of the area');
    expect(stdout).toMatch(/^baseline +\d/m);
    expect(stdout).toMatch(/^ample +100%/m);
    expect(stdout).toContain('Costs are left out');
    expect(stdout).toContain('It is no full year');
    expect(stdout).toMatch(/^What could change this\n- Little checking: no assurance statement for /m);
    expect(stdout.match(BANNED)).toBeNull();
  });

  it('says why no number is enough, what is not settled in plain words, and what few runs cannot tell', async () => {
    const few = ['--replications', '2', '--up-to', '2', '--json'];
    const [one, other] = [await ask('--restore', 'wait-mean', ...few), await ask('--restore', 'unmet', ...few)].map(
      ({ stdout }) => JSON.parse(stdout).answer,
    );
    expect(one.headline).toContain('it is not settled how many more workers, if any, are needed at Café');
    expect(one.headline).not.toMatch(/0 or more|number of more/);
    expect(one.caveats[0]).toMatch(/^Only 2 replications: /);
    expect(other.headline).toContain('It counts everybody’s');
  });

  it('gives the same in JSON, and the same again whatever the number of workers', async () => {
    const [one, other] = [
      await ask('--meet-standard', '--json', '--workers', '1'),
      await ask('--meet-standard', '--json', '--workers', '2'),
    ];
    expect(one!.stdout).toBe(other!.stdout);
    const { request, answer, answers, tried, baseline } = JSON.parse(one!.stdout);
    expect(answer.headline).toMatch(
      /, mean over runs: 90% is to be reached; [\d.]+% \([^)]+\) with none added( and |\.)/,
    );
    expect(request).toMatchObject({ scenario: 'busy', service: 'cafe', share: 0.9, first: 6, most: 12 });
    expect(answers.map(({ level }: { level: number }) => level)).toEqual([0.5, 0.8, 0.95]);
    expect(tried[0]).toMatchObject({ added: 0, met: 0, of: 6 });
    expect(baseline).toBeNull();
  });

  it('writes the answer, its picture and its tables with --out, from which rerun gets the same bytes', async () => {
    const folder = home();
    const words = ['capacity', './busy.yaml', '--service', 'cafe', '--restore', 'wait-mean', '--replications', '6'];
    const { code, stdout, stderr } = spillover(
      [...words, '--up-to', '1000', '--out', 'x', '--excel', '--workers', '2'],
      folder,
    );
    expect(code).toBe(0);
    expect(stderr).toContain('Next: open x/report.html\nThe same bytes again: spillover rerun x');
    const page = readFileSync(join(folder, 'x/report.html'), 'utf8');
    expect(page).toContain(stdout.split('\n')[0]!.slice(0, 60));
    expect(page).toContain('<svg');
    const text = readFileSync(join(folder, 'x/tables/tried.csv'), 'utf8');
    expect(text).toMatch(/^\uFEFF[a-z]/);
    const tried = readCsv(text.slice(1));
    expect(tried.map(([added]) => added)).toEqual(expect.arrayContaining(['baseline', '0', 'ample']));
    const [manifest, answer] = ['manifest.json', 'answer.json'].map((name) =>
      JSON.parse(readFileSync(join(folder, 'x', name), 'utf8')),
    );
    const most = Math.max(...answer.tried.map(({ runs }: { runs: number }) => runs));
    expect(manifest.replications).toMatchObject({ requested: 1000, completed: most });
    expect(most).toBeLessThan(1000);
    expect(await here(['rerun', 'x', '--workers', '1'], folder)).toMatchObject({ code: 0 });
    expect(await here([...words, '--out', 'x'], folder)).toMatchObject({ code: 2, stdout: '' });
    const nowhere = await here([...words, '--excel'], folder);
    expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining('add --out <path>')]);
  });

  it('tells what it had tried when it is stopped, as unfinished', async () => {
    const long = STANDARD.replace('2 weeks', '40 weeks').replace('40 per day', '400 per day');
    const folder = folderWith({ 'cafe.yaml': long });
    const words = [
      'capacity',
      './cafe.yaml',
      '--service',
      'cafe',
      '--meet-standard',
      '--replications',
      '1',
      '--verbose',
    ];
    const { child, ended, says } = start([...words, '--workers', '1'], folder);
    await says('with no workers added: target met in ');
    child.kill('SIGINT');
    const { code, stdout, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr).toContain(
      'Runs of each that is tried: 1, and where that does not settle the answer up to 8 (--up-to).',
    );
    expect(stdout).toMatch(
      /^Unfinished: stopped before there was an answer\. .*\n- with no workers added: target met in 0 of 1 run\n/,
    );
  });

  it('leaves nothing when it is stopped', async () => {
    const folder = folderWith({ 'cafe.yaml': ENDLESS.replace('capacity: 2}', STAFFED) });
    const words = ['capacity', './cafe.yaml', '--service', 'cafe', '--meet-standard', '--out', 'deep/x', '--verbose'];
    const { child, ended, says } = start(words, folder);
    await says('read 1 files');
    child.kill('SIGINT');
    await says('No answer is given and nothing is written');
    const { code, stdout } = await ended;
    expect([code, stdout]).toEqual([130, '']);
    expect(readdirSync(folder)).toEqual(['cafe.yaml']);
  });

  it.each([
    { words: ['--restore', 'wait-meen'], says: 'Did you mean `wait-mean`?' },
    { words: ['--restore', 'mean-wait'], says: 'expected one of `wait-mean`, ' },
    { words: ['--restore', 'occupancy'], says: 'Of `occupancy` neither more nor less is better' },
    { words: [], says: 'It is not said what the added capacity is for.' },
    { words: ['--restore', 'wait-mean', '--meet-standard'], says: 'cannot be used with' },
    { words: ['--restore', 'wait-mean', '--service', 'caffe'], says: 'Did you mean `cafe`?' },
    { words: ['--restore', 'wait-mean', '--where', 'grop=people'], says: 'Did you mean `group`?' },
    { words: ['--restore', 'wait-mean', '--where', 'people'], says: 'This names no cell.' },
    { words: ['--restore', 'wait-mean', '--add-to', 'weekend'], says: 'These are no hours of the week.' },
    { words: ['--restore', 'wait-mean', '--baseline', './busy.yaml'], says: 'Two scenarios of a comparison' },
  ])('refuses $words with exit code 2', async ({ words, says }) => {
    const { code, stdout, stderr } = await ask(...words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
  });

  it('asks for the service in the way of other faults, and names those that there are', async () => {
    const { code, stdout, stderr } = await here(['capacity', './busy.yaml', '--restore', 'wait-mean'], home());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      '--service\n  It is not said which service is meant.\n  Found nothing; expected one of `cafe`.\n' +
        '  Next: Write --service and one of these.\n',
    );
  });

  it('asks for a baseline where the scenario extends nothing', async () => {
    const words = ['capacity', './cafe.yaml', '--service', 'cafe', '--restore', 'wait-mean'];
    const { code, stderr } = await here(words, home());
    expect(code).toBe(2);
    expect(stderr).toContain('cafe extends nothing, so it has no baseline to return to.');
  });
});
