import { headlineOf } from '../answer.js';
import { caveats, lackingFutures, neverInForce, unassured } from '../caveats.js';
import type { Figures } from '../figures.js';
import { html, type Part, type Safe } from '../html.js';
import { placeholdersOf } from '../inputs.js';
import { plain } from '../labels.js';
import { movesMost } from '../moves-most.js';
import { percentage } from '../numbers.js';
import { setting } from '../setting.js';
import { type WorldAnswer, worldAnswers } from '../statements.js';
import { counted, listed } from '../words.js';

/** Placeholder inputs named at once; the rest open on request. */
const NAMED = 6;

const QUESTIONS = [
  { key: 'people', title: 'Where does the demand land?' },
  { key: 'hours', title: 'Whose staff hours change?' },
  { key: 'duty', title: 'What is put on duty, and what does it cost?' },
  { key: 'waits', title: 'Who waits?' },
  { key: 'unmet', title: 'Who is missed?' },
] as const;

function card(figures: Figures, answer: WorldAnswer): Safe {
  const parts = QUESTIONS.filter(({ key }) => answer[key].length > 0);
  const name = figures.labels.worldName(answer.world);
  const short = figures.labels.shortWorld(answer.world);
  return html`<div class="answer"><h3>${name}</h3>
${short === name ? null : html`<p class="setting">In charts: ${short}${short.endsWith('…') ? '' : '.'}</p>`}
<dl>${parts.map(
    ({ key, title }) => html`<dt>${title}</dt>
${answer[key].map((line) => html`<dd>${line}</dd>`)}`,
  )}</dl></div>`;
}

function weakInputs(figures: Figures): Part {
  const ids = placeholdersOf(figures.results, (id) => figures.labels.worldName(id));
  if (ids.length === 0) return null;
  const head = html`<strong>Inputs of grade E (placeholders)</strong>`;
  if (ids.length <= NAMED) return html`<li>${head}: ${listed(ids)}.</li>`;
  const rest = counted(ids.length - NAMED, 'other', 'others');
  return html`<li>${head}: ${ids.slice(0, NAMED).join(', ')} and
<details class="inline"><summary>${rest}</summary>${ids.slice(NAMED).join(', ')}</details></li>`;
}

/** Inputs that move the headline most where that was tried, whatever their grade. */
function decisiveInputs({ results }: Figures): Part {
  const found = movesMost(results);
  if (found === null) return null;
  const inputs = found.inputs.map(
    ({ record: { id, grade }, of, share }) =>
      html`<li>${plain(id)} (grade ${grade}): ${percentage(share)} of the change in ${of}</li>`,
  );
  return html`<li><strong>${found.title}</strong>: ${found.told}.<ul>${inputs}</ul></li>`;
}

/** The head of a report: the answer with its interval and weakest evidence, by policy, and what could change it. */
export function headline(figures: Figures): Safe {
  const { opening, sizes, evidence } = headlineOf(figures);
  const said = caveats(figures).map((line) => html`<li>${line}</li>`);
  // What is never in force, what is not enough by itself, and that little was checked, come before all else.
  const first = neverInForce(figures).length + lackingFutures(figures).length + (unassured(figures).length > 0 ? 1 : 0);
  return html`<section class="headline" id="answer" aria-labelledby="answer-title">
<h2 id="answer-title">The answer</h2>
<div class="lead"><p>${opening}</p>
<ul>${sizes.map((size) => html`<li>${size}</li>`)}</ul>
<p>${evidence}</p></div>
<p class="setting">${setting(figures)}.</p>
<h3>What could change this answer</h3>
<ul class="caveats">${said.slice(0, first)}${decisiveInputs(figures)}${weakInputs(figures)}${said.slice(first)}</ul>
<div class="answers">${worldAnswers(figures).map((each) => card(figures, each))}</div>
</section>`;
}
