import { expect, it } from 'vitest';
import { hear, visitors } from './hear.js';

const world = {
  horizon: 20,
  severities: ['lower', 'higher'],
  services: { desk: 1 },
};
const call = {
  urgent: { mark: {}, severity: 1 },
  answer: { seize: 'desk', for: 2, priority: [1, 0] },
  out: { leave: 'done' },
};

it('a better class goes first, within a class whoever joined first; nobody being served is interrupted', () => {
  const { arrivals, door } = visitors(
    { anna: 1, bert: 1.5, carl: 2, dora: 2.5, emil: 4 },
    { anna: 'call.answer', bert: 'call.answer', carl: 'call.urgent', dora: 'call.urgent', emil: 'call.answer' },
  );
  const { visits } = hear({ ...world, pathways: { call, door }, arrivals });
  // anna, of the lower class, is served 1 to 3. Waiting: bert (lower), carl and dora (higher, class 0).
  // At 3 carl, at 5 dora, then bert at 7 and emil at 9.
  expect(visits).toEqual([
    'anna call.answer desk 1 1 3 3 released -> call.out',
    'carl call.answer desk 2 3 5 5 released -> call.out',
    'dora call.answer desk 2.5 5 7 7 released -> call.out',
    'bert call.answer desk 1.5 7 9 9 released -> call.out',
    'emil call.answer desk 4 9 11 11 released -> call.out',
  ]);
});

it('a better class that comes while a worse one waits for more units than are free starts at once', () => {
  const { arrivals, door } = visitors(
    { anna: 1, bert: 2, carl: 3, dora: 3.5 },
    { anna: 'a.one', bert: 'a.pair', carl: 'a.urgent', dora: 'a.one' },
  );
  const { visits } = hear({
    horizon: 20,
    services: { police: 2 },
    pathways: {
      a: {
        one: { seize: 'police', for: 4, priority: 1, then: '=done' },
        pair: { seize: 'police', units: 2, for: 1, priority: 1, then: '=done' },
        urgent: { seize: 'police', for: 1, priority: 0, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  // One officer is free. bert wants two and waits; carl, of the better class, takes the free one at 3, before bert;
  // dora, of bert's class, may not, and waits behind him: bert 5 to 6, dora 6 to 10.
  expect(visits).toEqual([
    'carl a.urgent police 3 3 4 4 released -> leave.done',
    'anna a.one police 1 1 5 5 released -> leave.done',
    'bert a.pair police x2 2 5 6 6 released -> leave.done',
    'dora a.one police 3.5 6 10 10 released -> leave.done',
  ]);
});

it('a better class that cannot start blocks the worse ones behind it', () => {
  const { arrivals, door } = visitors({ anna: 1, bert: 2, carl: 3 }, { anna: 'a.one', bert: 'a.pair', carl: 'a.one' });
  const { visits } = hear({
    horizon: 20,
    services: { police: 2 },
    pathways: {
      a: {
        one: { seize: 'police', for: 4, priority: 1, then: '=done' },
        pair: { seize: 'police', units: 2, for: 1, priority: 0, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  expect(visits).toEqual([
    'anna a.one police 1 1 5 5 released -> leave.done',
    'bert a.pair police x2 2 5 6 6 released -> leave.done',
    'carl a.one police 3 6 10 10 released -> leave.done',
  ]);
});

it('two who join at the same instant go by their keys', () => {
  const names = ['anna', 'bert', 'carl', 'dora'];
  const { arrivals, door } = visitors({ first: 1, anna: 2, bert: 2, carl: 2, dora: 2 }, 'call.answer');
  const { story, visits } = hear({ ...world, pathways: { call, door }, arrivals });
  const waiting = story.visits.filter((row) => row.joined === 2);
  const keys = waiting.map((row) => (row.keyHigh >>> 0) * 2 ** 32 + (row.keyLow >>> 0));
  expect(keys).toEqual([...keys].sort((one, other) => one - other));
  expect(
    visits
      .map((line) => line.split(' ')[0])
      .slice(1)
      .sort(),
  ).toEqual(names);
});
