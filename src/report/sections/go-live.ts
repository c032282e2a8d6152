import { figuresOf } from '../figure.js';
import type { Figures } from '../figures.js';
import { html, type Safe } from '../html.js';

/** True where the time in which policies take hold is part of the answer. */
export function isGoLive({ results }: Figures): boolean {
  return results.design.kind === 'go-live';
}

/** Go-live: contacts, waits and hours week by week, with the days on which policies start; nothing in a steady design. */
export async function goLive(figures: Figures): Promise<Safe> {
  if (!isGoLive(figures)) return html``;
  return html`<section id="go-live" aria-labelledby="go-live-title">
<h2 id="go-live-title">Go-live</h2>
<p>Policies start on their dates, and take hold by their ramps. The lines follow each service week by week, from the first week
of the run, in the baseline and in each policy world.</p>
${await figuresOf('go-live', figures)}
</section>`;
}
