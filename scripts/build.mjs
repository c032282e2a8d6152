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

/** What a build depends on: sources, compiler settings and this script. */
function inputs() {
  const settings = ['package.json', 'tsconfig.json', 'tsconfig.base.json', 'scripts/build.mjs'];
  return [...filesBelow(join(root, 'src')), ...settings.map((name) => join(root, name))].filter((file) =>
    existsSync(file),
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
  return filesBelow(dist).filter((file) => {
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

/** The bundler, or null with a message where it cannot be loaded. */
async function loadBundler() {
  return await import('rolldown').catch((reason) => {
    process.stderr.write(
      `spillover: rolldown cannot be loaded, so the engine stays in its modules, and is slower: ${reason.message}\n`,
    );
    return null;
  });
}

/** The compiled file of a source; any other file as it is. */
const compiledOf = (file) =>
  file.startsWith(join(root, 'src')) ? join(dist, relative(join(root, 'src'), file)) : file;
/** The source of a compiled file. */
const sourceOf = (file) => join(root, 'src', relative(dist, file)).replace(/\.js$/, '.ts');

/** How one file names another that it imports. */
const importFrom = (file, other) =>
  relative(dirname(file), other)
    .split(sep)
    .join('/')
    .replace(/^(?!\.)/, './');

/**
 * Makes the functions of a scope constants of it: the name of a declared function may be given another, which the compiler of
 * Node has to rule out at every call.
 */
async function functionsAsConstants() {
  const [{ RolldownMagicString }, { parseAst }] = await Promise.all([import('rolldown'), import('rolldown/parseAst')]);
  return {
    name: 'functions as constants',
    renderChunk(code) {
      const changed = new RolldownMagicString(code);
      for (const { type, id, start, end } of parseAst(code).body) {
        if (type !== 'FunctionDeclaration') continue;
        changed.appendLeft(start, `const ${id.name} = `);
        changed.appendRight(end, ';');
      }
      return changed;
    },
  };
}

/**
 * Writes one module in place of all that a source imports, which are taken as compiled. `kept` stay imports, as do packages
 * and what is imported only when it is needed.
 */
async function joinBehind(bundler, door, { kept = [], plugins = [], more = {} }) {
  const written = join(dist, `${door}.js`);
  const joined = await bundler.rolldown({
    input: sourceOf(written),
    platform: 'node',
    external: [/^node:/, 'cli-progress', 'commander', 'seedrandom', 'yaml', 'zod'],
    optimization: { inlineConst: { mode: 'all', pass: 3 } },
    ...more,
    plugins: [
      {
        name: 'compiled modules',
        resolveId(name, importer, { kind }) {
          if (importer === undefined || !name.startsWith('.')) return null;
          const file = resolve(dirname(compiledOf(importer)), name);
          if (kept.includes(file) || kind === 'dynamic-import')
            return { id: importFrom(written, file), external: true };
          // As an earlier build left it, it holds everything: a worker needs next to nothing of it.
          return file === join(dist, 'scenarios/index.js') ? sourceOf(file) : file;
        },
      },
      ...plugins,
    ],
  });
  await joined.write({ file: written, sourcemap: true });
}

/**
 * Writes `dist/sim/index.js` as one module in place of sixty: names of a scope are constants to the compiler of Node, while
 * what is imported is looked up and checked at every use. Constants that are numbers are written out. What is thrown stays one
 * class, for whoever imports it beside the engine. `dist/scenarios/index.js` is one in place of 150, which load in half the
 * time, and `dist/cli/main.js` holds what every command starts with. A worker thread is one module too, without the readers
 * of files that it never calls: it starts in a third of the time.
 */
async function joinModules() {
  const bundler = await loadBundler();
  if (bundler === null) return;
  const plugins = [await functionsAsConstants()];
  await joinBehind(bundler, 'sim/index', { kept: [join(dist, 'sim/invariant.js')], plugins });
  await joinBehind(bundler, 'scenarios/index', { kept: [join(dist, 'sim/index.js')] });
  // Lines of progress share one clock, which the commands loaded later have to share as well.
  await joinBehind(bundler, 'cli/main', { kept: [join(dist, 'cli/progress.js')] });
  await joinBehind(bundler, 'experiment/worker', { plugins, more: { treeshake: { moduleSideEffects: false } } });
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
await joinModules();
writeFileSync(stamp, '');
// They carry the age of the newest source, so that an edit made during the build still counts as newer, for the compiler as well.
for (const file of [stamp, ...filesBelow(dist).filter((name) => name.endsWith('.tsbuildinfo'))])
  utimesSync(file, new Date(), new Date(Math.ceil(newest)));
if (!quiet) process.stderr.write(`Built dist/ in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
