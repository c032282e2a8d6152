/** Joins modules that are loaded together, and the packages that they call, into few files. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** Folder in `dist/` of what several doors share. It lies as deep as they do, so that paths beside a module hold there too. */
export const PARTS = 'parts';
/** Where the terms stand under which packages are copied. */
const LICENCES = 'licences.txt';
/** Files through which folders are entered, beside the engine's. */
const DOORS = ['cli/main', 'scenarios/index', 'experiment/index', 'report/index'];
/** Node's own modules, a package that starts threads from files of its own, and one that the engine calls once a run. */
const OUTSIDE = [/^node:/, 'piscina', 'seedrandom'];

/** The bundler, or null with a message where it cannot be loaded. */
async function loadBundler() {
  return await import('rolldown').catch((reason) => {
    process.stderr.write(
      `spillover: rolldown cannot be loaded, so modules stay as they are, and are slower: ${reason.message}\n`,
    );
    return null;
  });
}

/** How one file names another that it imports. */
const importFrom = (file, other) =>
  relative(dirname(file), other)
    .split(sep)
    .join('/')
    .replace(/^(?!\.)/, './');

/**
 * Takes modules as compiled.
 * @param doors Doors that are taken from their sources: as an earlier build left them, they hold everything.
 * @param isKept Whether a file stays an import of whoever imports it.
 */
function compiledModules(root, doors, isKept) {
  const [src, dist] = [join(root, 'src'), join(root, 'dist')];
  const read = doors.map((door) => join(dist, `${door}.js`));
  return {
    name: 'compiled modules',
    resolveId(name, importer) {
      if (importer === undefined || !name.startsWith('.') || importer.includes('node_modules')) return null;
      const from = importer.startsWith(src) ? join(dist, relative(src, importer)) : importer;
      const file = resolve(dirname(from), name);
      if (isKept(file, from)) return { id: importFrom(join(dist, 'any/file.js'), file), external: true };
      return read.includes(file) ? join(src, relative(dist, file)).replace(/\.js$/, '.ts') : file;
    },
  };
}

/**
 * Makes the functions of a scope constants of it: the name of a declared function may be given to another, which the compiler
 * of Node has to rule out at every call.
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
 * Writes one module in place of all that a source imports. Constants that are numbers are written out.
 * @param isKept As above: what stays an import.
 */
async function joinBehind(bundler, root, door, isKept = () => false) {
  const joined = await bundler.rolldown({
    input: join(root, 'src', `${door}.ts`),
    platform: 'node',
    external: OUTSIDE,
    optimization: { inlineConst: { mode: 'all', pass: 3 } },
    treeshake: { moduleSideEffects: false },
    plugins: [compiledModules(root, DOORS, isKept), await functionsAsConstants()],
  });
  const { output } = await joined.write({ file: join(root, 'dist', `${door}.js`), sourcemap: true });
  return output;
}

/** Writes the doors, what they share, and what the command loads only when it is needed, from one graph of modules. */
async function joinDoors(bundler, root) {
  const dist = join(root, 'dist');
  const engine = join(dist, 'sim/index.js');
  // Scenarios take a few plain functions and constants of the engine; `check` would load all of it for them.
  const isKept = (file, from) =>
    file === join(dist, 'sim/invariant.js') || (file === engine && !from.startsWith(join(dist, 'scenarios') + sep));
  const joined = await bundler.rolldown({
    input: Object.fromEntries(DOORS.map((door) => [door, join(root, 'src', `${door}.ts`)])),
    platform: 'node',
    external: OUTSIDE,
    // The same sources as modules of today, which can be put into one scope; the package has them for browsers.
    resolve: {
      alias: { yaml: join(dirname(createRequire(import.meta.url).resolve('yaml/package.json')), 'browser/index.js') },
    },
    optimization: { inlineConst: { mode: 'all', pass: 3 } },
    treeshake: { moduleSideEffects: (id) => id.includes('node_modules') },
    plugins: [compiledModules(root, [...DOORS, 'sim/index'], isKept)],
  });
  const { output } = await joined.write({
    dir: dist,
    entryFileNames: '[name].js',
    chunkFileNames: `${PARTS}/[name].js`,
    sourcemap: true,
    codeSplitting: {
      groups: [
        { name: 'zod', test: /node_modules[\\/]zod[\\/]/, priority: 2 },
        { name: 'start', test: /dist[\\/]cli[\\/]|node_modules[\\/]commander[\\/]/, tags: ['$initial'], priority: 1 },
      ],
    },
  });
  return output;
}

/** Folders of the packages from which a module was taken. */
function packagesIn(output) {
  const names = output
    .flatMap(({ moduleIds = [] }) => moduleIds)
    .flatMap((id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id) ?? []);
  return [...new Set(names)].sort();
}

/** The name, version and terms of a package. */
function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const terms = file === undefined ? '' : `\n\n${readFileSync(join(folder, file), 'utf8').trim()}`;
  return `${name} ${version}: ${license ?? 'terms below'}${terms}\n`;
}

/**
 * Writes `dist/sim/index.js` as one module in place of all its modules: names of a scope are constants to the compiler of Node, while
 * what is imported is looked up and checked at every use. What is thrown stays one class, for whoever imports it beside the
 * engine. The other doors are a file or two each in place of some 600, a third of them ours and the rest of packages, which
 * load in a third of the time; `dist/licences.txt` has the terms of the packages. A worker thread is one module too, without
 * the readers of files that it never calls.
 */
export async function joinModules(root) {
  const bundler = await loadBundler();
  if (bundler === null) return;
  rmSync(join(root, 'dist', PARTS), { recursive: true, force: true });
  const invariant = join(root, 'dist/sim/invariant.js');
  const outputs = [
    await joinBehind(bundler, root, 'sim/index', (file) => file === invariant),
    await joinDoors(bundler, root),
    await joinBehind(bundler, root, 'experiment/worker'),
  ].flat();
  writeFileSync(join(root, 'dist', LICENCES), packagesIn(outputs).map(licenceOf).join('\n'));
}
