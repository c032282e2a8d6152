/** People who are inside at hour 0. */
import { describe, expect, it } from 'vitest';
import { drawAt, keyOf } from '../../src/sim/draws.js';
import { type DistributionSpec, InvariantError, quantile } from '../../src/sim/index.js';
import { lengthBiasedQuantile, unitExponential } from '../support/oracle/chance.js';
import { SOME_CHANCE } from '../support/oracle/compare.js';
import type { StockSpec, WorldSpec } from '../support/worlds.js';
import { hear } from './hear.js';

const key = (name: string, place: number) => keyOf('stock', 'anyshire', name, place);
const draw = (name: string, place: number, address: string): number =>
  drawAt(SOME_CHANCE, key(name, place), address, 0);
const ward = (stock: Record<string, StockSpec>, more: Partial<WorldSpec> = {}) =>
  hear({
    horizon: 60,
    services: { bed: 2, desk: 1 },
    pathways: { p: { stay: { seize: 'bed', for: 12 }, desk: { seize: 'desk', for: 1 }, out: { leave: 'done' } } },
    ...more,
    stock,
  });

describe('found in service', () => {
  it('a stay of known length is split at a uniform point, and counts as the first of its length', () => {
    const { story } = ward({ found: { count: 2, step: 'p.stay', phase: 'serving' } });
    const rows = story.visits.filter((row) => row.service === 0).sort((a, b) => b.started - a.started);
    const elapsed = [0, 1].map((place) => 12 * draw('found', place, 'stock-elapsed')).sort((a, b) => a - b);
    expect(rows.map((row) => row.started)).toEqual(elapsed.map((time) => -time));
    // Joined = started; what remains of 12 hours; and nothing is sought, since that was before the run.
    rows.forEach((row, index) => {
      expect(row.joined).toBe(row.started);
      expect(row.ended).toBeCloseTo(12 - (elapsed[index] ?? 0), 12);
      expect(row.requested).toBe(0);
      expect(row.visit).toBe(0);
    });
    expect(story.outcomes.every((row) => row.stock === 1 && row.opened < 0)).toBe(true);
  });

  it('long stays are met more often: the whole is drawn by the length-biased law', () => {
    const length = { kind: 'exponential', mean: 5 } as const;
    const pathways = { p: { stay: { seize: 'bed', for: length }, out: { leave: 'done' } } };
    const { story } = ward({ found: { count: 1, step: 'p.stay', phase: 'serving' } }, { pathways });
    const whole = lengthBiasedQuantile(length, draw('found', 0, 'stock-length/p.stay'));
    const elapsed = whole * draw('found', 0, 'stock-elapsed');
    expect(story.visits[0]?.started).toBe(-elapsed);
    expect(story.visits[0]?.released).toBeCloseTo(whole - elapsed, 12);
  });

  it('in a delay there is no visit, only an end to come', () => {
    const pathways = { p: { rest: { delay: 12 }, out: { leave: 'done' } } };
    const { story } = ward({ found: { count: 1, step: 'p.rest', phase: 'serving' } }, { pathways });
    const elapsed = 12 * draw('found', 0, 'stock-elapsed');
    expect(story.visits).toEqual([]);
    expect(story.outcomes[0]?.opened).toBe(-elapsed);
    expect(story.outcomes[0]?.closed).toBeCloseTo(12 - elapsed, 12);
  });

  it('more units than there are on duty are refused', () => {
    expect(() => ward({ found: { count: 3, step: 'p.stay', phase: 'serving' } })).toThrow(InvariantError);
  });
});

describe('found waiting', () => {
  it('stands in line by how long it has waited, before all who come later', () => {
    const waited = { kind: 'uniform', low: 1, high: 9 } as const;
    const { story, visits } = ward(
      { found: { count: 3, step: 'p.desk', phase: 'waiting', waited } },
      { arrivals: { anna: { people: 1, to: 'p.desk' } } },
    );
    const waits = [0, 1, 2].map((place) => quantile(waited, draw('found', place, 'stock-waited')));
    const rows = story.visits;
    // The longest first, at hours 0, 1 and 2; anna, who comes at 0, at 3.
    expect(rows.map((row) => row.joined)).toEqual([...waits.map((wait) => -wait).sort((a, b) => a - b), 0]);
    expect(rows.map((row) => row.started)).toEqual([0, 1, 2, 3]);
    expect(rows.map((row) => row.requested)).toEqual([3600, 3600, 3600, 3600]);
    expect(visits[3]).toMatch(/^anna/);
  });

  it('has the patience of those whom the wait has not worn out: what is left of it counts from hour 0', () => {
    const found = (patience: { after: DistributionSpec | number; to: string }, waited: number): string | undefined =>
      ward(
        {
          first: { count: 1, step: 'p.desk', phase: 'serving' },
          found: { count: 1, step: 'p.desk', phase: 'waiting', waited },
        },
        { pathways: { p: { desk: { seize: 'desk', for: 999, patience }, out: { leave: 'done' } } } },
      ).visits[0];
    expect(999 - 999 * draw('first', 0, 'stock-elapsed')).toBeGreaterThan(10);
    const u = draw('found', 0, 'patience/desk');
    const told = (waited: number, left: number): string =>
      `found p.desk desk -${waited} . . ${Math.round(left * 1e6) / 1e6} reneged -> leave.gave-up`;
    expect(found({ after: 10, to: '=gave-up' }, 6)).toBe(told(6, 4));
    // Between 6 and 10, as all below 6 are gone; what is exponential has no memory.
    expect(found({ after: { kind: 'uniform', low: 2, high: 10 }, to: '=gave-up' }, 6)).toBe(told(6, 4 * u));
    const exponential = { kind: 'exponential', mean: 5 } as const;
    expect(found({ after: exponential, to: '=gave-up' }, 6)).toBe(told(6, quantile(exponential, u)));
    // Nobody waits 12 hours with a patience of 10: the scenario is refused, and a world so made lets them go at once.
    expect(found({ after: 10, to: '=gave-up' }, 12)).toBe(told(12, 0));
  });

  it('may hold units meanwhile, since a time of its own, which go with it', () => {
    const { visits, outcomes } = ward(
      {
        blocked: { count: 1, step: 'p.desk', phase: 'waiting', waited: 2, holding: { bed: { units: 2, since: 7 } } },
        first: { count: 1, step: 'p.stay', phase: 'serving' },
      },
      { services: { bed: 3, desk: { capacity: [0, 0, 0, 1] } } },
    );
    // The desk opens at 3. Blocked 0: desk 3 to 4, and leaves at 4 with the beds held since −7.
    expect(visits.slice(0, 2)).toEqual([
      'blocked p.desk desk -2 3 4 4 released -> p.out',
      'blocked p.desk bed x2 -7 -7 -7 4 released -> p.desk',
    ]);
    expect(outcomes[0]).toBe('blocked -2 4 done');
  });
});

describe('who they are', () => {
  const people: Partial<WorldSpec> = {
    population: 60,
    frailty: { kind: 'lognormal', mu: -0.5, sigma: 1 },
    services: { bed: 40, desk: 40 },
    states: { treated: { values: ['no', 'yes'] } },
  };
  const frailty = (index: number): number =>
    quantile(
      { kind: 'lognormal', mu: -0.5, sigma: 1 },
      drawAt(SOME_CHANCE, keyOf('person', 'anyshire', index), 'frailty', 0),
    );
  /** Least exponential over weight, as in a race among everybody. */
  const ranked = (name: string, load: number, without: number[]): number[] =>
    Array.from({ length: 60 }, (_, index) => index)
      .filter((index) => !without.includes(index))
      .map((index) => {
        const r = frailty(index) * load;
        const u = drawAt(SOME_CHANCE, keyOf('person', 'anyshire', index), `stock/${name}`, 0);
        return { index, time: unitExponential(u) / (r / (1 + r)) };
      })
      .sort((a, b) => a.time - b.time)
      .map(({ index }) => index);

  it('persons by frailty and load, nobody twice, the stocks in the order of their names', () => {
    const { story } = ward(
      {
        waiters: { count: 10, step: 'p.desk', phase: 'waiting', waited: 0, load: 0.5 },
        inmates: { count: 20, step: 'p.stay', phase: 'serving', load: 2 },
      },
      people,
    );
    const inmates = ranked('inmates', 2, []).slice(0, 20);
    const waiters = ranked('waiters', 0.5, inmates).slice(0, 10);
    const personOf = (name: string, place: number): number | undefined =>
      story.outcomes.find((row) => row.keyHigh === key(name, place).high && row.keyLow === key(name, place).low)
        ?.person;
    expect(inmates.map((_, place) => personOf('inmates', place))).toEqual(inmates);
    expect(waiters.map((_, place) => personOf('waiters', place))).toEqual(waiters);
  });

  it('states are set at hour 0', () => {
    const ask = {
      branch: {
        cases: { yes: { when: { state: [['treated', [1]]] as const }, to: '=treated' } },
        options: { no: { weight: 1, to: '=not' } },
      },
    };
    const pathways = { p: { stay: { seize: 'bed', for: 12 }, ask } };
    const stock: StockSpec = { count: 3, step: 'p.stay', phase: 'serving', load: 2 };
    const told = (sets: StockSpec['sets']) =>
      ward({ found: { ...stock, ...(sets && { sets }) } }, { ...people, pathways }).outcomes.map((line) =>
        line.split(' ').at(-1),
      );
    expect(told([['treated', 1]])).toEqual(['treated', 'treated', 'treated']);
    expect(told(undefined)).toEqual(['not', 'not', 'not']);
  });

  it('severity is drawn under the name of the stock, channel and background are as given', () => {
    const { story } = ward(
      {
        found: {
          count: 20,
          step: 'p.desk',
          phase: 'waiting',
          waited: 0,
          severity: [0.5, 0.5],
          channel: 'walk-in',
          background: true,
        },
      },
      { severities: ['lower', 'higher'], channels: ['call', 'walk-in'], services: { bed: 1, desk: 20 } },
    );
    for (let place = 0; place < 20; place++) {
      const { high, low } = key('found', place);
      const row = story.outcomes.find((one) => one.keyHigh === high && one.keyLow === low);
      // Of two, one draw: `higher` comes first in the alphabet.
      const isHigher = draw('found', place, 'severity/found') < 0.5;
      expect(row).toMatchObject({ severity: isHigher ? 1 : 0, channel: 1, background: 1, person: -1 });
    }
  });
});
