/** Scenarios whose episodes bring episodes without end are warned of where simple arithmetic shows it. */
import { expect, test } from 'vitest';
import { checkFile } from '../../src/scenarios/index.js';
import { inFolder, load, told } from './support/load.js';

/** People who call, and pathways that may bring more of them; extra lines go to the end of the file. */
const scenario = (steps: string, clocks = '') => `spillover: 1
scenario: calls
time: {start: 2024-01-01, measure: 1 week}
area: {id: somewhere, population: 1000}
outcomes: {heard: Heard, lost: Lost}
services: {line: {capacity: 2, room: 5}}
needs:
  trouble: {onset: {rate: 1 per day}, channels: {call: {share: 1, to: call.answer}}}
pathways:
  call:
    steps:
${steps}
${clocks}`;

function warnings(text: string): string[] {
  const loaded = load(text);
  if (!loaded.ok) throw new Error(told(loaded.problems).join('\n'));
  return told(loaded.warnings);
}

const starts = (share: number, step = 'again') =>
  `      answer: {delay: 1 h}
      first: {branch: {options: {more: {share: ${share}, to: ${step}-1}, none: {share: rest, to: second}}}}
      ${step}-1: {start: call.answer}
      second: {branch: {options: {more: {share: ${share}, to: ${step}-2}, none: {share: rest, to: =heard}}}}
      ${step}-2: {start: call.answer, then: =heard}`;

test('two contacts with chance 0.6 each are 1.2 on average; with chance 0.4 they die out', () => {
  const [warning = '', ...others] = warnings(scenario(starts(0.6)));
  expect(others).toEqual([]);
  expect(warning).toMatch(
    /^s\.yaml:\d+:\d+ pathways\.call\.steps\.again-\d\.start: .* at least 1\.20 others on average/,
  );
  expect(warnings(scenario(starts(0.4)))).toEqual([]);
});

test('of a share that cannot be read nothing is said beside the problem itself', () => {
  const text = scenario(starts(0.6).replace('share: 0.6', 'share: sixty'));
  const { problems, warnings } = inFolder({ 's.yaml': text }, (cwd) => checkFile('./s.yaml', { cwd }));
  expect(problems.map(({ path }) => path)).toEqual(['pathways.call.steps.first.branch.options.more.share']);
  expect(warnings).toEqual([]);
});

test('what two pathways bring of each other multiplies', () => {
  const ring = (share: number) => `      answer: {delay: 1 h}
      one: {start: back.wait}
      two: {start: back.wait, then: =heard}
  back:
    steps:
      wait: {delay: 1 h}
      which: {branch: {options: {more: {share: ${share}, to: call-again}, none: {share: rest, to: =heard}}}}
      call-again: {start: call.answer, then: =heard}`;
  expect(warnings(scenario(ring(0.6))).join()).toContain('at least 1.10 others');
  expect(warnings(scenario(ring(0.4)))).toEqual([]);
});

const CALL = '      answer: {seize: line, for: 5 min, if-full: =lost}\n      end: {leave: heard}';
const clock = (name: string, more: string) =>
  `  ${name}: {runs: after, need: trouble, expires: {open: trouble, to: call.answer}, ${more}}\n`;

test('a clock that surely runs out brings everybody back for ever; one that stops in time does not', () => {
  const [warning = ''] = warnings(scenario(CALL, `clocks:\n${clock('back', 'rate: 1 per day')}`));
  expect(warning).toContain('clocks.back.expires: Each episode that begins here brings another one on average');
  expect(warnings(scenario(CALL, `clocks:\n${clock('back', 'rate: 1 per day, until: 3 days')}`))).toEqual([]);
  // Each of two has 1 − e^(−1) = 0.632, and both together 1.26; if one follows one outcome only, it is not sure.
  const two = clock('back', 'rate: 1 per day, until: 1 day') + clock('again', 'rate: 1 per day, until: 1 day');
  expect(warnings(scenario(CALL, `clocks:\n${two}`)).join()).toContain('at least 1.26 others');
  const one = clock('back', 'rate: 1 per day, until: 1 day') + clock('again', 'rate: 9 per day, outcomes: lost');
  expect(warnings(scenario(CALL, `clocks:\n${one}`))).toEqual([]);
});

test('what depends on who waits cannot be told beforehand', () => {
  const steps = `      answer: {seize: line, for: 5 min, if-full: again}
      end: {leave: heard}
      again: {start: call.later}
      more: {start: call.later, then: =lost}
      later: {delay: 1 h, then: answer}`;
  expect(warnings(scenario(steps))).toEqual([]);
});

test('a contact that starts itself at once is refused', () => {
  const loaded = load(
    scenario('      answer: {start: call.answer}\n      end: {leave: heard}\n      x: {leave: lost}'),
  );
  expect(loaded.ok ? [] : told(loaded.problems).join()).toContain('without any time passing');
});
