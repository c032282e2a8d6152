/**
 * What the shipped baseline costs, census of the area included: events a second (the figure is in millions), and seconds
 * for the area for a year. Neither needs a reference.
 */
import { fileURLToPath } from 'node:url';
import { run, seedWords } from '../dist/sim/index.js';
import { median, secondsOf, spread, WARM_UP } from './rounds.mjs';
import { idle, worldOf } from './worlds.mjs';

/** Seconds and events of each round that counts. */
function timed(world, rounds, said) {
  const seed = seedWords('bench');
  const taken = [];
  for (let round = 0; round < WARM_UP + rounds; round++) {
    let tally;
    const seconds = secondsOf(() => {
      tally = run(world, { seed, replication: round }, idle);
    });
    said(`${round + 1} of ${WARM_UP + rounds}`, tally.events, seconds);
    if (round >= WARM_UP) taken.push({ seconds, events: tally.events });
  }
  return taken;
}

export function baselineEvents(rounds, progress) {
  const world = worldOf('uk-baseline');
  const taken = timed(world, rounds, (round, events, seconds) =>
    progress(`baseline round ${round}: ${events} events in ${seconds.toFixed(2)} s`),
  );
  const rates = taken.map(({ events, seconds }) => events / seconds / 1e6);
  const weeks = (world.horizon / 168).toFixed(0);
  const note = `million events a second (${spread(rates)}); ${taken[0].events} events in ${weeks} weeks`;
  return [{ id: 'baseline-events', ratio: median(rates), note }];
}

export function areaYear(rounds, progress) {
  const world = worldOf(fileURLToPath(new URL('worlds/area-year.yaml', import.meta.url)));
  const taken = timed(world, rounds, (round, _, seconds) =>
    progress(`area-year round ${round}: ${seconds.toFixed(2)} s`),
  );
  const seconds = taken.map((one) => one.seconds);
  const note = `seconds for a million people for a year (${spread(seconds)}); ${taken[0].events} events`;
  return [{ id: 'area-year', ratio: median(seconds), note }];
}
