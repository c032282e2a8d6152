import { expect, test } from 'vitest';
import { editDistance, nearest } from '../../src/scenarios/nearest.js';

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
