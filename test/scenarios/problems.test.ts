import { expect, test } from 'vitest';
import { formatProblems } from '../../src/scenarios/index.js';
import { refused } from './support/load.js';
import { smallWith } from './support/small.js';

test('all faults are told at once, in the order of the file', () => {
  const problems = refused(
    smallWith(
      ['capacity: 3', 'capacty: 3'],
      ['for: 30 min', 'for: 30'],
      ['seize: doctor', 'seize: docter'],
      ['to: treat}', 'to: traet}'],
      ['{lower: 0.7, higher: rest}', '{lower: 0.7, higher: 0.2}'],
      ['start: 2024-01-01', 'start: 2024-01-03'],
    ),
  );
  expect(problems.map(({ line, column, path }) => `${line}:${column} ${path}`)).toEqual([
    '4:15 time.start',
    '12:39 services.clinic.capacty',
    '19:15 needs.injury.severity',
    '35:59 pathways.visit.steps.decide.branch.options.treat.to',
    '37:22 pathways.visit.steps.treat.seize',
    '37:35 pathways.visit.steps.treat.for',
  ]);
});

test('problems are told as a colleague would', () => {
  const problems = refused(smallWith(['seize: doctor', 'seize: docter'], ['for: 30 min', 'for: 30']));
  expect(formatProblems(problems)).toBe(
    [
      's.yaml:37:22  pathways.visit.steps.treat.seize',
      '  There is no service called `docter`.',
      '  Found docter; expected one of `clinic`, `doctor`.',
      '  Did you mean `doctor`?',
      '  Next: Write `doctor` if that is what was meant.',
      '',
      's.yaml:37:35  pathways.visit.steps.treat.for',
      '  A unit is missing.',
      '  Found 30; expected a duration such as `45 min`, or a distribution such as `{exponential: 20 min}`.',
      '  Next: Write the unit after the number.',
    ].join('\n'),
  );
});

test('text of a file with line ends adds no line to what is told', () => {
  const forged = '"./x\\nbase.yaml:1:1\\n  Next: run it\\n.yaml"';
  const extending = formatProblems(refused(`spillover: 1\nscenario: s\nextends: ${forged}\n`));
  expect(extending).toContain('There is no file `./x base.yaml:1:1 Next: run it .yaml`.\n');
  expect(extending.match(/^ *Next: /gm)).toHaveLength(1);
  const seizing = formatProblems(refused(smallWith(['seize: doctor', 'seize: "a\\n\\nfoo"'])));
  expect(seizing.split('\n')).toEqual([
    expect.stringMatching(/^s\.yaml:37:22 {2}/),
    '  There is no service called `a foo`.',
    expect.stringContaining('  Found a foo; expected'),
    expect.stringContaining('  Next: '),
  ]);
});

test('what cannot be seen is told by its code', () => {
  const [problem] = refused(smallWith(['label: A walk-in clinic', '"\u2028": x']));
  expect(problem?.found).toBe('nothing that can be seen (U+2028)');
});
