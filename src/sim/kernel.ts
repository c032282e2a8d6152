/** What is done to a batch of people in one go: the loops of a census, and the memory that they work in. */
import { key, scramble } from './draws.js';

/** People in a batch: few enough for what is known of them to stay in the first cache. */
export const BATCH = 1024;
/** Length of a column with a word for each of them [bytes]. */
export const COLUMN = 4 * BATCH;
/** Memory of a kernel: thirty-two columns [pages of 64 KiB]. */
export const PAGES = 2;
/** The first of the columns that a crowd does not use. */
export const OWN_COLUMNS = 16;

/**
 * Loops over columns, which are known by where they begin [bytes]. A key takes two columns, its upper word and then its lower.
 * Several people go through a loop together, and so may some behind the last, as far as the end of a batch.
 */
export interface Kernel {
  readonly memory: ArrayBuffer;
  /** The key (high, low) of each becomes (high ^ h, ((low + before) ^ l) + after), scrambled as in `draws.ts`. */
  scramble(from: number, into: number, count: number, h: number, before: number, l: number, after: number): void;
  /**
   * Lists the places where u · (x + load) is no greater than a limit, or no number: u is the upper 24 bits of a draw, as a
   * whole number, x a column of fractions, and all are rounded to 32 bits. Gives how many are listed.
   */
  screen(draws: number, x: number, list: number, count: number, load: number, limit: number): number;
}

/** The same in JavaScript, for machines without the instructions that `simd-kernel.ts` is made of. */
export function plainKernel(): Kernel {
  const memory = new ArrayBuffer(PAGES * 65536);
  const words = new Int32Array(memory);
  const fractions = new Float32Array(memory);
  return {
    memory,
    scramble(from, into, count, h, before, l, after) {
      const source = from >> 2;
      const target = into >> 2;
      for (let place = 0; place < count; place++) {
        scramble(words[source + place] ^ h, ((words[source + BATCH + place] + before) ^ l) + after);
        words[target + place] = key.high;
        words[target + BATCH + place] = key.low;
      }
    },
    screen(draws, x, list, count, load, limit) {
      const most = Math.fround(limit);
      let listed = 0;
      for (let place = 0; place < count; place++) {
        const u = words[(draws >> 2) + place] >>> 8;
        const factor = Math.fround(fractions[(x >> 2) + place] + Math.fround(load));
        if (!(Math.fround(u * factor) > most)) words[(list >> 2) + listed++] = place;
      }
      return listed;
    },
  };
}
