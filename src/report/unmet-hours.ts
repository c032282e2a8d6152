/** What stands beside every saving: the staff hours that people requested in the same world and did not get. */
import type { WorldDescription } from '../experiment/index.js';
import type { Figures } from './figures.js';
import { clearChanges } from './largest.js';
import { differenceInWords, NO_CLEAR_DIFFERENCE } from './words.js';

/** The comparison that counts them. */
export const UNMET_HOURS = 'unmet-hours';

/** Where they clearly change against the baseline, agency by agency, as the end of a sentence. */
export function unmetHoursInWords(figures: Figures, world: WorldDescription): string {
  const changes = clearChanges(figures, UNMET_HOURS, figures.cells(UNMET_HOURS), [world], false);
  const what = 'staff hours that people requested and did not get';
  if (changes.length === 0) return `${what}: ${NO_CLEAR_DIFFERENCE} at any agency.`;
  const said = changes.map(
    ({ cell, shown }) =>
      `${figures.labels.agency(cell.agency ?? '')}, ${differenceInWords(shown, figures.scale(UNMET_HOURS, cell))}`,
  );
  return `${what}: ${said.join('; ')}; other agencies, ${NO_CLEAR_DIFFERENCE}.`;
}
