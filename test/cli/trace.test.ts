/** `trace`: finding somebody without knowing an id, following them, and words that mean nobody. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { storyInWords } from '../../src/cli/story-words.js';
import { CAFE, THIRD_WORKER } from './support/cafe.js';
import { here } from './support/here.js';
import { folderWith, spillover } from './support/spillover.js';

const TOWN = resolve(import.meta.dirname, '../experiment/town');
const read = (name: string) => readFileSync(join(TOWN, name), 'utf8');
const FILES = {
  'town.yaml': read('town.yaml'),
  'diverted.yaml': read('diverted.yaml'),
  'divert.yaml': read('divert.yaml').replace('Calls go to the crisis team', '"=Calls \\u001b[31mgo elsewhere"'),
  'cafe.yaml': CAFE,
  'third-worker.yaml': THIRD_WORKER,
};
const DIVERTED = ['trace', './diverted.yaml', '--against', './town.yaml'];

describe('without a person', () => {
  it('some are named, and the line that follows one of them works', () => {
    const home = folderWith(FILES);
    const { code, stdout, stderr } = spillover(DIVERTED, home);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Synthetic people in replication 0 with seed 1; nobody real is described\.\n/);
    for (const kind of ['Touched: ', 'Bystanders: ', 'Delayed: ']) expect(stdout).toContain(`\n${kind}`);
    const [, line = ''] = /^Next: (spillover trace .+)$/m.exec(stderr) ?? [];
    const followed = spillover(line.split(' ').slice(1), home);
    expect([followed.code, followed.stderr]).toEqual([0, '']);
    expect(followed.stdout).toMatch(/^Person \d+, replication 0 with seed 1\nThis person is synthetic/);
    expect(followed.stdout).toMatch(/^>> They part here by a rule of =Calls \[31mgo elsewhere: next, Police/m);
    expect(followed.stdout.split('\n').filter((text) => text.length > 80)).toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a piped story has no escapes, whatever a label says.
    expect(followed.stdout).not.toMatch(/\u001b/);
  });

  it('the line that follows one of them can be pasted into a shell, whatever the folder is called', async () => {
    const files = Object.entries(FILES).map(([name, text]) => [`my towns/${name}`, text]);
    const words = ['trace', './my towns/diverted.yaml', '--against', './my towns/town.yaml', '--seed', 'any text'];
    const { code, stderr } = await here(words, folderWith(Object.fromEntries(files)));
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^Next: spillover trace '\.\/my towns\/diverted\.yaml' --against '\.\/my towns\/town\.yaml' --seed 'any text' /m,
    );
  });

  it('one kind can be asked for, as JSON too, in another replication', async () => {
    const home = folderWith(FILES);
    const said = await here([...DIVERTED, '--list', 'delayed', '--replication', '2', '--json'], home);
    const { delayed, touched, replication } = JSON.parse(said.stdout);
    expect([said.code, touched, replication]).toEqual([0, undefined, 2]);
    expect(delayed.first.length).toBeLessThanOrEqual(10);
    for (const { parting } of delayed.first) {
      expect(parting).toMatchObject({ change: 'later', at: null });
      expect(parting.laterBy).toBeGreaterThan(0);
    }
  });
});

describe('a person', () => {
  it('who passes by is followed by the id of an episode', async () => {
    const home = folderWith(FILES);
    const list = ['trace', './third-worker.yaml', '--against', './cafe.yaml', '--list', 'bystanders', '--json'];
    const { bystanders } = JSON.parse((await here(list, home)).stdout);
    const { person } = bystanders.first[0];
    const { stdout } = await here([...list.slice(0, 4), '--person', person], home);
    expect(stdout).toContain('up after');
    expect(stdout).toContain('by no rule');
    const alone = await here(['trace', './cafe.yaml', '--person', person, '--json'], home);
    expect(JSON.parse(alone.stdout)).toMatchObject({ worlds: ['cafe'], person, start: '2024-01-01' });
  });

  it('is found against what the scenario extends, where no other world is named', async () => {
    const home = folderWith(FILES);
    const against = await here(DIVERTED, home);
    const [, scenario = ''] = DIVERTED;
    expect(await here(['trace', scenario, ...DIVERTED.slice(DIVERTED.indexOf('--against') + 2)], home)).toEqual(
      against,
    );
    expect(against.stderr).toContain('--against ./');
  });

  it('to whom nothing happens is told so, with a way on', async () => {
    const { code, stdout, stderr } = await here(['trace', './cafe.yaml', '--person', '12'], folderWith(FILES));
    expect([code, stdout.split('\n').at(-2)]).toEqual([
      0,
      'Nothing happens to person 12 in replication 0 with seed 1.',
    ]);
    expect(stderr).toContain('--against BASELINE');
  });
});

describe('nobody is meant', () => {
  it.each([
    { words: ['./cafe.yaml'], says: 'It is not said whom to follow' },
    { words: ['./cafe.yaml', '--list', 'touched'], says: 'It is not said whom to follow' },
    {
      words: ['./cafe.yaml', '--person', '1000'],
      says: 'There is no person 1000 in town. Expected a number from 0 to 999',
    },
    { words: ['./cafe.yaml', '--person', 'Jo'], says: 'There is no person Jo' },
    { words: ['./cafe.yaml', '--person', '-1'], says: 'There is no person -1' },
    { words: ['./cafe.yaml', '--person', 'e0000000000000001'], says: 'No episode in replication 0' },
    { words: [...DIVERTED.slice(1), '--person', '1', '--list', 'touched'], says: 'give one of them' },
    { words: [...DIVERTED.slice(1), '--list', 'moved'], says: 'Allowed choices are touched, bystanders, delayed' },
    { words: ['./third-worker.yaml', '--against', './town.yaml'], says: 'town' },
  ])('$words', async ({ words, says }) => {
    const { code, stdout, stderr } = await here(['trace', ...words], folderWith(FILES));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
  });
});

describe('the story on a terminal', () => {
  const entry = (time: string, text: string) => ({ time, text });
  const EPISODE = {
    title: 'Episode',
    sides: [
      [entry('1 Jan 10:00', 'answered at once'), entry('1 Jan 11:00', 'attended')],
      [entry('1 Jan 10:00', 'answered at once')],
    ],
    shared: 1,
    parting: 'They part here.',
  };
  const lines = (columns: number) => storyInWords([EPISODE], ['Before', 'After'], columns).split('\n');

  it('has both worlds side by side where there is room', () => {
    expect(lines(80)).toEqual([
      '',
      'Episode',
      'BEFORE                                  AFTER',
      '1 Jan 10:00   answered at once          1 Jan 10:00   answered at once',
      '>> They part here.',
      '1 Jan 11:00   attended',
    ]);
  });
  it('has one below the other where there is not, and never runs over', () => {
    expect(lines(40)).toEqual([
      '',
      'Episode',
      'BEFORE',
      '1 Jan 10:00   answered at once',
      '>> They part here.',
      '1 Jan 11:00   attended',
      'AFTER',
      '1 Jan 10:00   answered at once',
      '>> They part here.',
    ]);
    for (const columns of [24, 40, 60, 79, 80, 100])
      for (const line of lines(columns)) expect(line.length).toBeLessThanOrEqual(columns);
  });
});
