/**
 * The page docs/validation.md and the summary in README.md, from the scorecard.
 * `node scripts/validation.mjs run [--workers n]` simulates, and keeps the rows and what worlds they rest on in
 * docs/validation.json; `knock-outs` simulates with one mechanism after another taken out, and keeps
 * docs/knock-outs.json; `policies [id,id]` simulates the figures of policies alone, and those of scenarios/policy-figures
 * (docs/policies.json), all or those that are named; `rivals` simulates both structures of repeat contact, and keeps docs/rivals.json; `write` only writes the
 * pages again from what is kept; `check` says whether all of what is kept is still true of the worlds and policies as they are.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { askedFor, keep } from './keep.mjs';
import { KNOCK_OUTS } from './knock-out-sets.mjs';
import { rivals } from './rivals.mjs';
import { commandOf, groundsOf, optionsOf, staleIn } from './staleness.mjs';
import { pageOf, summaryOf, withSummary } from './validation-page.mjs';
import { worldHashes, worldsOf } from './world-hashes.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const KEPT = join(ROOT, 'docs/validation.json');
const KNOCKED = join(ROOT, 'docs/knock-outs.json');
const POLICIES = join(ROOT, 'docs/policies.json');
const FIGURES = './scenarios/policy-figures/targets.yaml';
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
  return { command: commandOf(options), ...(Array.isArray(said) ? { rows: said } : said) };
}

/** How often and with what, in place of which figures. */
const isCount = (word, at, all) => [word, all[at - 1]].some((each) => ['--replications', '--workers'].includes(each));

/** What is kept, with some rows put in place of the older ones, and how these were run. */
function renewed(before, { command, rows }, worlds) {
  const ids = rows.map(({ id }) => id);
  const later = (before.later ?? []).map((each) => ({ ...each, ids: each.ids.filter((id) => !ids.includes(id)) }));
  return {
    ...before,
    worlds: { ...before.worlds, ...worlds },
    later: [
      ...later.filter((each) => each.ids.length > 0),
      { command: command.replace(/ --figure .*| --workers \d+/g, ''), ids },
    ],
    rows: [
      ...before.rows.map((row) => rows.find(({ id }) => id === row.id) ?? row),
      ...rows.filter(({ id }) => before.rows.every((row) => row.id !== id)),
    ],
  };
}

/** Simulates some figures, and puts their rows in place of the older ones of a file. */
function renew(file, options) {
  const said = simulate(options);
  const before = JSON.parse(readFileSync(file, 'utf8'));
  keep(file, `${JSON.stringify(renewed(before, said, worldHashes(worldsOf(said.rows))), null, 2)}\n`);
}

const [word = 'write', ...options] = process.argv.slice(2);
const what = askedFor(word, ['run', 'policies', 'knock-outs', 'rivals', 'write', 'check']);
if (what === 'run') {
  const { rows, ...rest } = simulate([], options);
  keep(KEPT, `${JSON.stringify({ worlds: worldHashes(worldsOf(rows)), ...rest, rows }, null, 2)}\n`);
}
if (what === 'policies') {
  // Figures by id, of either table, where not all of them are to be run again.
  const [ids, rest] = (options[0] ?? '--').startsWith('--')
    ? [null, options]
    : [options[0].split(','), options.slice(1)];
  const before = JSON.parse(readFileSync(KEPT, 'utf8'));
  const figures = ids ?? before.rows.filter(({ world }) => !world.startsWith('uk-')).map(({ id }) => id);
  const scored = figures.filter((each) => before.rows.some(({ id }) => id === each));
  if (scored.length > 0) renew(KEPT, [...rest, '--figure', ...scored]);
  const own = ids?.filter((id) => !scored.includes(id)) ?? [];
  if (own.length > 0) renew(POLICIES, [...rest, '--targets', FIGURES, '--figure', ...own]);
}
if (what === 'run' || (what === 'policies' && (options[0] ?? '--').startsWith('--'))) {
  const { rows, ...rest } = simulate([...options.filter(isCount), '--targets', FIGURES]);
  keep(POLICIES, `${JSON.stringify({ worlds: worldHashes(worldsOf(rows)), ...rest, rows }, null, 2)}\n`);
}
if (what === 'knock-outs') {
  // Sets by number, from 1, where not all of them are to be run again.
  const [numbers, rest] = /^[\d,]+$/.test(options[0] ?? '')
    ? [options[0].split(',').map(Number), options.slice(1)]
    : [null, options];
  const runs = numbers === null ? [] : JSON.parse(readFileSync(KNOCKED, 'utf8'));
  for (const [at, set] of KNOCK_OUTS.entries()) {
    if (!(numbers?.includes(at + 1) ?? true)) continue;
    const said = simulate(optionsOf(set), rest);
    runs[at] = { ...groundsOf(set, said.rows, ROOT), ...said };
    keep(KNOCKED, `${JSON.stringify(runs, null, 2)}\n`);
  }
}
if (what === 'rivals') keep(RIVALS, `${JSON.stringify(await rivals(ROOT), null, 1)}\n`);
const kept = JSON.parse(readFileSync(KEPT, 'utf8'));
const knocked = JSON.parse(readFileSync(KNOCKED, 'utf8'));
const beside = JSON.parse(readFileSync(RIVALS, 'utf8'));
const figures = JSON.parse(readFileSync(POLICIES, 'utf8'));
const reasons = parse(readFileSync(REASONS, 'utf8'));
const page = pageOf(kept, reasons, knocked, beside, figures);
const readme = readFileSync(README, 'utf8');
const summed = withSummary(readme, summaryOf(kept.rows, Object.keys(reasons['tuned-in-sight'])));
if (what === 'check') {
  const faults = staleIn({ kept, knocked, beside, figures }, ROOT);
  if (readFileSync(PAGE, 'utf8') !== page)
    faults.push('docs/validation.md is not what the scorecard and the reasons say.');
  if (readme !== summed) faults.push('The summary in README.md is not what the scorecard says.');
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
} else {
  keep(PAGE, page);
  keep(README, summed);
}
