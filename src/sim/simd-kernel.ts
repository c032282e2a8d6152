/**
 * The loops of a census for four people at a time, written in WebAssembly, as JavaScript has no instructions for that. A
 * hash is some forty instructions; here they serve four.
 */
import { assemble, type Code, during, f32x4, get, i32, i32x4, increase, type Routine, set, Type } from './assembler.js';
import { COLUMN, type Kernel, PAGES } from './kernel.js';

/** Bytes of four words. */
const FOUR = 16;

/** The rounds of `scramble` in `draws.ts`: a shift, a factor and a shift, of the lower word into the upper and back in turns. */
const ROUNDS = [
  [16, 0x7feb352d, 15],
  [15, 0x2c1b3c6d, 13],
  [16, 0x297a2d39, 14],
  [15, 0x1b873593, 16],
  [16, 0x45d9f3b5, 15],
] as const;

/** One of several groups of four in the same turn of a loop: its two words, the function of one of them, and its offset. */
interface Strand {
  readonly a: number;
  readonly b: number;
  readonly f: number;
  readonly offset: number;
}

/** Groups of four in a turn: the rounds of a hash wait for one another, and meanwhile those of the others can go on. */
const STRANDS = 8;

function scramble(): Routine {
  const [from, into, count, h, before, l, after, hs, befores, ls, afters, own] = Array(12).keys();
  const strands = Array.from({ length: STRANDS }, (_, at): Strand => {
    const a = own + 3 * at;
    return { a, b: a + 1, f: a + 2, offset: FOUR * at };
  });
  const all = (part: (strand: Strand) => Code) => strands.map(part);
  const xorShifted = (value: number, shift: number) =>
    i32x4.xor(get(value), i32x4.shiftRight(get(value), i32.const(shift)));
  const takeUp = ({ a, b, offset }: Strand): Code => {
    const low = i32x4.xor(i32x4.add(i32x4.load(get(from), COLUMN + offset), get(befores)), get(ls));
    return [set(a, i32x4.xor(i32x4.load(get(from), offset), get(hs))), set(b, i32x4.add(low, get(afters)))];
  };
  const stir = ([first, factor, second]: (typeof ROUNDS)[number], half: number, f: number, other: number): Code => [
    set(f, i32x4.multiply(xorShifted(half, first), i32x4.const(factor))),
    set(other, i32x4.xor(get(other), xorShifted(f, second))),
  ];
  const putDown = ({ a, b, offset }: Strand): Code => [
    i32x4.store(get(into), offset, get(a)),
    i32x4.store(get(into), COLUMN + offset, get(b)),
  ];
  return {
    name: 'scramble',
    takes: [Type.i32, Type.i32, Type.i32, Type.i32, Type.i32, Type.i32, Type.i32],
    gives: [],
    others: new Array<number>(4 + 3 * STRANDS).fill(Type.v128),
    body: [
      set(hs, i32x4.splat(get(h))),
      set(befores, i32x4.splat(get(before))),
      set(ls, i32x4.splat(get(l))),
      set(afters, i32x4.splat(get(after))),
      during(i32.lessThan(i32.const(0), get(count)), [
        all(takeUp),
        ROUNDS.map((round, at) => all(({ a, b, f }) => (at % 2 === 0 ? stir(round, b, f, a) : stir(round, a, f, b)))),
        all(putDown),
        increase(from, FOUR * STRANDS),
        increase(into, FOUR * STRANDS),
        increase(count, -4 * STRANDS),
      ]),
    ],
  };
}

function screen(): Routine {
  const [draws, x, list, count, load, limit, next, place, found, loads, limits] = Array(11).keys();
  const u = f32x4.fromWhole(i32x4.shiftRight(i32x4.load(get(draws)), i32.const(8)));
  const product = f32x4.multiply(u, f32x4.add(i32x4.load(get(x)), get(loads)));
  return {
    name: 'screen',
    takes: [Type.i32, Type.i32, Type.i32, Type.i32, Type.f32, Type.f32],
    gives: [Type.i32],
    others: [Type.i32, Type.i32, Type.i32, Type.v128, Type.v128],
    body: [
      set(loads, f32x4.splat(get(load))),
      set(limits, f32x4.splat(get(limit))),
      set(next, get(list)),
      during(i32.lessThan(get(place), get(count)), [
        set(found, i32x4.bitmask(i32x4.not(f32x4.greaterThan(product, get(limits))))),
        during(get(found), [
          i32.store(get(next), i32.add(get(place), i32.trailingZeros(get(found)))),
          increase(next, 4),
          // Clears the lowest bit that is set.
          set(found, i32.and(get(found), i32.add(get(found), i32.const(-1)))),
        ]),
        increase(draws, FOUR),
        increase(x, FOUR),
        increase(place, 4),
      ]),
      i32.shiftRight(i32.subtract(get(next), get(list)), i32.const(2)),
    ],
  };
}

/** What the engine asks of WebAssembly: neither the language nor its library declares it. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
};

/** The loops for four people at a time. @throws where there is no WebAssembly, or none with these instructions, or a page forbids it. */
export function simdKernel(): Kernel {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(assemble([scramble(), screen()], PAGES)));
  const { memory, ...loops } = exports as Omit<Kernel, 'memory'> & {
    readonly memory: { readonly buffer: ArrayBuffer };
  };
  return { memory: memory.buffer, ...loops };
}
