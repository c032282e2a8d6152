import type { ProblemList } from './problems.js';
import { branchAt, child, type Path, type Tree } from './tree.js';

/** Nobody checks or signs off their own work: refuses a name that stands in both places. */
export function checkRoles(tree: Tree, list: ProblemList): void {
  apart(tree, ['study'], ['analyst', 'assurer'], 'has to be somebody other than the analyst', list);
  for (const path of signedPlaces(tree)) {
    apart(tree, path, ['made-by', 'signed-off-by'], 'has to be somebody other than who chose the number', list);
  }
}

/** The defaults of the file, and each of its parameters. */
function signedPlaces(tree: Tree): Path[] {
  const parameters = child(tree, 'parameters');
  const names = parameters?.kind === 'map' ? [...parameters.entries.keys()] : [];
  return [['assumptions'], ...names.map((name) => ['parameters', name])];
}

function apart(tree: Tree, path: Path, [first, second]: readonly [string, string], rule: string, list: ProblemList) {
  const made = said(tree, [...path, first]) ?? (first === 'made-by' ? said(tree, ['assumptions', first]) : null);
  const checked = said(tree, [...path, second]);
  if (checked === null || made === null || made.toLowerCase() !== checked.toLowerCase()) return;
  list.at(tree, [...path, second], {
    message: `\`${second}\` ${rule}.`,
    expected: `somebody other than ${made}`,
    next: `Name who else looked at it, or leave \`${second}\` out: the report then says that nobody did.`,
  });
}

function said(tree: Tree, path: Path): string | null {
  const found = branchAt(tree, path);
  return found?.kind === 'scalar' ? found.text.trim() : null;
}
