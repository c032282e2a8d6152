/**
 * With ample units and Poisson arrivals the number in use at an instant is Poisson, whatever the law of stays and the
 * calendar: variance and mean are one (Eick, Massey & Whitt 1993, theorem 1). Counted from the visit log at one instant
 * of each of four days a week, which is far enough apart for stays of hours to make the counts independent.
 */
import { expect, test } from 'vitest';
import { expectTold } from '../support/verification/told.js';
import { DAYS, HOURS, JUDGED } from './support/mt-calendar.js';
import { evenMixture, exponentialStay, fixedStay, meanInUseAt, uniformStay, weekly } from './support/mt-infinity.js';
import { compiled, listen } from './support/read-run.js';

const rates = weekly(20, HOURS, DAYS);
const WEEKS = 14;
const RUNS = 8;
/** Four comparisons, each failing by chance once in two thousand times. */
const LIMIT = 3.48;

test.each([
  ['mt-m-inf', exponentialStay(6)],
  ['mt-g-inf', evenMixture(fixedStay(8), uniformStay(2, 6))],
] as const)('%s: mean and variance of the number in use', (name, stay) => {
  const world = compiled(`./${name}.yaml`);
  const weeks = Array.from({ length: WEEKS }, (_, week) => 168 * (week + 1));
  const instants = Object.values(JUDGED).flatMap((hour) => weeks.map((week) => ({ at: week + hour, hour })));
  const means = instants.map(({ hour }) => meanInUseAt(rates, hour, stay));
  let distance = 0; // Σ (count − mean) / √mean: standard normal times √n
  let spread = 0; // Σ (count − mean)² / mean: chi-square with n degrees of freedom
  let noise = 0; // its variance: 2 + 1/mean for each count
  for (let replication = 0; replication < RUNS; replication++) {
    const counts = instants.map(() => 0);
    listen(world, 'theory', replication, {
      visits: ({ count, started, released }) => {
        for (let row = 0; row < count; row++) {
          for (let place = 0; place < instants.length; place++) {
            const { at } = instants[place]!;
            if (started[row]! <= at && released[row]! > at) counts[place]! += 1;
          }
        }
      },
    });
    counts.forEach((count, place) => {
      const mean = means[place]!;
      distance += (count - mean) / Math.sqrt(mean);
      spread += (count - mean) ** 2 / mean;
      noise += 2 + 1 / mean;
    });
  }
  const n = RUNS * instants.length;
  expect(Math.abs(distance) / Math.sqrt(n)).toBeLessThan(LIMIT);
  expect(Math.abs(spread - n) / Math.sqrt(noise)).toBeLessThan(LIMIT);
  const tell = (says: string, exact: number, mean: number, half: number) =>
    expectTold(
      {
        ...{ group: `${name} at instants`, says, unit: 'standard deviations' },
        method: `${n} counts by calendar, each Poisson with its own mean; Eick, Massey & Whitt (1993) theorem 1`,
      },
      { exact, mean, half, holds: true, width: half },
    );
  tell('mean of a count from its own, over the deviation of that', 0, distance / n, LIMIT / Math.sqrt(n));
  tell('variance over mean', 1, spread / n, (LIMIT * Math.sqrt(noise)) / n);
});
