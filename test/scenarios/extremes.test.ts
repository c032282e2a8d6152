/** Numbers beyond all measure are refused where they stand, before anything is laid out. */
import { expect, test } from 'vitest';
import { refused, told } from './support/load.js';
import { smallWith } from './support/small.js';

test.each([
  ['population: 100000', 'population: 10000000000', '5:35 area.population: This number is too large.'],
  ['population: 100000', 'population: 10 billion', '5:35 area.population: This has to be a whole number of 1 or more.'],
  ['measure: 4 weeks', 'measure: 10000 years', '4:53 time.measure: The run would last 10000 years.'],
  ['measure: 4 weeks', 'measure: 1e300 h', '4:53 time.measure: The run would last 1.14e+296 years.'],
  ['capacity: 3', 'capacity: 1e15', 'services.clinic.capacity: This is more than can be counted exactly in this run.'],
  ['capacity: 3', 'capacity: 1e307 per person', 'clinic.capacity: For all of the people together, this is no finite'],
  ['rate: 2 per hour', 'rate: 1e307 per person per hour', 'others.rate: This is more than can be counted exactly'],
  ['seize: doctor', 'seize: doctor, priority: 256', 'steps.treat.priority: This number is too large.'],
  [
    'rate: 500 per million per week}',
    'rate: 1 per week}\n    unit-rate: 1e20 per year',
    'needs.injury.unit-rate: This is more',
  ],
  ['rate: 2 per hour', 'rate: 2 per hour, unit-rate: 1e20 per hour', 'arrivals.others.unit-rate: This is more'],
  ['rate: 500 per million per week}', 'rate: 1e9 per person per hour}', 'needs.injury.onset.rate: This is more'],
  ['rate: 2 per hour', 'rate: 1e12 per hour', 'arrivals.others.rate: This is more than can be counted'],
  ['rate: 2 per hour', 'people: 1e12', 'arrivals.others.people: This is more than can be counted'],
  [
    'severities: [lower, higher]',
    `severities: [lower, higher, ${Array.from({ length: 15 }, (_, at) => `s${at}`).join(', ')}]`,
    'severities: These are more severities than the log of a run can tell apart.',
  ],
  [
    'branch:\n',
    `branch:\n          cases: [${Array.from({ length: 29 }, () => '{when: {channel: walk-in}, to: =seen}').join(', ')}]\n`,
    'decide.branch.cases: These are more cases than the log of a run can tell apart.',
  ],
])('%s written as %s', (from, to, fault) => {
  expect(told(refused(smallWith([from, to]))).join('\n')).toContain(fault);
});

test('the largest numbers that are meant are taken', () => {
  expect(() =>
    refused(smallWith(['capacity: 3', 'capacity: 1e6'], ['measure: 4 weeks', 'measure: 90 years'])),
  ).toThrow();
});

test('people found waiting have waited no longer than anybody would', () => {
  const found = (waited: string) =>
    refused(
      smallWith([
        'arrivals:',
        `stock:\n  early: {people: 2, step: visit.triage, phase: waiting, waited: ${waited}, transient: true, severity: {lower: 1}}\narrivals:`,
      ]),
    );
  const fault = 'waited: People are said to have waited longer than anybody would at `visit.triage`.';
  expect(told(found('4 h')).join('\n')).toContain(fault);
  expect(told(found('{exponential: 1 h}')).join('\n')).toContain(fault);
  expect(() => found('3 h')).toThrow();
  expect(() => found('{truncated: {of: {exponential: 1 h}, high: 3 h}}')).toThrow();
});
