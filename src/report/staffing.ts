/** Agencies whose staff no scenario declares, so that their staff hours are not known: they are never told as 0. */
import type { Figures } from './figures.js';
import { listed } from './words.js';

/** In place of a number. */
export const NOT_MEASURED = 'not measured: no staff declared';

/** Ids of agencies that have services in the run, none of which is of staff. */
export function unstaffed({ results }: Figures): readonly string[] {
  const { agencies, services } = results.dictionary;
  return agencies
    .map(({ id }) => id)
    .filter((id) => services.some(({ agency }) => agency === id))
    .filter((id) => !services.some(({ agency, staff }) => agency === id && staff));
}

/** What is not measured, without a full stop: `Staff hours are not measured at Acute hospitals, where no staff is declared`. */
export function notMeasuredInWords(figures: Figures, ids: readonly string[]): string {
  return `Staff hours are not measured at ${listed(ids.map((id) => figures.labels.agency(id)))}, where no staff is declared`;
}
