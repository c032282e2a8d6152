/** The words that are fed to a battery of tests are the draws that the engine makes: got back from what it does. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { drawAt, keyOf } from '../../src/sim/draws.js';
import { type Chance, seedWords } from '../../src/sim/index.js';
import { unitExponential } from '../support/oracle/chance.js';
import { tellByEngine } from '../support/oracle/compare.js';
import type { Story } from '../support/oracle/index.js';
import { buildWorld, type WorldSpec } from '../support/worlds.js';
import { STREAMS } from './dieharder.js';

const script = fileURLToPath(new URL('words.mjs', import.meta.url));
const raw = (stream: string, reading: string, count: number) => {
  const bytes = execFileSync(process.execPath, [script, stream, reading, String(count)], { maxBuffer: 2 ** 26 });
  return new Uint32Array(bytes.buffer, bytes.byteOffset, count);
};
/** The first draws of a stream, to 32 bits. */
const draws = (stream: string, count: number) =>
  Array.from(raw(stream, 'high', count), (word) => (word + 0.5) / 2 ** 32);

const LENGTH = 100;
const CHANCE: Chance = { seed: seedWords('dieharder'), replication: 0 };
const base: WorldSpec = {
  horizon: LENGTH,
  population: 8,
  channels: ['call'],
  services: { desk: 99 },
  pathways: { visit: { 'step-0': { seize: 'desk', for: { kind: 'exponential', mean: 1 } }, out: { leave: 'done' } } },
  needs: { crisis: { unitRate: 1 / LENGTH, rate: 1 / LENGTH, channels: { call: { weight: 1, to: 'visit.out' } } } },
};

function tell(more: Partial<WorldSpec>, chance = CHANCE): Story {
  const told = tellByEngine(buildWorld({ ...base, ...more }), chance);
  if (told.fault !== null) throw new Error(told.fault);
  return told.story;
}

/** The first onset of each person in the first window, where there is one. */
function firstOnsets(story: Story): Map<number, number> {
  const firsts = new Map<number, number>();
  for (const { person, opened } of story.outcomes) firsts.set(person, Math.min(opened, firsts.get(person) ?? opened));
  return firsts;
}

/** Expects the first onset of everybody to be at the gap of their draw, or beyond the window. */
function expectGaps(us: readonly number[], story: Story): void {
  const firsts = firstOnsets(story);
  us.forEach((u, person) => {
    const gap = LENGTH * unitExponential(u);
    if (gap < LENGTH) expect(firsts.get(person)).toBeCloseTo(gap, 4);
    else expect(firsts.has(person)).toBe(false);
  });
}

/** Hours of the points of a stream, from its gaps and heights in turn, window by window. */
function pointsOf(us: readonly number[], each: number, inWindow: number, height: number) {
  const points: { at: number; first: number; window: number }[] = [];
  for (let first = 0; first < us.length; first += each * inWindow) {
    const window = first / (each * inWindow);
    let at = window * LENGTH;
    for (let number = 0; number < inWindow; number++) {
      const place = first + number * each;
      at += LENGTH * unitExponential(us[place]!);
      if (at >= (window + 1) * LENGTH) break;
      if (us[place + 1]! < height) points.push({ at, first: place, window });
    }
  }
  return points;
}

describe('the words of', () => {
  it('persons are their first gaps', () => {
    expectGaps(draws('persons', 1000), tell({ population: 1000 }));
  });

  it('occurrences are one person’s gaps and heights', () => {
    const needs = { crisis: { ...base.needs!.crisis!, rate: 0.5 / LENGTH } };
    const story = tell({ needs, horizon: 200 * LENGTH });
    const found = story.outcomes.filter(({ person }) => person === 7).map(({ opened }) => opened);
    const points = pointsOf(draws('occurrences', 200 * 8), 2, 4, 0.5);
    expect(points.length).toBeGreaterThan(60);
    for (const { at } of points) expect(found.some((hour) => Math.abs(hour - at) < 1e-3)).toBe(true);
    // A window with more than four points has more of them than the stream tells.
    expect(found.length - points.length).toBeLessThan(5);
  });

  it('names and counts are lengths, by step and by how often it has been served', () => {
    const mean = { kind: 'exponential', mean: 1 } as const;
    const needs = { crisis: { ...base.needs!.crisis!, channels: { call: { weight: 1, to: 'visit.step-0' } } } };
    const named = {
      'step-0': { seize: 'desk', for: mean },
      'step-1': { seize: 'desk', for: mean },
      out: { leave: 'done' },
    };
    const again = { 'step-0': { seize: 'desk', for: mean, then: 'step-0' }, out: { leave: 'done' } };
    const horizon = 2 * LENGTH;
    for (const [stream, visit] of Object.entries({ names: named, counts: again })) {
      const us = draws(stream, 8 * 256);
      const story = tell({ needs, horizon, pathways: { visit } });
      let compared = 0;
      for (let person = 0; person < 8; person++) {
        const first = keyOf('onset', 'anyshire', person, 'crisis', 0, 0, 0);
        const visits = story.visits.filter(({ keyHigh, keyLow }) => keyHigh === first.high && keyLow === first.low);
        visits.slice(0, 5).forEach(({ started, ended }, k) => {
          expect(ended - started).toBeCloseTo(unitExponential(us[256 * person + k]!), 4);
          compared++;
        });
      }
      expect(compared).toBeGreaterThan(6);
    }
  });

  it('replications are the gaps of eight persons, one replication after the other', () => {
    const us = draws('replications', 8 * 20);
    for (let replication = 0; replication < 20; replication++) {
      expectGaps(us.slice(8 * replication, 8 * replication + 8), tell({}, { ...CHANCE, replication }));
    }
  });

  it('seeds are the gaps of a person under seeds that differ in one bit', () => {
    const us = draws('seeds', 8 * 128);
    for (const bit of [0, 31, 32, 77, 127]) {
      const seed = [...CHANCE.seed] as [number, number, number, number];
      seed[bit >> 5]! ^= 1 << (bit & 31);
      const own = us.filter((_, place) => place % 128 === bit);
      expectGaps(own, tell({}, { ...CHANCE, seed }));
    }
  });

  it('arrivals are gaps, heights and lengths', () => {
    const poisson = { unitRate: 1 / LENGTH, rate: 0.5 / LENGTH };
    const story = tell({ horizon: 200 * LENGTH, arrivals: { 'walk-ins': { poisson, to: 'visit.step-0' } } });
    const us = draws('arrivals', 200 * 6);
    const points = pointsOf(us, 3, 2, 0.5);
    expect(points.length).toBeGreaterThan(50);
    for (const { at, first } of points) {
      const visit = story.visits.find(({ joined }) => Math.abs(joined - at) < 1e-3)!;
      expect(visit.ended - visit.started).toBeCloseTo(unitExponential(us[first + 2]!), 4);
    }
  });

  it('returns are the budgets of one return after the other', () => {
    const story = tell({
      horizon: 50,
      population: 1,
      clocks: {
        returns: {
          runs: 'after',
          need: 'crisis',
          rate: 1,
          expires: { open: 'crisis', to: 'visit.out' },
          outcomes: ['done'],
        },
      },
      needs: { crisis: { ...base.needs!.crisis!, rate: 0 } },
      stock: { found: { count: 1, need: 'crisis', step: 'visit.step-0', phase: 'waiting', waited: 0, load: 1 } },
    });
    const us = draws('returns', 20);
    for (const [n, u] of us.entries()) {
      const [before, after] = [story.outcomes[n]!, story.outcomes[n + 1]!];
      expect(after.opened - before.closed).toBeCloseTo(unitExponential(u), 4);
    }
  });

  it.each(STREAMS)('%s are the first and the last 32 of the same 52 bits', (stream) => {
    const high = raw(stream, 'high', 1000);
    const low = raw(stream, 'low', 1000);
    expect(Array.from(low, (word) => word >>> 20)).toEqual(Array.from(high, (word) => word & 0xfff));
  });

  it('persons, to the last bit', () => {
    const high = raw('persons', 'high', 100);
    raw('persons', 'low', 100).forEach((word, person) => {
      const bits = drawAt(CHANCE, keyOf('onset', 'anyshire', person, 'crisis', 0, 0), 'gap', 0) * 2 ** 52 - 0.5;
      expect(high[person]! * 2 ** 20 + (word & 0xfffff)).toBe(bits);
    });
  });
});
