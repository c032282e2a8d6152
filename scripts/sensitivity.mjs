/**
 * One-at-a-time sensitivity of the headline: each assumption of the baseline, and each lever of Right Care, Right Person, at both ends of
 * its range, with the same people and the same luck. `node scripts/sensitivity.mjs run` simulates what is not kept yet, what the
 * policy touches first, and keeps it in docs/sensitivity.json after each number, then writes the pages; `write` only writes docs/sensitivity.md, what is known into the log of
 * assumptions (`effect-on-headline` and `risk` of the parameters), and what reports say of it into src/report; `check` says whether what is kept is still true.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { meanEstimate } from '../dist/experiment/estimate.js';
import { askedFor, keep, kept } from './keep.mjs';
import { effectOf, moduleOf, pageOf, riskOf, withEffects } from './sensitivity-page.mjs';
import { canBeRead, hashesOf, inFolder, samplesOf, write } from './trial.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const KEPT = join(ROOT, 'docs/sensitivity.json');
const PAGE = join(ROOT, 'docs/sensitivity.md');
const MODULE = join(ROOT, 'src/report/shipped-sensitivity.ts');
const BASELINE = join(ROOT, 'scenarios/uk-baseline.yaml');
const POLICY = join(ROOT, 'scenarios/policies/right-care-right-person.yaml');
/** Short runs, since the same luck takes most of the noise out of a difference of differences. */
const TIME = { 'warm-up': '3 weeks', measure: '5 weeks', 'follow-up': '0 h' };
const REPLICATIONS = 3;
const SEED = '1';
/** The headline: what the policy changes, each as measure and cell. */
const HEADLINE = {
  hours: { measure: 'staff-hours', agency: 'police' },
  unmet: { measure: 'unmet' },
};
/** What the policy itself touches comes first. */
const NEAR = /rcrp|partner|refus|welfare|attend|pass-|scene-|declined/;
/** Of these nothing but drug treatment, courts and custody hangs: they come last. */
const FAR = /treatment|drug|opiate|stay-other|court|hearing|custody|possession|arrest|liaison-diversion|disposal/;

const parametersOf = (file) => parse(readFileSync(file, 'utf8'), { maxAliasCount: 0 }).parameters;

/** What is tried: assumptions with their ranges, weakest first. */
function wanted() {
  const rows = [
    ['', BASELINE],
    ['right-care-right-person.', POLICY],
  ].flatMap(([prefix, file]) =>
    Object.entries(parametersOf(file)).flatMap(([name, { assumption, value, range, grade }]) =>
      assumption === undefined || range === undefined
        ? []
        : [{ id: `${prefix}${name}`, name, prefix, value, range, grade }],
    ),
  );
  const rank = ({ grade, name }) => (grade === 'E' ? 0 : 1) + (NEAR.test(name) ? 0 : 2) + (FAR.test(name) ? 10 : 0);
  return rows.sort((one, other) => rank(one) - rank(other));
}

/** A baseline and the policy on it, with one number changed. */
function written(folder, { name, prefix } = {}, value) {
  const isLever = prefix !== undefined && prefix !== '';
  const set = { value, assumption: 'An end of its range.', grade: 'E', range: [value, value] };
  const changed = name === undefined || isLever ? {} : { parameters: { [name]: set } };
  write(folder, { scenario: 'base', label: 'Base', extends: 'uk-baseline', family: 'own', time: TIME, ...changed });
  const used = { policy: 'right-care-right-person', ...(isLever ? { with: { [name]: value } } : {}) };
  write(folder, { scenario: 'policy', label: 'Policy', extends: './base.yaml', policies: [used] });
}

/** Values of the headline in each replication of a world run by itself. */
async function simulated(folder, id) {
  const world = await samplesOf(folder, id, REPLICATIONS, SEED);
  const valuesOf = ({ measure, ...cell }) => {
    const sampled = world.measures.get(measure);
    const at = sampled.cells.findIndex((own) => Object.entries(cell).every(([key, value]) => own[key] === value));
    return sampled.values.map((run) => run[at]);
  };
  return Object.fromEntries(Object.entries(HEADLINE).map(([key, of]) => [key, valuesOf(of)]));
}

const round = (value) => (value === null ? null : Number(value.toPrecision(6)));
const estimate = (values) => {
  const { mean, low, high } = meanEstimate(values);
  return { mean: round(mean), low: round(low), high: round(high) };
};
const less = (one, other) => one.map((value, run) => value - other[run]);

/** What the policy changes, replication by replication; null where the number does not fit the others by itself. */
async function changeWith(folder, row, value, plain) {
  written(folder, row, value);
  if (!['base', 'policy'].every((id) => canBeRead(folder, id))) return null;
  const before = row !== undefined && row.prefix !== '' ? plain : await simulated(folder, 'base');
  const after = await simulated(folder, 'policy');
  return {
    before,
    change: Object.fromEntries(Object.keys(HEADLINE).map((key) => [key, less(after[key], before[key])])),
  };
}

/** What the worlds are now. */
const hashOf = () => Object.values(hashesOf(['uk-baseline', 'right-care-right-person'], ROOT)).join(' ');

function run() {
  return inFolder(async (folder) => {
    const hash = hashOf();
    const { before, change } = await changeWith(folder, undefined, undefined, null);
    const known = kept(KEPT);
    const rows = known?.hash === hash ? known.rows : [];
    const headline = Object.fromEntries(Object.entries(change).map(([key, values]) => [key, estimate(values)]));
    for (const row of wanted()) {
      if (rows.some(({ id, range }) => id === row.id && JSON.stringify(range) === JSON.stringify(row.range))) continue;
      const ends = [];
      for (const value of row.range) {
        const other = await changeWith(folder, row, value, before);
        const moved = (key) => [key, estimate(less(other.change[key], change[key]))];
        ends.push(other === null ? null : Object.fromEntries(Object.keys(HEADLINE).map(moved)));
      }
      rows.push({ id: row.id, grade: row.grade, value: row.value, range: row.range, low: ends[0], high: ends[1] });
      const all = { hash, replications: REPLICATIONS, time: TIME, seed: SEED, headline, rows };
      keep(KEPT, `${JSON.stringify(all, null, 1)}\n`);
      console.log(row.id, JSON.stringify(ends));
    }
  });
}

/** What the pages and files should say, by file. */
function texts() {
  const all = kept(KEPT);
  const ids = wanted().map(({ id }) => id);
  const effects = (prefix) =>
    new Map(
      all.rows
        .filter(({ id }) => ids.includes(id) && (prefix === '' ? !id.includes('.') : id.startsWith(prefix)))
        .map((row) => [row.id.slice(prefix.length), { effect: effectOf(row, all), risk: riskOf(row, all) }]),
    );
  return new Map([
    [PAGE, pageOf(all, ids)],
    [BASELINE, withEffects(readFileSync(BASELINE, 'utf8'), effects(''))],
    [POLICY, withEffects(readFileSync(POLICY, 'utf8'), effects('right-care-right-person.'))],
    [MODULE, moduleOf(all, ids)],
  ]);
}

const what = askedFor(process.argv[2] ?? 'write', ['run', 'write', 'check']);
if (what === 'run') await run();
if (what === 'check') {
  const stale = [...texts()]
    .filter(([file, text]) => readFileSync(file, 'utf8') !== text)
    .map(([file]) => file.slice(ROOT.length));
  if (kept(KEPT).hash !== hashOf())
    console.log('The worlds have changed since. Next: node scripts/sensitivity.mjs run');
  if (stale.length > 0)
    console.log(`Not what is kept says: ${stale.join(', ')}. Next: node scripts/sensitivity.mjs write`);
  process.exitCode = stale.length > 0 || kept(KEPT).hash !== hashOf() ? 1 : 0;
} else for (const [file, text] of texts()) keep(file, text);
