/** What is assembled runs, and says what was written. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assemble, during, get, i32, i32x4, increase, type Routine, set, Type } from '../../src/sim/assembler.js';

type Loop = (...numbers: readonly number[]) => number;

function run(routines: readonly Routine[], pages = 1): Record<string, Loop> & { readonly memory: WebAssembly.Memory } {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(assemble(routines, pages)));
  return exports as Record<string, Loop> & { readonly memory: WebAssembly.Memory };
}

const given = (name: string, body: Routine['body']): Routine => ({
  name,
  takes: [Type.i32, Type.i32],
  gives: [Type.i32],
  others: [Type.i32],
  body,
});
const [a, b, sum] = [0, 1, 2];

it('a constant of any size is itself', () => {
  const edges = [0, 1, 63, 64, 127, 128, 8191, 8192, 2 ** 20, 2 ** 27, 2 ** 31 - 1];
  const constants = [
    ...edges,
    ...edges.map((edge) => -edge - 1),
    ...fc.sample(fc.integer(), { seed: 2026, numRuns: 500 }),
  ];
  const loops = run(constants.map((value, at) => given(`of ${at}`, i32.const(value))));
  expect(constants.map((_, at) => loops[`of ${at}`]?.(0, 0))).toEqual(constants);
});

it('instructions take their operands in the order in which they are written', () => {
  const loops = run([
    given('add', i32.add(get(a), get(b))),
    given('subtract', i32.subtract(get(a), get(b))),
    given('and', i32.and(get(a), get(b))),
    given('less', i32.lessThan(get(a), get(b))),
    given('shift', i32.shiftRight(get(a), get(b))),
    given('zeros', i32.trailingZeros(get(a))),
  ]);
  expect(loops.add?.(5, -7)).toBe(-2);
  expect(loops.subtract?.(5, -7)).toBe(12);
  expect(loops.and?.(12, 10)).toBe(8);
  expect([loops.less?.(-1, 1), loops.less?.(1, -1), loops.less?.(1, 1)]).toEqual([1, 0, 0]);
  expect(loops.shift?.(-1, 28)).toBe(15);
  expect(loops.zeros?.(40, 0)).toBe(3);
});

it('a loop looks at its condition first', () => {
  const body = [during(i32.lessThan(get(a), get(b)), [set(sum, i32.add(get(sum), get(a))), increase(a, 1)]), get(sum)];
  const { total } = run([given('total', body)]);
  expect([total?.(0, 0), total?.(3, 3), total?.(0, 1), total?.(1, 101)]).toEqual([0, 0, 0, 5050]);
});

it('memory is as long as asked for, and no longer', () => {
  const put = given('put', [i32.store(get(a), get(b)), i32.const(0)]);
  const four: Routine = {
    name: 'four',
    takes: [Type.i32],
    gives: [],
    others: [],
    body: i32x4.store(get(a), 4096, i32x4.add(i32x4.load(get(a), 4096), i32x4.const(-2))),
  };
  const { memory, put: store, four: change } = run([put, four], 3);
  expect(memory.buffer.byteLength).toBe(3 * 65536);
  expect(() => memory.grow(1)).toThrow(RangeError);
  store?.(4096 + 4, 44);
  change?.(0);
  expect([...new Int32Array(memory.buffer, 4096, 5)]).toEqual([-2, 42, -2, -2, 0]);
  expect(() => store?.(3 * 65536, 1)).toThrow(WebAssembly.RuntimeError);
});
