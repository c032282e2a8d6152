/**
 * What the engine allocates per event: megabytes that a run leaves to the collector, for each million events, set-up left out
 * (the difference between a long run and a short one). No records are made, and hours go from function to function in fields; a
 * number that Node's compiler puts in a box on its way would be counted here.
 */
import { fileURLToPath } from 'node:url';
import { GCProfiler, getHeapStatistics } from 'node:v8';
import { run, seedWords } from '../dist/sim/index.js';
import { median, spread } from './rounds.mjs';
import { idle, worldOf } from './worlds.mjs';

const QUEUE = {
  id: 'heap-per-million',
  world: fileURLToPath(new URL('worlds/mm3.yaml', import.meta.url)),
  short: 3_000,
};
const BASELINE = { id: 'heap-baseline', world: 'uk-baseline', short: 600 };
/** Bytes that a call allocates: growth between collections, and since the last. */
function allocated(call) {
  const profiler = new GCProfiler();
  profiler.start();
  let from = getHeapStatistics().used_heap_size;
  call();
  const until = getHeapStatistics().used_heap_size;
  let bytes = 0;
  for (const { beforeGC, afterGC } of profiler.stop().statistics) {
    bytes += beforeGC.heapStatistics.usedHeapSize - from;
    from = afterGC.heapStatistics.usedHeapSize;
  }
  return bytes + until - from;
}

export const heapPerMillion = (rounds, progress) => heapOf(QUEUE, rounds, progress);
export const heapOfBaseline = (rounds, progress) => heapOf(BASELINE, Math.min(rounds, 3), progress);

/** @param contender its id, the world that is run, and how long the short run is [hours]. */
function heapOf({ id, world: reference, short: hours }, rounds, progress) {
  const world = worldOf(reference);
  const seed = seedWords('bench');
  const measured = (horizon, replication) => {
    let events = 0;
    const bytes = allocated(() => {
      events = run({ ...world, horizon }, { seed, replication }, idle).events;
    });
    return { bytes, events };
  };
  const found = [];
  for (let round = 0; round <= rounds; round++) {
    const short = measured(hours, round);
    const long = measured(world.horizon, round);
    const megabytes = (long.bytes - short.bytes) / (long.events - short.events);
    progress(`${id} round ${round} of ${rounds}: ${megabytes.toFixed(1)} MB a million events`);
    if (round > 0) found.push(megabytes);
  }
  return [{ id, ratio: median(found), note: `MB allocated a million events (${spread(found)})` }];
}
