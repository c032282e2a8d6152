import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkFile, loadFamily, loadScenario } from '../../src/scenarios/index.js';
import { inFolder, load, told } from './support/load.js';
import { policy, withPolicy } from './support/policy.js';
import { small } from './support/small.js';

test('byte-order marks and Windows line ends do no harm, and places stay right', () => {
  const windows = `\uFEFF${small.replaceAll('\n', '\r\n')}`;
  expect(load(windows).ok).toBe(true);
  const wrong = load(windows.replace('capacity: 3', 'capacty: 3'));
  expect(wrong.ok ? [] : told(wrong.problems)).toEqual([
    's.yaml:12:39 services.clinic.capacty: `capacty` is not a key that is known here.',
  ]);
  const first = load(windows.replace('spillover: 1', 'spilover: 1'));
  expect(first.ok ? [] : told(first.problems)).toEqual([
    's.yaml:1:1 spilover: `spilover` is not a key that is known here.',
  ]);
});

test('every file that was read is listed with its hash, relative to the project root', () => {
  const files = withPolicy('  - scale: {what: services.clinic.capacity, by: 2}', '', '../policies/p.yaml');
  const named = {
    'my/scenarios/s.yaml':
      files['s.yaml']?.replace('scenario: small', 'scenario: small\nevidence: [../data/e.csv]') ?? '',
    'my/policies/p.yaml': files['p.yaml'] ?? '',
    'my/data/e.csv': 'id,quantity,value,low,high,unit,geography,period,source,url,quality,note\n',
  };
  inFolder(named, (folder) => {
    const loaded = loadScenario('my/scenarios/s.yaml', { cwd: folder });
    if (!loaded.ok) throw new Error(told(loaded.problems).join('\n'));
    expect(loaded.project).toBe(join(folder, 'my'));
    expect(loaded.entry).toBe('project/scenarios/s.yaml');
    expect(loaded.files.map((file) => file.path)).toEqual([
      'project/data/e.csv',
      'project/policies/p.yaml',
      'project/scenarios/s.yaml',
    ]);
    for (const { text, hash } of loaded.files) expect(hash).toBe(createHash('sha256').update(text).digest('hex'));
  });
});

test('what was read can be read again from a copy', () => {
  const original = loadScenario('right-care-right-person', { cwd: '/' });
  if (!original.ok) throw new Error(told(original.problems).join('\n'));
  expect(original.entry).toBe('shipped/right-care-right-person.yaml');
  expect(original.files.map((file) => file.path)).toContain('shipped/uk-baseline.yaml');
  inFolder(Object.fromEntries(original.files.map((file) => [file.path, file.text])), (folder) => {
    const copy = loadScenario('right-care-right-person', { cwd: folder, shipped: join(folder, 'shipped') });
    if (!copy.ok) throw new Error(told(copy.problems).join('\n'));
    expect(copy.scenario.world).toEqual(original.scenario.world);
    expect(copy.files).toEqual(original.files);
  });
});

test('the project root is the nearest folder with scenarios/ or spillover.yaml, else that of the entry file', () => {
  inFolder(
    { 'a/b/s.yaml': small, 'c/spillover.yaml': '', 'c/d/e/s.yaml': small, 'f/scenarios/g/s.yaml': small },
    (folder) => {
      const rootOf = (path: string) => {
        const loaded = loadScenario(path, { cwd: folder });
        return loaded.ok ? [loaded.project, loaded.entry] : [];
      };
      expect(rootOf('a/b/s.yaml')).toEqual([join(folder, 'a/b'), 'project/s.yaml']);
      expect(rootOf('c/d/e/s.yaml')).toEqual([join(folder, 'c'), 'project/d/e/s.yaml']);
      expect(rootOf('f/scenarios/g/s.yaml')).toEqual([join(folder, 'f'), 'project/scenarios/g/s.yaml']);
    },
  );
});

test('a link that leads out of the project is refused', () => {
  inFolder(
    { 'inside/s.yaml': 'spillover: 1\nscenario: s\nextends: ./link.yaml\n', 'outside.yaml': small },
    (folder) => {
      symlinkSync(join(folder, 'outside.yaml'), join(folder, 'inside/link.yaml'));
      const loaded = loadScenario('./s.yaml', { cwd: join(folder, 'inside') });
      expect(loaded.ok ? [] : told(loaded.problems)).toEqual([
        's.yaml:3:10 extends: This file lies outside of the project.',
      ]);
      const entry = loadScenario('inside/link.yaml', { cwd: folder });
      expect(entry.ok ? [] : entry.problems[0]).toMatchObject({
        found: `inside/link.yaml, a link that leads to ${realpathSync(join(folder, 'outside.yaml'))}`,
        next: 'Copy the file that it leads to into the project, and name the copy.',
      });
    },
  );
});

test('folders and huge files are refused unread', () => {
  inFolder({ 's.yaml': 'spillover: 1\nscenario: s\nextends: ./sub/t.yaml\n' }, (folder) => {
    mkdirSync(join(folder, 'sub/t.yaml'), { recursive: true });
    const asFolder = loadScenario('./s.yaml', { cwd: folder });
    expect(asFolder.ok ? [] : told(asFolder.problems)).toEqual(['s.yaml:3:10 extends: This is a folder.']);
    writeFileSync(join(folder, 'sub/u.yaml'), `a: ${'x'.repeat(8_000_001)}`);
    writeFileSync(join(folder, 's.yaml'), 'spillover: 1\nscenario: s\nextends: ./sub/u.yaml\n');
    const huge = loadScenario('./s.yaml', { cwd: folder });
    expect(huge.ok ? [] : told(huge.problems)).toEqual(['s.yaml:3:10 extends: This file is too large.']);
  });
});

test('a scenario that is not there', () => {
  const missing = load({ 't.yaml': small });
  expect(missing.ok ? [] : told(missing.problems)).toEqual(['./s.yaml:1:1 : There is no file `./s.yaml`.']);
  expect(missing.ok ? null : missing.problems[0]?.nearest).toBe('./t.yaml');
  const shipped = load({}, 'uk-basline');
  expect(shipped.ok ? null : shipped.problems[0]?.nearest).toBe('uk-baseline');
});

test('a family shares its root, and its time', () => {
  const files = {
    'base.yaml': small,
    'more.yaml': 'spillover: 1\nscenario: more\nextends: ./base.yaml\nservices: {clinic: {capacity: 5}}\n',
    'later.yaml': 'spillover: 1\nscenario: later\nextends: ./base.yaml\ntime: {warm-up: 2 weeks}\n',
    'alone.yaml': small.replace('scenario: small', 'scenario: alone'),
    'same.yaml': 'spillover: 1\nscenario: small\nextends: ./base.yaml\n',
  };
  inFolder(files, (cwd) => {
    const good = loadFamily(['./base.yaml', './more.yaml'], { cwd });
    expect(good.ok && good.scenarios.map((scenario) => scenario.world.name)).toEqual(['small', 'more']);
    const bad = loadFamily(['./base.yaml', './more.yaml', './later.yaml', './alone.yaml', './same.yaml'], { cwd });
    expect(bad.ok ? [] : told(bad.problems)).toEqual([
      'alone.yaml:2:11 scenario: It does not share its people with `small`, so the two cannot be compared.',
      'later.yaml:4:17 time.warm-up: Its time differs from that of `small`, so the two cannot be compared.',
      'same.yaml:2:11 scenario: Two scenarios of a comparison have the same id.',
    ]);
  });
});

test('a file with people of its own is told apart from the root that it extends, by names as they are written', () => {
  const files = {
    'base.yaml': small,
    'own.yaml': 'spillover: 1\nscenario: own\nextends: ./base.yaml\nfamily: own\n',
    'child.yaml': 'spillover: 1\nscenario: child\nextends: ./own.yaml\n',
    'alone.yaml': small.replace('scenario: small', 'scenario: alone'),
  };
  inFolder(files, (cwd) => {
    const problemsOf = (...names: string[]) => {
      const loaded = loadFamily(names, { cwd });
      return loaded.ok ? [] : loaded.problems.map(({ found, expected, next }) => [found, expected, next]);
    };
    const apart = [
      'a scenario whose root is `./own.yaml`',
      'one whose root is `./base.yaml`',
      '`./own.yaml` says `family: own`, so it has people of its own: compare it with scenarios that say `extends: ./own.yaml`.',
    ];
    expect(problemsOf('./base.yaml', './own.yaml')).toEqual([apart]);
    expect(problemsOf('./base.yaml', './child.yaml')).toEqual([apart]);
    expect(problemsOf('./base.yaml', './alone.yaml')).toEqual([
      ['a scenario whose root is `./alone.yaml`', apart[1], 'Write `extends: ./base.yaml` and only what differs.'],
    ]);
    expect(problemsOf('uk-baseline', './own.yaml')).toMatchObject([
      [apart[0], 'one whose root is `uk-baseline`', 'Write `extends: uk-baseline` and only what differs.'],
    ]);
    expect(loadFamily(['./own.yaml', './child.yaml'], { cwd }).ok).toBe(true);
  });
});

test('a shipped scenario of another family is told with a file that puts its policies on the baseline', () => {
  inFolder({}, (cwd) => {
    const bad = loadFamily(['uk-baseline', 'crisis-alternatives'], { cwd });
    const [first] = bad.ok ? [] : bad.problems;
    expect(first?.next).toContain('`crisis-alternatives` ships as a policy on `uk-whole`.');
    const file =
      first?.next
        .split('\n')
        .slice(1)
        .map((line) => line.trim())
        .join('\n') ?? '';
    writeFileSync(join(cwd, 'mine.yaml'), `${file}\n`);
    expect(loadFamily(['uk-baseline', './mine.yaml'], { cwd }).ok).toBe(true);
  });
});

test('problems of all members of a family are told at once', () => {
  const files = {
    'a.yaml': small.replace('capacity: 3', 'capacty: 3'),
    'b.yaml': 'spillover: 1\nscenario: b\nextends: ./a.yaml\nservices: {doctor: {agency: nsh}}\n',
  };
  const loaded = inFolder(files, (cwd) => loadFamily(['./b.yaml', './a.yaml'], { cwd }));
  expect(loaded.ok ? [] : loaded.problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
    'a.yaml:12',
    'b.yaml:4',
  ]);
});

test('any file can be checked by itself', () => {
  const files = {
    's.yaml': small,
    'p.yaml': policy('  - scale: {what: services.clinic.capacity, by: 2}'),
    'q.yaml': policy('  - scale: {what: services.clinic.capacity, by: $x}'),
    'r.yaml': policy('  - scael: {what: services.clinic.capacity, by: 2}'),
    't.yaml': 'spillover: 1\ntargets: {}\n',
    'u.yaml': 'spillover: 1\n',
    'v.yaml': 'spillover: [\n',
  };
  inFolder(files, (cwd) => {
    const check = (name: string) => {
      const { kind, problems } = checkFile(name, { cwd });
      return [kind, ...told(problems)];
    };
    expect(check('./s.yaml')).toEqual(['scenario']);
    expect(check('./p.yaml')).toEqual(['policy']);
    expect(check('./q.yaml')).toEqual(['policy']);
    expect(check('./r.yaml')).toEqual([
      'policy',
      'r.yaml:5:5 edits[0].scael: `scael` is not a key that is known here.',
    ]);
    expect(check('./t.yaml')[0]).toBe('targets');
    expect(check('./u.yaml')).toEqual(['unknown', 'u.yaml:1:1 : This file does not say what it is.']);
    expect(check('./v.yaml')[0]).toBe('unknown');
    expect(check('./w.yaml')).toEqual(['unknown', './w.yaml:1:1 : There is no file `./w.yaml`.']);
    expect(check('uk-baseline')).toEqual(['scenario']);
    expect(check('drug-diversion')[0]).toBe('scenario');
  });
});
