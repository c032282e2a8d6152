/** Events a second of the shipped baseline: its ratio is millions of events a second, and needs no reference. */
import { run, seedWords } from '../dist/sim/index.js';
import { median, secondsOf, spread } from './rounds.mjs';
import { worldOf } from './worlds.mjs';

const SCENARIO = 'uk-baseline';

/** Reads nothing: what is timed is the engine and its logs. */
const idle = { visits() {}, outcomes() {}, levels() {} };

export function baselineEvents(rounds, progress) {
  const world = worldOf(SCENARIO);
  const seed = seedWords('bench');
  const rates = [];
  let events = 0;
  for (let round = 0; round <= rounds; round++) {
    let tally;
    const seconds = secondsOf(() => {
      tally = run(world, { seed, replication: round }, idle);
    });
    progress(`baseline round ${round} of ${rounds}: ${tally.events} events in ${seconds.toFixed(2)} s`);
    if (round === 0) continue;
    events = tally.events;
    rates.push(tally.events / seconds / 1e6);
  }
  const weeks = (world.horizon / 168).toFixed(0);
  const note = `million events a second (${spread(rates)}); ${events} events in ${weeks} weeks`;
  return [{ id: 'baseline-events', ratio: median(rates), note }];
}
