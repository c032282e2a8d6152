import type { Results, WarmUpSeries } from '../experiment/index.js';
import { Figures } from './figures.js';
import { counted } from './words.js';

const QUANTITIES: Readonly<Record<string, string>> = {
  'weekly-in-use': 'units in use',
  'weekly-waiting': 'people waiting',
  'weekly-open-episodes': 'open episodes',
};

/** Runs below which the check seldom finds a warm-up that is somewhat too short. */
const RUNS_WITH_POWER = 20;

/** What a judged series is of: `Crisis team: people waiting`. */
export function seriesName({ labels }: Figures, { measure, cell }: Pick<WarmUpSeries, 'measure' | 'cell'>): string {
  const quantity = QUANTITIES[measure] ?? measure;
  if (cell.service !== undefined) return `${labels.service(cell.service)}: ${quantity}`;
  return cell.group === 'background' ? `background work: ${quantity}` : `people: ${quantity}`;
}

/** Whether the warm-up is long enough, as a headline and as a sentence. */
export function warmUpInWords({ results }: Figures): { readonly message: string; readonly sentence: string } {
  const { stated, proposed, series } = results.warmUp;
  const count = (verdict: string) => series.filter((one) => one.verdict === verdict).length;
  const weeks = (number: number) => counted(number, 'week', 'weeks');
  const judged = series.length - count('not judged');
  if (judged === 0)
    return {
      message: 'The warm-up could not be judged',
      sentence:
        `The scenario states a warm-up of ${weeks(stated)}. It could not be judged: that takes ten whole weeks in which ` +
        'nothing changes by date, and five runs.',
    };
  const faults = (['drifts', 'run too short', 'too short'] as const).flatMap((verdict) => {
    const number = count(verdict);
    const words = {
      drifts: 'still drift at the end of the run',
      'run too short': 'have a point past half of the run, which is too short for them',
      'too short': 'need more weeks of warm-up',
    };
    return number === 0 ? [] : [`${number} of ${judged} series ${words[verdict]}`];
  });
  const { completed } = results.design.replications;
  const weak =
    completed < RUNS_WITH_POWER
      ? ` With ${counted(completed, 'run', 'runs')}, fewer than ${RUNS_WITH_POWER}, this check has little power: finding nothing says little.`
      : '';
  const proposal = proposed === null ? 'this run cannot propose a length.' : `the run proposes ${weeks(proposed)}.`;
  return {
    message:
      faults.length === 0
        ? `Nothing clear speaks against the warm-up of ${weeks(stated)}`
        : `The warm-up of ${weeks(stated)} is not enough`,
    sentence:
      `The scenario states a warm-up of ${weeks(stated)}; ${proposal} ` +
      (faults.length === 0
        ? `In none of ${judged} series does leaving out more weeks clearly change the mean by 1% or more.`
        : `${faults.join('; ')}.`) +
      weak,
  };
}

/** Whether the warm-up of a run is long enough, in a sentence, for a terminal. */
export function warmUpAnswer(results: Results): string {
  return warmUpInWords(new Figures(results)).sentence;
}
