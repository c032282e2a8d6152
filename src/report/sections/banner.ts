import { fewRuns, unassured } from '../caveats.js';
import type { Figures } from '../figures.js';
import { html, type Safe } from '../html.js';
import { dateInWords } from '../labels.js';
import { listed } from '../words.js';

/**
 * Warnings that open a report: no assurance statement, few replications, or past the date until which a scenario may be used, compared with
 * the date of the run (YYYY-MM-DD), where that is given.
 */
export function banner(figures: Figures, runDate: string | null): Safe {
  const said: string[] = [];
  const unchecked = unassured(figures);
  if (unchecked.length > 0) {
    said.push(`No assurance statement for ${listed(unchecked)}: nobody has recorded what was checked, and by whom.`);
  }
  const few = fewRuns(figures);
  if (few !== null) said.push(few);
  for (const { id, sunset } of figures.results.worlds) {
    if (runDate !== null && sunset !== null && runDate > sunset) {
      said.push(`Past its sunset date: ${figures.labels.worldName(id)} was to be used until ${dateInWords(sunset)}.`);
    }
  }
  if (said.length === 0) return html``;
  return html`<div class="banner" role="note"><p><strong>Use with care</strong></p>
<ul>${said.map((line) => html`<li>${line}</li>`)}</ul></div>`;
}
