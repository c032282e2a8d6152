/** `run` and `compare`: what is printed where, what is written, and what is left alone. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../src/cli/files.js';
import { CAFE, THIRD_WORKER } from './support/cafe.js';
import { here } from './support/here.js';
import { folderWith, spillover } from './support/spillover.js';

const FILES = { 'cafe.yaml': CAFE, 'third-worker.yaml': THIRD_WORKER };
const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

describe('a run', () => {
  it('writes the folder, prints the answer, and says what it wrote and what to do next', () => {
    const home = folderWith(FILES);
    const { code, stdout, stderr } = spillover(['compare', './cafe.yaml', './third-worker.yaml'], home);
    expect(code).toBe(0);
    expect(stdout).toMatch(/95% interval/);
    expect(stderr).toContain('Written to out/cafe-vs-third-worker');
    expect(stderr).toMatch(
      /Next: open out\/cafe-vs-third-worker\/report\.html\nThe same bytes again: spillover rerun out\/cafe-vs-third-worker\n$/,
    );
    const folder = join(home, 'out/cafe-vs-third-worker');
    const names = listFiles(folder);
    for (const name of ['report.html', 'results.json', 'manifest.json', 'inputs/project/cafe.yaml'])
      expect(names).toContain(name);
    for (const table of ['services', 'outcomes', 'displacement']) expect(names).toContain(`tables/${table}.csv`);
    expect(read(folder, 'inputs/project/third-worker.yaml')).toBe(THIRD_WORKER);
    expect(readdirSync(join(home, 'out'))).toEqual(['cafe-vs-third-worker']);
  });

  it('leaves a manifest that lists every file with its fingerprint, and how to ask again', async () => {
    const home = folderWith(FILES);
    await here(['run', './cafe.yaml', '--seed', 'seven', '--out', 'x', '--workers', '2'], home);
    const manifest = JSON.parse(read(home, 'x/manifest.json'));
    const listed = [...manifest.inputs, ...manifest.outputs];
    expect(listed.map(({ path }) => path).sort()).toEqual(
      listFiles(join(home, 'x'))
        .filter((path) => path !== 'manifest.json')
        .sort(),
    );
    for (const { path, sha256 } of listed)
      expect(
        createHash('sha256')
          .update(read(home, `x/${path}`))
          .digest('hex'),
      ).toBe(sha256);
    expect(manifest.request).toMatchObject({
      command: 'run',
      scenarios: ['./cafe.yaml'],
      seed: 'seven',
      replications: 4,
    });
    expect(manifest.replications).toMatchObject({ requested: 4, completed: 4 });
    expect(manifest.tool).toMatchObject({ name: 'spillover' });
    expect(manifest.chance).toMatchObject({ seed: 'seven', sharedByWorlds: true });
    expect(manifest.machine).toMatchObject({ workers: 2, node: process.version });
  });

  it('holds no path of this machine in any file', async () => {
    const home = folderWith(FILES);
    await here(['run', './cafe.yaml', '--out', 'x'], home);
    const faulty = listFiles(join(home, 'x')).filter((path) => read(home, `x/${path}`).includes(home));
    expect(faulty).toEqual([]);
  });

  it('with --json prints one document on standard output, and nothing else there', async () => {
    const { code, stdout, stderr } = await here(['run', './cafe.yaml', '--json'], folderWith(FILES));
    expect(code).toBe(0);
    const document = JSON.parse(stdout);
    expect(document.answer.headline).toMatch(/Simulated/);
    expect(document.results.worlds.map(({ id }: { id: string }) => id)).toEqual(['cafe']);
    expect(document.files).toContain('report.html');
    expect(stderr).toContain('Written to');
  });

  it('with --quiet prints the answer alone', async () => {
    const { stdout, stderr } = await here(['run', './cafe.yaml', '--quiet'], folderWith(FILES));
    expect(stderr).toBe('');
    expect(stdout).toMatch(/Simulated/);
  });

  it('takes options from the environment, and a flag overrules it', async () => {
    const home = folderWith(FILES);
    const environment = { SPILLOVER_SEED: 'from outside', SPILLOVER_REPLICATIONS: '2', SPILLOVER_OUT: 'there' };
    spillover(['run', './cafe.yaml', '--replications', '3'], home, environment);
    expect(JSON.parse(read(home, 'there/manifest.json')).request).toMatchObject({
      seed: 'from outside',
      replications: 3,
    });
  });

  it('gives other numbers with another seed', async () => {
    const home = folderWith(FILES);
    for (const seed of ['1', '2']) await here(['run', './cafe.yaml', '--seed', seed, '--out', seed], home);
    expect(read(home, '1/results.json').replaceAll('"1"', '"2"')).not.toBe(read(home, '2/results.json'));
  });
});

describe('a baseline', () => {
  it('has the same numbers alone and beside others', async () => {
    const home = folderWith(FILES);
    await here(['run', './cafe.yaml', '--out', 'alone'], home);
    await here(['compare', './cafe.yaml', './third-worker.yaml', '--out', 'both'], home);
    const rows = (folder: string) => {
      const { estimates } = JSON.parse(read(home, `${folder}/results.json`));
      return estimates.filter(({ world }: { world: string }) => world === 'cafe');
    };
    expect(rows('alone').length).toBeGreaterThan(10);
    expect(rows('both')).toEqual(rows('alone'));
  });
});

describe('invalid input', () => {
  it('is refused with exit code 2, all of it at once, and nothing is written', async () => {
    const bad = CAFE.replace('capacity: 2', 'capacty: 2').replace('to: visit.talk', 'to: visit.tolk');
    const home = folderWith({ 'bad.yaml': bad });
    const { code, stdout, stderr } = await here(['run', './bad.yaml', '--out', 'deep/er'], home);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/bad\.yaml:9:\d+/);
    expect(stderr).toContain('Did you mean `capacity`?');
    expect(stderr).toMatch(/bad\.yaml:11:\d+/);
    expect(readdirSync(home)).toEqual(['bad.yaml']);
  });

  it('of an unknown shipped name is answered with the nearest', async () => {
    const { code, stderr } = await here(['run', 'uk-baselin'], folderWith());
    expect(code).toBe(2);
    expect(stderr).toMatch(/^uk-baselin\n {2}No scenario called/);
    expect(stderr).toContain('Did you mean `uk-baseline`?');
  });

  it('cannot move the cursor: control characters are not printed', async () => {
    const home = folderWith({ 'bad.yaml': CAFE.replace('agency: voluntary', 'agency: "v\\e[2Joid"') });
    const { code, stderr } = await here(['run', './bad.yaml'], home);
    expect(code).toBe(2);
    expect(stderr).not.toContain('\u001b');
  });

  it('of worlds that are not of one family is refused', async () => {
    const home = folderWith({ ...FILES, 'other.yaml': CAFE.replace('scenario: cafe', 'scenario: other') });
    const { code, stderr } = await here(['compare', './cafe.yaml', './other.yaml'], home);
    expect(code).toBe(2);
    expect(stderr).toContain('other.yaml');
    expect(readdirSync(home).sort()).toEqual(['cafe.yaml', 'other.yaml', 'third-worker.yaml']);
  });
});

describe('an output folder', () => {
  it('that is there is refused before anything is simulated, and replaced with --force', async () => {
    const home = folderWith(FILES);
    await here(['run', './cafe.yaml', '--out', 'x', '--replications', '2'], home);
    const before = read(home, 'x/manifest.json');
    const again = await here(['run', './cafe.yaml', '--out', 'x', '--replications', '100000'], home);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('--force');
    expect(read(home, 'x/manifest.json')).toBe(before);
    expect((await here(['run', './cafe.yaml', '--out', 'x', '--force', '--replications', '3'], home)).code).toBe(0);
    expect(JSON.parse(read(home, 'x/manifest.json')).replications.completed).toBe(3);
  });

  it('that spillover did not make is never replaced', async () => {
    const home = folderWith({ ...FILES, 'thesis/chapter.md': 'mine' });
    const { code, stderr } = await here(['run', './cafe.yaml', '--out', 'thesis', '--force'], home);
    expect(code).toBe(2);
    expect(stderr).toContain('not made by spillover');
    expect(readdirSync(join(home, 'thesis'))).toEqual(['chapter.md']);
  });

  it('that cannot be written is refused before anything is simulated', async () => {
    const home = folderWith(FILES);
    writeFileSync(join(home, 'file'), '');
    const { code, stdout, stderr } = await here(
      ['run', './cafe.yaml', '--out', 'file/x', '--replications', '100000'],
      home,
    );
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('cannot be written');
    expect(readdirSync(home).sort()).toEqual(['cafe.yaml', 'file', 'third-worker.yaml']);
  });
});
