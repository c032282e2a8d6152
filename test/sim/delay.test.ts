import { expect, it } from 'vitest';
import { hear, visitors } from './hear.js';

it('time passes, with whatever is held kept', () => {
  const { arrivals, door } = visitors({ anna: 1, bert: 2 }, { anna: 'stay.bed', bert: 'stay.bed' });
  const { visits, outcomes } = hear({
    horizon: 20,
    services: { bed: 1 },
    pathways: { stay: { bed: { seize: 'bed' }, rest: { delay: 3 }, out: { leave: 'done' } }, door },
    arrivals,
  });
  expect(visits).toEqual([
    'anna stay.bed bed 1 1 1 4 released -> stay.rest',
    'bert stay.bed bed 2 4 4 7 released -> stay.rest',
  ]);
  expect(outcomes).toEqual(['anna 0 4 done', 'bert 0 7 done']);
});

it('a delay of nothing is an event of its own, after the ends of service of that instant', () => {
  const { arrivals, door } = visitors({ anna: 1, bert: 2 }, { anna: 'a.desk', bert: 'b.pause' });
  const { visits } = hear({
    horizon: 20,
    services: { desk: 1 },
    pathways: {
      a: { desk: { seize: 'desk', for: 1, then: '=done' } },
      b: { pause: { delay: 0 }, desk: { seize: 'desk', for: 1, then: '=done' } },
      door,
    },
    arrivals,
  });
  // anna is done at 2, when bert comes, pauses for no time, and finds the desk free.
  expect(visits).toEqual([
    'anna a.desk desk 1 1 2 2 released -> leave.done',
    'bert b.desk desk 2 2 3 3 released -> leave.done',
  ]);
});

it('a delay shares its length with services of the same length name, visit by visit', () => {
  const length = { kind: 'exponential', mean: 2 } as const;
  const { story } = hear({
    horizon: 200,
    services: { desk: 1, other: 1 },
    pathways: {
      a: {
        one: { delay: length, length: 'talk' },
        two: { seize: 'desk', for: length, length: 'talk' },
        three: { seize: 'desk', for: length, length: 'talk' },
        out: { leave: 'done' },
      },
    },
    arrivals: { anna: { people: 1, to: 'a.one' } },
  });
  const again = hear({
    horizon: 200,
    services: { desk: 1, other: 1 },
    pathways: {
      b: {
        one: { seize: 'other', for: length, length: 'talk' },
        two: { delay: length, length: 'talk' },
        three: { seize: 'other', for: length, length: 'talk' },
        out: { leave: 'done' },
      },
    },
    arrivals: { anna: { people: 1, to: 'b.one' } },
  });
  // The first, second and third talk of anna last the same, whether she spends them at a desk or somewhere else.
  const [second, third] = story.visits;
  const [first, last] = again.story.visits;
  expect(first?.ended).toBeCloseTo(second?.started ?? 0, 12);
  expect(last?.started).toBeCloseTo(second?.ended ?? 0, 12);
  expect(last?.ended).toBeCloseTo(third?.ended ?? 0, 12);
});
