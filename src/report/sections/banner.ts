import { fewRuns, unassured } from '../caveats.js';
import type { Figures } from '../figures.js';
import { html, type Safe } from '../html.js';
import { dateInWords } from '../labels.js';
import { listed } from '../words.js';

/**
 * Warnings that open a report, in a line that unfolds so that the answer is on the first screen of a phone: no assurance statement, few replications, or past the date until which a scenario may be used, compared with
 * the date of the run (YYYY-MM-DD), where that is given.
 */
export function banner(figures: Figures, runDate: string | null): Safe {
  const said: string[] = [];
  const named: string[] = [];
  const unchecked = unassured(figures);
  if (unchecked.length > 0) {
    named.push('no assurance statement');
    said.push(`No assurance statement for ${listed(unchecked)}: nobody has recorded what was checked, and by whom.`);
  }
  const few = fewRuns(figures.results.design.replications);
  if (few !== null) {
    named.push('few replications');
    said.push(few);
  }
  for (const { id, sunset } of figures.results.worlds) {
    if (runDate !== null && sunset !== null && runDate > sunset) {
      named.push('past its sunset date');
      said.push(`Past its sunset date: ${figures.labels.worldName(id)} was to be used until ${dateInWords(sunset)}.`);
    }
  }
  if (said.length === 0) return html``;
  return html`<div class="banner" role="note"><details><summary><strong>Use with care</strong>: ${listed([...new Set(named)])}</summary>
<ul>${said.map((line) => html`<li>${line}</li>`)}</ul></details></div>`;
}
