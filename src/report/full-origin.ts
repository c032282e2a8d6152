/** Services of the agency that a policy starts from which are nearly always full in the baseline: hours freed there are used at once. */
import { originsOf } from './cut-freed.js';
import type { Figures } from './figures.js';
import { percentage } from './numbers.js';
import { listed } from './words.js';

/** Share of its units on duty that a service has in use from which hardly any hour freed stays free. */
const NEARLY_FULL = 0.95;

/** Where a saving shows in waits and not in hours: a caveat; null where no such service is nearly always full. */
export function fullOriginInWords(figures: Figures): string | null {
  const { labels, policyWorlds, results } = figures;
  const origins = new Set(policyWorlds.flatMap((world) => originsOf(figures, world)));
  const full = results.dictionary.services.flatMap(({ id, agency, staff }) => {
    const share = figures.rawLevel(figures.baseline.id, 'occupancy', { service: id })?.mean ?? 0;
    return staff && origins.has(agency) && share >= NEARLY_FULL
      ? [`${labels.service(id)} (${percentage(share)} of its hours on duty in use)`]
      : [];
  });
  if (full.length === 0) return null;
  return (
    `Nearly always full in the baseline: ${listed(full)}. Hours that a policy frees there go to those who wait: a saving ` +
    'shows in waits, and not in hours.'
  );
}
