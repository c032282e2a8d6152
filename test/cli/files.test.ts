/** Output folders are whole or not there, and nobody else's files are touched. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Claim, claimFolder } from '../../src/cli/files.js';
import { maySkip } from '../support/demanded.js';
import { folderWith } from './support/spillover.js';

const MADE = JSON.stringify({ tool: { name: 'spillover' }, outputs: [{ path: 'report.html' }], inputs: [] });
const made = { 'out/manifest.json': MADE, 'out/report.html': 'old' };

function claimed(path: string, force = false): Claim {
  const result = claimFolder(path, force);
  if (!result.ok) throw new Error(result.reason);
  return result.claim;
}

function refused(path: string, force = false): string {
  const result = claimFolder(path, force);
  return result.ok ? 'not refused' : result.reason;
}

describe('a claim', () => {
  it('shows nothing in place until it is kept', async () => {
    const home = folderWith();
    const claim = claimed(join(home, 'a/b/out'));
    await claim.write(new Map([['tables/t.csv', 'x']]));
    expect(existsSync(join(home, 'a/b/out'))).toBe(false);
    claim.keep();
    expect(readFileSync(join(home, 'a/b/out/tables/t.csv'), 'utf8')).toBe('x');
    expect(readdirSync(join(home, 'a/b'))).toEqual(['out']);
  });

  it('leaves nothing behind when discarded, not even the folders on the way', async () => {
    const home = folderWith();
    const claim = claimed(join(home, 'a/b/out'));
    await claim.write(new Map([['report.html', 'x']]));
    claim.discard();
    claim.discard();
    expect(readdirSync(home)).toEqual([]);
  });

  it('keeps folders that were there before', () => {
    const home = folderWith({ 'a/mine.txt': '1' });
    claimed(join(home, 'a/b/out')).discard();
    expect(readdirSync(join(home, 'a'))).toEqual(['mine.txt']);
  });

  it('with force replaces a folder that spillover made, whole', async () => {
    const home = folderWith({ ...made, 'out/tables/t.csv': '' });
    writeFileSync(join(home, 'out/manifest.json'), MADE.replace('[{', '[{"path":"tables/t.csv"},{'));
    const claim = claimed(join(home, 'out'), true);
    await claim.write(new Map([['report.html', 'new']]));
    expect(readFileSync(join(home, 'out/report.html'), 'utf8')).toBe('old');
    claim.keep();
    expect(readdirSync(join(home, 'out'))).toEqual(['report.html']);
    expect(readdirSync(home)).toEqual(['out']);
  });

  it('fills an empty folder, whole, and leaves it alone as long as it is not kept', async () => {
    const home = folderWith();
    const place = join(home, 'out');
    mkdirSync(place);
    claimed(place).discard();
    const claim = claimed(place);
    await claim.write(new Map([['tables/t.csv', 'x']]));
    expect(readdirSync(place)).toEqual([]);
    expect(claim.keep()).toEqual({ folder: place, reason: null });
    expect([readdirSync(place), readdirSync(home)]).toEqual([['tables'], ['out']]);
  });

  it('leaves alone an empty folder that somebody has filled by then', async () => {
    const home = folderWith();
    mkdirSync(join(home, 'out'));
    const claim = claimed(join(home, 'out'));
    await claim.write(new Map([['report.html', 'new']]));
    writeFileSync(join(home, 'out/thesis.docx'), '1');
    expect(claim.keep().folder).toBe(join(home, 'out-2'));
    expect(readdirSync(join(home, 'out'))).toEqual(['thesis.docx']);
  });

  it('follows a link to the folder itself', async () => {
    const home = folderWith({ 'real/manifest.json': MADE });
    symlinkSync(join(home, 'real'), join(home, 'link'));
    const claim = claimed(join(home, 'link'), true);
    await claim.write(new Map([['report.html', 'new']]));
    claim.keep();
    expect(readdirSync(join(home, 'real'))).toEqual(['report.html']);
  });
});

describe('a disk that is full half-way', () => {
  it.skipIf(maySkip(existsSync('/dev/full')))(
    'is told with what is needed, and nothing half-written is left',
    async () => {
      const home = folderWith();
      const claim = claimed(join(home, 'a/out'));
      const [aside = ''] = readdirSync(join(home, 'a'));
      symlinkSync('/dev/full', join(home, 'a', aside, 'report.html'));
      const files = new Map([
        ['results.json', '{}'],
        ['report.html', 'x'.repeat(2e6)],
      ]);
      expect(await claim.write(files)).toMatch(
        /a\/out\/report\.html could not be written: the disk is full \(these files need about 2\.0 MB\)\. Nothing was kept\./,
      );
      claim.discard();
      expect(readdirSync(home)).toEqual([]);
    },
  );
});

describe('what came after the claim is left alone', () => {
  it('a folder, a file, a link to nowhere or an empty folder where there was nothing', async () => {
    const come: readonly ((path: string) => void)[] = [
      (path) => mkdirSync(path),
      (path) => writeFileSync(path, 'thesis'),
      (path) => symlinkSync('nowhere', path),
      (path) => {
        mkdirSync(path);
        writeFileSync(join(path, 'thesis.docx'), '1');
      },
    ];
    for (const arrive of come)
      for (const force of [false, true]) {
        const home = folderWith();
        const place = join(home, 'out');
        const claim = claimed(place, force);
        await claim.write(new Map([['report.html', 'new']]));
        arrive(place);
        const before = lstatSync(place);
        const { folder, reason } = claim.keep();
        expect(lstatSync(place)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
        expect(folder).toBe(`${place}-2`);
        expect(reason).toContain(`${place} `);
        expect(reason).toContain(`The results are in ${folder} instead.`);
        expect(readFileSync(join(folder, 'report.html'), 'utf8')).toBe('new');
        claim.discard();
        expect(readdirSync(home)).toEqual(['out', 'out-2']);
      }
  });

  it('a folder of another run, without force; with force it is replaced', async () => {
    for (const force of [false, true]) {
      const home = folderWith();
      const claim = claimed(join(home, 'out'), force);
      await claim.write(new Map([['report.html', 'new']]));
      const other = claimed(join(home, 'other'));
      await other.write(new Map(Object.entries({ 'manifest.json': MADE, 'report.html': 'old' })));
      other.keep();
      renameSync(join(home, 'other'), join(home, 'out'));
      expect(claim.keep().folder).toBe(join(home, force ? 'out' : 'out-2'));
      expect(readFileSync(join(home, 'out/report.html'), 'utf8')).toBe(force ? 'new' : 'old');
      expect(readdirSync(home)).toEqual(force ? ['out'] : ['out', 'out-2']);
    }
  });

  it('a note put into a folder that was to be replaced, and the name beside it that is taken', async () => {
    const home = folderWith({ ...made, 'out-2/mine.txt': '1' });
    const claim = claimed(join(home, 'out'), true);
    await claim.write(new Map([['report.html', 'new']]));
    writeFileSync(join(home, 'out/note.txt'), 'keep me');
    const { folder, reason } = claim.keep();
    expect(reason).toContain('(note.txt)');
    expect(readdirSync(join(home, 'out'))).toEqual(['manifest.json', 'note.txt', 'report.html']);
    expect(readdirSync(join(home, 'out-2'))).toEqual(['mine.txt']);
    expect([folder, readdirSync(folder)]).toEqual([join(home, 'out-3'), ['report.html']]);
  });
});

describe('a folder is refused', () => {
  it('when it is there and force is not given', () => {
    expect(refused(join(folderWith(made), 'out'))).toContain('--force');
  });

  it('when spillover did not make it, with or without force', () => {
    const home = folderWith({ 'out/thesis.docx': '1' });
    expect(refused(join(home, 'out'))).toContain('not made by spillover');
    expect(refused(join(home, 'out'), true)).toContain('not made by spillover');
    expect(refused(home, true)).toContain('not made by spillover');
  });

  it('when a stranger has put a file beside ours, and the file is named', () => {
    expect(refused(join(folderWith({ ...made, 'out/notes/a.txt': '1' }), 'out'), true)).toContain('notes/a.txt');
  });

  it('when its manifest is no manifest', () => {
    const home = folderWith({ 'bad/manifest.json': '{"tool":' });
    expect(refused(join(home, 'bad'), true)).toContain('not made by spillover');
  });

  it('when it is empty and one is in it: it would be put out of the way under one’s feet', () => {
    const [home, before] = [folderWith(), process.cwd()];
    process.chdir(home);
    expect(refused('.')).toContain('not made by spillover');
    process.chdir(before);
  });

  it('when it is a file, or below a file, or a link to nowhere', () => {
    const home = folderWith({ file: '1' });
    symlinkSync(join(home, 'gone'), join(home, 'link'));
    expect(refused(join(home, 'file'))).toContain('is a file');
    expect(refused(join(home, 'file/out'))).toContain('part of the path is a file');
    expect(refused(join(home, 'link'))).toContain('no such place');
    expect(readdirSync(home).sort()).toEqual(['file', 'link']);
  });
});
