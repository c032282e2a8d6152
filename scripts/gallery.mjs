#!/usr/bin/env node
/**
 * Builds the gallery: a small static site with the answer, the report and the text of every question and comparison that ships.
 *   npm run gallery
 *   npm run gallery -- --replications 4 --only bridging-the-gap,street-triage --out out/look --force
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { claimFolder, MANIFEST } from '../dist/cli/files.js';
import { makeGallery } from '../dist/cli/gallery.js';
import { interruptible } from '../dist/cli/interrupt.js';
import { fingerprints } from '../dist/cli/manifest.js';
import { version } from '../dist/cli/program-info.js';
import { openTerminal } from '../dist/cli/terminal.js';

const { values } = parseArgs({
  options: {
    replications: { type: 'string' },
    workers: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    scenarios: { type: 'string', default: resolve(import.meta.dirname, '../scenarios') },
    out: { type: 'string', default: 'out/gallery' },
    force: { type: 'boolean', default: false },
  },
});

/** Ends with a reason: nothing is written. */
function refuse(reason) {
  process.stderr.write(`gallery: ${reason}\n`);
  process.exit(2);
}

/** A whole number from 1, or nothing. */
function whole(name) {
  const text = values[name];
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,4}$/.test(text)) refuse(`--${name} ${text}: expected a whole number from 1, such as 4.`);
  return Number(text);
}

const plan = {
  library: resolve(values.scenarios),
  replications: whole('replications'),
  workers: whole('workers'),
  seed: values.seed,
  only: values.only?.split(',').map((name) => name.trim()),
};
const terminal = openTerminal({});
const claimed = claimFolder(values.out, values.force);
if (!claimed.ok) refuse(claimed.reason.replaceAll('--out', '--out (after `--`)'));
const { claim } = claimed;
const started = performance.now();
const made = await interruptible(terminal, 'A gallery needs all of its runs, so nothing is written', (signal) =>
  makeGallery(plan, signal, terminal),
);
if (!made.ok) {
  claim.discard();
  refuse(made.reason ?? 'nothing was written.');
}
// By this list a gallery is told from a folder that somebody else made, and may be replaced.
const tool = { name: 'spillover', version: version() };
const manifest = `${JSON.stringify({ tool, gallery: true, inputs: [], outputs: fingerprints(made.files) }, null, 2)}\n`;
const failure = await claim.write(new Map([...made.files, [MANIFEST, manifest]]));
if (failure !== null) {
  claim.discard();
  refuse(failure);
}
const { folder, reason } = claim.keep();
const bytes = [...made.files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const seconds = Math.round((performance.now() - started) / 1000);
terminal.answer(`${folder}/index.html: ${made.files.size} files, ${(bytes / 1e6).toFixed(1)} MB, ${seconds} s`);
if (reason !== null) refuse(reason);
