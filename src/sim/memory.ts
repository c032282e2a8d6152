/** How much memory a run is likely to need: estimated from the tables before anything is laid out. */
import { LOG_ROWS } from './log.js';
import type { World } from './world.js';

/** Bytes of a row of the visit log, over all columns. */
const LOG_ROW_BYTES = 100;
/** Bytes of an episode with its visits, clocks and calendar entries. */
const EPISODE_BYTES = 400;
/** Bytes of a person with a row. */
const PERSON_BYTES = 64;

/** Rough memory of one run [bytes]: logs, people, and those inside at once (stock and a day of arrivals). */
export function estimateBytes(world: World): number {
  const { population } = world.area;
  const { needs, arrivals } = world.epochs[0].tables;
  const onsets = needs.reduce((sum, need) => sum + need.rate * population, 0);
  const streams = arrivals.reduce((sum, one) => sum + (one.kind === 'poisson' ? one.rate : 0), 0);
  const stock = world.stock.reduce((sum, { count }) => sum + count, 0);
  const people = arrivals.reduce((sum, one) => sum + (one.kind === 'people' ? one.count : 0), 0);
  const withRow = Math.min(population, onsets * world.horizon + stock);
  const inside = (onsets + streams) * 24 + stock + people;
  return LOG_ROWS * LOG_ROW_BYTES * 2 + population * 4 + withRow * PERSON_BYTES + inside * EPISODE_BYTES;
}
