import { expect, test } from 'vitest';
import { alikeFirst, editDistance, misspelt, nearest, onlyHolding } from '../../src/scenarios/nearest.js';

test('letters to insert, drop, change or swap', () => {
  expect(editDistance('', 'abc')).toBe(3);
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('hihger', 'higher')).toBe(1);
  expect(editDistance('police', 'police')).toBe(0);
});

test('the nearest name is told only if it is near', () => {
  expect(nearest('polcie', ['ambulance', 'police'])).toBe('police');
  expect(nearest('Police', ['ambulance', 'police'])).toBe('police');
  expect(nearest('probation', ['ambulance', 'police'])).toBeNull();
  expect(nearest('x', [])).toBeNull();
});

test('a name that alone begins so is the nearest', () => {
  const names = ['bridging-the-gap', 'diversion-everywhere', 'diversion-at-court'];
  expect(nearest('bridging', names)).toBe('bridging-the-gap');
  expect(nearest('Bridging-the', names)).toBe('bridging-the-gap');
  expect(nearest('diversion', names)).toBeNull();
  expect(nearest('br', names)).toBeNull();
  expect(misspelt('bridging', names)).toBeNull();
});

test('a name in short is that which alone has all of its words in a row', () => {
  const levers = ['divert.declined-lower', 'divert.declined-higher', 'divert.compliance'];
  expect(onlyHolding('compliance', levers)).toBe('divert.compliance');
  expect(onlyHolding('Declined-Higher', levers)).toBe('divert.declined-higher');
  expect(onlyHolding('declined', levers)).toBeNull();
  expect(onlyHolding('clined-lower', levers)).toBeNull();
  expect(onlyHolding('', levers)).toBeNull();
});

test('names that share words come first, most words before fewer, and else in order', () => {
  expect(alikeFirst('mean-wait', ['unmet', 'mean-waiting', 'wait-p90', 'wait-mean'])).toEqual([
    'wait-mean',
    'mean-waiting',
    'wait-p90',
    'unmet',
  ]);
  expect(alikeFirst('zebra', ['b', 'a'])).toEqual(['b', 'a']);
});
