/** What the engine may not say, so that the same inputs give the same bytes on every supported machine. */
import ts from 'typescript';
import { everyNode, lineOf, type Sources, tree } from './sources.js';

/** Exact by the language's own definition, so the same everywhere. */
const EXACT = new Set(
  'abs ceil clz32 floor fround imul max min round sign sqrt trunc E LN2 LN10 LOG2E LOG10E PI SQRT1_2 SQRT2'.split(' '),
);
/** Allowed behind one module of the engine's own. */
const GUARDED = new Set(['log', 'exp']);
/** Clocks, chance, machine and language settings. */
const BANNED_GLOBALS = new Set(
  'Date Intl process performance crypto globalThis setTimeout setInterval setImmediate queueMicrotask navigator'.split(
    ' ',
  ),
);
const BANNED_METHODS = new Set(['toLocaleString', 'localeCompare', 'toLocaleUpperCase', 'toLocaleLowerCase']);

/** True for a name used as a value: not a property, a key, a member or a type. */
function isFreeName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false;
  if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent)) return false;
  if ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node) return false;
  if ((ts.isPropertyDeclaration(parent) || ts.isMethodDeclaration(parent)) && parent.name === node) return false;
  return true;
}

/** Sentences about one file, and whether it uses `Math.log` or `Math.exp`. */
function inspect(path: string, text: string): { faults: string[]; guarded: boolean } {
  const source = tree(path, text);
  const faults: string[] = [];
  let guarded = false;
  const fault = (node: ts.Node, what: string) => faults.push(`${path}:${lineOf(source, node)} uses ${what}`);
  everyNode(source, (node) => {
    if (ts.isBinaryExpression(node)) {
      const operator = node.operatorToken.kind;
      if (operator === ts.SyntaxKind.AsteriskAsteriskToken || operator === ts.SyntaxKind.AsteriskAsteriskEqualsToken)
        fault(node, 'the power operator, whose last digit differs between Node versions');
    }
    if (ts.isPropertyAccessExpression(node) && BANNED_METHODS.has(node.name.text))
      fault(node, `${node.name.text}, which depends on the language of the machine`);
    if (!ts.isIdentifier(node) || !isFreeName(node)) return;
    if (BANNED_GLOBALS.has(node.text)) fault(node, `${node.text}, which is not the same on every machine and run`);
    if (node.text !== 'Math') return;
    const name = ts.isPropertyAccessExpression(node.parent) ? node.parent.name.text : null;
    if (name === null) fault(node, 'Math other than as Math.name, which hides what is used');
    else if (GUARDED.has(name)) guarded = true;
    else if (!EXACT.has(name)) fault(node, `Math.${name}, which is not exact by definition`);
  });
  return { faults, guarded };
}

/** The engine's arithmetic: exact operations, and `Math.log` and `Math.exp` in one module only. */
export function arithmeticFaults(sources: Sources): string[] {
  const faults: string[] = [];
  const guarded: string[] = [];
  for (const [path, text] of sources) {
    if (!path.startsWith('src/sim/')) continue;
    const found = inspect(path, text);
    faults.push(...found.faults);
    if (found.guarded) guarded.push(path);
  }
  if (guarded.length > 1) faults.push(`Math.log and Math.exp stand in ${guarded.join(' and ')}: one module only`);
  return faults;
}
