import type { Fault, ProblemList } from './problems.js';

/** What stands for bytes that are no UTF-8: half of a character, which no text in UTF-8 can hold. */
const NO_UTF8 = '\uDFFF';
/** What other programs leave of bytes that they could not read. */
const REPLACED = '\uFFFD';
/** Control characters other than tabs and line ends, and these two marks. */
const NO_TEXT = /(?![\t\n\r])\p{Cc}|[\uDFFF\uFFFD]/u;

/** The text that bytes are in UTF-8; bytes that are none can be told from it by `isNotText`. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replaceAll(REPLACED, NO_UTF8);
  }
}

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
  if (found === REPLACED)
    return {
      message: 'This file holds a mark where a character was lost before it was saved.',
      found: 'U+FFFD, the replacement character',
      expected: 'the character that was there',
      next: 'Write it in its place, or take the mark out.',
    };
  const isEncoded = found === NO_UTF8;
  return {
    message: isEncoded ? 'This file is not text in UTF-8.' : 'This file holds a character that is no text.',
    found: isEncoded
      ? 'bytes that are no UTF-8'
      : `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    expected: 'plain text in UTF-8',
    next: isEncoded ? 'Save it again as UTF-8 (not UTF-16 or Windows-1252).' : 'Take it out, or name another file.',
  };
}
