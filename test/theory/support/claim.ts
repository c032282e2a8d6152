import type { Cell } from '../../../src/experiment/results.js';

/** A number that a world must give, computed from theory, and where the theory is written down. */
export interface Claim {
  /** What it is, in words. */
  readonly says: string;
  readonly measure: string;
  readonly cell: Cell;
  /** In the measure's own unit. */
  readonly exact: number;
  /** Author, year, equation or section. */
  readonly source: string;
}

/** A scenario file of `worlds/` and what theory says of it. */
export interface Case {
  /** Name of the file, without its ending. */
  readonly world: string;
  readonly claims: readonly Claim[];
}

/** Hours in a week: many measures are given a week. */
export const WEEK = 168;
/** Hours in a minute. */
export const MINUTE = 1 / 60;
