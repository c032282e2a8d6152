/**
 * The only transcendental functions of the engine. `Math.log` and `Math.exp` stand behind them: they give the same bits
 * on the supported versions of Node, which `Math.pow` and `**` do not.
 */

/** Natural logarithm. */
export function log(x: number): number {
  return Math.log(x);
}

/** e to the power x. */
export function exp(x: number): number {
  return Math.exp(x);
}

/**
 * Quantile of the unit exponential: −log(1 − u), for 0 < u < 1. Below 1e-4 a series keeps the digits that 1 − u loses
 * (its first omitted term is u^5/5 of u: under 2e-17 relative).
 */
export function unitExponential(u: number): number {
  if (u < 1e-4) return u * (1 + u * (0.5 + u * (1 / 3 + u * 0.25)));
  return -Math.log(1 - u);
}

/** A share, and the standard normal value below which it lies. */
class Normal {
  share = 0.5;
  value = 0.5;
}

/** Where `findNormal` looks for a share and leaves the value: a number handed to a function, or returned, may need a box. */
export const normal = new Normal();

/** Standard normal quantile for 0 < u < 1, to about 1 part in 10^16. */
export function normalQuantile(u: number): number {
  normal.share = u;
  findNormal();
  return normal.value;
}

/** The same between fields of `normal`. Source: Wichura (1988), algorithm AS 241, PPND16. */
export function findNormal(): void {
  const u = normal.share;
  const q = u - 0.5;
  if (q >= -0.425 && q <= 0.425) {
    const r = 0.180625 - q * q;
    const numerator =
      ((((((r * 2509.0809287301227 + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
        13731.69376550946) *
        r +
        1971.5909503065513) *
        r +
        133.14166789178438) *
        r +
      3.3871328727963665;
    const denominator =
      ((((((r * 5226.495278852546 + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r +
        5394.196021424751) *
        r +
        687.1870074920579) *
        r +
        42.31333070160091) *
        r +
      1;
    normal.value = (q * numerator) / denominator;
    return;
  }
  const tail = Math.sqrt(-Math.log(q < 0 ? u : 1 - u));
  const x = tail <= 5 ? middleTail(tail - 1.6) : farTail(tail - 5);
  normal.value = q < 0 ? -x : x;
}

function middleTail(r: number): number {
  const numerator =
    ((((((r * 0.0007745450142783414 + 0.022723844989269184) * r + 0.2417807251774506) * r + 1.2704582524523684) * r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
    1.4234371107496835;
  const denominator =
    ((((((r * 1.0507500716444169e-9 + 0.0005475938084995345) * r + 0.015198666563616457) * r + 0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
    1;
  return numerator / denominator;
}

function farTail(r: number): number {
  const numerator =
    ((((((r * 2.0103343992922881e-7 + 0.000027115555687434876) * r + 0.0012426609473880784) * r +
      0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
    6.657904643501103;
  const denominator =
    ((((((r * 2.0442631033899397e-15 + 1.421511758316446e-7) * r + 0.000018463183175100548) * r +
      0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
    1;
  return numerator / denominator;
}
