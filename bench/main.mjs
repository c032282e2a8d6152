#!/usr/bin/env node
/**
 * The stopwatch: `npm run bench`. A line per benchmark with a ratio as its figure: our rate over a reference's, both
 * taken in this run, turn by turn, so that a busy machine slows both. The ratio is the median of the rounds.
 *   --json     one JSON document on stdout: {"benchmarks":[{"id","ratio","note"}, …],"skipped":[{"id","note"}, …]}
 *   --rounds N rounds that count (default 7; more go before them to warm up)
 *   --only ID  one benchmark; said again, that one too
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ALONE, inlineMore } from '../dist/experiment/compiling.js';
import { areaYear, baselineEvents } from './baseline.mjs';
import { calendarHolds } from './calendar.mjs';
import { wholeCommands } from './commands.mjs';
import { comparisonCost } from './comparison.mjs';
import { heapOfBaseline, heapPerMillion } from './heap.mjs';
import { mm3 } from './mm3.mjs';
import { network } from './network.mjs';
import { twoWorkers } from './workers.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string', multiple: true },
    here: { type: 'boolean', default: false }, // for processes that this one begins
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`bench: --rounds takes a whole number of at least 1, not ${values.rounds}`);
  process.exit(2);
}

const suites = [
  { ids: ['mm3-bare', 'mm3-bare-equal', 'mm3-c', 'mm3-simjs', 'mm3-simpy', 'mm3-simmer'], run: mm3 },
  { ids: ['network-simpy'], run: network },
  { ids: ['calendar-heap'], run: calendarHolds },
  { ids: ['baseline-events'], run: baselineEvents },
  { ids: ['area-year'], run: areaYear },
  { ids: ['comparison-cost'], run: comparisonCost },
  { ids: ['heap-per-million'], run: heapPerMillion },
  { ids: ['heap-baseline'], run: heapOfBaseline },
  { ids: ['check-baseline', 'help'], run: wholeCommands, begins: true },
  { ids: ['workers-2', 'workers-2-under-way'], run: twoWorkers, begins: true },
];
const known = suites.flatMap(({ ids }) => ids);
const asked = values.only ?? known;
const unknown = asked.find((id) => !known.includes(id));
if (unknown !== undefined) {
  console.error(`bench: no benchmark ${unknown}; there are ${known.join(', ')}`);
  process.exit(2);
}

/** Benchmarks of a suite, in this process. */
async function here({ run }) {
  inlineMore(); // as the command does before it simulates; the references run in this process too
  const all = await run(rounds, (text) => process.stderr.write(`${text}\n`));
  return all.filter(({ id }) => asked.includes(id));
}

/**
 * The same in a process of its own, as a command has: what ran before changes what Node's compiler makes of the engine. It
 * compiles as a worker does where every processor has one (`compileBeside`), unless it begins commands or workers, which know that themselves.
 */
function apart({ ids, begins }) {
  const only = ids.filter((id) => asked.includes(id)).flatMap((id) => ['--only', id]);
  const asWorker = begins ? [] : [ALONE];
  const words = [...asWorker, fileURLToPath(import.meta.url), '--here', '--json', '--rounds', String(rounds), ...only];
  const { status, stdout } = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
  const { benchmarks, skipped } = JSON.parse(stdout);
  return [...benchmarks, ...skipped.map((one) => ({ ...one, ratio: null }))];
}

const chosen = suites.filter(({ ids }) => ids.some((id) => asked.includes(id)));
const found = [];
for (const suite of chosen) found.push(...(values.here ? await here(suite) : apart(suite)));
found.sort((a, b) => known.indexOf(a.id) - known.indexOf(b.id));

if (values.json) {
  const benchmarks = found.filter(({ ratio }) => ratio !== null);
  const skipped = found.filter(({ ratio }) => ratio === null).map(({ id, note }) => ({ id, note }));
  console.log(JSON.stringify({ benchmarks, skipped }));
} else {
  for (const { id, ratio, note } of found) {
    console.log(`${id.padEnd(20)} ${ratio === null ? 'skipped' : ratio.toFixed(2).padStart(7)}  ${note}`);
  }
}
