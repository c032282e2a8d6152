/** Who goes first at the same instant. */
import { expect, it } from 'vitest';
import { hear, visitors } from './hear.js';

it('service ends, then shifts change, then delays end, then people arrive, then people give up', () => {
  const { arrivals, door } = visitors({ anna: 1, dora: 4 }, { anna: 'p.desk', dora: 'p.desk' });
  const { visits } = hear({
    horizon: 7.9,
    services: { desk: { capacity: [1, 1, 1, 1, 2, 2, 2, 2], room: 9 } },
    pathways: {
      p: {
        desk: { seize: 'desk', for: 3, ifFull: '=lost', then: '=done' },
        short: { seize: 'desk', for: 3, patience: { after: 0, to: '=gave-up' }, ifFull: '=lost', then: '=done' },
      },
      door,
    },
    arrivals: { ...arrivals, emil: { every: 4, to: 'p.desk' }, fred: { every: 4, to: 'p.short' } },
  });
  // At 4: anna is done (her unit is free); the second unit comes on duty; dora's delay ends, she has one; then emil and
  // fred arrive, in the order of their keys: one has the other unit. Were arrivals before delays, dora would wait.
  const told = visits.filter(
    (line) => !line.includes('censored') || line.startsWith('dora') || line.startsWith('emil'),
  );
  expect(told[0]).toBe('anna p.desk desk 1 1 4 4 released -> leave.done');
  expect(visits).toContain('dora p.desk desk 4 4 7 7 released -> leave.done');
  const [emil, fred] = ['emil', 'fred'].map((name) => visits.find((line) => line.startsWith(`${name} p`)));
  const isEmilFirst = emil?.includes(' desk 4 4 ');
  expect(emil).toContain(isEmilFirst ? 'desk 4 4 7 7' : 'desk 4 7 ');
  expect(fred).toContain(isEmilFirst ? 'desk 4 . . 4 reneged' : 'desk 4 4 7 7');
});

it('who arrives finds the line as it is, although somebody in it gives up at that very instant', () => {
  const { arrivals, door } = visitors({ anna: 1, bert: 2 }, 'p.desk');
  const { visits } = hear({
    horizon: 7.9,
    services: { desk: { capacity: 1, room: 1 } },
    pathways: {
      p: { desk: { seize: 'desk', for: 6, patience: { after: 2, to: '=gave-up' }, ifFull: '=lost', then: '=done' } },
      door,
    },
    arrivals: { ...arrivals, carl: { every: 4, to: 'p.desk' } },
  });
  expect(visits.slice(0, 2)).toEqual([
    'carl p.desk desk 4 . . 4 full -> leave.lost',
    'bert p.desk desk 2 . . 4 reneged -> leave.gave-up',
  ]);
});

it('the person whose service ends moves on before those in line are looked at', () => {
  const { arrivals, door } = visitors({ anna: 1, bert: 2 }, { anna: 'p.desk', bert: 'p.window' });
  const { visits } = hear({
    horizon: 20,
    services: { desk: 1, window: 1 },
    pathways: {
      p: {
        desk: { seize: 'desk', for: 3 },
        again: { seize: 'window', for: 1, then: '=done' },
        window: { seize: ['desk', 'window'], for: 1, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  // At 4 anna gives the desk back and goes to the window, which is free, but bert stands first in its line for both: she
  // may not overtake. bert 4 to 5, anna 5 to 6.
  expect(visits).toEqual([
    'anna p.desk desk 1 1 4 4 released -> p.again',
    'bert p.window desk 2 4 5 5 released -> leave.done',
    'bert p.window window 2 4 5 5 released -> leave.done',
    'anna p.again window 4 5 6 6 released -> leave.done',
  ]);
});

it('what takes no time comes within the instant, before what is later in its order', () => {
  const { arrivals, door } = visitors(
    { anna: 1, fred: 1, bert: 2, emil: 3 },
    { anna: 'p.desk', fred: 'p.long', bert: 'p.short', emil: 'p.late' },
  );
  const { visits } = hear({
    horizon: 20,
    services: { desk: 1, window: { capacity: 1, preemption: 'resume' } },
    pathways: {
      p: {
        desk: { seize: 'desk', for: 8, then: '=done' },
        short: { seize: 'desk', for: 8, patience: { after: 2, to: 'soon' }, then: '=done' },
        soon: { delay: 0 },
        again: { seize: 'window', for: 1, priority: 0, then: '=done' },
        long: { seize: 'window', for: 8, priority: 1, then: '=done' },
        late: { seize: 'window', for: 1, priority: 1, retriage: { after: 1, priority: 0 }, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  // At 4 bert gives up, pauses for no time and comes to the window, where fred makes room for him: all that before emil is
  // looked at again, at 4 as well. Were second looks first, emil would take fred's place; so he comes after bert.
  expect(visits).toEqual([
    'bert p.short desk 2 . . 4 reneged -> p.soon',
    'fred p.long window 1 1 4 4 preempted -> -',
    'bert p.again window 4 4 5 5 released -> leave.done',
    'emil p.late window 3 5 6 6 released -> leave.done',
    'anna p.desk desk 1 1 9 9 released -> leave.done',
    'fred p.long window/1 1 6 11 11 released -> leave.done',
  ]);
});

it('lines are looked at in the order in which units came back', () => {
  const { arrivals, door } = visitors(
    { anna: 1, bert: 2, carl: 2.5, dora: 2.75 },
    { anna: 'p.both', bert: 'p.a', carl: 'p.b', dora: 'p.c' },
  );
  const { visits } = hear({
    horizon: 20,
    services: { a: 1, b: 1, c: 1 },
    pathways: {
      p: {
        both: { seize: ['b', 'a'], for: 3, then: '=done' },
        a: { seize: 'a', for: 1, then: 'next' },
        b: { seize: 'b', for: 1, then: 'next' },
        next: { release: 'all', then: '=done' },
        c: { seize: ['a', 'b'], for: 1, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  // At 4 both are given back, b first. carl has b, bert a, both 4 to 5; then dora has both, 5 to 6.
  expect([...visits].sort()).toEqual([
    'anna p.both a 1 1 4 4 released -> leave.done',
    'anna p.both b 1 1 4 4 released -> leave.done',
    'bert p.a a 2 4 5 5 released -> p.next',
    'carl p.b b 2.5 4 5 5 released -> p.next',
    'dora p.c a 2.75 5 6 6 released -> leave.done',
    'dora p.c b 2.75 5 6 6 released -> leave.done',
  ]);
});
