/**
 * What a run costs, in counts that are the same on every machine: they may fall, and must not grow unseen. Whoever changes
 * one of them for a reason changes it here, in the same commit.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { compileWorld, loadScenario } from '../../src/scenarios/index.js';
import { Census as CensusApart } from '../../src/sim/census.js';
import { kernelOfThread } from '../../src/sim/crowd.js';
import { ENTRY_BYTES, Entries } from '../../src/sim/entries.js';
import { BANDS } from '../../src/sim/events.js';
import { advance, begin, Census, end, type State, seedWords } from '../../src/sim/index.js';
import { LOG_ROWS, OutcomeLog, VisitLog } from '../../src/sim/log.js';
import { POINT_BYTES, Points } from '../../src/sim/points-table.js';
import { begin as beginApart } from '../../src/sim/run.js';
import { buildWorld } from '../support/worlds.js';

const UNREAD = { visits() {}, outcomes() {}, levels() {} };

/** The queue of the stopwatch, run for so many hours: what it was at the end, and how many events it took. */
function runQueue(hours: number): { state: State; events: number } {
  const file = fileURLToPath(new URL('../../bench/worlds/mm3.yaml', import.meta.url));
  const loaded = loadScenario(file, { cwd: process.cwd() });
  if (!loaded.ok) throw new Error('the queue of the stopwatch does not load');
  const world = { ...compileWorld(loaded.scenario), horizon: hours };
  const chance = { seed: seedWords('counters'), replication: 0 };
  const state = begin(world, chance, UNREAD, new Census(world, chance));
  advance(state, hours);
  return { state, events: end(state).events };
}

/** Bytes of a row over the columns of a table; a column with several values a person counts with all of them. */
function rowBytes(table: object, rows: number): number {
  let bytes = 0;
  for (const [name, column] of Object.entries(table)) {
    if (!ArrayBuffer.isView(column)) continue;
    if (column.byteLength % rows !== 0) throw new Error(`${name} is no column of ${rows} rows`);
    bytes += column.byteLength / rows;
  }
  return bytes;
}

it('takes two events a visit and one an hour from the calendar', () => {
  const { state, events } = runQueue(500);
  const leaving = state.closed;
  // Each arrival, each end of service, each hour; the arrival after the horizon is not scheduled.
  expect(events).toBe(state.opened + leaving + 500);
  expect(events).toBe(40_407);
  expect(state.cancelled).toBe(0);
});

it('makes no record for an event: as many as were ever open at once, however long it runs', () => {
  const short = runQueue(2000).state;
  const long = runQueue(4000).state;
  expect([short.opened, short.episodes.all.length, short.visits.all.length]).toEqual([79_783, 39, 39]);
  expect([long.opened, long.episodes.all.length, long.visits.all.length]).toEqual([160_254, 45, 45]);
});

/** Bytes that an event leaves to the collector, by a benchmark of the stopwatch, once the engine runs warm. */
function bytesLeft(id: string, rounds: number): number {
  const bench = fileURLToPath(new URL('../../bench/main.mjs', import.meta.url));
  // Node's compiler in one thread with the program: what it makes of the engine is then the same at each run.
  const words = ['--predictable', bench, '--here', '--only', id, '--rounds', String(rounds), '--json'];
  const told = execFileSync(process.execPath, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return (JSON.parse(told) as { benchmarks: { ratio: number }[] }).benchmarks[0]!.ratio;
}

it('leaves nothing of an event of the queue to the collector', () => {
  const bytes = bytesLeft('heap-per-million', 3); // one number in a box for each visit would be 8
  expect(bytes).toBeGreaterThan(-1);
  expect(bytes).toBeLessThan(1);
});

it('leaves less than half a number in a box of an event of the baseline', () => {
  const bytes = bytesLeft('heap-baseline', 2); // of which a box takes 16
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(8);
});

it('appends rows of 90 bytes for a visit or a decision and of 61 for an outcome', () => {
  expect(rowBytes(new VisitLog(), LOG_ROWS)).toBe(90);
  expect(rowBytes(new OutcomeLog(), LOG_ROWS)).toBe(61);
});

it('hashes each person of an area 28 times to find whom the baseline concerns', () => {
  const loaded = loadScenario('uk-baseline', { cwd: process.cwd() });
  if (!loaded.ok) throw new Error('the baseline does not load');
  const world = compileWorld(loaded.scenario);
  const chance = { seed: seedWords('counters'), replication: 0 };
  const hashing = vi.spyOn(kernelOfThread(), 'scramble');
  // Of modules that are not joined, since the joined ones keep their kernel to themselves.
  beginApart(world, chance, UNREAD, new CensusApart(world, chance));
  const hashes = hashing.mock.calls.reduce((sum, [, , count]) => sum + count, 0);
  hashing.mockRestore();
  expect(hashes / world.area.population).toBeGreaterThan(28);
  expect(hashes / world.area.population).toBeLessThan(28.01);
});

/** Bytes of a record: the memory of a table over the records that it takes before it grows. */
function recordBytes(table: { readonly words: Int32Array }, take: () => unknown): number {
  const { byteLength } = table.words;
  let records = 0;
  for (; table.words.byteLength === byteLength; records += 1) take();
  return byteLength / (records - 1);
}

it('keeps a row of a person and their calendar entry within 96 bytes', () => {
  const { state } = runQueue(1);
  const [entries, points] = [new Entries(BANDS), new Points()];
  const person = rowBytes({ ...state.people, rowOf: null }, state.people.index.length);
  expect(person).toBe(30); // and for each need 3, for each state 1
  const entry = recordBytes(entries, () => entries.take(0, 0, 0, 0, 0));
  expect(entry).toBe(32);
  const [needs, states] = [4, 2]; // of the shipped baseline
  expect(person + 3 * needs + states + entry).toBeLessThanOrEqual(96);
  // A stream of onsets of theirs takes more, once its first point is near.
  const point = recordBytes(points, () => points.take(0, 0));
  expect(point).toBe(64);
  expect([ENTRY_BYTES, POINT_BYTES], 'as memory is estimated').toEqual([entry, point]);
});

it('keeps what is pending small however many onsets are to come: they are taken up shortly before', () => {
  const world = buildWorld({
    horizon: 1000,
    population: 20_000,
    channels: ['door'],
    services: { clinic: 1000 },
    needs: { illness: { unitRate: 0.0005, rate: 0.0005, channels: { door: { weight: 1, to: 'visit.see' } } } },
    pathways: { visit: { see: { seize: 'clinic', for: 0.5, then: '=done' } } },
  });
  const chance = { seed: seedWords('counters'), replication: 0 };
  const state = begin(world, chance, UNREAD, new Census(world, chance));
  // 10 onsets an hour, two hours of them.
  expect(state.calendar.pending).toBeGreaterThan(5);
  expect(state.calendar.pending).toBeLessThan(60);
  advance(state, world.horizon);
  expect(end(state).events).toBeGreaterThan(18_000);
});
