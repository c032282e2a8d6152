import { expect, it } from 'vitest';
import { keyOf } from '../../src/sim/draws.js';
import { NONE } from '../../src/sim/index.js';
import { extend } from '../support/oracle/chance.js';
import { SOME_CHANCE, tellByEngine } from '../support/oracle/compare.js';
import { buildWorld } from '../support/worlds.js';
import { hear, visitors } from './hear.js';

it('a parallel contact goes its way, and its parent goes on; it inherits severity, channel and background', () => {
  const { story, visits } = hear({
    horizon: 10,
    severities: ['lower', 'higher'],
    channels: ['call', 'walk-in'],
    services: { desk: 1, liaison: 1 },
    pathways: {
      a: {
        worse: { mark: {}, severity: 1 },
        first: { start: 'b.see' },
        desk: { seize: 'desk', for: 2 },
        out: { leave: 'done' },
      },
      b: { see: { seize: 'liaison', for: 3 }, out: { leave: 'referred' } },
    },
    arrivals: { anna: { people: 1, to: 'a.worse', channel: 'walk-in', background: true } },
  });
  const parent = keyOf('arrival', 'anna', 0);
  const child = extend(parent, 'a.first', 0);
  // anna: desk 0 to 2; the contact: liaison 0 to 3.
  expect(visits[0]).toBe('anna a.desk desk 0 0 2 2 released -> a.out');
  expect(visits[1]).toContain('b.see liaison 0 0 3 3 released -> b.out');
  const [own, parallel] = story.outcomes;
  expect(own).toMatchObject({ keyHigh: parent.high, keyLow: parent.low, parentHigh: 0, parentLow: 0, closed: 2 });
  expect(parallel).toMatchObject({ keyHigh: child.high, keyLow: child.low, closed: 3, severity: 1, channel: 1 });
  expect(parallel).toMatchObject({ parentHigh: parent.high, parentLow: parent.low, background: 1, need: NONE });
});

it('the contact goes first: it takes the unit that the parent then has to wait for', () => {
  const { arrivals, door } = visitors({ anna: 1 }, 'a.first');
  const { visits } = hear({
    horizon: 10,
    services: { desk: 1 },
    pathways: {
      a: { first: { start: 'b.see' }, desk: { seize: 'desk', for: 2 }, out: { leave: 'done' } },
      b: { see: { seize: 'desk', for: 3 }, out: { leave: 'done' } },
      door,
    },
    arrivals,
  });
  expect(visits[0]).toContain('b.see desk 1 1 4 4 released -> b.out');
  expect(visits[1]).toBe('anna a.desk desk 1 4 6 6 released -> a.out');
});

it('each start at a step has a number of its own', () => {
  const { story } = hear({
    horizon: 10,
    services: { desk: 5 },
    pathways: {
      a: {
        first: { start: 'b.see' },
        wait: { delay: 1, then: 'ask' },
        ask: {
          branch: {
            cases: { early: { when: { hours: [1] }, to: 'first' } },
            options: { on: { weight: 1, to: '=done' } },
          },
        },
      },
      b: { see: { seize: 'desk', for: 3 }, out: { leave: 'done' } },
    },
    arrivals: { anna: { people: 1, to: 'a.first' } },
  });
  const parent = keyOf('arrival', 'anna', 0);
  const children = story.outcomes.filter((row) => row.parentHigh !== 0);
  const expected = [extend(parent, 'a.first', 0), extend(parent, 'a.first', 1)];
  expect(children.map(({ keyHigh, keyLow }) => ({ high: keyHigh, low: keyLow }))).toEqual(expected);
  expect(children.map((row) => row.opened)).toEqual([0, 1]);
});

it('a contact that starts itself without end is told as such, however deep it goes', () => {
  const world = buildWorld({
    horizon: 10,
    services: { desk: 1 },
    pathways: { a: { again: { start: 'a.again' }, out: { leave: 'done' } } },
    arrivals: { anna: { people: 1, to: 'a.again' } },
  });
  const { fault } = tellByEngine(world, SOME_CHANCE);
  expect(fault).toContain('episodes are open at once');
  expect(fault).toContain('look for steps that `start` contacts');
});
