/** The part of jstat that is used: quantiles of Student's t distribution. */
declare module 'jstat' {
  const jstat: {
    readonly studentt: {
      /** The value that a t variable with `degrees` degrees of freedom stays below with probability `share`. */
      inv(share: number, degrees: number): number;
    };
  };
  export default jstat;
}
