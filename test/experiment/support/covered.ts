import { standardErrors } from '../../../src/experiment/estimate.js';
import type { Results } from '../../../src/experiment/results.js';

/** What many experiments of one headline measure came to. */
export interface Coverage {
  /** Share of experiments whose interval held the exact value. */
  readonly share: number;
  /** Lower end of its one-sided 95% interval (Wilson). */
  readonly atLeast: number;
  /** Median of the half-width over that of a single interval from as many replications, fixed beforehand. */
  readonly medianWidth: number;
  /** How many experiments ended after so many replications. */
  readonly ends: Readonly<Record<string, number>>;
}

/** Looks at the precision records of experiments of one measure in one world, whose exact value is known. */
export function coverageOf(experiments: readonly Results['design']['replications'][], exact: number): Coverage {
  const ends: Record<string, number> = {};
  const widths: number[] = [];
  let held = 0;
  for (const { precision } of experiments) {
    const look = precision!.looks.at(-1)!;
    const { mean, half } = look.intervals[0]!;
    if (Math.abs(mean! - exact) <= half!) held += 1;
    widths.push(standardErrors(look.replications, look.confidence) / standardErrors(look.replications));
    ends[look.replications] = (ends[look.replications] ?? 0) + 1;
  }
  const count = experiments.length;
  const share = held / count;
  const z = 1.6448536269514722;
  const centre = share + z ** 2 / (2 * count);
  const spread = z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2));
  widths.sort((a, b) => a - b);
  const medianWidth = widths[Math.floor(count / 2)]!;
  return { share, atLeast: (centre - spread) / (1 + z ** 2 / count), medianWidth, ends };
}
