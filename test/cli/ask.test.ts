/** The command that answers questions, and the gallery that shows them all. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { LIBRARY, OWN, withoutFuture } from '../support/cafe-question.js';
import { here } from './support/here.js';
import { folderWith, spillover } from './support/spillover.js';

const GALLERY = resolve(import.meta.dirname, '../../scripts/gallery.mjs');

it('lists the questions that ship, and describes one without running it', async () => {
  const home = folderWith(OWN);
  const { stdout } = await here(['ask'], home);
  expect(stdout).toMatch(/^question +what is asked\nbridging-the-gap +Can mental-health/);
  expect((await here(['describe', 'question', './questions/third-worker.yaml'], home)).stdout).toContain(
    '\n  People who gave up [gave-up]: unmet\n  Mean wait [wait]: wait-mean of service cafe, group people\n',
  );
  const wrong = await here(['ask', 'briding-the-gap'], home);
  expect([wrong.code, wrong.stdout]).toEqual([2, '']);
  expect(wrong.stderr).toContain('Did you mean `bridging-the-gap`?');
  expect(existsSync(join(home, 'out'))).toBe(false);
});

it('answers a question of one’s own from any folder, which can be computed again byte by byte', async () => {
  const home = folderWith(withoutFuture(OWN));
  const words = ['ask', './third-worker.yaml', '--replications', '3', '--workers', '1', '--excel'];
  const asked = spillover(words, join(home, 'questions'));
  expect([asked.code, asked.stderr]).toEqual([0, expect.stringContaining('question.html')]);
  expect(asked.stdout).toMatch(/\n- It does: People who gave up, \d+ fewer episodes a week \(95% interval/);
  expect(asked.stdout).toContain('\nWhat it cannot say: Whether they come to harm.');
  const folder = join(home, 'questions/out/third-worker');
  expect(readdirSync(folder).sort()).toEqual(
    ['figures.csv', 'inputs', 'manifest.json', 'question.html', 'report.html', 'results.json', 'tables'].sort(),
  );
  const tables = ['figures.csv', ...readdirSync(join(folder, 'tables')).map((name) => `tables/${name}`)];
  for (const table of tables) expect(readFileSync(join(folder, table), 'utf8'), table).toMatch(/^\uFEFF[a-z]/);
  const again = await here(['rerun', folder, '--workers', '1'], home);
  expect(again.stdout).toContain('The same bytes: ');
});

it('tells a figure that no world has where it stands, also when it is only checked', async () => {
  const text = OWN['questions/third-worker.yaml'] ?? '';
  const home = folderWith({ ...OWN, 'questions/third-worker.yaml': text.replace('measure: unmet', 'measure: unmat') });
  const { code, stderr } = await here(['check', 'questions/third-worker.yaml'], home);
  expect(code).toBe(2);
  expect(stderr).toContain('third-worker.yaml:12:49  figures.gave-up.measure');
  expect(stderr).toContain('Did you mean `unmet`?');
});

it('makes a gallery whole or not at all, from a library of its own, with every link leading somewhere', () => {
  const home = folderWith(LIBRARY);
  const gallery = (...words: string[]) =>
    spawnSync(process.execPath, [GALLERY, '--scenarios', home, '--workers', '1', ...words], {
      cwd: home,
      encoding: 'utf8',
    });
  const wrong = gallery('--only', 'thrid-worker');
  expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('Did you mean third-worker?')]);
  expect(existsSync(join(home, 'out'))).toBe(false);
  const made = gallery('--replications', '2', '--out', 'site');
  expect([made.status, made.stdout]).toEqual([0, expect.stringMatching(/site\/index\.html: 8 files, 0\.\d MB/)]);
  const site = join(home, 'site');
  const pages = ['index.html', 'comparisons/third-worker/index.html', 'questions/third-worker/question.html'];
  for (const page of pages) {
    const text = readFileSync(join(site, page), 'utf8');
    expect(text).not.toMatch(/<script|<img|(?:src|href)="https?:\/\/(?!example\.org)/);
    const links = [...text.matchAll(/href="([^"#]+)"/g)]
      .map(([, to = '']) => to)
      .filter((to) => !to.startsWith('http'));
    expect(links.length).toBeGreaterThan(0);
    for (const to of links) expect(existsSync(join(site, page, '..', to)), `${page}: ${to}`).toBe(true);
  }
  expect(gallery('--only', 'third-worker', '--out', 'site').stderr).toContain('is there already');
});
