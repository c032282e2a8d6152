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
])('%s written as %s', (from, to, fault) => {
  expect(told(refused(smallWith([from, to]))).join('\n')).toContain(fault);
});

test('the largest numbers that are meant are taken', () => {
  expect(() =>
    refused(smallWith(['capacity: 3', 'capacity: 1e6'], ['measure: 4 weeks', 'measure: 90 years'])),
  ).toThrow();
});
