import type { Fault, ProblemList } from './problems.js';

/** Control characters other than tabs and line ends, and the mark that stands for bytes which are no UTF-8. */
const NO_TEXT = /(?![\t\n\r])\p{Cc}|\uFFFD/u;

/** Reports the first place at which a file is not text; true when there is one, and the file is then of no use. */
export function isNotText(text: string, file: string, list: ProblemList): boolean {
  const offset = text.search(NO_TEXT);
  if (offset < 0) return false;
  const before = text
    .slice(0, offset)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/);
  const at = { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
  list.in(at, faultOf(text.slice(offset, offset + 1)));
  return true;
}

function faultOf(found: string): Fault {
  const isEncoded = found === '\uFFFD';
  return {
    message: isEncoded ? 'This file is not text in UTF-8.' : 'This file holds a character that is no text.',
    found: isEncoded
      ? 'bytes that are no UTF-8'
      : `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    expected: 'plain text in UTF-8',
    next: isEncoded ? 'Save it again as UTF-8 (not UTF-16 or Windows-1252).' : 'Take it out, or name another file.',
  };
}
