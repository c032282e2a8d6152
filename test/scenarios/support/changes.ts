/** Random changes of text files: pieces that are likely to hurt, put anywhere. */
import fc from 'fast-check';

/** Pieces of text that are likely to hurt. */
const pieces = [
  '',
  '{',
  '}',
  '[',
  ']',
  ':',
  ': ',
  ',',
  '\n',
  '\n  ',
  '#',
  '&a ',
  '*a',
  '"',
  "'",
  '|',
  '>',
  '-',
  '- ',
  '?',
  '!',
  '!!set ',
  '%',
  '@',
  '`',
  '~',
  'null',
  'true',
  '.inf',
  '.nan',
  '0',
  '-1',
  '1e309',
  '0x10',
  '1_000',
  '99999999999999999999',
  '\t',
  '\u0000',
  '\uFEFF',
  '\u2028',
  '💥',
  '$',
  '$x',
  '$nothing',
  '$y',
  '=',
  '=unmet',
  '=nothing',
  '.',
  '..',
  'a.b',
  'a.b.c',
  'call',
  'call.decide',
  'others',
  'rest',
  'all',
  '2 h',
  '3 per day',
  '4 per million',
  '50%',
  '0 h',
  'unlimited',
  '2024-01-10',
  '2024-02-30',
  '__proto__',
  'constructor',
  'toString',
  'prototype',
  'hasOwnProperty',
  '<<',
  'mon-fri 08:00-20:00',
  '{}',
  '[]',
  '{exponential: 1 h}',
  '{lognormal: {mean: 0 h, sd: 0 h}}',
  '{a: 1}',
  '{mixture: [{share: 70%, of: 2 h}, {share: rest, of: {exponential: 1 h}}]}',
  '{truncated: {of: {lognormal: {mean: 2 h, sd: 3 h}}, low: 1 h, high: 5 h}}',
  '{truncated: {of: {uniform: {low: 1 h, high: 2 h}}, low: 3 h}}',
  'extends: uk-baseline',
  'x'.repeat(300),
];

/** What is put where, in which file. */
export type Change = { readonly file: string; readonly from: number; readonly length: number; readonly piece: string };

/** A change of one of these files; a name that is given twice is taken twice as often. */
export const changeOf = (names: readonly string[]): fc.Arbitrary<Change> =>
  fc.record({
    file: fc.constantFrom(...names),
    from: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }).map((share) => Math.floor(share * 1e6)),
    length: fc.constantFrom(0, 0, 1, 2, 5, 20, 200),
    piece: fc.constantFrom(...pieces),
  });

/** Puts a piece in place of some text, of a whole word, or of a number (then doubled, so that much stays valid). */
export function apply(files: Record<string, string>, { file, from, length, piece }: Change): Record<string, string> {
  const text = files[file] ?? '';
  const at = text.length === 0 ? 0 : from % text.length;
  if (from % 2 === 0) return { ...files, [file]: text.slice(0, at) + piece + text.slice(at + length) };
  if (from % 3 === 0) {
    const numbers = [...text.matchAll(/\b\d+\b/g)];
    const number = numbers[from % Math.max(1, numbers.length)];
    if (number === undefined) return files;
    const rest = text.slice(number.index + number[0].length);
    return { ...files, [file]: text.slice(0, number.index) + 2 * Number(number[0]) + rest };
  }
  const words = [...text.matchAll(/[^\s,{}[\]]+/g)];
  const word = words[from % Math.max(1, words.length)];
  if (word === undefined) return files;
  return { ...files, [file]: text.slice(0, word.index) + piece + text.slice(word.index + word[0].length) };
}
