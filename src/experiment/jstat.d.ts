/** The part of jstat that is used: quantiles of Student's t distribution, and the normal and beta distributions. */
declare module 'jstat' {
  const jstat: {
    readonly studentt: {
      /** The value that a t variable with `degrees` degrees of freedom stays below with probability `share`. */
      inv(share: number, degrees: number): number;
    };
    readonly normal: {
      /** The probability that a normal variable stays below a value. */
      cdf(value: number, mean: number, deviation: number): number;
    };
    readonly beta: {
      /** The value that a beta variable with these two parameters stays below with probability `share`. */
      inv(share: number, alpha: number, beta: number): number;
      /** The probability that such a variable stays below a value. */
      cdf(value: number, alpha: number, beta: number): number;
    };
  };
  export default jstat;
}
