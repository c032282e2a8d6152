/** Ctrl-C keeps whole replications, and a second one keeps nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CAFE, ENDLESS } from './support/cafe.js';
import { folderWith, spillover, start } from './support/spillover.js';

const MANY = CAFE.replace('replications: 4', 'replications: 90000');
/** The line that comes when some replications are complete, and the one that comes before any is. */
const UNDER_WAY = 'replications of cafe done';
const READ = 'read 1 files';

it.each(['1', '2'])('with %s workers: exit 130, the folder is whole, and rerun gives its bytes', async (workers) => {
  const home = folderWith({ 'cafe.yaml': MANY });
  const { child, ended, says } = start(['run', './cafe.yaml', '--out', 'x', '--workers', workers], home);
  await says(UNDER_WAY);
  child.kill('SIGINT');
  const { code, stdout, stderr } = await ended;
  expect(code).toBe(130);
  expect(stderr).toContain('Whole replications are kept;');
  expect(stdout).toMatch(/Simulated/);
  const { replications } = JSON.parse(readFileSync(join(home, 'x/manifest.json'), 'utf8'));
  expect(replications.requested).toBe(90_000);
  expect(replications.completed).toBeGreaterThan(0);
  expect(replications.completed).toBeLessThan(90_000);
  expect(spillover(['rerun', 'x'], home)).toMatchObject({ code: 0 });
});

it('before the first replication is complete: exit 130, and nothing is written', async () => {
  const home = folderWith({ 'cafe.yaml': ENDLESS });
  const { child, ended, says } = start(['run', './cafe.yaml', '--out', 'deep/x', '--verbose'], home);
  await says(READ);
  await new Promise((settle) => setTimeout(settle, 500));
  child.kill('SIGINT');
  const { code, stdout } = await ended;
  expect([code, stdout]).toEqual([130, '']);
  expect(readdirSync(home)).toEqual(['cafe.yaml']);
});

it('twice: exit 130 at once, and nothing is written', async () => {
  const home = folderWith({ 'cafe.yaml': ENDLESS });
  const { child, ended, says } = start(['run', './cafe.yaml', '--out', 'deep/x', '--workers', '1', '--verbose'], home);
  await says(READ);
  child.kill('SIGINT');
  await says('press Ctrl-C again');
  child.kill('SIGINT');
  const { code } = await ended;
  expect(code).toBe(130);
  expect(readdirSync(home)).toEqual(['cafe.yaml']);
});

it('a terminal that is closed, once and again: the folder is whole, and nothing is left beside it', async () => {
  const home = folderWith({ 'cafe.yaml': MANY });
  const { child, ended, says } = start(['run', './cafe.yaml', '--out', 'x', '--workers', '1'], home);
  await says(UNDER_WAY);
  child.kill('SIGHUP');
  child.kill('SIGHUP');
  expect(await ended).toMatchObject({ code: 130 });
  expect(readdirSync(home).sort()).toEqual(['cafe.yaml', 'x']);
});

it('under validate: exit 130, no scorecard, and nothing said of keeping replications', async () => {
  const { child, ended, says } = start(['validate', '--workers', '1', '--verbose'], folderWith());
  await says(' worlds');
  child.kill('SIGINT');
  const { code, stdout, stderr } = await ended;
  expect([code, stdout]).toEqual([130, '']);
  expect(stderr).toContain('No scorecard will be printed;');
  expect(stderr).not.toContain('kept');
});
