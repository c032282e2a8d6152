import { describe, expect, it } from 'vitest';
import { drawAt, keyOf } from '../../src/sim/draws.js';
import { unitExponential } from '../support/oracle/chance.js';
import { SOME_CHANCE } from '../support/oracle/compare.js';
import type { ConditionSpec, WorldSpec } from '../support/worlds.js';
import { hear, visitors } from './hear.js';

/** Where a branch with one case sends somebody who comes at an hour; `yes` where the case holds. */
function asks(when: ConditionSpec, hour: number, more: Partial<WorldSpec> = {}): string {
  const { arrivals, door } = visitors({ anna: hour }, 'p.ask');
  const { visits } = hear({
    horizon: 30,
    severities: ['lower', 'higher'],
    channels: ['call', 'walk-in'],
    services: { desk: 1 },
    ...more,
    pathways: {
      p: {
        ask: { branch: { cases: { one: { when, to: '=yes' } }, options: { other: { weight: 1, to: '=no' } } } },
        busy: { seize: 'desk', for: 10, then: '=done' },
      },
      door,
    },
    arrivals: { ...more.arrivals, ...arrivals },
  });
  return visits.find((line) => line.startsWith('anna'))?.split('leave.')[1] ?? '';
}

const OPEN_FROM_8 = { capacity: Array.from({ length: 24 }, (_, hour) => (hour >= 8 ? 1 : 0)) };

describe('a case can ask', () => {
  it('for the severity', () => {
    expect(asks({ severity: [0] }, 1)).toBe('yes');
    expect(asks({ severity: [1] }, 1)).toBe('no');
    expect(asks({ severity: [0, 1] }, 1)).toBe('yes');
  });

  it('for the channel; somebody without one has none of them', () => {
    expect(asks({ channel: [0, 1] }, 1)).toBe('no');
    expect(asks({ not: { channel: [0, 1] } }, 1)).toBe('yes');
  });

  it('for the cohort and the states: a transient is of the first cohort and has value 0 of each', () => {
    const states = { states: { treated: { values: ['no', 'yes'] } }, cohorts: { adults: 0.5, young: 0.5 } };
    expect(asks({ cohort: [0] }, 1, states)).toBe('yes');
    expect(asks({ cohort: [1] }, 1, states)).toBe('no');
    expect(asks({ state: [['treated', [0]]] }, 1, states)).toBe('yes');
    expect(asks({ state: [['treated', [1]]] }, 1, states)).toBe('no');
  });

  it('for the hour, from the first second of it to before the next', () => {
    expect(asks({ hours: [1] }, 1)).toBe('yes');
    expect(asks({ hours: [1] }, 1.999)).toBe('yes');
    expect(asks({ hours: [1] }, 2)).toBe('no');
    expect(asks({ hours: [1] }, 25)).toBe('yes');
  });

  it('whether a service is full: every unit on duty in use', () => {
    const busy = { arrivals: { carl: { people: 1, to: 'p.busy' } } };
    expect(asks({ full: 'desk' }, 1)).toBe('no');
    expect(asks({ full: 'desk' }, 1, busy)).toBe('yes');
    expect(asks({ full: 'desk' }, 10.5, busy)).toBe('no');
    expect(asks({ full: 'desk' }, 1, { ...busy, services: { desk: 2 } })).toBe('no');
    // Nobody on duty: no idle unit either.
    expect(asks({ full: 'desk' }, 1, { services: { desk: OPEN_FROM_8 } })).toBe('yes');
  });

  it('whether a service is closed', () => {
    expect(asks({ closed: 'desk' }, 7.999, { services: { desk: OPEN_FROM_8 } })).toBe('yes');
    expect(asks({ closed: 'desk' }, 8, { services: { desk: OPEN_FROM_8 } })).toBe('no');
  });

  it('how long a line is; one being served is not in it', () => {
    const two = { arrivals: { carl: { people: 2, to: 'p.busy' } } };
    expect(asks({ queue: [['desk', 1]] }, 1, two)).toBe('yes');
    expect(asks({ queue: [['desk', 2]] }, 1, two)).toBe('no');
    expect(asks({ queue: [['desk', 0]] }, 1)).toBe('yes');
  });

  it('whether a unit picked at random is in use: never when all are idle, always when none is', () => {
    const busy = { arrivals: { carl: { people: 1, to: 'p.busy' } } };
    expect(asks({ engaged: 'desk' }, 1)).toBe('no');
    expect(asks({ engaged: 'desk' }, 1, busy)).toBe('yes');
    expect(asks({ engaged: 'desk' }, 10.5, busy)).toBe('no');
    expect(asks({ engaged: 'desk' }, 1, { services: { desk: OPEN_FROM_8 } })).toBe('no');
  });

  it('whether a unit picked at random is in use: else by chance, the same for one episode however often it asks', () => {
    const ask = (then: string) => ({
      branch: {
        cases: { one: { when: { engaged: 'desk' }, to: `again-${then}` } },
        options: { other: { weight: 1, to: `again-${then === 'a' ? 'b' : 'a'}` } },
      },
    });
    const { outcomes } = hear({
      horizon: 30,
      services: { desk: 4 },
      pathways: {
        p: {
          busy: { seize: 'desk', for: 20, then: '=done' },
          walk: { delay: 1, then: 'ask' },
          ask: ask('a'),
          'again-a': {
            branch: {
              cases: { one: { when: { engaged: 'desk' }, to: '=both' } },
              options: { other: { weight: 1, to: '=differs' } },
            },
          },
          'again-b': {
            branch: {
              cases: { one: { when: { engaged: 'desk' }, to: '=differs' } },
              options: { other: { weight: 1, to: '=neither' } },
            },
          },
        },
      },
      arrivals: {
        carl: { people: 1, to: 'p.busy' },
        many: { people: 400, to: 'p.walk' },
      },
    });
    const count = (outcome: string) => outcomes.filter((line) => line.endsWith(` ${outcome}`)).length;
    expect(count('differs')).toBe(0);
    // One of four is in use: 100 of 400 expected, with a standard deviation of 8.7.
    expect(Math.abs(count('both') - 100)).toBeLessThan(35);
    expect(count('both') + count('neither')).toBe(400);
  });

  it('several things at once, all of which must hold, and for what must not', () => {
    expect(asks({ severity: [0], hours: [1] }, 1)).toBe('yes');
    expect(asks({ severity: [0], hours: [2] }, 1)).toBe('no');
    expect(asks({ not: { severity: [0], hours: [2] } }, 1)).toBe('yes');
    expect(asks({}, 1)).toBe('yes');
  });
});

it('the first case that holds decides; the code of inputs tells all that held, and the severity', () => {
  const { arrivals, door } = visitors({ anna: 1 }, 'p.worse');
  const { story, visits } = hear({
    horizon: 5,
    severities: ['lower', 'higher'],
    services: { desk: 1 },
    pathways: {
      p: {
        worse: { mark: {}, severity: 1 },
        ask: {
          tag: 3,
          branch: {
            cases: {
              a: { when: { severity: [0] }, to: '=first' },
              b: { when: { severity: [1] }, to: '=second' },
              c: { when: { hours: [7] }, to: '=third' },
              d: { when: { hours: [1] }, to: '=fourth' },
            },
            options: { other: { weight: 1, to: '=no' } },
          },
        },
      },
      door,
    },
    arrivals,
  });
  expect(visits).toEqual(['anna p.ask ? 1 -> leave.second']);
  // Cases 1 and 3 held: bits 2 and 8; severity 1 in the top four bits.
  expect(story.visits[0]?.inputs).toBe((1 << 28) + 2 + 8);
  expect(story.visits[0]?.tag).toBe(3);
});

describe('the race over options', () => {
  const options = {
    south: { weight: 0.3, to: '=s' },
    east: { weight: 0.45, to: '=e' },
    north: { weight: 0.25, to: '=n' },
  };
  const key = keyOf('arrival', 'anna', 0);
  const draw = (name: string): number => drawAt(SOME_CHANCE, key, name, 0);
  const taken = (chosen: Partial<typeof options>): string | undefined =>
    hear({
      horizon: 5,
      services: { desk: 1 },
      pathways: { p: { ask: { branch: { options: chosen as typeof options } } } },
      arrivals: { anna: { people: 1, to: 'p.ask' } },
    }).visits[0];

  it('of three: the least exponential over weight wins', () => {
    const times = { s: draw('branch/p.ask/south'), e: draw('branch/p.ask/east'), n: draw('branch/p.ask/north') };
    const ring = [unitExponential(times.s) / 0.3, unitExponential(times.e) / 0.45, unitExponential(times.n) / 0.25];
    const winner = ring.indexOf(Math.min(...ring));
    expect(taken(options)).toBe(`anna p.ask ? ${1000 + winner} -> leave.${['s', 'e', 'n'][winner]}`);
  });

  it('of two: one draw, the first name in the alphabet below its share', () => {
    const { south, east } = options;
    // East 0.45 against south 0.3: east below 0.6.
    const isEast = draw('branch/p.ask') < 0.6;
    expect(taken({ south, east })).toBe(`anna p.ask ? ${isEast ? '1001 -> leave.e' : '1000 -> leave.s'}`);
    expect(taken({ east, south })).toBe(`anna p.ask ? ${isEast ? '1000 -> leave.e' : '1001 -> leave.s'}`);
  });

  it('of one: it wins', () => {
    expect(taken({ north: options.north })).toBe('anna p.ask ? 1000 -> leave.n');
  });

  it('options without weight do not run', () => {
    const { south, east, north } = options;
    expect(taken({ south, east, north: { ...north, weight: 0 } })?.slice(-1)).toBe(taken({ south, east })?.slice(-1));
  });

  it('each time somebody comes to the step, a new count', () => {
    const { visits } = hear({
      horizon: 40,
      services: { desk: 1 },
      pathways: {
        p: {
          ask: { branch: { options: { again: { weight: 0.5, to: 'pause' }, on: { weight: 0.5, to: '=done' } } } },
          pause: { delay: 1, then: 'ask' },
        },
      },
      arrivals: { anna: { people: 8, to: 'p.ask' } },
    });
    for (let n = 0; n < 8; n++) {
      const own = keyOf('arrival', 'anna', n);
      let rounds = 0;
      while (drawAt(SOME_CHANCE, own, 'branch/p.ask', rounds) < 0.5) rounds++;
      const mine = visits.filter((line) => line.startsWith(n === 0 ? 'anna p' : `anna ${n} `));
      expect(mine.length).toBe(rounds + 1);
    }
  });

  it('shares of many people are the weights', () => {
    const { story } = hear({
      horizon: 1,
      services: { desk: 1 },
      pathways: { p: { ask: { branch: { options } } } },
      arrivals: { anna: { people: 3000, to: 'p.ask' } },
    });
    const count = (option: number): number => story.visits.filter((row) => row.decision === 1000 + option).length;
    // Four standard deviations of a share of 3,000.
    for (const [option, share] of [0.3, 0.45, 0.25].entries()) {
      expect(Math.abs(count(option) / 3000 - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 3000));
    }
  });
});
