/** A stretch of values over which a law has no jumps: where in it a share of its probability lies, by root finding. */
import { exp, log } from './arithmetic.js';
import { logScaleDensity, type Piece, weightBetween } from './pieces.js';

/** The quantile at given log odds, as a logarithm, with its slope. */
export interface Node {
  readonly odds: number;
  readonly value: number;
  readonly slope: number;
}

/** A cell is fine enough when the cubic is so near the truth at its middle [relative]. */
const NEAR_ENOUGH = 5e-11;
/** A cell is not halved below this width: there u itself has no digits left. */
const NARROWEST = 1e-14;
/** More than any law that an analyst would write asks for; it bounds the work for one that is made to hurt. */
const MOST_NODES = 30_000;
const MOST_ROUNDS = 200;

/** The part of a law between two values; the shares of its pieces add to `share`. */
export class Stretch {
  readonly share: number;
  private readonly pieces: readonly Piece[];
  private readonly low: number;
  private readonly high: number;

  constructor(pieces: readonly Piece[], low: number, high: number) {
    this.pieces = pieces.filter((piece) => piece.low < high && piece.high > low);
    this.low = low;
    this.high = high;
    this.share = this.between(low, high);
  }

  /** Nodes at equal steps of the log odds, and between them as many as the function's bends ask for. */
  nodes(from: number, to: number, steps: number): Node[] {
    const last = this.node(to, ...this.bracket(to));
    const found = [this.node(from, ...this.bracket(from, last.value))];
    for (let step = 1; step <= steps; step++) {
      const left = found[found.length - 1];
      const odds = from + ((to - from) * step) / steps;
      const right = step === steps ? last : this.node(odds, left.value, last.value);
      this.refine(left, right, found);
      found.push(right);
    }
    return found;
  }

  private refine(left: Node, right: Node, found: Node[]): void {
    const width = right.odds - left.odds;
    const middle = this.node(left.odds + width / 2, left.value, right.value);
    const cubic = (left.value + right.value) / 2 + (width * (left.slope - right.slope)) / 8;
    const apart = Math.abs(cubic - middle.value);
    // Where the function is steep, the last digit of u moves the value by more than that.
    const isCoarse = apart > NEAR_ENOUGH && apart > middle.slope * NARROWEST;
    if (!isCoarse || width < NARROWEST || found.length >= MOST_NODES) return;
    this.refine(left, middle, found);
    found.push(middle);
    this.refine(middle, right, found);
  }

  /** The root of log(share of the smaller side) by Newton's method, halving a bracket where that leads astray. */
  private node(odds: number, from: number, to: number): Node {
    const wanted = 1 / (1 + exp(Math.abs(odds)));
    let low = from;
    let high = to;
    let value = (low + high) / 2;
    for (let round = 0; round < MOST_ROUNDS && low < high; round++) {
      const share = this.side(odds, value);
      const excess = log(share / wanted);
      if (excess < 0 === odds < 0) low = value;
      else high = value;
      const steepness = this.densityOf(value) / share / this.share;
      const next = value - (odds < 0 ? excess : -excess) / steepness;
      const moved = next > low && next < high ? next : (low + high) / 2;
      const isSettled =
        Math.abs(moved - value) <= 1e-16 * Math.max(1, Math.abs(value)) || moved === low || moved === high;
      value = moved;
      if (isSettled) break;
    }
    const density = this.densityOf(value);
    const slope = density > 0 ? (wanted * (1 - wanted) * this.share) / density : 0;
    return { odds, value, slope };
  }

  /** Share of the stretch below exp(value) where the odds are below 0, else above. */
  private side(odds: number, value: number): number {
    const x = Math.min(Math.max(exp(value), this.low), this.high);
    return (odds < 0 ? this.between(this.low, x) : this.between(x, this.high)) / this.share;
  }

  /** Logarithms that the value at some log odds lies between. */
  private bracket(odds: number, most = this.high === Number.POSITIVE_INFINITY ? 1 : log(this.high)): [number, number] {
    const wanted = 1 / (1 + exp(Math.abs(odds)));
    const isBelow = (value: number) => this.side(odds, value) < wanted === odds < 0;
    let low = this.low > 0 ? log(this.low) : Math.min(most, 0) - 1;
    for (let step = 1; this.low === 0 && !isBelow(low); step *= 2) low -= step;
    let high = Math.max(most, low);
    for (let step = 1; this.high === Number.POSITIVE_INFINITY && isBelow(high); step *= 2) high += step;
    return [low, high];
  }

  private between(from: number, to: number): number {
    return this.pieces.reduce((sum, piece) => sum + weightBetween(piece, from, to), 0);
  }

  private densityOf(value: number): number {
    const x = Math.min(Math.max(exp(value), this.low), this.high);
    return this.pieces.reduce((sum, piece) => sum + logScaleDensity(piece, x), 0);
  }
}
