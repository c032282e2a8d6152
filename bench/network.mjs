/**
 * A small crisis network (patience, priority, holding while waiting, feedback) through a scenario file, against the same
 * network in SimPy. Mean waits at each of the five services must agree within five standard errors of their difference.
 */
import { fileURLToPath } from 'node:url';
import { NEVER, run, seedWords } from '../dist/sim/index.js';
import { simpy } from './references/python.mjs';
import { median, secondsOf, spread } from './rounds.mjs';
import { worldOf } from './worlds.mjs';

const ID = 'network-simpy';
const SERVICES = 5;
/** Weeks that SimPy simulates in a round; ours simulates those of its file. */
const WEEKS = 20;

/** Mean waits by service of one run of ours, and its rate [million arrivals a second]. */
function ours(world, chance) {
  const served = new Float64Array(SERVICES);
  const waits = new Float64Array(SERVICES);
  const reader = {
    visits({ count, service, started, joined }) {
      for (let row = 0; row < count; row++) {
        if (service[row] < 0 || started[row] === NEVER) continue;
        served[service[row]]++;
        waits[service[row]] += started[row] - joined[row];
      }
    },
    outcomes() {},
    levels() {},
  };
  let tally;
  const seconds = secondsOf(() => {
    tally = run(world, chance, reader);
  });
  return { rate: tally.opened / seconds / 1e6, waits: [...waits].map((sum, at) => sum / served[at]) };
}

function theirs(python, round) {
  const [seconds, arrivals, ...sums] = python(WEEKS, round + 1);
  const waits = Array.from({ length: SERVICES }, (_, at) => sums[2 * at + 1] / sums[2 * at]);
  return { rate: arrivals / seconds / 1e6, waits };
}

export function network(rounds, progress) {
  const python = simpy('network.py');
  if (python === null) return [{ id: ID, ratio: null, note: 'no Python with SimPy (Debian: python3-simpy3)' }];
  const world = worldOf(fileURLToPath(new URL('worlds/network.yaml', import.meta.url)));
  const seed = seedWords('bench');
  const pairs = [];
  for (let round = 0; round <= rounds; round++) {
    const pair = [ours(world, { seed, replication: round }), theirs(python, round)];
    pairs.push(pair);
    progress(
      `network round ${round} of ${rounds}, million arrivals a second: ours ${pair[0].rate.toFixed(3)}, SimPy ${pair[1].rate.toFixed(4)}`,
    );
  }
  checkWaits(world, pairs, progress);
  const ratios = pairs.slice(1).map(([one, other]) => one.rate / other.rate);
  return [{ id: ID, ratio: median(ratios), note: `${spread(ratios)}; a network of five services` }];
}

/** Throws when a service's mean waits differ by more than five standard errors, estimated between rounds. */
function checkWaits(world, pairs, progress) {
  world.epochs[0].tables.services.forEach(({ name }, at) => {
    const [a, b] = [0, 1].map((side) => summary(pairs.map((pair) => pair[side].waits[at])));
    const allowed = 5 * Math.sqrt(a.variance + b.variance);
    progress(`network ${name}: mean wait ${(a.mean * 60).toFixed(3)} min, in SimPy ${(b.mean * 60).toFixed(3)}`);
    if (Math.abs(a.mean - b.mean) > allowed) throw new Error(`${name}: mean waits differ by more than ${allowed} h`);
  });
}

/** Mean of a list, and the variance of that mean. */
function summary(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / (values.length - 1) / values.length };
}
