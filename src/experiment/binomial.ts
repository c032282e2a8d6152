/** What a number of successes says of their chance, exactly. */
import jstat from 'jstat';

/** Bounds of a chance. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * Bounds of the chance of something that came up so many times of so many, each of which is wrong with at most this
 * error. Source: Clopper and Pearson (1934), "The use of confidence or fiducial limits illustrated in the case of the
 * binomial", Biometrika 26, 404-413.
 */
export function chanceBounds(successes: number, trials: number, error: number): Bounds {
  const failures = trials - successes;
  return {
    low: successes === 0 ? 0 : jstat.beta.inv(error, successes, failures + 1),
    high: failures === 0 ? 1 : jstat.beta.inv(1 - error, successes + 1, failures),
  };
}

/**
 * Chance that at least `more` of `more + fewer` pairs differ in one way when either way is as likely: the one-sided sign
 * test of paired yes-or-no answers. Source: McNemar (1947), "Note on the sampling error of the difference between
 * correlated proportions or percentages", Psychometrika 12, 153-157, in its exact form.
 */
export function signTest(more: number, fewer: number): number {
  return more === 0 ? 1 : jstat.beta.cdf(0.5, more, fewer + 1);
}
