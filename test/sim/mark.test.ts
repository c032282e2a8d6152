import { expect, it } from 'vitest';
import { hear } from './hear.js';

/** One person, found in the line for a free desk at hour 0. */
const person = {
  horizon: 20,
  population: 1,
  services: { desk: 1 },
  states: { treated: { values: ['no', 'yes', 'twice'] } },
  severities: ['lower', 'higher'],
};
const isTreated = (value: number) => ({
  cases: { yes: { when: { state: [['treated', [value]]] as const }, to: '=yes' } },
});
const options = { other: { weight: 1, to: '=no' } };

it('a person’s state changes, and stays changed for the next branch', () => {
  const ask = { branch: { ...isTreated(2), options } };
  const desk = { seize: 'desk', for: 1 };
  const stock = { found: { count: 1, step: 'p.desk', phase: 'waiting' as const, waited: 0, load: 1 } };
  const told = (steps: Record<string, { mark: Record<string, number> }>) =>
    hear({ ...person, stock, pathways: { p: { desk, ...steps, ask } } }).outcomes;
  expect(told({ mark: { mark: { treated: 2 } } })).toEqual(['found 0 1 yes']);
  expect(told({ mark: { mark: { treated: 1 } } })).toEqual(['found 0 1 no']);
  expect(told({ one: { mark: { treated: 2 } }, two: { mark: { treated: 0 } } })).toEqual(['found 0 1 no']);
});

it('the severity of the episode changes: the next stay is drawn by the new one', () => {
  const { visits } = hear({
    ...person,
    pathways: {
      p: {
        first: { seize: 'desk', for: [1, 5] },
        worse: { mark: {}, severity: 1 },
        second: { seize: 'desk', for: [1, 5] },
        better: { mark: {}, severity: 0 },
        third: { seize: 'desk', for: [1, 5] },
      },
    },
    arrivals: { anna: { people: 1, to: 'p.first' } },
  });
  expect(visits.map((line) => line.split(' ').slice(3, 6).join(' '))).toEqual(['0 0 1', '1 1 6', '6 6 7']);
});

it('a transient has no states to change', () => {
  const { outcomes } = hear({
    ...person,
    pathways: { p: { mark: { mark: { treated: 2 } }, ask: { branch: { ...isTreated(2), options } } } },
    arrivals: { anna: { people: 1, to: 'p.mark' } },
  });
  expect(outcomes).toEqual(['anna 0 0 no']);
});
