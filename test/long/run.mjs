/**
 * Runs the long world in a process of its own and says, as ten lines of JSON, how much memory it holds along the way:
 * from the file to the engine and through every measure, as `spillover run` would.
 *   node --expose-gc test/long/run.mjs [SHARE OF ITS HORIZON]
 */
import { argv, memoryUsage, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { Folding, settingOf } from '../../dist/experiment/folding.js';
import { compileWorld, describeWorld, formatProblems, loadScenario } from '../../dist/scenarios/index.js';
import { advance, begin, Census, end, seedWords } from '../../dist/sim/index.js';

const POINTS = 10;
const share = Number(argv[2] ?? 1);

const loaded = loadScenario('./long.yaml', { cwd: fileURLToPath(new URL('.', import.meta.url)) });
if (!loaded.ok) throw new Error(formatProblems(loaded.problems));
const compiled = compileWorld(loaded.scenario);
const horizon = Math.round(compiled.horizon * share);
const world = { ...compiled, warmUp: Math.min(compiled.warmUp, horizon / 10), measuredEnd: horizon, horizon };
const folding = new Folding(settingOf([{ world, dictionary: describeWorld(loaded.scenario).dictionary }]));
const chance = { seed: seedWords('long'), replication: 0 };
const state = begin(world, chance, folding.readers[0], new Census(world, chance));
for (let point = 1; point <= POINTS; point++) {
  advance(state, (horizon * point) / POINTS);
  globalThis.gc();
  const { heapUsed, arrayBuffers, rss } = memoryUsage();
  const { taken, pending } = state.calendar;
  stdout.write(`${JSON.stringify({ events: taken, pending, heapUsed, arrayBuffers, rss })}\n`);
}
end(state);
folding.finish();
