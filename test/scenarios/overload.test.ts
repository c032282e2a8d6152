/** A service of which more is asked than it has is named, where simple arithmetic shows it. */
import { expect, test } from 'vitest';
import { describeWorld } from '../../src/scenarios/index.js';
import { load, told } from './support/load.js';

/** Visitors who talk for an hour with one of two workers; `talk` and other steps may be written otherwise. */
const cafe = (rate: string, talk = '{seize: cafe, for: {exponential: 1 h}}', before = '') => `spillover: 1
scenario: cafe
time: {start: 2024-01-01, measure: 2 weeks}
area: {id: town, population: 1000}
outcomes: {helped: Helped, gave-up: {label: Gave up, unmet: true}}
services: {cafe: {capacity: 2}, door: {capacity: 9}}
arrivals: {visitors: {rate: ${rate}, to: visit.${before === '' ? 'talk' : 'first'}}}
pathways: {visit: {steps: {${before}talk: ${talk}, end: {leave: helped}}}}
`;

function found(text: string) {
  const loaded = load(text);
  if (!loaded.ok) throw new Error(told(loaded.problems).join('\n'));
  return { warnings: told(loaded.warnings), overloads: describeWorld(loaded.scenario).description.overloads };
}

test('50 visits a day of an hour for two workers are 104% of what they can do; 47 are 98%', () => {
  const { warnings, overloads } = found(cafe('50 per day'));
  expect(overloads).toEqual([{ service: 'cafe', share: expect.closeTo(50 / 48, 9), exact: true }]);
  expect(warnings).toEqual([
    's.yaml:6:29 services.cafe.capacity: Demand is about 104% of capacity: the line at `cafe` grows for as long as the run lasts, so waits depend on its length.',
  ]);
  expect(found(cafe('47 per day'))).toEqual({ warnings: [], overloads: undefined });
});

test('where people may give up, here or on the way, no line need grow', () => {
  const patient = '{seize: cafe, for: {exponential: 1 h}, patience: {after: 3 h, to: =gave-up}}';
  expect(found(cafe('50 per day', patient)).overloads).toBeUndefined();
  const door = 'first: {seize: door, for: 1 min, patience: {after: 3 h, to: =gave-up}}, ';
  expect(found(cafe('50 per day', undefined, door)).overloads).toBeUndefined();
});

test('cohorts are followed on their own ways', () => {
  const text = `spillover: 1
scenario: cafe
time: {start: 2024-01-01, measure: 2 weeks}
area: {id: town, population: 1000}
people: {cohorts: {known: 10%, others: 90%}}
outcomes: {helped: Helped}
services: {cafe: {capacity: 2}}
needs: {talk: {onset: {rate: 10 per day, by-cohort: {known: 21}}, channels: {door: {share: 1, to: visit.who}}}}
pathways:
  visit:
    steps:
      who: {branch: {cases: [{name: known, when: {cohort: known}, to: long}], options: {other: {share: 1, to: =helped}}}}
      long: {seize: cafe, for: 3 h}
      end: {leave: helped}
`;
  // 10 a day x 10% x 21 = 21 visits of 3 hours: 63 hours of the 48 that two workers have.
  expect(found(text).overloads).toEqual([{ service: 'cafe', share: expect.closeTo(63 / 48, 9), exact: true }]);
});
