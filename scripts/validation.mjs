/**
 * The page docs/validation.md and the summary in README.md, from the scorecard.
 * `node scripts/validation.mjs run [--workers n]` simulates, and keeps the rows and what worlds they rest on in
 * docs/validation.json; `knock-outs` simulates with one mechanism after another taken out, and keeps
 * docs/knock-outs.json; `rivals` simulates both structures of repeat contact, and keeps docs/rivals.json; `write` only writes the pages again from what is kept; `check` says whether what is kept is still true.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { KNOCK_OUTS } from './knock-out-sets.mjs';
import { rivals } from './rivals.mjs';
import { pageOf, summaryOf, withSummary } from './validation-page.mjs';
import { worldHashes } from './world-hashes.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const KEPT = join(ROOT, 'docs/validation.json');
const KNOCKED = join(ROOT, 'docs/knock-outs.json');
const RIVALS = join(ROOT, 'docs/rivals.json');
const PAGE = join(ROOT, 'docs/validation.md');
const README = join(ROOT, 'README.md');
const REASONS = join(ROOT, 'docs/validation-reasons.yaml');

/** Runs the scorecard. `how` says how it is run, and changes no result. @throws when it gives no rows. */
function simulate(options, how = []) {
  const main = join(ROOT, 'dist/cli/main.js');
  const done = spawnSync(process.execPath, [main, 'validate', '--json', ...options, ...how], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64e6,
  });
  if (done.status !== 0 && done.status !== 3) throw new Error(`validate ended with ${done.status}`);
  const said = JSON.parse(done.stdout);
  return { command: ['spillover validate', ...options].join(' '), ...(Array.isArray(said) ? { rows: said } : said) };
}

const [what = 'write', ...options] = process.argv.slice(2);
if (what === 'run') {
  const { rows, ...rest } = simulate([], options);
  writeFileSync(KEPT, `${JSON.stringify({ worlds: await worldHashes(rows), ...rest, rows }, null, 2)}\n`);
}
if (what === 'knock-outs') {
  // Sets by number, from 1, where not all of them are to be run again.
  const [numbers, rest] = /^[\d,]+$/.test(options[0] ?? '')
    ? [options[0].split(',').map(Number), options.slice(1)]
    : [null, options];
  const runs = numbers === null ? [] : JSON.parse(readFileSync(KNOCKED, 'utf8'));
  for (const [at, { policies, figures, measures, replications }] of KNOCK_OUTS.entries()) {
    if (!(numbers?.includes(at + 1) ?? true)) continue;
    const files = policies.map((policy) => `./scenarios/knock-outs/${policy}.yaml`);
    const asked = measures.length === 0 ? [] : ['--measure', ...measures];
    const scored = ['--figure', ...figures, ...asked, '--knock-out', ...files];
    runs[at] = simulate(['--replications', replications, ...scored], rest);
    writeFileSync(KNOCKED, `${JSON.stringify(runs, null, 2)}\n`);
  }
}
if (what === 'rivals') writeFileSync(RIVALS, `${JSON.stringify(await rivals(ROOT), null, 1)}\n`);
const kept = JSON.parse(readFileSync(KEPT, 'utf8'));
const knocked = JSON.parse(readFileSync(KNOCKED, 'utf8'));
const beside = JSON.parse(readFileSync(RIVALS, 'utf8'));
const reasons = parse(readFileSync(REASONS, 'utf8'));
const page = pageOf(kept, reasons, knocked, beside);
const readme = readFileSync(README, 'utf8');
const renewed = withSummary(readme, summaryOf(kept.rows, reasons['tuned-in-sight']));
if (what === 'check') {
  const present = await worldHashes(kept.rows);
  const stale = Object.keys({ ...kept.worlds, ...present }).filter((id) => kept.worlds[id] !== present[id]);
  if (stale.length > 0) console.log(`Changed since the scorecard was run: ${stale.join(', ')}.`);
  if (readFileSync(PAGE, 'utf8') !== page)
    console.log('docs/validation.md is not what the scorecard and the reasons say.');
  if (readme !== renewed) console.log('The summary in README.md is not what the scorecard says.');
  if (stale.length > 0) console.log('Next: node scripts/validation.mjs run');
  process.exitCode = stale.length > 0 || readFileSync(PAGE, 'utf8') !== page || readme !== renewed ? 1 : 0;
} else {
  writeFileSync(PAGE, page);
  writeFileSync(README, renewed);
}
