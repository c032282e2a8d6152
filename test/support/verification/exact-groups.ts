/** Rows of `docs/verification.md` with exact values that tests beside the worlds of theory find, in the order of the page. */
export interface ExactGroup {
  readonly group: string;
  /** The test that finds them. */
  readonly file: string;
  /** How many rows there are: so many comparisons share the level. */
  readonly rows: number;
}

const STOCK = 'test/theory/stock.test.ts';
const PATIENCE = 'test/theory/stock-patience.test.ts';
const AREAS = 'test/theory/areas.test.ts';
const INSTANTS = 'test/theory/mt-poisson.test.ts';

export const exactGroups: readonly ExactGroup[] = [
  { group: 'stock-lognormal', file: STOCK, rows: 10 },
  { group: 'stock-fixed', file: STOCK, rows: 10 },
  { group: 'stock-mmc', file: STOCK, rows: 13 },
  { group: 'stock-tandem', file: STOCK, rows: 16 },
  { group: 'stock-mmc-d', file: PATIENCE, rows: 8 },
  { group: 'areas-apart', file: AREAS, rows: 6 },
  { group: 'areas-sharing', file: AREAS, rows: 4 },
  { group: 'mt-m-inf at instants', file: INSTANTS, rows: 2 },
  { group: 'mt-g-inf at instants', file: INSTANTS, rows: 2 },
];

/** So many rows has a test file. */
export function rowsIn(file: string): number {
  return exactGroups.filter((one) => one.file === file).reduce((sum, { rows }) => sum + rows, 0);
}
