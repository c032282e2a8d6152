import { expect, test } from 'vitest';
import { readQuantity } from '../../src/scenarios/units.js';

test.each([
  ['14.2 h', { kind: 'duration', value: 14.2 }],
  ['45 min', { kind: 'duration', value: 0.75 }],
  ['45min', { kind: 'duration', value: 0.75 }],
  ['90 s', { kind: 'duration', value: 0.025 }],
  ['3 days', { kind: 'duration', value: 72 }],
  ['1 day', { kind: 'duration', value: 24 }],
  ['3 weeks', { kind: 'duration', value: 504 }],
  ['2 years', { kind: 'duration', value: 17_532 }],
  ['-3 h', { kind: 'duration', value: -3 }],
  ['0.41', { kind: 'number', value: 0.41 }],
  ['1e3', { kind: 'number', value: 1000 }],
  [12, { kind: 'number', value: 12 }],
  ['41%', { kind: 'percentage', value: 0.41 }],
  ['12 per hour', { kind: 'rate', value: 12, perHead: false }],
  ['12 per day', { kind: 'rate', value: 0.5, perHead: false }],
  ['84 per week', { kind: 'rate', value: 0.5, perHead: false }],
  ['8766 per year', { kind: 'rate', value: 1, perHead: false }],
  ['3.4 per thousand per year', { kind: 'rate', value: 3.4 / 1000 / 8766, perHead: true }],
  ['2 per 100,000 per day', { kind: 'rate', value: 2 / 1e5 / 24, perHead: true }],
  ['2 per hundred thousand per day', { kind: 'rate', value: 2 / 1e5 / 24, perHead: true }],
  ['514 per million per year', { kind: 'rate', value: 514 / 1e6 / 8766, perHead: true }],
  ['140 per million', { kind: 'count per head', value: 140 / 1e6 }],
])('%s is read as a quantity', (text, quantity) => {
  expect(readQuantity(text)).toEqual(quantity);
});

test.each([
  ['twelve', 'it does not begin with a number', null],
  ['', 'it does not begin with a number', null],
  ['3 parsecs', '`parsecs` is not a unit known here', null],
  ['3 hrs', '`hrs` is not a unit known here', 'h'],
  ['3 hr', '`hr` is not a unit known here', 'h'],
  ['3 mins', '`mins` is not a unit known here', 'min'],
  ['3 secs', '`secs` is not a unit known here', 's'],
  ['3 yrs', '`yrs` is not a unit known here', 'years'],
  ['3 Hours', '`Hours` is not a unit known here', 'hours'],
  ['3 per million per yr', '`per million per yr` is not a unit known here', 'per million per year'],
  ['3 m', '`m` is not a unit known here', null],
  ['3 hous', '`hous` is not a unit known here', 'hour'],
  ['3 per milion per year', '`per milion per year` is not a unit known here', 'per million per year'],
  ['3 per million per year per day', '`per million per year per day` is not a unit known here', 'per million per year'],
  ['2 months', 'a month has no fixed length', null],
  ['1,000 h', 'numbers are written without commas and spaces', '1000 h'],
  ['1e999', 'it is not a finite number', null],
  [Number.POSITIVE_INFINITY, 'it is not a finite number', null],
  [true, 'it is no number', null],
  [null, 'it is no number', null],
  ['3 constructor', '`constructor` is not a unit known here', null],
])('%s is no quantity', (text, why, nearest) => {
  expect(readQuantity(text)).toEqual({ kind: 'none', why, nearest });
});
