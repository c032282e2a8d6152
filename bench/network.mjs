/**
 * A small crisis network (patience, priority, holding while waiting, feedback) through a scenario file, against the same
 * network in SimPy. At each of the five services, urgent and routine callers apart, the mean wait and the number served for
 * each arrival must agree within so many standard errors of their difference that chance has no part in it.
 */
import { fileURLToPath } from 'node:url';
import { NEVER, run, seedWords } from '../dist/sim/index.js';
import { simpy, simpyVersions } from './references/python.mjs';
import { median, secondsOf, spread, WARM_UP } from './rounds.mjs';
import { worldOf } from './worlds.mjs';

const ID = 'network-simpy';
const SERVICES = 5;
/** Urgent and routine, as network.py tells them. */
const CLASSES = 2;
/** Rounds that are compared, at least, and standard errors that are allowed: one run in 1,500 has a pair of twenty further apart by chance. */
const COMPARED = 8;
const ERRORS = 6;
/** Weeks that SimPy simulates in a round; ours simulates those of its file. */
const WEEKS = 20;

/** Mean waits and served for each arrival, by service and class, of one run of ours, and its rate [million arrivals a second]. */
function ours(world, chance) {
  const urgent = world.severities.indexOf('urgent');
  const served = new Float64Array(SERVICES * CLASSES);
  const waits = new Float64Array(SERVICES * CLASSES);
  const reader = {
    visits({ count, service, severity, started, joined }) {
      for (let row = 0; row < count; row++) {
        if (service[row] < 0 || started[row] === NEVER) continue;
        const at = CLASSES * service[row] + (severity[row] === urgent ? 0 : 1);
        served[at]++;
        waits[at] += started[row] - joined[row];
      }
    },
    outcomes() {},
    levels() {},
  };
  let tally;
  const seconds = secondsOf(() => {
    tally = run(world, chance, reader);
  });
  return outcome(tally.opened, seconds, served, waits);
}

function theirs(python, round) {
  const [seconds, arrivals, ...sums] = python(WEEKS, round + 1);
  const served = sums.filter((_, at) => at % 2 === 0);
  const waits = sums.filter((_, at) => at % 2 === 1);
  return outcome(arrivals, seconds, served, waits);
}

function outcome(arrivals, seconds, served, waits) {
  return {
    rate: arrivals / seconds / 1e6,
    waits: Array.from(served, (count, at) => waits[at] / count),
    served: Array.from(served, (count) => count / arrivals),
  };
}

export function network(rounds, progress) {
  const python = simpy('network.py');
  if (python === null) return [{ id: ID, ratio: null, note: 'no Python with SimPy (Debian: python3-simpy3)' }];
  const world = worldOf(fileURLToPath(new URL('worlds/network.yaml', import.meta.url)));
  const seed = seedWords('bench');
  const pairs = [];
  for (let round = 0; round < Math.max(WARM_UP + rounds, COMPARED); round++) {
    const pair = [ours(world, { seed, replication: round }), theirs(python, round)];
    pairs.push(pair);
    progress(
      `network round ${round + 1}, million arrivals a second: ours ${pair[0].rate.toFixed(3)}, SimPy ${pair[1].rate.toFixed(4)}`,
    );
  }
  check(world, pairs, progress);
  const ratios = pairs.slice(WARM_UP, WARM_UP + rounds).map(([one, other]) => one.rate / other.rate);
  return [{ id: ID, ratio: median(ratios), note: `${spread(ratios)}; a network of five services; ${simpyVersions}` }];
}

/** Throws when waits or numbers served differ by more than chance does, estimated between rounds. */
function check(world, pairs, progress) {
  for (const figure of ['waits', 'served'])
    world.epochs[0].tables.services.forEach(({ name }, service) => {
      for (const [at, who] of ['urgent', 'routine'].entries()) {
        const place = CLASSES * service + at;
        const [a, b] = [0, 1].map((side) => summary(pairs.map((pair) => pair[side][figure][place])));
        const allowed = ERRORS * Math.sqrt(a.variance + b.variance);
        const said = figure === 'waits' ? 'mean wait [h]' : 'served for each arrival';
        const told = `network ${name}, ${who}: ${said} ${a.mean.toFixed(4)}, in SimPy ${b.mean.toFixed(4)}, chance allows ${allowed.toFixed(4)}`;
        progress(told);
        if (!(Math.abs(a.mean - b.mean) <= allowed)) throw new Error(told);
      }
    });
}

/** Mean of a list, and the variance of that mean. */
function summary(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / (values.length - 1) / values.length };
}
