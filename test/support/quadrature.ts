/** Integrals by Gauss-Legendre quadrature, for laws that tests compute by themselves. */

/** Nodes and weights of Gauss–Legendre quadrature on (−1, 1), by Newton's method. */
function gaussLegendre(count: number): { node: number; weight: number }[] {
  return Array.from({ length: count }, (_, index) => {
    let x = Math.cos((Math.PI * (index + 0.75)) / (count + 0.5));
    let slope = 0;
    for (let round = 0; round < 50; round++) {
      let before = 1;
      let value = x;
      for (let n = 2; n <= count; n++) [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
      slope = (count * (x * value - before)) / (x * x - 1);
      x -= value / slope;
    }
    return { node: x, weight: 2 / ((1 - x * x) * slope * slope) };
  });
}
const NODES = gaussLegendre(20);

/** Integral of a function, by 20 nodes in each of so many panels of equal width. */
export function integrate(f: (x: number) => number, from: number, to: number, panels: number): number {
  let sum = 0;
  const width = (to - from) / panels;
  for (let panel = 0; panel < panels; panel++) {
    const middle = from + (panel + 0.5) * width;
    for (const { node, weight } of NODES) sum += (weight * f(middle + (node * width) / 2) * width) / 2;
  }
  return sum;
}
