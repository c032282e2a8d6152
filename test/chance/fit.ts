/** Counts against the law that they should have, each statistic standard normal where they have it. */

/** A whole number drawn for each of many people, and its mean for each of them. */
export interface Counts {
  readonly counts: readonly number[];
  readonly means: readonly number[];
}

/** Total against its mean: Poisson, so its variance is the same. */
export function level({ counts, means }: Counts): number {
  return (sum(counts) - sum(means)) / Math.sqrt(sum(means));
}

/** Dispersion: (N − m)² / m has mean 1 and variance 2 + 1 / m where N is Poisson of mean m. */
export function dispersion({ counts, means }: Counts): number {
  const squares = sum(counts.map((count, i) => (count - means[i]!) ** 2 / means[i]! - 1));
  return squares / Math.sqrt(sum(means.map((mean) => 2 + 1 / mean)));
}

/** Chi-square of people by count, all of them with the same mean, against Poisson's law. */
export function poissonFit(counts: readonly number[], mean: number): number {
  const law = poisson(mean);
  const seen = law.map(() => 0);
  for (const count of counts) seen[Math.min(count, law.length - 1)]! += 1;
  return chiSquare(
    seen,
    law.map((share) => share * counts.length),
  );
}

/** Chi-square of people by two counts at once, against two Poisson laws that have nothing to do with each other. */
export function independentFit(one: readonly number[], two: readonly number[], means: readonly [number, number]) {
  const [first, second] = means.map(poisson) as [number[], number[]];
  const seen = first.flatMap(() => second.map(() => 0));
  one.forEach((count, i) => {
    const row = Math.min(count, first.length - 1);
    seen[row * second.length + Math.min(two[i]!, second.length - 1)]! += 1;
  });
  return chiSquare(
    seen,
    first.flatMap((a) => second.map((b) => a * b * one.length)),
  );
}

/** Correlation of two counts of the same people over its standard error under independence, by their known means. */
export function correlation(one: Counts, two: Counts): number {
  const products = one.counts.map((count, i) => (count - one.means[i]!) * (two.counts[i]! - two.means[i]!));
  return sum(products) / Math.sqrt(sum(one.means.map((mean, i) => mean * two.means[i]!)));
}

/**
 * A chi-square statistic against known expectations, as a standard normal one (Wilson & Hilferty 1931, PNAS 17, 684-688).
 * Neighbouring cells are taken together until at least ten people are expected in each.
 */
export function chiSquare(seen: readonly number[], expected: readonly number[]): number {
  const cells: { seen: number; expected: number }[] = [];
  let open = { seen: 0, expected: 0 };
  expected.forEach((value, cell) => {
    open = { seen: open.seen + seen[cell]!, expected: open.expected + value };
    if (open.expected < 10) return;
    cells.push(open);
    open = { seen: 0, expected: 0 };
  });
  const last = cells.at(-1);
  if (last === undefined || cells.length < 3) throw new RangeError('too few people for a chi-square');
  cells[cells.length - 1] = { seen: last.seen + open.seen, expected: last.expected + open.expected };
  const degrees = cells.length - 1;
  const square = sum(cells.map((cell) => (cell.seen - cell.expected) ** 2 / cell.expected));
  const spread = 2 / (9 * degrees);
  return (Math.cbrt(square / degrees) - (1 - spread)) / Math.sqrt(spread);
}

/** Chances of 0, 1, 2 … and, in the last place, of all that is beyond. */
function poisson(mean: number): number[] {
  const law = [Math.exp(-mean)];
  while (law.length < mean + 4 * Math.sqrt(mean) + 3) law.push((law[law.length - 1]! * mean) / law.length);
  law.push(1 - sum(law));
  return law;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
