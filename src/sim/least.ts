/** The few lowest of many scores, without sorting all. */

/** The places with the lowest scores of all that are offered. */
export class Least {
  private readonly scores: Float64Array;
  private readonly offered: Int32Array;
  private held = 0;

  /** @param limit No score above this can still be among them. */
  constructor(
    private readonly count: number,
    public limit: number,
  ) {
    this.scores = new Float64Array(2 * count + 64);
    this.offered = new Int32Array(2 * count + 64);
  }

  /** Whether as many as asked for were below the limit. */
  get isFull(): boolean {
    return this.held >= this.count;
  }

  /** Takes a place and its score in, unless it comes too late. Places are offered in ascending order. */
  offer(place: number, score: number): void {
    if (score > this.limit) return;
    this.scores[this.held] = score;
    this.offered[this.held++] = place;
    if (this.held === this.scores.length) this.shed(this.count);
  }

  /** The places kept and not taken, so many at most: lowest score first, then lowest place. */
  places(count: number, taken: ReadonlySet<number>): Int32Array {
    this.keep((at) => !taken.has(this.offered[at]));
    if (this.held > count) this.shed(count);
    const order = Array.from({ length: this.held }, (_, at) => at);
    order.sort((a, b) => this.scores[a] - this.scores[b] || this.offered[a] - this.offered[b]);
    return Int32Array.from(order.slice(0, count), (at) => this.offered[at]);
  }

  /** Keeps so many with the lowest scores, of equal ones those that were offered first. */
  private shed(count: number): void {
    const scores = this.scores.subarray(0, this.held);
    const limit = nthLowest(scores.slice(), count - 1);
    let equal = count - scores.reduce((below, score) => below + (score < limit ? 1 : 0), 0);
    this.keep((at) => scores[at] < limit || (scores[at] === limit && equal-- > 0));
    this.limit = limit;
  }

  private keep(isKept: (at: number) => boolean): void {
    let kept = 0;
    for (let at = 0; at < this.held; at++) {
      if (!isKept(at)) continue;
      this.scores[kept] = this.scores[at];
      this.offered[kept++] = this.offered[at];
    }
    this.held = kept;
  }
}

/** The n-th lowest value, n from 0; disturbs the order. Source: Hoare (1961), algorithm 65 (Find). */
function nthLowest(values: Float64Array, n: number): number {
  let from = 0;
  let to = values.length - 1;
  while (from < to) {
    const pivot = values[(from + to) >> 1];
    let low = from;
    let high = to;
    while (low <= high) {
      while (values[low] < pivot) low++;
      while (values[high] > pivot) high--;
      if (low > high) break;
      const swapped = values[low];
      values[low++] = values[high];
      values[high--] = swapped;
    }
    if (n <= high) to = high;
    else if (n >= low) from = low;
    else return values[n];
  }
  return values[n];
}
