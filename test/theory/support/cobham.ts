/**
 * One unit, several priority classes, nobody interrupted (M/G/1). Sources: Cobham (1954), Operations Research 2, 70-76,
 * equation 3, for the class means; Kleinrock (1965), Naval Research Logistics Quarterly 12, 181-192, for the law that
 * their load-weighted sum is conserved.
 */

export interface PriorityClass {
  /** Poisson arrivals [per hour]. */
  readonly rate: number;
  /** Mean service time [hours]. */
  readonly mean: number;
  /** Coefficient of variation of the service time. */
  readonly variation: number;
}

/** Mean time that the visit in hand still needs when somebody arrives: half the sum of rate × E[S²] [hours]. */
export function residualWork(classes: readonly PriorityClass[]): number {
  return classes.reduce((sum, { rate, mean, variation }) => sum + (rate * mean ** 2 * (1 + variation ** 2)) / 2, 0);
}

/** Mean wait of each class [hours], best first: residual work / ((1 − σ before) (1 − σ with)), σ the load so far. */
export function cobham(classes: readonly PriorityClass[]): number[] {
  const residual = residualWork(classes);
  let before = 0;
  return classes.map(({ rate, mean }) => {
    const including = before + rate * mean;
    const wait = residual / ((1 - before) * (1 - including));
    before = including;
    return wait;
  });
}
