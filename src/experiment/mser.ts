/**
 * Where a series settles: the truncation point of the marginal standard error rule (MSER), which leaves out as many
 * batches from the start as make the squared standard error of the remaining mean least. Sources: White, An effective
 * truncation heuristic for bias reduction in simulation output, Simulation 69(6), 1997, 323-334; for batches, and for
 * refusing a point past half of the run: White, Cobb and Spratt, A comparison of five steady-state truncation heuristics
 * for simulation, WSC 2000, 755-760; Franklin and White, Stationarity tests and MSER-5, WSC 2008, 541-546. The batches of
 * MSER-5 are five observations; ours are whole weeks, so that the rhythm of the week is in every batch alike.
 */

/** Batches that are always kept: the rule's statistic means nothing over fewer. */
const LEAST_KEPT = 5;

/**
 * How many batches to leave out from the start of a series; 0 for a series that is too short to say.
 * @param most The latest point that is looked at.
 */
export function truncationPoint(batches: ArrayLike<number>, most = batches.length): number {
  const count = batches.length;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  let kept = 0;
  let mean = 0;
  let squares = 0;
  // From the end, so that each statistic follows from the one before (Welford, Technometrics 4(3), 1962).
  for (let point = count - 1; point >= 0; point -= 1) {
    kept += 1;
    const before = batches[point]! - mean;
    mean += before / kept;
    squares += before * (batches[point]! - mean);
    const statistic = squares / (kept * kept);
    // Of points that do equally well, the earliest.
    if (kept >= LEAST_KEPT && point <= most && statistic <= least) {
      least = statistic;
      best = point;
    }
  }
  return best;
}
