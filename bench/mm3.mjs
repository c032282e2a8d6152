/**
 * M/M/3 through a scenario file, statistics on, against references that serve the same queue. Every contender's mean
 * wait must agree with Erlang's formula, so that nobody is fast by being wrong.
 */
import { fileURLToPath } from 'node:url';
import { run, seedWords } from '../dist/sim/index.js';
import { exactWait, waitError } from './exact.mjs';
import { bare } from './references/bare.mjs';
import { bareEqual } from './references/bare-equal.mjs';
import { compiledC } from './references/compile-c.mjs';
import { simpy, simpyVersions } from './references/python.mjs';
import { simmer } from './references/r.mjs';
import { mm3InSimjs } from './references/simjs.mjs';
import { inTurn, median, secondsOf, spread, WARM_UP } from './rounds.mjs';
import { worldOf } from './worlds.mjs';

const CUSTOMERS = 1_000_000;
/** Slow references serve fewer. */
const FEWER = 100_000;
const INTERVAL = 90 / 3600; // as in worlds/mm3.yaml [hours]
const SERVICE = 216 / 3600;
const UNITS = 3;

/** Adds up waits, and counts them, as a measure does. */
function waitReader() {
  const sums = { waits: 0, visits: 0 };
  const reader = {
    visits(log) {
      const { started, joined, count } = log;
      let sum = 0;
      let served = 0;
      for (let row = 0; row < count; row++) {
        if (started[row] === Number.POSITIVE_INFINITY) continue;
        sum += started[row] - joined[row];
        served++;
      }
      sums.waits += sum;
      sums.visits += served;
    },
    outcomes() {},
    levels() {},
  };
  return { reader, sums };
}

function contenders() {
  const world = worldOf(fileURLToPath(new URL('worlds/mm3.yaml', import.meta.url)));
  const seed = seedWords('bench');
  const c = compiledC();
  const python = simpy('mm3.py');
  const r = simmer('mm3.R');
  return {
    ours(round) {
      const { reader, sums } = waitReader();
      const seconds = secondsOf(() => run(world, { seed, replication: round }, reader));
      return { seconds, customers: sums.visits, wait: sums.waits / sums.visits };
    },
    'mm3-bare'(round) {
      let wait = 0;
      const seconds = secondsOf(() => {
        wait = bare(CUSTOMERS, INTERVAL, SERVICE, round + 1);
      });
      return { seconds, customers: CUSTOMERS, wait };
    },
    'mm3-bare-equal'(round) {
      const { reader, sums } = waitReader();
      const chance = { seed, replication: 1000 + round };
      const seconds = secondsOf(() => bareEqual(CUSTOMERS, INTERVAL, SERVICE, chance, reader));
      return { seconds, customers: sums.visits, wait: sums.waits / sums.visits };
    },
    ...(mm3InSimjs && {
      'mm3-simjs'(round) {
        let wait = 0;
        const seconds = secondsOf(() => {
          wait = mm3InSimjs(FEWER, INTERVAL, SERVICE, round + 1);
        });
        return { seconds, customers: FEWER, wait };
      },
    }),
    ...(python && {
      'mm3-simpy'(round) {
        const [seconds, wait] = python(FEWER, INTERVAL, SERVICE, round + 1);
        return { seconds, customers: FEWER, wait };
      },
    }),
    ...(r && {
      'mm3-simmer'(round) {
        const [seconds, wait] = r(FEWER, INTERVAL, SERVICE, round + 1);
        return { seconds, customers: FEWER, wait };
      },
    }),
    ...(c && { 'mm3-c': (round) => ({ customers: CUSTOMERS, ...c(CUSTOMERS, INTERVAL, SERVICE, round + 1) }) }),
  };
}

/** What is missing where a contender cannot run. */
const ABSENT = {
  'mm3-bare': '',
  'mm3-bare-equal': '',
  'mm3-c': 'no C compiler on the path',
  'mm3-simjs': 'simjs is not installed (npm install --no-save simjs@2.0.3)',
  'mm3-simpy': 'no Python with SimPy (Debian: python3-simpy3)',
  'mm3-simmer': 'no R with simmer (install.packages("simmer"))',
};

/** Our rate over each reference's, round by round, each beginning with another of them; null where a reference cannot run here. */
export function mm3(rounds, progress) {
  const all = contenders();
  const names = Object.keys(all);
  const rates = Object.fromEntries(names.map((name) => [name, []]));
  const waits = Object.fromEntries(names.map((name) => [name, { sum: 0, customers: 0 }]));
  for (let round = 0; round < WARM_UP + rounds; round++) {
    const said = [];
    const given = inTurn(
      round,
      names.map((name) => () => all[name](round)),
    );
    for (const [at, { seconds, customers, wait }] of given.entries()) {
      const name = names[at];
      waits[name].sum += wait * customers;
      waits[name].customers += customers;
      said.push(`${name} ${(customers / seconds / 1e6).toFixed(2)}`);
      if (round >= WARM_UP) rates[name].push(customers / seconds / 1e6);
    }
    progress(`mm3 round ${round + 1} of ${WARM_UP + rounds}, million visits a second: ${said.join(', ')}`);
  }
  for (const name of names) checkWait(name, waits[name], progress);
  return Object.entries(ABSENT).map(([id, note]) => {
    if (!rates[id]) return { id, ratio: null, note };
    const ratios = rates.ours.map((rate, round) => rate / rates[id][round]);
    const said = `${spread(ratios)}; ours ${median(rates.ours).toFixed(2)}, reference ${median(rates[id]).toFixed(2)} million visits a second`;
    return { id, ratio: median(ratios), note: id === 'mm3-simpy' ? `${said}; ${simpyVersions}` : said };
  });
}

/** Throws when a mean wait is further than five standard errors from the exact one. */
function checkWait(name, { sum, customers }, progress) {
  const exact = exactWait(UNITS, INTERVAL, SERVICE);
  const wait = sum / customers;
  const off = Math.abs(wait / exact - 1);
  const allowed = 5 * waitError(UNITS, INTERVAL, SERVICE, customers);
  const percent = (share) => `${(100 * share).toFixed(2)}%`;
  const said = `mean wait ${(wait * 60).toFixed(3)} min, exact ${(exact * 60).toFixed(3)}`;
  progress(`mm3 ${name}: ${said}; chance allows ${percent(allowed)}`);
  if (!(off <= allowed)) {
    throw new Error(`${name}: its mean wait is off by ${percent(off)}; chance allows ${percent(allowed)}`);
  }
}
