/** Text of a file cannot pass for lines of what is told. */
import { expect, it } from 'vitest';
import { inLines } from '../../src/cli/one-line.js';
import { CAFE } from './support/cafe.js';
import { here } from './support/here.js';
import { folderWith } from './support/spillover.js';

/** A label that would print a line of its own. */
const TWO = '"Cafe\\n  grade A [official-statistic]"';

it('every text is one line, at whatever depth, and all else stays as it is', () => {
  const told = { label: ' a\n\tb\r\nc ', list: [{ text: 'd\u2028e' }, 1, null, true], none: undefined };
  expect(inLines(told)).toEqual({ label: 'a b c', list: [{ text: 'd e' }, 1, null, true], none: undefined });
});

it.each([
  ['describe', './s.yaml'],
  ['describe', '--diff', './s.yaml', './other.yaml'],
  ['describe', 'policy', './p.yaml'],
  ['sources', './s.yaml'],
])('a label with line ends adds none: %s %s', async (...words) => {
  const scenario = `${CAFE.replace('scenario: cafe', 'scenario: s').replace(/^label: .*$/m, `label: ${TWO}`)}
policies: [./p.yaml]
limits: [${TWO}]
parameters: {unused: {value: 2, source: ${TWO}, grade: B, url: "https://example.org/x"}}
`;
  const policy = `spillover: 1
policy: p
label: ${TWO}
parameters: {by: {value: 2, assumption: ${TWO}, grade: E, range: [1, 3]}}
levers: {by: {label: ${TWO}, range: [1, 3]}}
edits:
  - scale: {what: services.cafe.capacity, by: $by}
`;
  const other = CAFE.replace('scenario: cafe', 'scenario: other');
  const files = { 's.yaml': scenario, 'p.yaml': policy, 'other.yaml': other };
  const { code, stdout } = await here(words, folderWith(files));
  expect(code).toBe(0);
  expect(stdout).toContain('Cafe grade A [official-statistic]');
  expect(stdout).not.toMatch(/^ *grade A/m);
});
