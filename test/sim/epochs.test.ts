import { expect, it } from 'vitest';
import { drawAt, keyOf } from '../../src/sim/draws.js';
import { unitExponential } from '../support/oracle/chance.js';
import { SOME_CHANCE } from '../support/oracle/compare.js';
import { hear, visitors } from './hear.js';

it('units on duty change on a date, by the rule of the shift end', () => {
  const { arrivals, door } = visitors({ anna: 1, bert: 2, carl: 3 }, 'ward.care');
  const pathways = { ward: { care: { seize: 'nurse', for: 4, then: '=done' } }, door };
  const services = { nurse: { capacity: 2, shiftEnd: 'stop' as const } };
  const { visits } = hear({
    horizon: 20,
    services,
    pathways,
    arrivals,
    later: [
      { from: 4.5, services: { nurse: { ...services.nurse, capacity: 1 } } },
      { from: 6, services: { nurse: { ...services.nurse, capacity: 3 } } },
    ],
  });
  // At 4.5, not a whole hour, one of two nurses goes: bert stops with 1.5 hours left. anna ends at 5, and bert is resumed.
  // At 6 there are three: carl starts. bert ends at 6.5.
  expect(visits).toEqual([
    'bert ward.care nurse 2 2 4.5 4.5 stopped -> -',
    'anna ward.care nurse 1 1 5 5 released -> leave.done',
    'bert ward.care nurse/1 2 5 6.5 6.5 released -> leave.done',
    'carl ward.care nurse 3 6 10 10 released -> leave.done',
  ]);
});

it('a change of interval is for those who are scheduled after it, at the draws that they would have had', () => {
  const calls = (mean: number) => ({ calls: { every: { kind: 'exponential' as const, mean }, to: 'p.desk' } });
  const { story } = hear({
    horizon: 200,
    services: { desk: 99 },
    pathways: { p: { desk: { seize: 'desk', for: 0.5, then: '=done' } } },
    arrivals: calls(2),
    later: [
      { from: 11, arrivals: calls(0.5) },
      { from: 70, arrivals: calls(3) },
    ],
  });
  let now = 0; // hour at which the next one is scheduled
  for (const [n, { joined }] of story.visits.sort((a, b) => a.joined - b.joined).entries()) {
    const mean = now < 11 ? 2 : now < 70 ? 0.5 : 3;
    now += mean * unitExponential(drawAt(SOME_CHANCE, keyOf('arrival', 'calls', n), 'interval', 0));
    expect(joined).toBeCloseTo(now, 10);
  }
  expect(story.visits.length).toBeGreaterThan(100);
});

it('a change of length is for those who join after it; whoever is in line keeps what was drawn', () => {
  const { arrivals, door } = visitors({ anna: 1, bert: 2, carl: 5 }, 'ward.care');
  const { visits } = hear({
    horizon: 30,
    services: { nurse: 1 },
    pathways: { ward: { care: { seize: 'nurse', for: 3, then: '=done' } }, door },
    arrivals,
    later: [{ from: 3, pathways: { ward: { care: { seize: 'nurse', for: 1, then: '=done' } } } }],
  });
  expect(visits).toEqual([
    'anna ward.care nurse 1 1 4 4 released -> leave.done',
    'bert ward.care nurse 2 4 7 7 released -> leave.done',
    'carl ward.care nurse 5 7 8 8 released -> leave.done',
  ]);
});

it('room in a line changes on a date: those who wait already stay', () => {
  const { arrivals, door } = visitors({ anna: 1, bert: 2, carl: 3, dora: 5 }, 'ward.care');
  const { visits } = hear({
    horizon: 30,
    services: { nurse: { capacity: 1, room: 2 } },
    pathways: { ward: { care: { seize: 'nurse', for: 6, ifFull: '=lost', then: '=done' } }, door },
    arrivals,
    later: [{ from: 4, services: { nurse: { capacity: 1, room: 1 } } }],
  });
  expect(visits.map((line) => line.split(' ').slice(0, 5).join(' '))).toEqual([
    'dora ward.care nurse 5 .',
    'anna ward.care nurse 1 1',
    'bert ward.care nurse 2 7',
    'carl ward.care nurse 3 13',
  ]);
});

it('where a step leads is read when somebody leaves it', () => {
  const { arrivals, door } = visitors({ anna: 1, bert: 5 }, 'ward.care');
  const { outcomes } = hear({
    horizon: 30,
    services: { nurse: 1 },
    pathways: { ward: { care: { seize: 'nurse', for: 3, then: '=done' } }, door },
    arrivals,
    later: [{ from: 4, pathways: { ward: { care: { seize: 'nurse', for: 3, then: '=other' } } } }],
  });
  // anna's service ends at 4, before the tables change at that instant.
  expect(outcomes).toEqual(['anna 0 4 done', 'bert 0 8 other']);
});

it('clocks settle: what was spent was spent at the old rate', () => {
  const need = { crisis: { unitRate: 1, rate: 0, channels: { call: { weight: 1, to: 'p.wait' } } } };
  const clock = (rate: number) => ({
    recovers: { runs: 'waiting' as const, need: 'crisis', rate, expires: { leave: 'recovered' } },
  });
  const { story } = hear({
    horizon: 900,
    services: { desk: 1 },
    channels: ['call'],
    needs: need,
    pathways: { p: { wait: { delay: 800 }, out: { leave: 'done' } } },
    arrivals: { anna: { people: 1, need: 'crisis', to: 'p.wait' } },
    clocks: clock(0.01),
    later: [
      { from: 10, clocks: clock(0) },
      { from: 30, clocks: clock(0.05) },
    ],
  });
  const budget = unitExponential(drawAt(SOME_CHANCE, keyOf('arrival', 'anna', 0), 'clock/recovers', 0));
  // 10 hours at 0.01, 20 at nothing, the rest at 0.05.
  expect(budget).toBeGreaterThan(0.1);
  expect(story.outcomes[0]?.closed).toBeCloseTo(30 + (budget - 0.1) / 0.05, 9);
});

it('streams change: the points stay where they are, more of them or fewer count', () => {
  const poisson = (rate: number) => ({ calls: { poisson: { unitRate: 1, rate }, to: 'p.desk' } });
  const told = (first: number, second: number) =>
    hear({
      horizon: 80,
      services: { desk: 99 },
      pathways: { p: { desk: { seize: 'desk', for: 0.5, then: '=done' } } },
      arrivals: poisson(first),
      later: [{ from: 40, arrivals: poisson(second) }],
    }).visits;
  const isEarly = (line: string): boolean => Number(line.split(' desk ')[1]?.split(' ')[0]) < 40;
  const slow = told(0.6, 0.6);
  const fast = told(2.3, 2.3);
  expect(told(0.6, 2.3)).toEqual([...slow.filter(isEarly), ...fast.filter((line) => !isEarly(line))]);
  expect(told(2.3, 0.6)).toEqual([...fast.filter(isEarly), ...slow.filter((line) => !isEarly(line))]);
  expect(told(2.3, 0).filter((line) => !isEarly(line))).toEqual([]);
});
