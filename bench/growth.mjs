#!/usr/bin/env node
/**
 * How the rate of events grows or falls with the size of a world: people of the area, services, years. Prints a table in
 * Markdown, as in docs/performance.md; its bars are the loop over n log₂ n (4 ns a block): they keep their length where the loop grows
 * as n log n does. The worlds are made here: people with onsets and an ample service; or services side
 * by side, each three units at load 0.8, which share the same demand; or that queue for longer.
 *   --chart FILE  draws the rates as well, as an SVG
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inlineMore } from '../dist/experiment/compiling.js';
import { advance, begin, Census, end, seedWords } from '../dist/sim/index.js';
import { growthChart } from './growth-chart.mjs';
import { secondsOf } from './rounds.mjs';
import { idle, worldOf } from './worlds.mjs';

const { values } = parseArgs({ options: { chart: { type: 'string' } } });
const folder = mkdtempSync(join(tmpdir(), 'spillover-growth-'));
inlineMore(); // as what runs replications does

const head = (weeks, population) => `spillover: 1
scenario: growth
label: Growth
owner: Spillover maintainers
time: {start: 2023-01-02, as-of: 2023-01-02, warm-up: 1 week, measure: ${weeks - 1} weeks, replications: 2}
area: {id: bench, label: A place, population: ${population}}
agencies: {desk: Desk}
outcomes: {served: Served}
`;

function people(population) {
  return `${head(13, population)}services: {clerks: {label: Clerks, agency: desk, unit: clerks, capacity: unlimited}}
needs:
  need: {label: Need, onset: {rate: 1000000 per million per year}, channels: {call: {share: 1, to: visit.serve}}}
pathways:
  visit: {steps: {serve: {seize: clerks, for: {exponential: 10 h}}, out: {leave: served}}}
`;
}

function queues(services, weeks) {
  const each = (line) => Array.from({ length: services }, (_, at) => line(`s${at}`)).join('');
  return `${head(weeks, 1)}services:
${each((id) => `  ${id}: {label: Clerks ${id}, agency: desk, unit: clerks, capacity: 3}\n`)}arrivals:
${each((id) => `  ${id}: {label: Customers ${id}, every: {exponential: ${90 * services} s}, to: ${id}.serve}\n`)}pathways:
${each((id) => `  ${id}: {steps: {serve: {seize: ${id}, for: {exponential: ${216 * services} s}}, out: {leave: served}}}\n`)}`;
}

/** One run of a world: seconds of set-up and of the loop, events, and rows of the level log. */
function timed(world) {
  const chance = { seed: seedWords('bench'), replication: 1 };
  let state;
  let tally;
  let levels = 0;
  const reader = {
    ...idle,
    levels(log) {
      levels += log.count;
    },
  };
  const setUp = secondsOf(() => {
    state = begin(world, chance, reader, new Census(world, chance));
  });
  const loop = secondsOf(() => {
    advance(state, world.horizon);
    tally = end(state);
  });
  return { setUp, loop, events: tally.events, levels };
}

function compiled(text) {
  const file = join(folder, 'growth.yaml');
  writeFileSync(file, text);
  return worldOf(file);
}

const drawn = [];

/** One line of the table, and a point of the chart: the middle one of three runs by their loop, after one that warms up. */
function line(kind, size, text) {
  const world = compiled(text);
  timed(world);
  const runs = [1, 2, 3].map(() => timed(world)).sort((a, b) => a.loop - b.loop);
  const { setUp, loop, events, levels } = runs[1];
  const whole = (number) => number.toLocaleString('en-GB');
  const each = (loop * 1e9) / (events * Math.log2(events));
  const rate = events / loop / 1e6;
  const what = `${whole(size)} ${size === 1 ? kind.replace(/s$/, '') : kind}`;
  drawn.push({ kind, size, events, rate });
  console.log(
    `| ${what} | ${whole(events)} | ${whole(levels)} | ${setUp.toFixed(2)} | ${loop.toFixed(2)} | ${rate.toFixed(2)} | ${each.toFixed(1)} | ${'█'.repeat(Math.round(each / 4))} |`,
  );
}

console.log(
  '| world | events | level rows | set-up [s] | loop [s] | million events a second | loop / (n log₂ n) [ns] | |\n|---|---|---|---|---|---|---|---|',
);
try {
  for (let run = 0; run < 4; run++) timed(compiled(people(100_000))); // a small world is over before Node has compiled anything
  for (const population of [10_000, 100_000, 1_000_000, 10_000_000]) line('people', population, people(population));
  for (const services of [5, 50, 500]) line('services', services, queues(services, 52));
  for (const years of [1, 5, 20]) line('years', years, queues(1, 52 * years));
  if (values.chart !== undefined) writeFileSync(values.chart, await growthChart(drawn));
} finally {
  rmSync(folder, { recursive: true });
}
