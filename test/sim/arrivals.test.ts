import { describe, expect, it } from 'vitest';
import { drawAt, type Key, keyOf } from '../../src/sim/draws.js';
import { extend, unitExponential } from '../support/oracle/chance.js';
import { SOME_CHANCE } from '../support/oracle/compare.js';
import type { ArrivalsSpec, NeedSpec, WorldSpec } from '../support/worlds.js';
import { hear } from './hear.js';

const bring = (arrivals: ArrivalsSpec, more: Partial<WorldSpec> = {}) =>
  hear({
    horizon: 12,
    services: { desk: 99 },
    pathways: { p: { desk: { seize: 'desk', for: 0.5, then: '=done' } } },
    ...more,
    arrivals: { calls: arrivals },
  });
const call = (n: number): Key => keyOf('arrival', 'calls', n);

describe('a renewal stream', () => {
  it('brings the first person after one interval, and so on', () => {
    const { visits } = bring({ every: 5, to: 'p.desk' });
    expect(visits).toEqual([
      'calls p.desk desk 5 5 5.5 5.5 released -> leave.done',
      'calls 1 p.desk desk 10 10 10.5 10.5 released -> leave.done',
    ]);
  });

  it('draws each interval at the key of whom it brings', () => {
    const { story } = bring({ every: { kind: 'exponential', mean: 2 }, to: 'p.desk' }, { horizon: 50 });
    let time = 0;
    for (const [n, row] of story.visits.entries()) {
      time += 2 * unitExponential(drawAt(SOME_CHANCE, call(n), 'interval', 0));
      expect(row.joined).toBeCloseTo(time, 12);
      expect([row.keyHigh, row.keyLow]).toEqual([call(n).high, call(n).low]);
    }
    expect(story.visits.length).toBeGreaterThan(10);
  });
});

it('people are there at hour 0, so many, with keys of their own', () => {
  const { story } = bring({ people: 3, to: 'p.desk' });
  expect(story.visits.map((row) => row.joined)).toEqual([0, 0, 0]);
  const keys = [0, 1, 2].map((n) => call(n).high).sort((a, b) => a - b);
  expect(story.visits.map((row) => row.keyHigh).sort((a, b) => a - b)).toEqual(keys);
});

/**
 * The points of a stream, walked by hand: strips of height [0, 1), [1, 2), [2, 4) …; in a window of length 1 / (rate ×
 * width), gaps of that rate; each point with a height of its own.
 */
function points(stream: Key, unitRate: number, strips: number, horizon: number, frailty = 1) {
  const found: { time: number; height: number; key: Key }[] = [];
  for (let strip = 0; strip < strips; strip++) {
    const low = strip === 0 ? 0 : 2 ** (strip - 1);
    const width = strip === 0 ? 1 : low;
    const length = 1 / (unitRate * width);
    for (let window = 0; window * length < horizon; window++) {
      const at = extend(stream, strip, window);
      let passed = 0;
      for (let n = 0; ; n++) {
        passed += unitExponential(drawAt(SOME_CHANCE, at, 'gap', n)) / (frailty * unitRate * width);
        if (passed >= length) break;
        const key = extend(at, n);
        const height = low + width * drawAt(SOME_CHANCE, key, 'height', 0);
        found.push({ time: window * length + passed, height, key });
      }
    }
  }
  return found.filter(({ time }) => time <= horizon).sort((a, b) => a.time - b.time);
}

describe('a Poisson stream', () => {
  const stream = keyOf('arrival', 'calls', 0);

  it('takes the points that lie below its current rate', () => {
    for (const rate of [0.25, 0.5, 0.9, 1.7]) {
      const { story } = bring({ poisson: { unitRate: 0.5, rate }, to: 'p.desk' }, { horizon: 60 });
      const expected = points(stream, 0.5, 3, 60).filter(({ height }) => height < rate / 0.5);
      expect(story.visits.map((row) => row.keyHigh)).toEqual(expected.map(({ key }) => key.high));
      story.visits.forEach((row, index) => {
        expect(row.joined).toBeCloseTo(expected[index]?.time ?? 0, 9);
      });
    }
  });

  it('at a lower rate brings some of those that it brings at a higher one, and nobody else', () => {
    const at = (rate: number) =>
      bring({ poisson: { unitRate: 0.5, rate }, to: 'p.desk' }, { horizon: 300 }).story.visits.map(
        (row) => `${row.keyHigh} ${row.joined}`,
      );
    const few = at(0.4);
    const more = at(0.55);
    const many = at(2.1);
    expect(few.length).toBeLessThan(more.length);
    expect(more.length).toBeLessThan(many.length);
    expect(few.filter((row) => !more.includes(row))).toEqual([]);
    expect(more.filter((row) => !many.includes(row))).toEqual([]);
  });

  it('warps time by its calendar: nothing changes but when', () => {
    // Twelve hours at 0.5 and twelve at 1.5: warped hour 6 is noon, warped hour 24 is midnight.
    const calendar = Array.from({ length: 24 }, (_, hour) => (hour < 12 ? 0.5 : 1.5));
    const flat = bring({ poisson: { unitRate: 1, rate: 1 }, to: 'p.desk' }, { horizon: 48 }).story.visits;
    const warped = bring({ poisson: { unitRate: 1, rate: 1, calendar }, to: 'p.desk' }, { horizon: 48 }).story.visits;
    const unwarp = (time: number): number => {
      const day = Math.floor(time / 24);
      const rest = time - day * 24;
      return day * 24 + (rest < 6 ? rest * 2 : 12 + (rest - 6) / 1.5);
    };
    expect(warped.map((row) => row.keyHigh)).toEqual(flat.map((row) => row.keyHigh));
    warped.forEach((row, index) => {
      expect(row.joined).toBeCloseTo(unwarp(flat[index]?.joined ?? 0), 9);
    });
  });

  it('has the rate of its own calendar on top: no points in hours of 0', () => {
    const hours = Array.from({ length: 24 }, (_, hour) => (hour >= 8 && hour < 20 ? 2 : 0));
    const { story } = bring({ poisson: { unitRate: 1, rate: 1, hours }, to: 'p.desk' }, { horizon: 480 });
    for (const row of story.visits) expect(Math.floor(row.joined) % 24).toBeGreaterThanOrEqual(8);
    for (const row of story.visits) expect(Math.floor(row.joined) % 24).toBeLessThan(20);
    // 20 days of 12 hours at 2 an hour: 480, give or take four standard deviations.
    expect(Math.abs(story.visits.length - 480)).toBeLessThan(4 * Math.sqrt(480));
  });

  it('has as many points as a Poisson stream of its rate, with their spread', () => {
    const counts = Array.from({ length: 60 }, (_, replication) => {
      const chance = { ...SOME_CHANCE, replication };
      const world: WorldSpec = {
        horizon: 100,
        services: { desk: 99 },
        pathways: { p: { desk: { seize: 'desk', for: 0.5, then: '=done' } } },
        arrivals: { calls: { poisson: { unitRate: 0.5, rate: 0.8 }, to: 'p.desk' } },
      };
      return hear(world, chance).story.visits.length;
    });
    const mean = counts.reduce((sum, count) => sum + count, 0) / 60;
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / 59;
    // Mean and variance 80: the mean has a standard error of 1.15, the variance one of about 80 × sqrt(2/59) = 14.7.
    expect(Math.abs(mean - 80)).toBeLessThan(4.6);
    expect(Math.abs(variance - 80)).toBeLessThan(59);
  });
});

describe('onsets', () => {
  const needs = (rate: number, more: Partial<NeedSpec> = {}): Record<string, NeedSpec> => ({
    crisis: { unitRate: 0.05, rate, channels: { call: { weight: 1, to: 'p.desk' } }, ...more },
  });
  const people = (spec: Partial<WorldSpec>) =>
    hear({
      horizon: 200,
      population: 4,
      services: { desk: 99 },
      channels: ['call', 'walk-in'],
      pathways: { p: { desk: { seize: 'desk', for: 0.001, then: '=done' } } },
      ...spec,
    });
  const stream = (person: number): Key => keyOf('onset', 'anyshire', person, 'crisis');

  it('are the points below the person’s hazard, as dense as they are frail', () => {
    const { story } = people({ needs: needs(0.07), frailty: 1.5 });
    for (let person = 0; person < 4; person++) {
      const expected = points(stream(person), 0.05, 2, 200, 1.5).filter(({ height }) => height < 0.07 / 0.05);
      const own = story.visits.filter((row) => row.person === person);
      expect(own.map((row) => row.keyHigh)).toEqual(expected.map(({ key }) => key.high));
    }
  });

  it('follow the multipliers of cohort and state', () => {
    const spec = {
      cohorts: { adults: 0.5, young: 0.5 },
      states: { treated: { values: ['no', 'yes'], initial: [[0, 1]] } },
    };
    const { story } = people({ ...spec, needs: needs(0.05, { byCohort: [1, 2], byState: [['treated', 1, 0.5]] }) });
    const cohorts = new Set<number>();
    for (let person = 0; person < 4; person++) {
      const own = story.outcomes.filter((row) => row.person === person);
      const isAdult = drawAt(SOME_CHANCE, keyOf('person', 'anyshire', person), 'cohort', 0) < 0.5;
      for (const row of own) expect(row.cohort).toBe(isAdult ? 0 : 1);
      cohorts.add(isAdult ? 0 : 1);
      const expected = points(stream(person), 0.05, 1, 200).filter(({ height }) => height < (isAdult ? 0.5 : 1));
      expect(own.map((row) => row.keyHigh)).toEqual(expected.map(({ key }) => key.high));
    }
    expect(cohorts.size).toBe(2);
  });

  it('that meet an open episode of the need are absorbed by it, and noted', () => {
    const { story } = people({
      population: 1,
      needs: needs(0.05),
      pathways: { p: { desk: { seize: 'desk', for: 60, then: '=done' } } },
    });
    const expected = points(stream(0), 0.05, 1, 200);
    const opened: number[] = [];
    const absorbed: number[] = [];
    for (const { time } of expected) {
      if (opened.length > 0 && time < (opened.at(-1) ?? 0) + 60) absorbed.push(time);
      else opened.push(time);
    }
    expect(absorbed.length).toBeGreaterThan(0);
    const rows = (isAbsorbed: number) =>
      story.outcomes.filter((row) => row.absorbed === isAbsorbed).map((row) => row.opened);
    expect(rows(0)).toEqual(opened.map((time) => expect.closeTo(time, 9)));
    expect(rows(1)).toEqual(absorbed.map((time) => expect.closeTo(time, 9)));
  });

  it('have a severity and a channel by race, under the name of the need', () => {
    const { story } = people({
      severities: ['lower', 'higher'],
      needs: needs(0.3, {
        severity: [0.5, 0.5],
        channels: { call: { weight: [0.75, 0.25], to: 'p.desk' }, 'walk-in': { weight: [0.25, 0.75], to: 'p.desk' } },
      }),
    });
    for (const row of story.outcomes.filter((one) => one.absorbed === 0)) {
      const own = { high: row.keyHigh, low: row.keyLow };
      // Alphabet: higher before lower, call before walk-in.
      const severity = drawAt(SOME_CHANCE, own, 'severity/crisis', 0) < 0.5 ? 1 : 0;
      const isCall = drawAt(SOME_CHANCE, own, 'channel/crisis', 0) < (severity === 1 ? 0.25 : 0.75);
      expect([row.severity, row.channel]).toEqual([severity, isCall ? 0 : 1]);
    }
    expect(story.outcomes.length).toBeGreaterThan(100);
  });

  it('come sooner from the moment when a state opens a higher strip, and the points below are the same', () => {
    const ask = (times: number) =>
      people({
        population: 1,
        needs: needs(0.05, { byState: [['treated', 1, times]] }),
        states: { treated: { values: ['no', 'yes'] } },
        pathways: {
          p: { desk: { seize: 'desk', for: 0.001, then: '=done' } },
          q: { wait: { seize: 'desk', for: 50 }, mark: { mark: { treated: 1 } }, out: { leave: 'done' } },
        },
        stock: { found: { count: 1, step: 'q.wait', phase: 'waiting', waited: 0, load: 1 } },
      }).story.visits.filter((row) => row.step === 0);
    const all = points(stream(0), 0.05, 4, 200);
    const before = all.filter(({ time, height }) => time <= 50 && height < 1);
    for (const times of [1, 3, 7.9]) {
      const since = all.filter(({ time, height }) => time > 50 && height < times);
      expect(ask(times).map((row) => row.keyHigh)).toEqual([...before, ...since].map(({ key }) => key.high));
    }
  });
});
