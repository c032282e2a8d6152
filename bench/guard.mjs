#!/usr/bin/env node
/**
 * Fails when a ratio has fallen: below 0.8 of the recorded one in each of three runs, so that a busy minute does not fail a
 * change. Prints every run, from which the noise of a machine can be read.
 *   --record  writes down the median of three runs in place of comparing
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inlineMore } from '../dist/experiment/inlining.js';
import { calendarHolds } from './calendar.mjs';
import { mm3 } from './mm3.mjs';
import { median } from './rounds.mjs';

const RUNS = 3;
const ROUNDS = 3;
/** Share of the recorded ratio below which a run speaks against a change. */
const FLOOR = 0.8;

const { values } = parseArgs({ options: { record: { type: 'boolean', default: false } } });
const file = new URL('recorded.json', import.meta.url);
const recorded = JSON.parse(readFileSync(file, 'utf8'));
const ids = Object.keys(recorded);
const found = Object.fromEntries(ids.map((id) => [id, []]));
const silent = () => {};
inlineMore(); // as `npm run bench` does

for (let run = 1; run <= RUNS; run++) {
  for (const { id, ratio } of [...mm3(ROUNDS, silent), ...calendarHolds(ROUNDS, silent)]) found[id]?.push(ratio);
  console.log(`run ${run}: ${ids.map((id) => `${id} ${found[id].at(-1).toFixed(2)}`).join(', ')}`);
  if (!values.record && ids.every((id) => found[id].some((ratio) => ratio >= FLOOR * recorded[id]))) break;
}

if (values.record) {
  const medians = Object.fromEntries(ids.map((id) => [id, Number(median(found[id]).toFixed(2))]));
  writeFileSync(file, `${JSON.stringify(medians, null, 2)}\n`);
} else {
  for (const id of ids) {
    const best = Math.max(...found[id]);
    if (best >= FLOOR * recorded[id]) continue;
    console.error(`${id}: at most ${best.toFixed(2)} in ${RUNS} runs, recorded ${recorded[id]}`);
    process.exitCode = 1;
  }
}
