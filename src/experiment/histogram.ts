/** Histograms with log-spaced bins, 0.5% wide: quantiles of millions of waits in a few kilobytes. */

/** Least time told apart from none [hours]: a second. */
const LEAST = 1 / 3600;
/** Longest time told apart [hours]: a hundred years. */
const MOST = 876_600;
const WIDTH = Math.log(1.005);
/** Bins of one histogram: times below a second, then one for each half per cent. */
export const BINS = 2 + Math.floor(Math.log(MOST / LEAST) / WIDTH);

/** Bin of a time. */
export function binOf(hours: number): number {
  if (hours < LEAST) return 0;
  return Math.min(1 + Math.floor(Math.log(hours / LEAST) / WIDTH), BINS - 1);
}

/** Time that stands for a bin: the middle of it [hours]. */
export function middleOf(bin: number): number {
  return bin === 0 ? 0 : LEAST * Math.exp((bin - 0.5) * WIDTH);
}

/** A histogram for each of several cells. */
export class Histograms {
  private readonly counts: Int32Array;
  private readonly totals: Float64Array;

  constructor(cells: number) {
    this.counts = new Int32Array(cells * BINS);
    this.totals = new Float64Array(cells);
  }

  /** Counts a time in a cell. */
  add(cell: number, hours: number): void {
    this.counts[cell * BINS + binOf(hours)]! += 1;
    this.totals[cell]! += 1;
  }

  /** The least time that at least a share of a cell's times do not exceed, to half a per cent; NaN without times. */
  quantile(cell: number, share: number): number {
    const total = this.totals[cell]!;
    if (total === 0) return Number.NaN;
    // A hair less, so that 0.9 x 10 asks for the ninth and not, by rounding, for the tenth.
    const rank = Math.max(1, Math.ceil(share * total - 1e-9));
    let below = 0;
    for (let bin = 0; bin < BINS; bin += 1) {
      below += this.counts[cell * BINS + bin]!;
      if (below >= rank) return middleOf(bin);
    }
    return middleOf(BINS - 1);
  }
}
