/** Competing hazards: budgets, what spends them, what pauses them, and what happens when they are spent. */
import { describe, expect, it } from 'vitest';
import { drawAt, type Key, keyOf } from '../../src/sim/draws.js';
import { unitExponential } from '../support/oracle/chance.js';
import { SOME_CHANCE } from '../support/oracle/compare.js';
import type { ClockSpec, WorldSpec } from '../support/worlds.js';
import { hear } from './hear.js';

/** The unit-exponential budget of a clock. */
const budget = (key: Key, clock: string, count = 0): number =>
  unitExponential(drawAt(SOME_CHANCE, key, `clock/${clock}`, count));
const ANNA = keyOf('arrival', 'anna', 0);
const FOUND = keyOf('stock', 'anyshire', 'found', 0);

const base = {
  horizon: 400,
  services: { desk: 1, other: 9 },
  needs: { crisis: { unitRate: 1, rate: 0, channels: { call: { weight: 1, to: 'p.out' } } } },
  channels: ['call'],
};
const waiting = (expires: ClockSpec['expires'], more: Partial<ClockSpec> = {}): Record<string, ClockSpec> => ({
  recovers: { runs: 'waiting', need: 'crisis', rate: 0.25, expires, ...more },
});

describe('a waiting clock', () => {
  it('runs while its episode waits: it leaves the line when the budget is spent', () => {
    const { visits, outcomes } = hear({
      ...base,
      services: { desk: 0, other: 9 },
      pathways: { p: { desk: { seize: 'desk', for: 1 }, out: { leave: 'done' } } },
      arrivals: { anna: { people: 1, need: 'crisis', to: 'p.desk' } },
      clocks: waiting({ leave: 'recovered' }),
    });
    // Nobody is at the desk. Her budget lasts for budget / 0.25 hours.
    const at = budget(ANNA, 'recovers') / 0.25;
    expect(visits).toEqual([`anna p.desk desk 0 . . ${round(at)} overtaken -> -`]);
    expect(outcomes).toEqual([`anna 0 ${round(at)} recovered`]);
  });

  it('is paused while the person is served, and goes on with what is left', () => {
    const { story } = hear({
      ...base,
      pathways: {
        p: { first: { delay: 0.5 }, desk: { seize: 'desk', for: 100 }, rest: { delay: 200 }, out: { leave: 'done' } },
      },
      arrivals: { anna: { people: 1, need: 'crisis', to: 'p.first' } },
      clocks: waiting({ leave: 'recovered' }),
    });
    const needed = budget(ANNA, 'recovers') / 0.25;
    // Half an hour of delay, 100 hours of service that do not count, and the rest of the budget after that.
    expect(needed).toBeGreaterThan(0.5);
    expect(story.outcomes[0]?.closed).toBeCloseTo(100 + needed, 9);
    expect(story.visits[0]?.ended).toBe(100.5);
  });

  it('runs by severity, by state and by frailty', () => {
    const spend = (clock: Partial<ClockSpec>, severity: number, more: Partial<WorldSpec> = {}): number => {
      const { story } = hear({
        ...base,
        severities: ['lower', 'higher'],
        population: 1,
        states: { treated: { values: ['no', 'yes'], initial: [[0, 1]] } },
        frailty: 2.5,
        pathways: { p: { wait: { delay: 300 }, out: { leave: 'done' } } },
        clocks: waiting({ leave: 'recovered' }, clock),
        ...more,
        stock: {
          found: {
            count: 1,
            need: 'crisis',
            step: 'p.wait',
            phase: 'serving',
            load: 1,
            severity: severity === 0 ? [1, 0] : [0, 1],
          },
        },
      });
      return story.outcomes[0]?.closed ?? Number.NaN;
    };
    const whole = budget(FOUND, 'recovers');
    expect(spend({}, 0)).toBeCloseTo(whole / 0.25, 9);
    expect(spend({ bySeverity: [1, 4] }, 1)).toBeCloseTo(whole / 1, 9);
    expect(spend({ byState: [['treated', 1, 3]] }, 0)).toBeCloseTo(whole / 0.75, 9);
    expect(spend({ byState: [['treated', 0, 3]] }, 0)).toBeCloseTo(whole / 0.25, 9);
    expect(spend({ byFrailty: true }, 0)).toBeCloseTo(whole / (0.25 * 2.5), 9);
  });

  it('settles at a change of severity: what was spent before was spent at the old hazard', () => {
    const { story } = hear({
      ...base,
      severities: ['lower', 'higher'],
      pathways: {
        p: { wait: { delay: 0.25 }, worse: { mark: {}, severity: 1 }, rest: { delay: 300 }, out: { leave: 'done' } },
      },
      arrivals: { anna: { people: 1, need: 'crisis', to: 'p.wait' } },
      clocks: waiting({ leave: 'recovered' }, { bySeverity: [1, 0.2] }),
    });
    // A quarter of an hour at 0.25, the rest at 0.05.
    const rest = budget(ANNA, 'recovers') - 0.25 * 0.25;
    expect(rest).toBeGreaterThan(0);
    expect(story.outcomes[0]?.closed).toBeCloseTo(0.25 + rest / 0.05, 9);
  });

  it('that says go takes the episode elsewhere, with a new severity, and what it holds stays with it', () => {
    const { visits, outcomes } = hear({
      ...base,
      severities: ['lower', 'higher'],
      pathways: {
        p: {
          hold: { seize: 'other', for: 1, keep: true },
          desk: { seize: 'desk', for: [300, 300] },
          out: { leave: 'done' },
        },
        urgent: { see: { seize: 'other', for: [1, 2] }, out: { leave: 'seen' } },
      },
      arrivals: { bert: { people: 1, to: 'p.desk' }, anna: { people: 1, need: 'crisis', to: 'p.hold' } },
      clocks: waiting({ go: 'urgent.see', severity: 1 }),
    });
    // anna: other 0 to 1 (the clock is paused), in line for the desk from 1. When the budget is spent she is seen, for the
    // 2 hours of the higher severity, and leaves with what she held.
    const at = 1 + budget(ANNA, 'recovers') / 0.25;
    expect(visits.slice(0, 3)).toEqual([
      `anna p.desk desk 1 . . ${round(at)} overtaken -> urgent.see`,
      `anna urgent.see other ${round(at)} ${round(at)} ${round(at + 2)} ${round(at + 2)} released -> urgent.out`,
      `anna p.hold other 0 0 1 ${round(at + 2)} released -> p.desk`,
    ]);
    expect(outcomes[0]).toBe(`anna 0 ${round(at + 2)} seen`);
  });

  it('runs once in an episode, and the losers of a race keep what they have not spent', () => {
    const { outcomes } = hear({
      ...base,
      pathways: {
        p: { wait: { delay: 300 }, out: { leave: 'done' } },
        q: { wait: { delay: 300 }, out: { leave: 'done' } },
      },
      arrivals: { anna: { people: 1, need: 'crisis', to: 'p.wait' } },
      clocks: {
        worsens: { runs: 'waiting', need: 'crisis', rate: 50, expires: { go: 'q.wait' } },
        recovers: { runs: 'waiting', need: 'crisis', rate: 0.1, expires: { leave: 'recovered' } },
      },
    });
    // It worsens soon, and never again; recovery comes when its own budget is spent, wherever she waits.
    expect(budget(ANNA, 'worsens') / 50).toBeLessThan(budget(ANNA, 'recovers') / 0.1);
    expect(outcomes).toEqual([`anna 0 ${round(budget(ANNA, 'recovers') / 0.1)} recovered`]);
  });

  it('of another need does not run, nor for somebody without a need', () => {
    const { outcomes } = hear({
      ...base,
      needs: { ...base.needs, dependence: base.needs.crisis },
      pathways: { p: { wait: { delay: 300 }, out: { leave: 'done' } } },
      arrivals: { anna: { people: 1, need: 'dependence', to: 'p.wait' }, bert: { people: 1, to: 'p.wait' } },
      clocks: waiting({ leave: 'recovered' }, { rate: 100 }),
    });
    expect(outcomes.every((line) => line.endsWith(' 0 300 done'))).toBe(true);
  });
});

function round(hour: number): number {
  return Math.round(hour * 1e6) / 1e6;
}
