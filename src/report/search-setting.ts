/** What the answers of a search rest on, in words: what a run stands for, what the evidence is, how a share is shown. */
import type { Estimate, Results, WorldDescription } from '../experiment/index.js';
import { GRADES } from './inputs.js';
import { plain } from './labels.js';
import { digits, shown } from './numbers.js';
import { cutToPossible } from './possible.js';
import { duration, scaleOf } from './scale.js';
import { levelInShort } from './words.js';

/** Where and when a search was made. */
export interface SearchSetting {
  readonly area: Results['area'];
  readonly design: { readonly kind: 'steady' | 'go-live' };
  /** [hours] */
  readonly time: { readonly warmUp: number; readonly measuredEnd: number };
  readonly worlds: readonly WorldDescription[];
}

const YEAR = [8736, 8784] as const;

function isYear({ time }: SearchSetting): boolean {
  const measured = time.measuredEnd - time.warmUp;
  return measured >= YEAR[0] && measured <= YEAR[1];
}

/** What replications are called: area-years, where the measured period is a year, else `13-week periods of the area`. */
export function periodsOf(setting: SearchSetting): string {
  if (isYear(setting)) return 'area-years';
  const measured = duration(setting.time.measuredEnd - setting.time.warmUp);
  return `${measured.replace(/s$/, '').replace(' ', '-')} periods of the area`;
}

/** What one replication is, and what a share of them says. */
export function periodInWords(setting: SearchSetting): string {
  const { area, time } = setting;
  const measured = duration(time.measuredEnd - time.warmUp);
  const warmUp = time.warmUp === 0 ? 'from an unsettled start' : `after a warm-up of ${duration(time.warmUp)}`;
  const what = isYear(setting) ? 'One area-year' : 'One such period';
  const shorter =
    time.measuredEnd - time.warmUp < YEAR[0]
      ? ' It is no full year: over a year chance evens out further, so that shares lie nearer to 0 or 100%.'
      : '';
  return (
    `${what} is one run: the measured ${measured} of ${plain(area.label) || area.id} (${digits(area.population, 0)} people) ` +
    `${warmUp}, with luck of its own. A share of them is the chance that a period drawn as the model draws them has what ` +
    `is asked.${shorter}`
  );
}

/** The weakest grade of evidence that worlds rest on, as a sentence. */
export function evidenceInWords({ worlds }: SearchSetting): string {
  const grades = new Set(worlds.flatMap(({ assumptions }) => assumptions.map(({ grade }) => grade)));
  const weakest = GRADES.find((grade) => grades.has(grade));
  return weakest === undefined
    ? 'No input has a recorded grade of evidence.'
    : `The weakest evidence it rests on is grade ${weakest}.`;
}

/** What the answer leaves out. */
export function leftOutInWords({ design, worlds }: SearchSetting): string {
  const isSteady = design.kind === 'steady' && worlds.some(({ policies }) => policies.length > 0);
  const steady = isSteady ? 'Policies are in force throughout (steady design). ' : '';
  return `${steady}Doubt about inputs and about the structure of the model is left out and could change the answer. Not a forecast.`;
}

/**
 * A measure over runs, in short: `21 s (19 to 24)`.
 * @param size The largest number beside it, which decides the unit of time for all of them.
 */
export function estimateInShort(estimate: Estimate, unit: string, size = estimate.mean ?? 0): string {
  const scale = scaleOf(plain(unit), size);
  return levelInShort(cutToPossible(shown(estimate, scale.factor), plain(unit), scale.factor), scale);
}
