/** `describe --diff`: what differs between two scenarios, with both values, and nothing else. */
import { describe, expect, it } from 'vitest';
import { CAFE, THIRD_WORKER } from './support/cafe.js';
import { here } from './support/here.js';
import { folderWith } from './support/spillover.js';

const parameter = (value: string, grade: string) =>
  `parameters:\n  workers: {value: ${value}, assumption: a guess, grade: ${grade}, range: [1, 9]}\n`;
const POLICY = `spillover: 1
policy: shorter
label: Shorter talks
levers: {times: {label: How much shorter, range: [0.5, 1]}}
parameters: {times: {value: 0.8, assumption: a guess, grade: E, range: [0.5, 1]}}
edits:
  - scale: {what: pathways.visit.steps.talk.for, by: $times}
`;

/** Lines of the answer. */
async function difference(files: Record<string, string>, a = './a.yaml', b = './b.yaml'): Promise<string[]> {
  const { code, stdout, stderr } = await here(['describe', '--diff', a, b], folderWith(files));
  expect([code, stderr]).toEqual([0, '']);
  return stdout.trimEnd().split('\n');
}

describe('the difference between two scenarios', () => {
  it('is nothing where there is none, whatever they are called', async () => {
    const other = 'spillover: 1\nscenario: other\nlabel: Another name\nextends: ./a.yaml\n';
    const lines = await difference({ 'a.yaml': CAFE, 'b.yaml': other });
    expect(lines.at(-1)).toContain('No difference');
    expect((await difference({ 'a.yaml': CAFE }, './a.yaml', './a.yaml')).at(-1)).toBe(
      'Nothing differs: the two are the same world.',
    );
  });

  it('has both values of what is written otherwise, and what only one has', async () => {
    const changed = CAFE.replace('capacity: 2', 'capacity: 3')
      .replace('40 per day', '60 per day')
      .replace('{helped: Helped,', '{helped: Helped, new: New,');
    expect(await difference({ 'a.yaml': CAFE, 'b.yaml': changed })).toEqual([
      'A: A town with one café [cafe]',
      'B: A town with one café [cafe]',
      '',
      'Anything else, as it is written',
      '===============================',
      'outcomes.new: only in B: New',
      'services.cafe.capacity: 2 in A; 3 in B',
      'arrivals.visitors.rate: 40 per day in A; 60 per day in B',
      '',
      'Offered load, by simple arithmetic',
      '==================================',
      'Café [cafe]: 1.67 in A; 2.5 in B (workers)',
    ]);
    expect(await difference({ 'cafe.yaml': CAFE, 'b.yaml': THIRD_WORKER }, './cafe.yaml')).toContain(
      'services.cafe.capacity: 2 in A; 3 in B',
    );
  });

  it('has both values of a number, with their grades', async () => {
    const base = CAFE.replace('capacity: 2', 'capacity: $workers');
    const lines = await difference({ 'a.yaml': base + parameter('2', 'D'), 'b.yaml': base + parameter('3', 'E') });
    expect(lines).toContain('workers: 2 (grade D) in A; 3 (grade E) in B');
    expect(lines.some((line) => line.startsWith('parameters'))).toBe(false);
  });

  it('tells a policy that only one has, and one that is put on otherwise', async () => {
    const child = (use: string) => `spillover: 1\nscenario: c\nextends: ./cafe.yaml\npolicies: [${use}]\n`;
    const files = { 'cafe.yaml': CAFE, 'p.yaml': POLICY, 'a.yaml': child('./p.yaml') };
    const alone = await difference({ ...files, 'b.yaml': child('') }, './b.yaml', './a.yaml');
    expect(alone).toContain('Only in B: Shorter talks [shorter]');
    expect(alone).toContain('  pathways.visit.steps.talk.for is multiplied by 0.8.');
    expect(alone).toContain('Café [cafe]: 1.67 in A; 1.33 in B (workers)');
    const use = '{policy: ./p.yaml, compliance: 0.5, with: {times: 0.6}}';
    const other = await difference({ ...files, 'b.yaml': child(use) });
    expect(other).toContain('In both, but otherwise: Shorter talks [shorter]');
    expect(other).toContain('  followed by: 100% in A; 50% in B');
    expect(other).toContain('shorter.times: 0.8 (grade E) in A; 0.6 (grade E) in B');
    expect(other).toContain('  B: pathways.visit.steps.talk.for is multiplied by 0.6.');
  });

  it('is one document with --json', async () => {
    const { stdout } = await here(
      ['describe', '--diff', './a.yaml', './b.yaml', '--json'],
      folderWith({ 'a.yaml': CAFE, 'b.yaml': CAFE.replace('capacity: 2', 'capacity: 3') }),
    );
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      policies: [],
      numbers: [],
      written: [{ what: 'services.cafe.capacity', a: '2', b: '3' }],
    });
  });

  it.each([
    {
      words: ['--diff', './a.yaml'],
      says: 'Name two scenarios, such as: spillover describe --diff uk-baseline ./a.yaml',
    },
    { words: ['--diff', 'uk-baseline'], says: 'spillover describe --diff uk-baseline right-care-right-person\n' },
    { words: ['./a.yaml', './a.yaml'], says: 'spillover describe --diff ./a.yaml ./a.yaml' },
    { words: ['--diff', './a.yaml', './a.yaml', '--mermaid'], says: 'not both' },
    { words: ['--diff', './a.yaml', './none.yaml'], says: 'There is no file `./none.yaml`' },
  ])('is refused where it makes no sense: $words', async ({ words, says }) => {
    const { code, stdout, stderr } = await here(['describe', ...words], folderWith({ 'a.yaml': CAFE }));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
  });
});

it('levers are told with range, unit and default, and what they are set to', async () => {
  const child = 'spillover: 1\nscenario: c\nextends: ./cafe.yaml\npolicies: [{policy: ./p.yaml, with: {times: 0.6}}]\n';
  const { stdout } = await here(
    ['describe', './c.yaml'],
    folderWith({ 'cafe.yaml': CAFE, 'p.yaml': POLICY, 'c.yaml': child }),
  );
  expect(stdout.split('\n')).toContain(
    '    times: How much shorter: range 0.5 to 1, unit number, default 0.8; set to 0.6 here',
  );
});
