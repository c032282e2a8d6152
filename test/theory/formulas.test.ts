/** The referee's own formulas, held against published worked values and against each other, before they judge anyone. */
import { describe, expect, test } from 'vitest';
import { average, stationary } from './support/chain.js';
import { cobham, residualWork } from './support/cobham.js';
import { erlangB, erlangC, meanWait } from './support/erlang.js';
import { erlangA } from './support/erlang-a.js';
import { studentQuantile, within } from './support/student.js';
import { solveTandem } from './support/tandem.js';

/** To ten decimals: these are exact formulas, so that only rounding may differ. */
const exact = (value: number) => expect.closeTo(value, 10);

describe('Erlang B and C', () => {
  test('loss tables: 4.461 erlangs on 10 units and 12.03 on 20 lose 1%', () => {
    expect(erlangB(10, 4.461)).toBeCloseTo(0.01, 5);
    expect(erlangB(20, 12.03)).toBeCloseTo(0.01, 4);
  });

  test('three doctors, six patients an hour, twenty minutes each: 8/9 of a patient waits (Gross & Harris, M/M/3)', () => {
    expect(erlangC(3, 2)).toEqual(exact(4 / 9));
    expect(6 * meanWait(3, 6, 1 / 3)).toEqual(exact(8 / 9));
  });

  test('one unit: load/(1 + load) are lost; a wait of load × service / (1 − load)', () => {
    expect(erlangB(1, 0.7)).toEqual(exact(0.7 / 1.7));
    expect(meanWait(1, 42, 1 / 60)).toEqual(exact(0.7 / 60 / 0.3));
  });
});

describe('Erlang A', () => {
  test('50 agents, 48 calls a minute of one minute, patience two minutes: 3.1% give up, 3.7 s (Garnett et al. 2002, table 1)', () => {
    const centre = erlangA(50, 48, 1, 0.5);
    expect(100 * centre.reneging).toBeCloseTo(3.1, 1);
    expect(centre.waiting).toBeCloseTo(3, 0);
    expect((60 * centre.waiting) / 48).toBeCloseTo(3.7, 1);
  });

  test('those who give up leave the line at θ each: λ P(renege) = θ E[Q]', () => {
    const { reneging, waiting } = erlangA(5, 45, 10, 5);
    expect(45 * reneging).toEqual(exact(5 * waiting));
  });

  test('patience as long as service makes it M/M/∞: the number inside is Poisson', () => {
    const poisson = Array.from({ length: 80 }, (_, n) => n).map((n) =>
      Math.exp(-4.5 + n * Math.log(4.5) - logFactorial(n)),
    );
    const waiting = poisson.reduce((sum, share, n) => sum + share * Math.max(n - 5, 0), 0);
    expect(erlangA(5, 45, 10, 10).waiting).toEqual(exact(waiting));
  });

  test('endless patience makes it M/M/c', () => {
    expect(erlangA(3, 42, 20, 1e-12).waitOfServed).toBeCloseTo(meanWait(3, 42, 1 / 20), 8);
  });

  test('the wait of those served, from the chain followed by one tagged arrival, first step by first step', () => {
    const { waitOfServed } = erlangA(2, 30, 12, 6);
    expect(waitOfServed).toEqual(exact(taggedWait(2, 30, 12, 6)));
  });
});

describe('Cobham', () => {
  const classes = [
    { rate: 9, mean: 1 / 30, variation: Math.SQRT1_2 },
    { rate: 6, mean: 1 / 15, variation: 1 },
  ];

  test('one class is Pollaczek and Khinchine', () => {
    expect(cobham([{ rate: 42, mean: 1 / 60, variation: 1 }])[0]).toEqual(exact(meanWait(1, 42, 1 / 60)));
  });

  test('load-weighted waits are conserved (Kleinrock 1965)', () => {
    const waits = cobham(classes);
    const weighted = classes.reduce((sum, { rate, mean }, index) => sum + rate * mean * waits[index]!, 0);
    expect(weighted).toEqual(exact((0.7 * residualWork(classes)) / 0.3));
  });
});

describe('chains', () => {
  test('a loss system solved as a chain is Erlang B', () => {
    const shares = stationary(0, (busy) => [
      ...(busy < 10 ? [{ to: busy + 1, rate: 8 }] : []),
      { to: busy - 1, rate: busy },
    ]);
    expect(shares).toHaveLength(11);
    expect(shares.find(({ state }) => state === 10)?.share).toEqual(exact(erlangB(10, 8)));
    expect(average(shares, (busy) => busy)).toEqual(exact(8 * (1 - erlangB(10, 8))));
  });

  test('one unit each and a first service never idle: throughput is μ₁μ₂(μ₁ + μ₂)/(μ₁² + μ₁μ₂ + μ₂²) (Hunt 1956)', () => {
    const [first, second] = [15, 20];
    const flooded = solveTandem({
      arrivals: 1e9,
      firstUnits: 1,
      firstRate: first,
      room: 1,
      secondUnits: 1,
      secondRate: second,
    });
    const hunt = (first * second * (first + second)) / (first ** 2 + first * second + second ** 2);
    expect(flooded.accepted / hunt).toBeCloseTo(1, 7);
  });

  test('an ample second service leaves M/M/c with room, and no one blocked', () => {
    const free = solveTandem({ arrivals: 20, firstUnits: 2, firstRate: 15, room: 0, secondUnits: 2, secondRate: 1e9 });
    expect(free.declined / 20).toBeCloseTo(erlangB(2, 20 / 15), 6);
    expect(free.blocked).toBeLessThan(1e-6);
  });

  test('flow in is flow out: accepted people keep rate × mean units of the second service in use', () => {
    const tandem = solveTandem({ arrivals: 18, firstUnits: 2, firstRate: 15, room: 6, secondUnits: 2, secondRate: 15 });
    expect(tandem.secondInUse).toEqual(exact(tandem.accepted / 15));
    expect(tandem.firstInUse - tandem.blocked).toEqual(exact(tandem.accepted / 15));
  });
});

describe("Student's t", () => {
  test('printed quantiles', () => {
    expect(studentQuantile(0.95, 39)).toBeCloseTo(2.0227, 4);
    expect(studentQuantile(0.999, 40)).toBeCloseTo(3.551, 3);
    expect(studentQuantile(0.95, 4)).toBeCloseTo(2.776, 3);
  });

  test('one and two degrees of freedom in closed form', () => {
    expect(studentQuantile(0.999, 1)).toBeCloseTo(Math.tan(0.4995 * Math.PI), 6);
    expect(within(3, 2)).toEqual(exact(3 / Math.sqrt(11)));
  });
});

function logFactorial(n: number): number {
  let sum = 0;
  for (let k = 2; k <= n; k++) sum += Math.log(k);
  return sum;
}

/** E[wait; served] / P(served) by conditioning on each next event of the tagged arrival, place by place. */
function taggedWait(units: number, arrivals: number, service: number, impatience: number): number {
  const shares = stationary(0, (inside) => [
    ...(inside < 120 ? [{ to: inside + 1, rate: arrivals }] : []),
    { to: inside - 1, rate: Math.min(inside, units) * service + Math.max(inside - units, 0) * impatience },
  ]);
  const reach: number[] = [];
  const time: number[] = [];
  for (let ahead = 0; ahead < 130; ahead++) {
    const forward = units * service + ahead * impatience;
    const all = forward + impatience;
    const next = ahead === 0 ? 1 : reach[ahead - 1]!;
    const later = ahead === 0 ? 0 : time[ahead - 1]!;
    reach.push((forward / all) * next);
    time.push((forward / all) * (next / all + later));
  }
  const served = average(shares, (inside) => (inside < units ? 1 : reach[inside - units]!));
  return average(shares, (inside) => (inside < units ? 0 : time[inside - units]!)) / served;
}
