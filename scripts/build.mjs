#!/usr/bin/env node
/**
 * Builds `dist/` from `src/` with the TypeScript compiler, puts modules that are loaded together into one scope, and removes
 * what no source stands behind any more.
 *   --if-stale  does nothing when no source is newer than the last good build
 *   --quiet     prints only errors
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { joinModules, PARTS } from './join-modules.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const stamp = join(dist, '.built');
const quiet = process.argv.includes('--quiet');

/** Every file below a folder. */
function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** What a build depends on: sources, packages, compiler settings and these scripts. */
function inputs() {
  const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.base.json'];
  const scripts = ['scripts/build.mjs', 'scripts/join-modules.mjs'];
  return [...filesBelow(join(root, 'src')), ...[...settings, ...scripts].map((name) => join(root, name))].filter(
    (file) => existsSync(file),
  );
}

/** Stale when there is no good build, or a source is newer than it, or one has gone. */
function isStale(sources) {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  return sources.some((file) => statSync(file).mtimeMs > built) || orphans().length > 0;
}

/** Compiled files whose source is gone: left in place they would still be imported and packed. */
function orphans() {
  const parts = join(dist, PARTS) + sep;
  return filesBelow(dist).filter((file) => {
    if (file.startsWith(parts)) return false;
    const match = /^(.*?)(\.d\.ts|\.js)(\.map)?$/.exec(relative(dist, file));
    return match !== null && !existsSync(join(root, 'src', `${match[1]}.ts`));
  });
}

/** The compiler of this installation, or a plain message about how to get it. */
function compiler() {
  try {
    return createRequire(import.meta.url).resolve('typescript/lib/tsc.js');
  } catch {
    process.stderr.write('spillover: TypeScript is not installed, so dist/ cannot be built. Run: npm ci\n');
    process.exit(1);
  }
}

/** True while the process of a lock is there. */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** After so long a build that waits for another one says so [ms]. */
const PATIENCE = 60_000;

/** Waits until no other build of this folder is under way, and keeps others out until this process ends. */
function lock() {
  const file = join(dist, '.building');
  mkdirSync(dist, { recursive: true });
  let told = Date.now() + PATIENCE;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      process.on('exit', () => rmSync(file, { force: true }));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isLeft(file)) clear(file);
    if (Date.now() > told) {
      process.stderr.write(
        `spillover: waiting for another build (process ${holderOf(file)}). If there is none, remove ${file} and ${file}.clearing\n`,
      );
      told = Number.POSITIVE_INFINITY;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
}

/** Process that holds a lock; 0 where nobody has written into it yet. */
function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0; // gone by now
  }
}

/** Whether the process that held a lock is gone. */
function isLeft(file) {
  const holder = holderOf(file);
  return holder > 0 && !isAlive(holder);
}

/** Removes a lock whose holder is gone: one waiter at a time, which looks again, since somebody else may hold it by now. */
function clear(file) {
  try {
    writeFileSync(`${file}.clearing`, '', { flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return;
  }
  if (isLeft(file)) rmSync(file, { force: true });
  rmSync(`${file}.clearing`, { force: true });
}

const onlyIfStale = process.argv.includes('--if-stale');
let sources = inputs();
if (onlyIfStale && !isStale(sources)) process.exit(0);
lock();
sources = inputs();
if (onlyIfStale && !isStale(sources)) process.exit(0); // another build was under way, and has done it

const started = Date.now();
const newest = Math.max(...sources.map((file) => statSync(file).mtimeMs));
rmSync(stamp, { force: true });
for (const file of orphans()) rmSync(file, { force: true });
const { status } = spawnSync(process.execPath, [compiler(), '-b', root], { cwd: root, stdio: ['ignore', 2, 2] });
if (status !== 0) process.exit(status ?? 1);
await joinModules(root);
writeFileSync(stamp, '');
// They carry the age of the newest source, so that an edit made during the build still counts as newer, for the compiler as well.
for (const file of [stamp, ...filesBelow(dist).filter((name) => name.endsWith('.tsbuildinfo'))])
  utimesSync(file, new Date(), new Date(Math.ceil(newest)));
if (!quiet) process.stderr.write(`Built dist/ in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
