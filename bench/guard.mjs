#!/usr/bin/env node
/**
 * Fails when a ratio has fallen: below 0.8 of the recorded one in each of three runs. Every run is a process of its own, since
 * what Node's compiler happens to make of the engine lasts as long as the process. Prints each run.
 *   --record  writes down the median of five runs, and the runs, in place of comparing
 *   --lower   lets --record write down less than is recorded
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median } from './rounds.mjs';

const RUNS = 3;
const RECORDED_RUNS = 5;
const ROUNDS = 3;
/** Share of the recorded ratio below which a run speaks against a change. */
const FLOOR = 0.8;

const bench = fileURLToPath(new URL('main.mjs', import.meta.url));
const file = new URL('recorded.json', import.meta.url);
const recorded = JSON.parse(readFileSync(file, 'utf8'));
const ids = Object.keys(recorded);
if (ids.length === 0) throw new Error('bench/recorded.json records nothing');

const { values } = parseArgs({
  options: { record: { type: 'boolean', default: false }, lower: { type: 'boolean', default: false } },
});

/** One ratio, in a process of its own. */
function measured(id) {
  const options = ['--only', id, '--rounds', String(ROUNDS), '--json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [bench, ...options], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the bench failed:\n${stderr}`);
  return JSON.parse(stdout).benchmarks[0].ratio;
}

/** Ratios of so many runs, or of fewer once one of them is good enough. */
function runsOf(id, most, enough) {
  const ratios = [];
  while (ratios.length < most && !(ratios.at(-1) >= enough)) {
    ratios.push(measured(id));
    console.log(`${id}, run ${ratios.length} of ${most}: ${ratios.at(-1).toFixed(2)}`);
  }
  return ratios;
}

function record() {
  const found = {};
  for (const id of ids) {
    const ratios = runsOf(id, RECORDED_RUNS, Number.POSITIVE_INFINITY);
    const runs = ratios.map((ratio) => Number(ratio.toFixed(2)));
    found[id] = { ratio: median(runs), runs };
    const [was, is] = [recorded[id].ratio, found[id].ratio];
    if (is >= was || values.lower) continue;
    console.error(
      `${id}: ${is} is less than the recorded ${was}. Find what fell, or say --lower and why in the commit.`,
    );
    process.exitCode = 1;
    return;
  }
  writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
}

function compare() {
  for (const id of ids) {
    const floor = FLOOR * recorded[id].ratio;
    const ratios = runsOf(id, RUNS, floor);
    if (ratios.at(-1) >= floor) continue;
    console.error(`${id}: at most ${Math.max(...ratios).toFixed(2)} in ${RUNS} runs, recorded ${recorded[id].ratio}`);
    process.exitCode = 1;
  }
}

if (values.record) record();
else compare();
