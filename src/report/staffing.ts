/** Agencies whose staff no scenario declares, so that their staff hours are not known: they are never told as 0. */
import type { Cell, WorldDescription } from '../experiment/index.js';
import type { Figures } from './figures.js';
import { clearChanges } from './largest.js';
import { nothingClear } from './setting.js';
import { counted, differenceInWords, levelInShort, listed } from './words.js';

const CONTACTS = 'contacts';
/** Services whose contacts are named. */
const NAMED = 2;

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

/** Contacts of people at the services of agencies whose staff hours are not measured, where anybody comes in some world. */
export function contactsNotStaffed(figures: Figures): readonly Cell[] {
  const silent = new Set(unstaffed(figures));
  const services = figures.results.dictionary.services.filter(({ agency }) => silent.has(agency));
  return services
    .map(({ id }) => ({ service: id, group: 'people' }))
    .filter((cell) => figures.results.worlds.some(({ id }) => (figures.rawLevel(id, CONTACTS, cell)?.mean ?? 0) > 0));
}

/**
 * What can be told in place of staff hours that are not measured: the clear changes of contacts of people there, the largest
 * first; null where nobody comes there.
 */
export function contactsNotStaffedInWords(figures: Figures, world: WorldDescription): string | null {
  const cells = contactsNotStaffed(figures);
  if (cells.length === 0) return null;
  const changes = clearChanges(figures, CONTACTS, cells, [world], false);
  const said = changes.slice(0, NAMED).map(({ cell, shown }) => {
    const scale = figures.scale(CONTACTS, cell);
    const level = figures.level(figures.baseline.id, CONTACTS, cell);
    const base = level === null ? '' : `, from ${levelInShort(level, scale)} in the baseline`;
    return `${figures.labels.service(cell.service ?? '')}, ${differenceInWords(shown, scale)}${base}`;
  });
  const rest = changes.length - said.length;
  const more = rest > 0 ? [`${counted(rest, 'more service has', 'more services have')} a clear difference`] : [];
  const told = said.length === 0 ? `${nothingClear(figures)} at any service` : [...said, ...more].join('; ');
  return `Contacts of people where staff hours are not measured: ${told}.`;
}
