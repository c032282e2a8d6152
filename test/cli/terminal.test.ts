/** Text of a scenario cannot steer a terminal. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plain } from '../../src/cli/terminal.js';

it('control characters, escapes and marks of direction are taken out', () => {
  const text = 'safe\u001b[2J\u0007 \u009b31m\u202egnp.exe\u2066\u061c a\rb\u2028\ufeff';
  expect(plain(text)).toBe('safe[2J 31mgnp.exe ab');
});

it('lines, tabs and letters of all languages stay', () => {
  const text = 'café\tŁódź\n東京 – 😀 é';
  expect(plain(text)).toBe(text);
});

it('nothing below a space but line ends and tabs is ever left', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.nat(0x2fff).map((code) => String.fromCodePoint(code)) }), (text) =>
      [...plain(text)].every((mark) => mark >= ' ' || mark === '\n' || mark === '\t'),
    ),
    { seed: 1 },
  );
});
