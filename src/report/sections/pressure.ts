import { figuresOf } from '../figure.js';
import type { Figures } from '../figures.js';
import { html, type Safe } from '../html.js';

/** Capacity pressure: waits against standards, where waits change, time full, and the hours of the week. */
export async function pressure(figures: Figures): Promise<Safe> {
  return html`<section id="pressure" aria-labelledby="pressure-title">
<h2 id="pressure-title">Capacity pressure</h2>
<p>Where services are full, who waits, and when. A service can be busy and still answer in time; one that has no idle unit
for much of the time passes every further contact on as a wait.</p>
${await figuresOf('pressure', figures)}
</section>`;
}
