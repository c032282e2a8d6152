/** The answer of a search for capacity in a sentence or two: how many units, how sure that is, and the measure before and after. */
import type { BreakEven, CapacityStudy, MeasureEntry, Results, Target, TriedCapacity } from '../experiment/index.js';
import { plain } from './labels.js';
import { digits, percentage } from './numbers.js';
import { duration } from './scale.js';
import { estimateInShort, periodsOf, type SearchSetting } from './search-setting.js';
import { manyUnits, moreUnits } from './units.js';
import { listed } from './words.js';

/** What was asked, for the words. */
export interface CapacityAsked extends SearchSetting {
  readonly service: Results['dictionary']['services'][number];
  readonly measure: MeasureEntry;
  readonly target: Target;
  /** Hours of the week in which units are added, as asked; null: every hour on duty. */
  readonly hours: string | null;
  /** Hours of a week for which each added unit is on duty. */
  readonly hoursAdded: number;
  readonly agencies: Results['dictionary']['agencies'];
  /** Year of the prices in which money is told; null where the scenario has none. */
  readonly baseYear: string | null;
  readonly most: number;
  /** Each number of units that some visit takes. */
  readonly unitsOfVisits: readonly number[];
}

/** A capacity, where it was tried. */
export function triedAt(study: CapacityStudy, added: number | 'ample' | null): TriedCapacity | undefined {
  return study.tried.find((one) => one.added === added);
}

/** How often the target was met at a capacity, with its interval and the counts. */
export function shareOf(tried: TriedCapacity | undefined): string {
  if (tried === undefined) return 'not tried';
  if (tried.of === 0) return 'nothing to judge by';
  const { met, of, low, high } = tried;
  return `${percentage(met / of)} (${percentage(low)} to ${percentage(high)}), ${met} of ${of} runs`;
}

/** `between 1 and 3`, `up to 3`. */
export function spanInWords(low: number, high: number): string {
  return low === 0 ? `up to ${digits(high, 0)}` : `between ${digits(low, 0)} and ${digits(high, 0)}`;
}

/** How many units are needed for what was asked, and what the measure is with them and without. */
export function answerInWords(answer: BreakEven, study: CapacityStudy, asked: CapacityAsked): string {
  return `${neededInWords(answer, study, asked)}${levelsInWords(answer, study, asked)}`;
}

function neededInWords(answer: BreakEven, study: CapacityStudy, asked: CapacityAsked): string {
  const service = plain(asked.service.label) || asked.service.id;
  const unit = manyUnits(asked.service);
  const when = asked.hours === null ? 'in every hour on duty' : `in the hours ${plain(asked.hours)}`;
  const met = `${goal(asked)} in at least ${percentage(answer.level)} of ${periodsOf(asked)}`;
  const own = (added: number | 'ample') => shareOf(triedAt(study, added));
  const needed = (count: number) =>
    `${moreUnits(count, asked.service)} ${count === 1 ? 'is' : 'are'} needed at ${service} ${when}`;
  const unsettled = `${digits(asked.most, 0)} runs do not settle how many (--up-to allows more).`;
  switch (answer.status) {
    case 'found':
      if (answer.low === 0) return `no more ${unit} are needed at ${service} for ${met}: with none added, ${own(0)}.`;
      return `${needed(answer.low)} for ${met}: with ${answer.low === 1 ? 'it' : 'them'}, ${own(answer.low)}; with one fewer, ${own(answer.low - 1)}.`;
    case 'unresolved':
      if (answer.high !== null)
        return `${spanInWords(answer.low, answer.high)} more ${unit} are needed at ${service} ${when} for ${met}; ${unsettled}`;
      if (answer.low === 0)
        return `it is not settled how many more ${unit}, if any, are needed at ${service} ${when} for ${met}; ${digits(asked.most, 0)} runs do not tell (--up-to allows more).`;
      return `at least ${needed(answer.low)} for ${met}; ${unsettled}`;
    case 'impossible':
      return `no number of ${unit} added ${when} at ${service} is enough for ${met}: with ample ${unit}, ${own('ample')}.`;
    case 'beyond':
      return `over ${needed(answer.low - 1)} for ${met}.`;
  }
}

/** What the measure is in the baseline, with nothing added, and with the answer or the most that was tried: the size of the gap. */
function levelsInWords(answer: BreakEven, study: CapacityStudy, asked: CapacityAsked): string {
  const { measure, target, service } = asked;
  const most = study.tried.at(-1)?.added;
  const added = answer.status === 'impossible' ? 'ample' : (answer.guess ?? most ?? null);
  const at = [...new Set([0, added])].flatMap((each) => triedAt(study, each) ?? []);
  const levels = [study.baseline, ...at.map(({ estimate }) => estimate)];
  const size = Math.max(0, ...levels.map((one) => one?.mean ?? 0));
  const told = (estimate: TriedCapacity['estimate']) => estimateInShort(estimate, measure.unit, size);
  const parts = at.map((one) => {
    const units = one.added === 'ample' ? `ample ${manyUnits(service)}` : moreUnits(one.added, service);
    return one.added === 0 ? `${told(one.estimate)} with none added` : `${told(one.estimate)} with ${units}`;
  });
  if (parts.length === 0) return '';
  const label = plain(measure.label);
  const toReach =
    study.baseline === null && target.kind === 'standard' ? `${percentage(target.share)} is to be reached; ` : '';
  const before = study.baseline === null ? [] : [`${told(study.baseline)} in the baseline`];
  const whose =
    measure.dimensions.includes('service') || target.kind === 'standard'
      ? ''
      : ` It counts everybody’s, not that of ${plain(service.label) || service.id} alone.`;
  return ` ${label}, mean over runs: ${toReach}${listed([...before, ...parts])}.${whose}`;
}

function goal({ target, measure, service }: CapacityAsked): string {
  const label = plain(measure.label);
  if (target.kind === 'standard')
    return `at least ${percentage(target.share)} of people to be seen within its standard of ${duration(service.standard?.within ?? 0)}`;
  const whose = measure.dimensions.includes('service') ? 'its' : 'the measure';
  return `${whose} “${label.slice(0, 1).toLowerCase()}${label.slice(1)}” to be back at the baseline level`;
}
