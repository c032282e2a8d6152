/**
 * Where intervals are narrower than they say: waits of services that are nearly always full, whose means over runs are
 * skewed, and counts of which there are few. What they hold was found on made-up samples (D23), and a test keeps to it.
 */
import { type ServiceNames, serviceName } from './dictionary.js';
import { nearCritical } from './pairing.js';
import type { Samples, WorldSamples } from './samples.js';
import { above } from './summarise.js';

/**
 * Share of 95% intervals that hold the mean wait of a near-critical queue, by number of runs: the least of M/M/1 at loads of
 * 0.9 and 0.95 with 200 and 1,000 people a run.
 */
export const NEAR_CRITICAL_HELD: readonly (readonly [runs: number, share: number])[] = [
  [6, 0.84],
  [10, 0.86],
  [20, 0.88],
  [50, 0.92],
];
/** From so many runs on nothing is said of near-critical services: the intervals hold what they say to a hundredth or two. */
const ENOUGH_RUNS = 100;

/** Fewer events than these in all runs together make an interval of a count too narrow. */
export const FEW_EVENTS = 10;
/** Share of 95% intervals that hold a mean count, where one event is expected in all runs together. */
export const ONE_EVENT_HELD = 0.63;
/** Counts that a comparison is quoted by; all count events a week. */
const COUNTS = ['contacts', 'declined', 'outcomes', 'unmet'];

/** Services that a warning names; the others are counted. */
const NAMED = 3;

/** What a reader has to know of intervals that are too narrow, given the weeks over which events are counted and what services are called. */
export function narrowIntervals({ worlds, replications }: Samples, weeks: number, names: ServiceNames): string[] {
  if (replications < 2) return [];
  const full = [...new Set(worlds.flatMap(nearCritical))];
  const few = worlds.reduce((sum, world) => sum + countsOfFew(world, weeks), 0);
  const said: string[] = [];
  if (full.length > 0 && replications < ENOUGH_RUNS) {
    const named = full.slice(0, NAMED).map((id) => serviceName(names, id));
    const rest = full.length > NAMED ? ` and ${full.length - NAMED} more` : '';
    said.push(
      `Nearly always full, in one of the worlds at least: ${named.join(', ')}${rest}. With ${replications} runs a 95% interval ` +
        `of such a wait or line may hold its mean only ${percent(heldBy(replications))} of the time, and mostly errs on the low side. More runs help.`,
    );
  }
  if (few > 0)
    said.push(
      `Fewer than ${FEW_EVENTS} events in all runs together: ${few === 1 ? 'one count' : `${few} counts`}. Their 95% intervals are too narrow (they hold the ` +
        `mean ${percent(ONE_EVENT_HELD)} of the time where one event is expected), and what came up in no run may come up all the same.`,
    );
  return said;
}

/** What intervals of so many runs hold; of fewer than the fewest tried, what those held. */
export function heldBy(runs: number): number {
  const [fewest] = NEAR_CRITICAL_HELD;
  return NEAR_CRITICAL_HELD.findLast(([least]) => runs >= least)?.[1] ?? fewest![1];
}

/** Counts of a world that came up in some run, and seldom in all of them together. */
function countsOfFew({ measures }: WorldSamples, weeks: number): number {
  return COUNTS.reduce((sum, id) => {
    const sampled = measures.get(id)!;
    const few = sampled.cells.filter((cell, at) => {
      if (cell.group === 'background') return false;
      const events = weeks * above(sampled, at).reduce((all, value) => all + value, 0);
      return events > 0.5 && events < FEW_EVENTS - 0.5;
    });
    return sum + few.length;
  }, 0);
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}
