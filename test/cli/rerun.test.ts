/** `rerun` gets the same bytes from the folder alone, with any number of workers, and notices every change. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { maySkip } from '../support/demanded.js';
import { CAFE, THIRD_WORKER } from './support/cafe.js';
import { here } from './support/here.js';
import { folderWith, type Outcome, spillover } from './support/spillover.js';

/** The third worker as an assumption, so that tables name the file that it stands in. */
const ASSUMED = `${THIRD_WORKER.replace('capacity: 3', 'capacity: $workers')}parameters:
  workers: {value: 3, assumption: a guess, grade: E, range: [2, 4]}
`;

/** A folder that was written, with all that it was made from gone. */
async function writtenFolder(): Promise<string> {
  const home = folderWith({ 'study/cafe.yaml': CAFE, 'study/third-worker.yaml': ASSUMED });
  const words = [
    'compare',
    './study/cafe.yaml',
    './study/third-worker.yaml',
    '--out',
    'x',
    '--workers',
    '2',
    '--replications',
    '3',
  ];
  expect((await here(words, home)).code).toBe(0);
  rmSync(join(home, 'study'), { recursive: true });
  return home;
}

describe('a rerun', () => {
  it('from the folder alone, moved elsewhere, with 1, 2 or 3 workers, gives the same bytes and writes nothing', async () => {
    const home = await writtenFolder();
    renameSync(join(home, 'x'), join(home, 'moved'));
    for (const workers of ['1', '2', '3']) {
      const { code, stdout, stderr } = await here(['rerun', 'moved', '--workers', workers, '--quiet'], home);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^The same bytes: \d+ files/);
    }
    expect(readdirSync(home)).toEqual(['moved']);
  });

  it('of a run whose length was set by precision takes the same looks, with any number of workers', async () => {
    const home = folderWith({ 'cafe.yaml': CAFE });
    const words = [
      'run',
      './cafe.yaml',
      '--precision',
      '8%',
      '--precision-measures',
      'staff-hours:voluntary',
      '--excel',
    ];
    for (const workers of ['1', '2'])
      expect((await here([...words, '--out', workers, '--workers', workers], home)).code).toBe(0);
    const read = (path: string) => readFileSync(join(home, path), 'utf8');
    for (const file of ['results.json', 'report.html']) expect(read(`1/${file}`)).toBe(read(`2/${file}`));
    const manifest = JSON.parse(read('1/manifest.json'));
    expect(manifest.request.precision).toEqual({ share: 0.08, measures: ['staff-hours:voluntary'] });
    expect(manifest.replications.precision).toMatchObject({ isReached: true, firstLook: 16, most: 1024 });
    expect(read('1/report.html')).toContain('How the number of replications was set');
    // For Excel, which takes a file without the mark for another encoding; `rerun` knows that it was asked.
    for (const table of readdirSync(join(home, '1/tables'))) expect(read(`1/tables/${table}`)).toMatch(/^\uFEFF[a-z]/);
    expect(spillover(['rerun', '1', '--workers', '2'], home).code).toBe(0);
  });

  it('notices a table that was changed by one digit, and names it', async () => {
    const home = await writtenFolder();
    const table = join(home, 'x/tables/services.csv');
    const text = readFileSync(table, 'utf8');
    writeFileSync(
      table,
      text.replace(/\.\d/, (digit) => (digit === '.1' ? '.2' : '.1')),
    );
    const { code, stdout } = spillover(['rerun', 'x'], home);
    expect(code).toBe(1);
    expect(stdout).toBe('tables/services.csv: changed since it was written\n');
  });

  it('notices a changed input before it simulates', async () => {
    const home = await writtenFolder();
    writeFileSync(join(home, 'x/inputs/project/cafe.yaml'), CAFE.replace('capacity: 2', 'capacity: 4'));
    const { code, stdout } = await here(['rerun', 'x', '--json'], home);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ same: false, mismatches: [{ path: 'inputs/project/cafe.yaml' }] });
  });

  it.skipIf(maySkip(process.platform !== 'win32'))(
    'looks before it opens: a pipe would not answer, and a device would not end',
    async () => {
      const home = await writtenFolder();
      const names = ['input', 'output', 'manifest'];
      for (const name of names) cpSync(join(home, 'x'), join(home, name), { recursive: true });
      const instead = (path: string, make: (path: string) => void) => {
        rmSync(join(home, path), { recursive: true });
        make(join(home, path));
      };
      const pipe = (path: string) => spawnSync('sh', ['-c', 'mkfifo "$1"', 'sh', path]);
      instead('input/inputs/project/cafe.yaml', pipe);
      instead('output/report.html', (path) => symlinkSync('/dev/zero', path));
      instead('manifest/manifest.json', pipe);
      const told = (name: string) => {
        const { code, stdout, stderr } = spillover(['rerun', name], home);
        return { code, said: stdout + stderr };
      };
      expect(told('input')).toEqual({
        code: 1,
        said: expect.stringContaining('inputs/project/cafe.yaml: is no file\n'),
      });
      expect(told('output')).toEqual({ code: 1, said: expect.stringContaining('report.html: is no file\n') });
      expect(told('manifest')).toEqual({
        code: 2,
        said: expect.stringMatching(/manifest\.json is no file\. Give a folder that spillover wrote/),
      });
    },
  );

  it('names a file that spillover did not write, and gives the same bytes all the same', async () => {
    const home = await writtenFolder();
    writeFileSync(join(home, 'x/tables/mine\n.csv'), '1');
    const { code, stdout, stderr } = await here(['rerun', 'x'], home);
    expect([code, stdout]).toEqual([0, expect.stringContaining('The same bytes')]);
    expect(stderr).toContain(
      'x holds files that spillover did not write (tables/mine .csv), which are not compared.\n',
    );
    const asDocument = await here(['rerun', 'x', '--json'], home);
    expect(JSON.parse(asDocument.stdout)).toMatchObject({ same: true, others: ['tables/mine\n.csv'] });
  });

  it('notices that the numbers come out otherwise', async () => {
    const home = await writtenFolder();
    const file = join(home, 'x/manifest.json');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"seed": "1"', '"seed": "2"'));
    const { code, stdout, stderr } = await here(['rerun', 'x'], home);
    expect(code).toBe(1);
    expect(stdout).toContain('results.json: computed differently now');
    expect(stderr).toContain('Not the same bytes');
  });

  it('refuses what is no folder of ours, a newer one, and one that points outside itself', async () => {
    const home = await writtenFolder();
    const manifest = readFileSync(join(home, 'x/manifest.json'), 'utf8');
    const variants = {
      newer: manifest.replace('"schemaVersion": 1', '"schemaVersion": 2'),
      outside: manifest.replace('inputs/project/cafe.yaml', '../../etc/passwd'),
      broken: manifest.slice(0, 100),
      other: '{"schemaVersion": 1}',
    };
    for (const [name, text] of Object.entries(variants)) {
      cpSync(join(home, 'x'), join(home, name), { recursive: true });
      writeFileSync(join(home, name, 'manifest.json'), text);
    }
    const told: Outcome[] = [];
    for (const name of ['nothing', ...Object.keys(variants)]) told.push(await here(['rerun', name], home));
    expect(told.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2]);
    const reasons = [
      'no manifest to read',
      'newer spillover',
      'leads out of the folder',
      'not JSON',
      'not as spillover wrote it',
    ];
    for (const [at, reason] of reasons.entries()) expect(told[at]?.stderr).toContain(reason);
  });
});
