/** Outcomes without the need met that a policy makes more of, which a net fall of needs not met would hide. */
import type { Cell } from '../experiment/index.js';
import type { Figures } from './figures.js';
import { direction } from './numbers.js';
import { cutAtNothing } from './possible.js';
import { differenceInWords, levelInWords } from './words.js';

const OUTCOMES = 'outcomes';
const HOURS_A_WEEK = 168;
/** Units that count what happens one by one, a week. */
const EVENTS = /^(?:contacts|episodes|entries|decisions) a week$/;
/** Events in all runs of a world from which they are no accident of few runs, where another world has none. */
const ENOUGH_EVENTS = 10;

/** True where no run of the baseline has any of what a measure counts at a cell. */
export function hasNone(figures: Figures, measure: string, cell: Cell): boolean {
  const level = figures.rawLevel(figures.baseline.id, measure, cell);
  return level === null || (level.mean === 0 && level.low === level.high);
}

/**
 * True where a count a week that no run of the baseline has is had with a policy at least ten times over all runs: it occurs,
 * whatever its interval.
 */
export function isCreated(figures: Figures, world: string, measure: string, cell: Cell): boolean {
  const level = figures.rawLevel(world, measure, cell);
  if (!EVENTS.test(figures.unit(measure)) || level === null || level.mean === null) return false;
  if (!hasNone(figures, measure, cell)) return false;
  return level.mean * level.n * (figures.results.design.measured / HOURS_A_WEEK) >= ENOUGH_EVENTS;
}

/**
 * Outcomes with a need not met that a world has clearly more of, or that the baseline has none of, need by need, the largest
 * first: `Declined and seen by nobody (Concern for welfare), 20 episodes a week (95% interval 0 to 43), none in the baseline`.
 */
export function createdOutcomes(figures: Figures, world: string): readonly string[] {
  const isUnmet = new Set(figures.results.dictionary.outcomes.flatMap(({ id, unmet }) => (unmet ? [id] : [])));
  const found = figures.cells(OUTCOMES).flatMap((cell) => {
    const change = figures.change(world, OUTCOMES, cell);
    if (change === null || !isUnmet.has(cell.outcome ?? '')) return [];
    const created = isCreated(figures, world, OUTCOMES, cell);
    const isClear = direction(change) === 'up';
    if (!created && !isClear) return [];
    const scale = figures.scale(OUTCOMES, cell);
    const size = isClear ? differenceInWords(change, scale) : levelInWords(cutAtNothing(change), scale);
    const name = `${figures.labels.outcome(cell.outcome ?? '')} (${figures.labels.need(cell.need ?? '')})`;
    const mean = figures.rawChange(world, OUTCOMES, cell)?.mean ?? 0;
    return [{ mean, text: `${name}, ${size}${created ? ', none in any run of the baseline' : ''}` }];
  });
  return found.sort((one, other) => other.mean - one.mean).map(({ text }) => text);
}
