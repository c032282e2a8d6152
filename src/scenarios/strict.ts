import { referenceIn } from './parameters.js';
import { listNames, type ProblemList } from './problems.js';
import { branchAt, type Path, type Place, type Tree } from './tree.js';
import { namesIn } from './unused.js';

/** Blocks and keys whose numbers shape the study rather than describe the world. */
const STRUCTURAL_BLOCKS = [
  'spillover',
  'assumptions',
  'parameters',
  'time',
  'area',
  'evidence',
  'levers',
  'horizon',
  'limits',
];
const STRUCTURAL_KEYS = [
  'priority',
  'at-least',
  'unit-rate',
  'starts',
  'ends',
  'ramp',
  'with',
  'standard',
  'price-year',
  'base-year',
  'sunset',
  'assurance',
  'study',
];
/** Keys whose values are words that may begin with a digit. */
const WORD_KEYS = ['label', 'description', 'unit', 'hours', 'name', 'owner', 'statement'];

/**
 * In a strict file every number is a parameter, with its source: refuses those written anywhere else, except
 * structural ones: time, population and shares of areas, years of prices, priority classes, `at-least`, one unit, full compliance. Where a number took the
 * place of a parameter of an extended file (`files`, the entry first), that parameter is named.
 */
export function checkStrict(tree: Tree, files: readonly Tree[], list: ProblemList): void {
  const replacedAt = (path: Path) =>
    files.map((file) => [...new Set(namesIn(branchAt(file, path) ?? NOTHING))]).find((names) => names.length > 0) ?? [];
  visit(tree, [], (path) => list.at(tree, path, numberFault(replacedAt(path))));
}

/** Where numbers stand that a strict file would refuse. */
export function bareNumbersIn(tree: Tree): Place[] {
  const found: Place[] = [];
  visit(tree, [], (path) => {
    const number = branchAt(tree, path);
    if (number !== undefined) found.push(number.at);
  });
  return found;
}

const NOTHING: Tree = { kind: 'mended', at: { file: '', line: 1, column: 1 }, key: null };

function numberFault(replaced: readonly string[]) {
  const [name] = replaced;
  const names = listNames(replaced.map((each) => `$${each}`));
  return {
    message: 'This number has no source: a strict file has all its numbers under `parameters`.',
    expected: name === undefined ? 'the name of a parameter, such as `$staff-by-day`' : names,
    next:
      name === undefined
        ? 'Move the number to `parameters`, with its source and grade, and name it here.'
        : `Change ${names} under \`parameters:\`, as \`${name}: {value: …, assumption: …, grade: E, range: […]}\`, and take this line out.`,
  };
}

function visit(tree: Tree, path: Path, refuse: (path: Path) => void): void {
  const key = path.findLast((each) => typeof each === 'string');
  if (path.length === 1 && STRUCTURAL_BLOCKS.includes(String(key))) return;
  if (typeof key === 'string' && STRUCTURAL_KEYS.includes(key)) return;
  if (path[0] === 'areas' && (key === 'population' || key === 'share')) return;
  if (tree.kind === 'map') for (const [name, value] of tree.entries) visit(value, [...path, name], refuse);
  if (tree.kind === 'list') {
    for (const [index, item] of tree.items.entries()) visit(item, [...path, index], refuse);
  }
  if (tree.kind !== 'scalar' || referenceIn(tree) !== null || !isNumber(tree.value, String(key), path)) return;
  refuse(path);
}

function isNumber(value: unknown, key: string, path: Path): boolean {
  if (typeof value === 'number') return !(value === 1 && (path.includes('units') || path.includes('compliance')));
  if (typeof value !== 'string' || WORD_KEYS.includes(key)) return false;
  return /^[-+]?\.?\d/.test(value) && !/^\d{4}-\d{2}-\d{2}$/.test(value);
}
