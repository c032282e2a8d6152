/** The shape of the repository, as rules: each takes files and returns a sentence for each fault, none when it holds. */
import { posix } from 'node:path';
import ts from 'typescript';
import { arithmeticFaults } from './arithmetic.js';
import { everyNode, type Import, importsOf, lineOf, type Sources, tree } from './sources.js';

/** One rule of the architecture. */
export interface Rule {
  readonly id: string;
  readonly faults: (sources: Sources) => string[];
}

/** From top to bottom: an import may point within its folder or down this list, never up. */
const LAYERS = ['cli', 'report', 'experiment', 'scenarios', 'sim'];

/** Which folders may import an outside package. One that is not listed belongs to nobody. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  seedrandom: ['sim'],
  zod: ['cli', 'experiment', 'scenarios'],
  yaml: ['scenarios'],
  piscina: ['experiment'],
  'simple-statistics': ['experiment'],
  jstat: ['experiment'],
  vega: ['report'],
  'vega-lite': ['report'],
  'hyparquet-writer': ['report'],
  commander: ['cli'],
  'cli-progress': ['cli'],
  'cli-table3': ['cli'],
};

/** Files that may reach the machine below; all others must run in a browser. */
const NODE_FILES = [/^src\/cli\//, /^src\/scenarios\/load\.ts$/, /^src\/experiment\/(crew|pool|worker|compiling)\.ts$/];

/** Folders of open kinds: one thing a file, and an index that lists them all. */
const KINDS = [
  'src/sim/verbs',
  'src/scenarios/edits',
  'src/experiment/measures',
  'src/experiment/comparisons',
  'src/experiment/weekly',
  'src/report/charts',
  'src/report/tables',
  'src/cli/commands',
];

const MAX_LINES = 300;

const isSource = (path: string) => path.startsWith('src/');
const layerOf = (path: string) => /^src\/([^/]+)\//.exec(path)?.[1] ?? '';
const packageOf = (name: string) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

function allImports(sources: Sources): Import[] {
  return [...sources].filter(([path]) => isSource(path)).flatMap(([path, text]) => importsOf(path, text));
}

/** Imports from one layer into another. */
function crossings(sources: Sources): (Import & { readonly target: string })[] {
  return allImports(sources).flatMap((found) =>
    found.target !== null && layerOf(found.target) !== layerOf(found.from) ? [{ ...found, target: found.target }] : [],
  );
}

function arrows(sources: Sources): string[] {
  return crossings(sources)
    .filter(({ from, target }) => {
      const [above, below] = [LAYERS.indexOf(layerOf(from)), LAYERS.indexOf(layerOf(target))];
      return above < 0 || below < 0 || below < above;
    })
    .map(({ from, line, target }) => `${from}:${line} imports ${target}, which is not below it`);
}

function doors(sources: Sources): string[] {
  return crossings(sources)
    .filter(({ target }) => target !== `src/${layerOf(target)}/index.ts`)
    .map(
      ({ from, line, target }) => `${from}:${line} reaches into ${target}; the door is src/${layerOf(target)}/index.ts`,
    );
}

function reportTypes(sources: Sources): string[] {
  return crossings(sources)
    .filter(({ from, typeOnly }) => layerOf(from) === 'report' && !typeOnly)
    .map(({ from, line, specifier }) => `${from}:${line} takes more than types from ${specifier}`);
}

function owners(sources: Sources): string[] {
  return allImports(sources)
    .filter(({ specifier, target }) => target === null && !specifier.startsWith('node:'))
    .filter(({ from, specifier }) => !(OWNERS[packageOf(specifier)] ?? []).includes(layerOf(from)))
    .map(({ from, line, specifier }) => {
      const allowed = OWNERS[packageOf(specifier)]?.map((name) => `src/${name}`).join(', ') ?? 'nobody yet';
      return `${from}:${line} imports ${specifier}, which belongs to ${allowed}`;
    });
}

function browser(sources: Sources): string[] {
  const faults: string[] = [];
  for (const [path, text] of sources) {
    if (!isSource(path) || NODE_FILES.some((allowed) => allowed.test(path))) continue;
    for (const { line, specifier } of importsOf(path, text))
      if (specifier.startsWith('node:')) faults.push(`${path}:${line} imports ${specifier}, but must run in a browser`);
    const source = tree(path, text);
    everyNode(source, (node) => {
      if (!ts.isIdentifier(node) || !['process', 'Buffer', '__dirname', '__filename'].includes(node.text)) return;
      if (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) return;
      if (ts.isTypeReferenceNode(node.parent) || node.parent.kind === ts.SyntaxKind.PropertyAssignment) return;
      faults.push(`${path}:${lineOf(source, node)} uses ${node.text}, but must run in a browser`);
    });
  }
  return faults;
}

/** Rings of imports that are still there when compiled; types alone cannot be caught half-made. */
function cycles(sources: Sources): string[] {
  const edges = new Map<string, string[]>();
  for (const { from, target, typeOnly } of allImports(sources)) {
    if (target !== null && !typeOnly) edges.set(from, [...(edges.get(from) ?? []), target]);
  }
  const faults: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]) => {
    const at = trail.indexOf(path);
    if (at >= 0) faults.push(`${[...trail.slice(at), path].join(' -> ')} is a ring`);
    if (at >= 0 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  return faults;
}

function size(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) => {
    const lines = text.replace(/\n$/, '').split('\n').length;
    return lines > MAX_LINES ? [`${path} has ${lines} lines; the limit is ${MAX_LINES}`] : [];
  });
}

function docstrings(sources: Sources): string[] {
  const faults: string[] = [];
  for (const [path, text] of sources) {
    if (!isSource(path)) continue;
    const source = tree(path, text);
    const missing = new Map<string, number>();
    const explained = new Set<string>();
    for (const statement of source.statements) {
      if (!ts.canHaveModifiers(statement)) continue;
      if (!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
      const names = ts.isVariableStatement(statement)
        ? statement.declarationList.declarations.map(({ name }) => name.getText(source))
        : [(statement as ts.DeclarationStatement).name?.getText(source) ?? 'default'];
      const has = ts.getJSDocCommentsAndTags(statement).length > 0;
      for (const name of names) {
        if (has) explained.add(name);
        else if (!missing.has(name)) missing.set(name, lineOf(source, statement));
      }
    }
    for (const [name, line] of missing)
      if (!explained.has(name)) faults.push(`${path}:${line} exports ${name} without saying what it is`);
  }
  return faults;
}

function indexes(sources: Sources): string[] {
  return KINDS.flatMap((folder) => {
    const parts = [...sources.keys()].filter((path) => posix.dirname(path) === folder && path !== `${folder}/index.ts`);
    if (parts.length === 0) return [];
    const index = sources.get(`${folder}/index.ts`);
    if (index === undefined) return [`${folder} has no index.ts`];
    const listed = new Set(importsOf(`${folder}/index.ts`, index).map(({ target }) => target));
    return parts
      .filter((part) => !listed.has(part))
      .map((part) => `${folder}/index.ts does not list ${posix.basename(part)}`);
  });
}

function names(sources: Sources): string[] {
  return [...sources.keys()].flatMap((path) => {
    const name = posix.basename(path);
    if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|proof|config|d))?\.(ts|mjs)$/.test(name))
      return [`${path} is not kebab-case`];
    return /(^|-)(utils?|helpers?|manager|misc|common)[-.]/.test(name)
      ? [`${path} says nothing about what is in it`]
      : [];
  });
}

function silencers(sources: Sources): string[] {
  const banned = /@ts-(ignore|nocheck|expect-error)|biome-ignore|\bas any\b|\bas unknown as\b/;
  return [...sources]
    .filter(([path]) => isSource(path))
    .flatMap(([path, text]) =>
      text
        .split('\n')
        .flatMap((line, at) => (banned.test(line) ? [`${path}:${at + 1} silences a check: ${line.trim()}`] : [])),
    );
}

/** All rules, in the order in which a newcomer would meet them. */
export const rules: readonly Rule[] = [
  { id: 'arrows point down', faults: arrows },
  { id: 'folders are entered by their index', faults: doors },
  { id: 'the report takes only types from below', faults: reportTypes },
  { id: 'each outside package has its owners', faults: owners },
  { id: 'only named files reach the machine', faults: browser },
  { id: 'the engine computes the same everywhere', faults: arithmeticFaults },
  { id: 'no import goes round in a ring', faults: cycles },
  { id: 'each file is one idea', faults: size },
  { id: 'each exported item says what it is', faults: docstrings },
  { id: 'an index lists all of its parts', faults: indexes },
  { id: 'file names say what is inside', faults: names },
  { id: 'no check is silenced', faults: silencers },
];
