/** Clocks that follow an outcome, and the clock of a life. */
import { describe, expect, it } from 'vitest';
import { drawAt, type Key, keyOf } from '../../src/sim/draws.js';
import { extend, unitExponential } from '../support/oracle/chance.js';
import { SOME_CHANCE } from '../support/oracle/compare.js';
import type { ClockSpec, WorldSpec } from '../support/worlds.js';
import { hear } from './hear.js';

/** The unit-exponential budget of a clock. */
const budget = (key: Key, clock: string, count = 0): number =>
  unitExponential(drawAt(SOME_CHANCE, key, `clock/${clock}`, count));
const FOUND = keyOf('stock', 'anyshire', 'found', 0);

const base = {
  horizon: 400,
  services: { desk: 1, other: 9 },
  needs: { crisis: { unitRate: 1, rate: 0, channels: { call: { weight: 1, to: 'p.out' } } } },
  channels: ['call'],
};
describe('an after clock', () => {
  const following = (expires: ClockSpec['expires'], more: Partial<ClockSpec> = {}): Record<string, ClockSpec> => ({
    returns: { runs: 'after', need: 'crisis', outcomes: ['done'], rate: 0.05, expires, ...more },
  });
  const person = (clocks: Record<string, ClockSpec>, more: Partial<WorldSpec> = {}) =>
    hear({
      ...base,
      population: 1,
      states: { treated: { values: ['no', 'yes'] } },
      pathways: {
        p: { desk: { seize: 'desk', for: 2 }, out: { leave: 'done' } },
        again: { see: { seize: 'other', for: 1, then: '=seen' } },
      },
      clocks,
      ...more,
      stock: { found: { count: 1, need: 'crisis', step: 'p.desk', phase: 'waiting', waited: 0, load: 1 } },
    });
  const first = budget(FOUND, 'returns') / 0.05;

  it('opens another episode, with a key made of the first, and is over', () => {
    const { story } = person(following({ open: 'crisis', to: 'again.see', channel: 'call' }));
    const [, again] = story.outcomes;
    const key = extend(FOUND, 'returns', 0, 1);
    expect(story.outcomes.length).toBe(2);
    expect(again).toMatchObject({ person: 0, keyHigh: key.high, keyLow: key.low, channel: 0, need: 0, stock: 0 });
    expect(again).toMatchObject({ parentHigh: FOUND.high, parentLow: FOUND.low });
    // The first ends at 2; the budget runs from then.
    expect(again?.opened).toBeCloseTo(2 + first, 9);
  });

  it('starts after a while, and stops when its time is over', () => {
    const open = { open: 'crisis', to: 'again.see' };
    expect(person(following(open, { from: 10 })).story.outcomes[1]?.opened).toBeCloseTo(2 + 10 + first, 9);
    expect(person(following(open, { until: first + 0.001 })).story.outcomes.length).toBe(2);
    expect(person(following(open, { until: first - 0.001 })).story.outcomes.length).toBe(1);
    expect(person(following(open, { from: 10, until: first + 9.999 })).story.outcomes.length).toBe(1);
  });

  it('follows its outcomes only', () => {
    expect(person(following({ open: 'crisis', to: 'again.see' }, { outcomes: ['seen'] })).story.outcomes.length).toBe(
      1,
    );
  });

  it('finds the need open: that is noted as absorbed, and the clock runs on with a new budget', () => {
    const { story } = person(following({ open: 'crisis', to: 'again.see' }, { rate: 0.5 }), {
      // Seen for 5 hours, from which two clocks come: the first episode's and, by the outcome `done`, a second's.
      pathways: {
        p: { desk: { seize: 'desk', for: 2 }, more: { start: 'side.see' }, out: { leave: 'done' } },
        side: { see: { seize: 'other', for: 1, then: '=done' } },
        again: { see: { seize: 'other', for: 50, then: '=seen' } },
      },
    });
    // The parallel contact ends at 3 with `done` too, and starts a clock of its own: its key is that of the contact.
    const contact = extend(FOUND, 'p.more', 0);
    const own = 2 + budget(FOUND, 'returns') / 0.5;
    const side = 3 + budget(contact, 'returns') / 0.5;
    const [early, late] = own < side ? [FOUND, contact] : [contact, FOUND];
    const opened = story.outcomes.find((row) => row.parentHigh === early.high && row.stock === 0 && row.closed > 5);
    expect(opened?.opened).toBeCloseTo(Math.min(own, side), 9);
    const absorbed = story.outcomes.filter((row) => row.absorbed === 1);
    const key = extend(late, 'returns', 0, 0);
    expect(absorbed[0]).toMatchObject({
      keyHigh: key.high,
      keyLow: key.low,
      person: 0,
      outcome: -1,
      channel: -1,
      step: -1,
    });
    expect(absorbed[0]?.opened).toBeCloseTo(Math.max(own, side), 9);
    // Then a new budget at the same hazard, again and again until the need is no longer open.
    const second = extend(late, 'returns', 1, 0);
    expect(absorbed[1]).toMatchObject({ keyHigh: second.high, keyLow: second.low });
    expect(absorbed[1]?.opened).toBeCloseTo(Math.max(own, side) + budget(late, 'returns', 1) / 0.5, 9);
  });

  it('can mark the person: a relapse changes the state in which the next thing is met', () => {
    const clocks = {
      ...following({ mark: ['treated', 1] }, { rate: 1000 }),
      comes: {
        runs: 'after',
        need: 'crisis',
        outcomes: ['done'],
        rate: 0.05,
        expires: { open: 'crisis', to: 'again.ask' },
      } as const,
    };
    const again = {
      ask: {
        branch: {
          cases: { yes: { when: { state: [['treated', [1]]] as const }, to: '=relapsed' } },
          options: { no: { weight: 1, to: '=well' } },
        },
      },
    };
    const pathways = { p: { desk: { seize: 'desk', for: 2 }, out: { leave: 'done' } }, again };
    expect(person(clocks, { pathways }).outcomes[1]).toMatch(/relapsed$/);
    expect(person({ comes: clocks.comes }, { pathways }).outcomes[1]).toMatch(/well$/);
  });

  it('does not start for transient people', () => {
    const { outcomes } = hear({
      ...base,
      pathways: { p: { desk: { seize: 'desk', for: 2 }, out: { leave: 'done' } } },
      arrivals: { anna: { people: 1, need: 'crisis', to: 'p.desk' } },
      clocks: following({ open: 'crisis', to: 'p.desk' }, { rate: 100 }),
    });
    expect(outcomes).toEqual(['anna 0 2 done']);
  });
});

describe('life', () => {
  const LIFE = keyOf('person', 'anyshire', 0);
  const whole = unitExponential(drawAt(SOME_CHANCE, LIFE, 'death', 0));
  const living = (rate: number, more: Partial<WorldSpec> = {}) =>
    hear({
      ...base,
      population: 1,
      pathways: {
        p: { hold: { seize: 'other', for: 1, keep: true }, desk: { seize: 'desk', for: 300 }, out: { leave: 'done' } },
      },
      clocks: { dies: { runs: 'life', rate, byFrailty: true, expires: { die: 'died' } } },
      stock: { found: { count: 1, need: 'crisis', step: 'p.hold', phase: 'waiting', waited: 0, load: 1 } },
      ...more,
    });

  it('ends when its budget is spent, at the hazard of the person’s frailty, from hour 0', () => {
    const { visits, outcomes } = living(0.02, { frailty: 0.5 });
    const at = whole / 0.01;
    // Held since hour 1, and in service with the desk: the first is given back, the second cut short.
    expect(at).toBeGreaterThan(1);
    expect(visits).toEqual([
      `found p.hold other 0 0 1 ${round(at)} released -> p.desk`,
      `found p.desk desk 1 1 ${round(at)} ${round(at)} overtaken -> -`,
    ]);
    expect(outcomes).toEqual([`found 0 ${round(at)} died`]);
  });

  it('goes by no severity, as a life belongs to no episode: inside one and outside of any it ends alike', () => {
    const bySeverity = [7, 50];
    const severe = { severities: ['lower', 'higher'], frailty: 1 };
    const clocks = { dies: { runs: 'life', rate: 0.05, bySeverity, expires: { die: 'died' } } } as const;
    for (const severity of [
      [1, 0],
      [0, 1],
    ]) {
      const stock = {
        count: 1,
        need: 'crisis',
        step: 'p.hold',
        phase: 'waiting',
        waited: 0,
        load: 1,
        severity,
      } as const;
      const { outcomes } = living(0, { ...severe, clocks, stock: { found: stock } });
      expect(outcomes).toEqual([`found 0 ${round(whole / 0.05)} died`]);
    }
  });

  it('somebody who has died has no more onsets and no clocks', () => {
    const rate = 5;
    const arises = { crisis: { ...base.needs.crisis, rate: 0.5, unitRate: 0.5 } };
    const clocks: WorldSpec['clocks'] = {
      dies: { runs: 'life', rate: whole / rate, expires: { die: 'died' } },
      returns: {
        runs: 'after',
        need: 'crisis',
        outcomes: ['died', 'done'],
        rate: 100,
        expires: { open: 'crisis', to: 'p.out' },
      },
    };
    const { story } = living(0, { needs: arises, clocks, horizon: 100 });
    expect(story.outcomes.length).toBeGreaterThan(0);
    for (const row of story.outcomes) expect(row.opened).toBeLessThanOrEqual(rate + 1e-9);
    expect(story.outcomes.at(-1)?.closed).toBeCloseTo(rate, 9);
  });

  it('has one budget for all causes, which add up; which of them it was goes by their share of the hazard', () => {
    const people = 2000;
    const clock = (rate: number, outcome: string) => ({ runs: 'life', rate, expires: { die: outcome } }) as const;
    const { outcomes } = living(0, {
      horizon: 1,
      population: people,
      services: { desk: 0, other: 0 },
      stock: { found: { count: people, need: 'crisis', step: 'p.hold', phase: 'waiting', waited: 0, load: 1 } },
      clocks: { ill: clock(0.6, 'illness'), falls: clock(1.2, 'fall'), takes: clock(0.2, 'poison') },
    });
    const share = (found: string, of: string): number => {
      const count = (ending: string) => outcomes.filter((line) => line.match(`(${ending})$`)).length;
      return count(found) / count(of);
    };
    const dead = 'illness|fall|poison';
    const expectShare = (found: number, exact: number, of: number): void =>
      expect(Math.abs(found - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / of));
    expectShare(share(dead, '.'), 1 - Math.exp(-2), people);
    for (const [cause, exact] of [
      ['illness', 0.3],
      ['fall', 0.6],
      ['poison', 0.1],
    ] as const) {
      expectShare(share(cause, dead), exact, people * (1 - Math.exp(-2)));
    }
  });
});

/** As told: to the nearest millionth. */

function round(hour: number): number {
  return Math.round(hour * 1e6) / 1e6;
}
