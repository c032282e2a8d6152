/**
 * As much of an assembler for WebAssembly as the loops over crowds take. Operands come before their instruction. Source:
 * WebAssembly Core Specification, release 2.0, chapter 5, Binary Format.
 */

/** Bytes, and code within code: instructions in a row. An expression is one that leaves a value. */
export type Code = readonly (number | Code)[];

/** Kinds of values: whole numbers and fractions of 32 bits, and four of either side by side. */
export const Type = { i32: 0x7f, f32: 0x7d, v128: 0x7b } as const;

/** A function of a module. */
export interface Routine {
  readonly name: string;
  /** Kinds of what it takes: its first variables. */
  readonly takes: readonly number[];
  /** Kinds of what it gives. */
  readonly gives: readonly number[];
  /** Kinds of its other variables, which begin at 0. */
  readonly others: readonly number[];
  readonly body: Code;
}

/** A length, an index or an offset (unsigned LEB128). */
function unsigned(value: number): Code {
  return value < 128 ? [value] : [(value & 127) | 128, unsigned(value >>> 7)];
}

/** A constant of 32 bits (signed LEB128). */
function signed(value: number): Code {
  return value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, signed(value >> 7)];
}

function littleEndian(word: number): Code {
  return [0, 8, 16, 24].map((shift) => (word >>> shift) & 255);
}

/** Makes an instruction a function of its operands. */
function instruction(...opcode: Code) {
  return (...operands: readonly Code[]): Code => [operands, opcode];
}

/** Reads a variable. */
export function get(variable: number): Code {
  return [0x20, unsigned(variable)];
}

/** Writes a variable. */
export function set(variable: number, value: Code): Code {
  return [value, 0x21, unsigned(variable)];
}

/** Adds a constant to a variable that is a whole number. */
export function increase(variable: number, by: number): Code {
  return set(variable, i32.add(get(variable), i32.const(by)));
}

/** Instructions on whole numbers. */
export const i32 = {
  const: (value: number): Code => [0x41, signed(value)],
  store: (address: Code, value: Code): Code => [address, value, 0x36, 2, 0],
  lessThan: instruction(0x48),
  trailingZeros: instruction(0x68),
  add: instruction(0x6a),
  subtract: instruction(0x6b),
  and: instruction(0x71),
  shiftRight: instruction(0x76),
};

/** Instructions on four whole numbers side by side. Addresses are multiples of 16. */
export const i32x4 = {
  const: (value: number): Code => [0xfd, 0x0c, [0, 1, 2, 3].map(() => littleEndian(value))],
  load: (address: Code, offset = 0): Code => [address, 0xfd, 0x00, 4, unsigned(offset)],
  store: (address: Code, offset: number, value: Code): Code => [address, value, 0xfd, 0x0b, 4, unsigned(offset)],
  splat: instruction(0xfd, 0x11),
  not: instruction(0xfd, 0x4d),
  xor: instruction(0xfd, 0x51),
  /** The upper bits of the four, as one whole number. */
  bitmask: instruction(0xfd, 0xa4, 0x01),
  shiftRight: instruction(0xfd, 0xad, 0x01),
  add: instruction(0xfd, 0xae, 0x01),
  multiply: instruction(0xfd, 0xb5, 0x01),
};

/** Instructions on four fractions side by side. */
export const f32x4 = {
  splat: instruction(0xfd, 0x13),
  /** All bits set where the first is greater. */
  greaterThan: instruction(0xfd, 0x44),
  add: instruction(0xfd, 0xe4, 0x01),
  multiply: instruction(0xfd, 0xe6, 0x01),
  fromWhole: instruction(0xfd, 0xfa, 0x01),
};

/** Goes through a body for as long as a condition is not 0. */
export function during(condition: Code, body: Code): Code {
  const loop = [0x03, 0x40, body, condition, 0x0d, 0, 0x0b];
  return [condition, 0x04, 0x40, loop, 0x0b];
}

function list(items: readonly Code[]): Code {
  return [unsigned(items.length), items];
}

/** All bytes of some code, in order. */
function bytesOf(code: Code, into: number[] = []): number[] {
  for (const part of code) {
    if (typeof part === 'number') into.push(part);
    else bytesOf(part, into);
  }
  return into;
}

function sized(content: Code): Code {
  const bytes = bytesOf(content);
  return [unsigned(bytes.length), bytes];
}

function text(name: string): Code {
  return list([...name].map((letter) => [letter.charCodeAt(0)]));
}

function types(kinds: readonly number[]): Code {
  return list(kinds.map((kind) => [kind]));
}

/** The bytes of a module: routines by name, and a `memory` of so many pages of 64 KiB. */
export function assemble(routines: readonly Routine[], pages: number): Uint8Array<ArrayBuffer> {
  const section = (id: number, items: readonly Code[]): Code => [id, sized(list(items))];
  const magicAndVersion = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
  const code: Code = [
    magicAndVersion,
    section(
      1,
      routines.map(({ takes, gives }) => [0x60, types(takes), types(gives)]),
    ),
    section(
      3,
      routines.map((_, index) => unsigned(index)),
    ),
    section(5, [[0x01, unsigned(pages), unsigned(pages)]]),
    section(7, [[text('memory'), 0x02, 0], ...routines.map(({ name }, index) => [text(name), 0x00, unsigned(index)])]),
    section(
      10,
      routines.map(({ others, body }) => sized([list(others.map((kind) => [1, kind])), body, 0x0b])),
    ),
  ];
  return Uint8Array.from(bytesOf(code));
}
