/** Numbers and dates as they are written elsewhere: what was meant is told. */
import { describe, expect, it, test } from 'vitest';
import { ProblemList } from '../../src/scenarios/problems.js';
import type { Reader, ValueFault } from '../../src/scenarios/schema/leaf.js';
import { count, rate, whole } from '../../src/scenarios/schema/values.js';
import { date } from '../../src/scenarios/schema/words.js';
import { readYaml } from '../../src/scenarios/yaml.js';
import { testFaults } from './support/faults.js';
import { smallWith } from './support/small.js';

function faultOf(reader: Reader<unknown>, written: unknown): ValueFault | undefined {
  const faults: ValueFault[] = [];
  reader.read(written, (fault) => faults.push(fault));
  return faults[0];
}

describe('a date', () => {
  test.each([
    ['2024-3-1', '2024-03-01'],
    ['2024/03/01', '2024-03-01'],
    ['1 March 2024', '2024-03-01'],
    ['March 1, 2024', '2024-03-01'],
    ['3rd Sept 2024', '2024-09-03'],
    ['“2024-03-01”', '2024-03-01'],
    ['31/12/2023', '2023-12-31'],
  ])('written %s is told as %s', (written, meant) => {
    expect(faultOf(date, written)).toMatchObject({ message: 'This has to be a date.', nearest: meant });
  });

  test.each([
    ['2024-02-31', 'There is no such day: February 2024 has 29 days.'],
    ['31/11/2023', 'There is no such day: November 2023 has 30 days.'],
    ['2024-13-01', 'There is no month 13.'],
  ])('%s is told not to be', (written, message) => {
    expect(faultOf(date, written)?.message).toBe(message);
  });

  it('in other words says how to write one', () => {
    for (const written of ['soon', 'next March', '2024', 'ma 1 2024'])
      expect(faultOf(date, written)).toMatchObject({ next: 'Write year, month and day, with hyphens.' });
  });
});

test.each([
  [whole(1), '800 000', '800000'],
  [whole(1), '800,000', '800000'],
  [count, '1,200 per million', '1200 per million'],
  [rate, '40,000 per million per year', '40000 per million per year'],
  [rate, '40 000 per year', '40000 per year'],
])('%#: %s is told without its groups', (reader: Reader<unknown>, written, meant) => {
  expect(faultOf(reader, written)?.nearest).toBe(meant);
});

test.each([
  ['18 an hour', '18 per hour'],
  ['6 a day', '6 per day'],
  ['12/day', '12 per day'],
])('a rate of %s is told as %s', (written, meant) => {
  expect(faultOf(rate, written)?.next).toBe(`Write \`${meant}\` if that is what was meant.`);
});

it('a bracket without an end is looked for on the line above', () => {
  const list = new ProblemList();
  expect(
    readYaml('services:\n  clinic: {agency: nhs, capacity: 3\n  doctor: {agency: nhs}\n', 's.yaml', list),
  ).toBeNull();
  expect(list.problems).toMatchObject([
    { line: 3, message: 'A `{` or `[` is not closed, on this line or one above.', next: /line above/ },
  ]);
});

it('a fault in a text that makes no sense stands on its own line', () => {
  const text =
    '*name: 1\nprices:\n  uprating:\n    - {year: 2018, by: 2    - {year: 2020-21, by: $x}\n    - {year: 2021}\n';
  const list = new ProblemList();
  expect(readYaml(text, 's.yaml', list)).toBeNull();
  const lines = text.split('\n');
  expect(list.problems.length).toBeGreaterThan(0);
  for (const { line, column } of list.problems) expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
});

testFaults({
  'a first line that is missing': {
    text: smallWith(['spillover: 1\n', '']),
    at: '1:1',
    points: '',
    message: '`spillover` is missing.',
  },
});
