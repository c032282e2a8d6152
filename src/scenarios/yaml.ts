import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
  type YAMLWarning,
} from 'yaml';
import { cutNumbersIn, numberCutAt } from './cut-number.js';
import type { SourceFile } from './files.js';
import { isNotText } from './not-text.js';
import type { Fault, ProblemList } from './problems.js';
import type { Place, Scalar, Tree } from './tree.js';

/** Aliases that one document may expand to before it is refused as a bomb. */
const MOST_ALIASES = 100;
/** How deep a document may go; deeper ones are made to break readers. */
const MOST_DEPTH = 64;
/** Keys that mean something to JavaScript, and nothing to an analyst. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Trees of files that were read without Problems: a family of scenarios reads the same root many times. */
const known = new WeakMap<SourceFile, Tree>();

/** The tree of a file; null, with Problems, when it is no usable document. */
export function readSource(file: SourceFile, list: ProblemList): Tree | null {
  const before = known.get(file);
  if (before !== undefined) return before;
  const faults = list.problems.length;
  const tree = readYaml(file.text, file.shown, list);
  if (tree !== null && list.problems.length === faults) known.set(file, tree);
  if (tree === null) list.incomplete = true;
  return tree;
}

/**
 * Reads one YAML 1.2 document into a tree that knows its places. Byte-order marks and Windows line ends are tolerated.
 * Returns null when the text is no usable document; its Problems (syntax, duplicate keys, alias bombs, forbidden keys,
 * an empty file) are then in `list`.
 */
export function readYaml(text: string, file: string, list: ProblemList): Tree | null {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const placeAt = placesIn(source, file);
  if (isNotText(text, file, list)) return null;
  const document = parse(source);
  if (document === null) {
    list.in({ file, line: 1, column: 1 }, TOO_DEEP);
    return null;
  }
  for (const error of worthTelling([...document.errors, ...document.warnings])) {
    const cut = error.code === 'DUPLICATE_KEY' ? numberCutAt(source, error.pos[0]) : null;
    if (cut !== null) {
      list.in(placeAt(cut.offset), cut.fault);
      continue;
    }
    const rest = source.slice(error.pos[0]).split(/\r?\n/, 1)[0] ?? '';
    list.in(placeAt(error.pos[0]), syntaxFault(error.code, error.message, rest));
  }
  if (document.errors.length > 0) return null;
  if (source.includes('*') && !expands(document, placeAt, list)) return null;
  const before = list.problems.length;
  for (const { offset, fault } of cutNumbersIn(document, source)) list.in(placeAt(offset), fault);
  const tree = treeOf(document.contents, document, placeAt, list, 0);
  if (list.problems.length > before) return null;
  if (tree.kind === 'scalar' && tree.value === null) {
    list.in(placeAt(0), {
      message: 'This file is empty.',
      found: 'nothing',
      expected: 'a document that opens with `spillover: 1`',
      next: 'Write the scenario, or start from a shipped one with `extends: uk-baseline`.',
    });
    return null;
  }
  if (tree.kind !== 'map') {
    list.at(tree, [], {
      message: 'This file holds no keys.',
      expected: 'a map of keys and values that opens with `spillover: 1`',
      next: 'Write `key: value` lines.',
    });
    return null;
  }
  return tree;
}

/** Finds the line and column of an offset. The parser's own counter misses lines of texts that it can make nothing of. */
function placesIn(source: string, file: string): (offset: number) => Place {
  const starts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => {
    const at = Math.min(Math.max(offset, 0), source.length);
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return { file, line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  };
}

const TOO_DEEP: Fault = {
  message: 'This document is nested too deeply.',
  found: `more than ${MOST_DEPTH} levels`,
  expected: `at most ${MOST_DEPTH} levels`,
  next: 'Flatten it: no part of a scenario needs so many.',
};

/** Null when the document is so deep that the parser runs out of stack. */
function parse(source: string): Document.Parsed | null {
  try {
    return parseDocument(source, { uniqueKeys: true, prettyErrors: false, version: '1.2' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Every duplicate key, but of other faults only the first: what follows one is mostly nonsense. */
function worthTelling(errors: readonly (YAMLError | YAMLWarning)[]): (YAMLError | YAMLWarning)[] {
  const others = errors.filter((error) => error.code !== 'DUPLICATE_KEY');
  const tooDeep = others.find((error) => error.message.includes(OUT_OF_STACK));
  if (tooDeep !== undefined) return [tooDeep];
  return [...errors.filter((error) => error.code === 'DUPLICATE_KEY'), ...others.slice(0, 1)];
}

const OUT_OF_STACK = 'Maximum call stack';

function syntaxFault(code: string, message: string, found: string): Fault {
  const shown = found.trim() === '' ? 'the end of a line or of the file' : `\`${found.trim().slice(0, 60)}\``;
  if (message.includes(OUT_OF_STACK)) return TOO_DEEP;
  switch (code) {
    case 'DUPLICATE_KEY':
      return {
        message: 'The same key is written twice in one map.',
        found: shown,
        expected: 'each key once',
        next: 'Delete one of the two, or rename it.',
      };
    case 'MULTIPLE_DOCS':
      return {
        message: 'This file holds more than one document.',
        found: shown,
        expected: 'one document a file, with no `---` between parts',
        next: 'Put the second document in a file of its own.',
      };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        message: 'A colon with a space after it stands inside of a value.',
        found: shown,
        expected: 'one `key: value` a line, or text in quotes',
        next: "Put the text in quotes, such as `label: 'Town: north'`, or begin a new line with the second key.",
      };
    case 'BAD_SCALAR_START':
      return {
        message: `A value cannot begin with \`${found.trim().charAt(0)}\`.`,
        found: shown,
        expected: 'a number, a word, or text in quotes',
        next: 'Write a percentage as `40%`; put any other text in quotes.',
      };
    case 'TAB_AS_INDENT':
      return {
        message: 'This line is set in with a tab.',
        found: shown,
        expected: 'spaces, two for each level',
        next: 'Replace the tab by spaces.',
      };
    case 'BAD_INDENT':
      if (!message.startsWith('Flow')) return unreadable(message, shown);
      return {
        message: 'A `{` or `[` is not closed, on this line or one above.',
        found: shown,
        expected: 'a `}` for each `{`, and a `]` for each `[`',
        next: 'Look at the line above first: its bracket may lack an end.',
      };
    default:
      return unreadable(message, shown);
  }
}

function unreadable(message: string, shown: string): Fault {
  return {
    message: `This is not YAML that can be read: ${message.replace(/\.$/, '')}.`,
    found: shown,
    expected: 'YAML 1.2',
    next: 'Look at the indentation, the colons and the quotes on this line and the one above.',
  };
}

/** Lets the parser expand all aliases under its own limit first, so that a bomb is refused before it is built. */
function expands(document: Document.Parsed, placeAt: (offset: number) => Place, list: ProblemList): boolean {
  try {
    document.toJS({ maxAliasCount: MOST_ALIASES });
    return true;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const bomb = error.message.includes('Excessive');
    list.in(placeAt(firstAlias(document)), {
      message: bomb
        ? 'Aliases (`*name`) in this file expand to far too much.'
        : 'Aliases (`*name`) in this file cannot be expanded.',
      found: bomb ? `aliases of aliases that stand for more than ${MOST_ALIASES} values` : error.message,
      expected: `aliases that stand for at most ${MOST_ALIASES} values in all`,
      next: 'Write the values out, or declare them once under `parameters` and name them with `$name`.',
    });
    return false;
  }
}

function firstAlias(document: Document.Parsed): number {
  let offset = document.contents?.range?.[0] ?? 0;
  visit(document, {
    Alias(_key, alias) {
      offset = alias.range?.[0] ?? offset;
      return visit.BREAK;
    },
  });
  return offset;
}

function treeOf(
  node: Node | null,
  document: Document.Parsed,
  placeAt: (offset: number) => Place,
  list: ProblemList,
  depth: number,
  key: Place | null = null,
  empty: Place = placeAt(0),
): Tree {
  const at = node?.range ? placeAt(node.range[0]) : empty;
  if (depth > MOST_DEPTH) {
    list.in(at, TOO_DEEP);
    return { kind: 'scalar', at, key, value: null, text: '' };
  }
  if (isAlias(node)) {
    const target = treeOf(node.resolve(document) ?? null, document, placeAt, list, depth + 1, key, at);
    return { ...target, key };
  }
  if (isMap(node)) {
    const entries = new Map<string, Tree>();
    for (const pair of node.items) {
      const keyNode = pair.key as Node | null;
      const keyAt = keyNode?.range ? placeAt(keyNode.range[0]) : at;
      const name = isScalar(keyNode) ? String(keyNode.source ?? keyNode.value) : null;
      if (name === null || FORBIDDEN_KEYS.has(name)) {
        list.in(keyAt, {
          message: name === null ? 'A key has to be a plain word.' : `\`${name}\` may not be used as a key.`,
          found: name ?? 'a list or a map as key',
          expected: 'a plain name',
          next: 'Choose another name.',
        });
        continue;
      }
      entries.set(name, treeOf(pair.value as Node | null, document, placeAt, list, depth + 1, keyAt, keyAt));
    }
    return { kind: 'map', at, key, entries };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => treeOf(item as Node | null, document, placeAt, list, depth + 1, null, at));
    return { kind: 'list', at, key, items };
  }
  if (isScalar(node)) {
    const value = node.value as Scalar;
    return { kind: 'scalar', at, key, value, text: node.source ?? String(value) };
  }
  return { kind: 'scalar', at, key, value: null, text: '' };
}
