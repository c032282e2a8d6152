/** The same seed gives the same bytes, however a run is cut up and whatever runs beside it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  advance,
  begin,
  Census,
  type Chance,
  end,
  InvariantError,
  type LogReader,
  run,
  seedWords,
} from '../../src/sim/index.js';
import { randomWorld } from '../support/random-world.js';
import { expectFound } from '../support/verification/told.js';
import { buildWorld } from '../support/worlds.js';
import { withAmpleServices } from './edits.js';

/** Keeps every byte that it is handed, column by column, whatever the size of the batches. */
class Bytes implements LogReader {
  private readonly columns = new Map<string, number[]>();

  private keep(log: string, table: object): void {
    const { count } = table as { count: number };
    for (const [name, column] of Object.entries(table)) {
      if (!ArrayBuffer.isView(column)) continue;
      const width = column.byteLength / (column as Uint8Array).length;
      const kept = this.columns.get(`${log}.${name}`) ?? [];
      for (const byte of new Uint8Array(column.buffer, column.byteOffset, count * width)) kept.push(byte);
      this.columns.set(`${log}.${name}`, kept);
    }
  }

  visits(log: object): void {
    this.keep('visits', log);
  }

  outcomes(log: object): void {
    this.keep('outcomes', log);
  }

  levels(log: object): void {
    this.keep('levels', log);
  }

  /** All columns, each as one text of bytes. */
  all(): Record<string, string> {
    return Object.fromEntries([...this.columns].map(([name, bytes]) => [name, bytes.join()]));
  }
}

const chanceOf = (replication: number, seed = 'bytes'): Chance => ({ seed: seedWords(seed), replication });

/** What comes of a run: its bytes, or the words of its fault. */
function bytesOf(perform: (reader: Bytes) => void): Record<string, string> {
  const reader = new Bytes();
  try {
    perform(reader);
  } catch (error) {
    if (error instanceof InvariantError) return { fault: error.message };
    throw error;
  }
  return reader.all();
}

const RUNS = { seed: 2026, numRuns: 40 };

it('a second run of the same world is the same', { timeout: 120_000 }, () => {
  const property = fc.property(randomWorld, fc.nat({ max: 999 }), (spec, replication) => {
    const once = bytesOf((reader) => void run(buildWorld(spec), chanceOf(replication), reader));
    const again = bytesOf((reader) => void run(buildWorld(spec), chanceOf(replication), reader));
    expect(again).toEqual(once);
  });
  fc.assert(property, RUNS);
});

it('a run advanced in steps is the same as one in a single step', { timeout: 120_000 }, () => {
  const steps = fc.array(fc.constantFrom(0.1, 1, 3.7, 24, 100), { minLength: 1, maxLength: 8 });
  const property = fc.property(randomWorld, fc.nat({ max: 999 }), steps, (spec, replication, lengths) => {
    const world = buildWorld(spec);
    const once = bytesOf((reader) => void run(world, chanceOf(replication), reader));
    const inSteps = bytesOf((reader) => {
      const state = begin(world, chanceOf(replication), reader, new Census(world, chanceOf(replication)));
      let until = 0;
      for (const length of lengths) {
        until += length;
        advance(state, Math.min(until, world.horizon));
      }
      advance(state, world.horizon);
      end(state);
    });
    expect(inSteps).toEqual(once);
  });
  fc.assert(property, RUNS);
});

it('two runs side by side are the same as each alone', { timeout: 120_000 }, () => {
  const property = fc.property(randomWorld, randomWorld, fc.nat({ max: 999 }), (spec, other, replication) => {
    // Gridlocks are broken, so that neither fails.
    const [world, beside] = [spec, other].map((one) => buildWorld({ ...one, gridlock: 'decline' }));
    if (world === undefined || beside === undefined) throw new Error('two worlds');
    const chance = chanceOf(replication);
    const alone = [world, beside].map((one) => bytesOf((reader) => void run(one, chance, reader)));
    const readers = [new Bytes(), new Bytes()] as const;
    const state = begin(world, chance, readers[0], new Census(world, chance));
    const neighbour = begin(beside, chance, readers[1], new Census(beside, chance));
    for (let hour = 6; hour <= 180; hour += 6) {
      advance(state, Math.min(hour, world.horizon));
      advance(neighbour, Math.min(hour, beside.horizon));
    }
    end(state);
    end(neighbour);
    expect(readers.map((reader) => reader.all())).toEqual(alone);
  });
  fc.assert(property, RUNS);
});

it('worlds of one family may share a census', { timeout: 120_000 }, () => {
  const property = fc.property(
    randomWorld,
    fc.nat({ max: 999 }),
    fc.constantFrom(0, 0.4, 2.5, 9),
    (spec, replication, factor) => {
      // The twin has other hazards, and other services; the people and what is declared are the same.
      const needs = Object.fromEntries(
        Object.entries(spec.needs ?? {}).map(([name, need]) => [name, { ...need, rate: need.rate * factor }]),
      );
      const base = buildWorld(spec);
      const twin = buildWorld({ ...withAmpleServices(spec), needs });
      const chance = chanceOf(replication);
      const shared = new Census(base, chance);
      for (const world of [base, twin]) {
        const own = bytesOf((reader) => void run(world, chance, reader));
        const together = bytesOf((reader) => {
          const state = begin(world, chance, reader, shared);
          advance(state, world.horizon);
          end(state);
        });
        expect(together).toEqual(own);
      }
    },
  );
  fc.assert(property, RUNS);
});

it('another replication, and another seed, are another story', { timeout: 120_000 }, () => {
  let different = 0;
  let compared = 0;
  const property = fc.property(randomWorld, (spec) => {
    const world = buildWorld(spec);
    const stories = [chanceOf(0), chanceOf(1), chanceOf(0, 'other bytes')].map((chance) =>
      JSON.stringify(bytesOf((reader) => void run(world, chance, reader))),
    );
    compared++;
    if (new Set(stories).size === 3) different++;
  });
  fc.assert(property, RUNS);
  // Some worlds have hardly any chance in them, and some fail alike.
  expect(different).toBeGreaterThan(compared * 0.8);
  expectFound(
    'Same inputs, same bytes',
    `${RUNS.numRuns} worlds in each of 4 ways of running, no byte apart; with another seed, ${different} of ${compared} differ`,
  );
});
