import type { WorldDescription } from '../../experiment/index.js';
import { figuresOf } from '../figure.js';
import type { Figures } from '../figures.js';
import { html, type Safe } from '../html.js';
import { landingInWords } from '../landing.js';

/** The sentences of one policy world, as a list under its name. */
function inWords(figures: Figures, world: WorldDescription): Safe {
  const said = landingInWords(figures, world);
  if (said.length === 0) return html``;
  return html`<h3>${figures.labels.worldName(world.id)}</h3>
<ul>${said.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}

/** Displaced demand: where contacts go instead, whose hours change, and how episodes end. */
export async function displaced(figures: Figures): Promise<Safe> {
  const head = html`<h2 id="displaced-title">Displaced demand</h2>`;
  if (figures.policyWorlds.length === 0) {
    return html`<section id="displaced" aria-labelledby="displaced-title">${head}
<p class="left-out">Only one world was run, so there is nothing to compare it with.</p></section>`;
  }
  return html`<section id="displaced" aria-labelledby="displaced-title">${head}
<p>Every episode is followed in the baseline and in each policy world. Where its route first differs because a rule of the
policy decided otherwise, the contact has moved. An agency’s staff hours change through visits that are added, dropped, or
longer or shorter than in the baseline; an hour of one agency is not the same good as an hour of another.</p>
${figures.policyWorlds.map((world) => inWords(figures, world))}
${await figuresOf('displaced', figures)}
</section>`;
}
