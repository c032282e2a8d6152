/** Outcomes without the need met that a policy makes more of, which a net fall of needs not met would hide. */
import type { Estimate } from '../experiment/index.js';
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

/**
 * True where a count a week that no run of the baseline has is had with a policy at least ten times over all runs: it occurs,
 * whatever its interval.
 * @param before level of the baseline; null where it has none.
 * @param level of the policy world.
 * @param unit of the measure, in words.
 */
export function isCreated(figures: Figures, before: Estimate | null, level: Estimate | null, unit: string): boolean {
  if (!EVENTS.test(unit) || level === null || level.mean === null) return false;
  if (before !== null && !(before.mean === 0 && before.low === before.high)) return false;
  return level.mean * level.n * (figures.results.design.measured / HOURS_A_WEEK) >= ENOUGH_EVENTS;
}

/** An outcome with a need not met that a world has more of, in words, and whether its difference is clear. */
interface CreatedOutcome {
  readonly text: string;
  readonly isClear: boolean;
}

/** What stands where an outcome occurs in runs of one world alone and its interval reaches zero: the same as its table says. */
export const SIZE_NOT_SETTLED = 'size not settled (“not clear”)';

/**
 * Outcomes with a need not met that a world has clearly more of, or that the baseline has none of, need by need, the largest
 * first: `Declined and seen by nobody (Concern for welfare), 20 episodes a week (95% interval 0 to 43)`.
 */
export function createdOutcomes(figures: Figures, world: string): readonly CreatedOutcome[] {
  const isUnmet = new Set(figures.results.dictionary.outcomes.flatMap(({ id, unmet }) => (unmet ? [id] : [])));
  const found = figures.cells(OUTCOMES).flatMap((cell) => {
    const change = figures.change(world, OUTCOMES, cell);
    if (change === null || !isUnmet.has(cell.outcome ?? '')) return [];
    const [before, after] = [figures.baseline.id, world].map((id) => figures.rawLevel(id, OUTCOMES, cell));
    const created = isCreated(figures, before ?? null, after ?? null, figures.unit(OUTCOMES));
    const isClear = direction(change) === 'up';
    if (!created && !isClear) return [];
    const scale = figures.scale(OUTCOMES, cell);
    const size = isClear ? differenceInWords(change, scale) : levelInWords(cutAtNothing(change), scale);
    const name = `${figures.labels.outcome(cell.outcome ?? '')} (${figures.labels.need(cell.need ?? '')})`;
    const mean = figures.rawChange(world, OUTCOMES, cell)?.mean ?? 0;
    return [
      { mean, isClear, text: `${name}, ${size}${isClear && created ? ', none in any run of the baseline' : ''}` },
    ];
  });
  return found.sort((one, other) => other.mean - one.mean);
}

/** Clauses on what is created: that there are more, where that is clear; else that it occurs, and that its size is not settled. */
export function createdInWords(created: readonly CreatedOutcome[], joint: string): readonly string[] {
  const told = (isClear: boolean) => created.filter((each) => each.isClear === isClear).map(({ text }) => text);
  const clauses = [
    ['there are more of', told(true)],
    [`some occur in runs of the policy world and in none of the baseline, their ${SIZE_NOT_SETTLED}`, told(false)],
  ] as const;
  return clauses.flatMap(([clause, texts]) => (texts.length === 0 ? [] : [`${clause}: ${texts.join(joint)}`]));
}
