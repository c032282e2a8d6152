#!/usr/bin/env node
/**
 * The stopwatch: `npm run bench`. A line per benchmark with a ratio as its figure: our rate over a reference's, both
 * taken in this run, turn by turn, so that a busy machine slows both. The ratio is the median of the rounds.
 *   --json     one JSON document on stdout: {"benchmarks":[{"id","ratio"}, …]}
 *   --rounds N rounds that count (default 7; two more go before them to warm up)
 *   --only ID  one benchmark
 */
import { parseArgs } from 'node:util';
import { inlineMore } from '../dist/experiment/inlining.js';
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
    only: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`bench: --rounds takes a whole number of at least 1, not ${values.rounds}`);
  process.exit(2);
}

inlineMore(); // as the command does before it simulates; the references run in this process too

const suites = [
  { ids: ['mm3-bare', 'mm3-bare-equal', 'mm3-c', 'mm3-simjs', 'mm3-simpy', 'mm3-simmer'], run: mm3 },
  { ids: ['network-simpy'], run: network },
  { ids: ['calendar-heap'], run: calendarHolds },
  { ids: ['baseline-events'], run: baselineEvents },
  { ids: ['area-year'], run: areaYear },
  { ids: ['comparison-cost'], run: comparisonCost },
  { ids: ['heap-per-million'], run: heapPerMillion },
  { ids: ['heap-baseline'], run: heapOfBaseline },
  { ids: ['check-baseline', 'help'], run: wholeCommands },
  { ids: ['workers-2', 'workers-2-under-way'], run: twoWorkers },
];
const known = suites.flatMap(({ ids }) => ids);
if (values.only !== undefined && !known.includes(values.only)) {
  console.error(`bench: no benchmark ${values.only}; there are ${known.join(', ')}`);
  process.exit(2);
}

const benchmarks = [];
for (const { ids, run } of suites) {
  if (values.only !== undefined && !ids.includes(values.only)) continue;
  for (const result of await run(rounds, (text) => process.stderr.write(`${text}\n`))) {
    if (values.only === undefined || values.only === result.id) benchmarks.push(result);
  }
}

if (values.json) {
  const measured = benchmarks.filter(({ ratio }) => ratio !== null);
  const skipped = benchmarks.filter(({ ratio }) => ratio === null).map(({ id, note }) => ({ id, note }));
  console.log(JSON.stringify({ benchmarks: measured.map(({ id, ratio }) => ({ id, ratio })), skipped }));
} else {
  for (const { id, ratio, note } of benchmarks) {
    console.log(`${id.padEnd(16)} ${ratio === null ? 'skipped' : ratio.toFixed(2).padStart(7)}  ${note}`);
  }
}
