/** The repository as the architecture rules see it: files by path, their syntax trees, and what each one imports. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** Files by path from the repository's root, with forward slashes. A planted tree is just another such map. */
export type Sources = ReadonlyMap<string, string>;

/** One import, re-export, dynamic import or resolve call. */
export interface Import {
  readonly from: string;
  /** As written. */
  readonly specifier: string;
  /** The file it points to when relative (`./a.js` becomes `…/a.ts`), else null. */
  readonly target: string | null;
  /** Vanishes when compiled. */
  readonly typeOnly: boolean;
  readonly line: number;
}

const trees = new Map<string, ts.SourceFile>();

/** The syntax tree of a file, with parents set; cached by text. */
export function tree(path: string, text: string): ts.SourceFile {
  const id = `${path}\n${text}`;
  const known = trees.get(id);
  if (known) return known;
  const made = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  trees.set(id, made);
  return made;
}

/** Line of a node, from 1. */
export function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

/** Calls `visit` on every node below one. */
export function everyNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  ts.forEachChild(node, (child) => {
    visit(child);
    everyNode(child, visit);
  });
}

function isResolveCall(call: ts.CallExpression): boolean {
  if (call.expression.kind === ts.SyntaxKind.ImportKeyword) return true;
  return ['require', 'require.resolve', 'import.meta.resolve'].includes(call.expression.getText());
}

/** Everything a file imports, in any form that names a module by a literal. */
export function importsOf(path: string, text: string): Import[] {
  const source = tree(path, text);
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: string, typeOnly: boolean) => {
    const target = specifier.startsWith('.')
      ? posix.normalize(posix.join(posix.dirname(path), specifier)).replace(/\.js$/, '.ts')
      : null;
    found.push({ from: path, specifier, target, typeOnly, line: lineOf(source, node) });
  };
  everyNode(source, (node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node, node.moduleSpecifier.text, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node, node.moduleSpecifier.text, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && isResolveCall(node)) {
      const [first] = node.arguments;
      if (first && ts.isStringLiteralLike(first)) add(node, first.text, false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal)) add(node, node.argument.literal.text, true);
    }
  });
  return found;
}

/** Reads the files of the repository that the rules speak about. */
export function readSources(root: string, folders: readonly string[]): Sources {
  const found = new Map<string, string>();
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true, recursive: true })) {
      if (!entry.isFile() || !/\.(ts|mjs)$/.test(entry.name)) continue;
      const file = join(entry.parentPath, entry.name);
      found.set(posix.normalize(file.slice(root.length + 1).replaceAll('\\', '/')), readFileSync(file, 'utf8'));
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
