import type { Results } from '../experiment/index.js';
import { subjectInWords } from './answer.js';
import { Figures } from './figures.js';
import { html } from './html.js';
import { plain } from './labels.js';
import { page } from './page.js';
import { runId } from './run-id.js';
import { areas } from './sections/areas.js';
import { assumptions } from './sections/assumptions.js';
import { banner } from './sections/banner.js';
import { costs } from './sections/costs.js';
import { displaced } from './sections/displaced.js';
import { followed } from './sections/followed.js';
import { gains } from './sections/gains.js';
import { goLive, isGoLive } from './sections/go-live.js';
import { harm } from './sections/harm.js';
import { headline } from './sections/headline.js';
import { method } from './sections/method.js';
import { pressure } from './sections/pressure.js';
import { services } from './sections/services.js';
import { waits } from './sections/waits.js';
import { warmUp } from './sections/warm-up.js';

/** What a report may be told besides the Results. */
export interface ReportOptions {
  /** Date of the run, YYYY-MM-DD: a scenario past its sunset date on that day gets a banner. It is not printed. */
  readonly runDate?: string | null;
}

/** Titles longer than this, two lines of a wide screen, give way to the names of the policies. */
const LONGEST_TITLE = 140;

const CONTENTS = [
  ['answer', 'The answer'],
  ['displaced', 'Displaced demand'],
  ['costs', 'Who pays'],
  ['waits', 'Who waits, who comes back'],
  ['harm', 'Harm'],
  ['gains', 'Who gains, who loses'],
  ['go-live', 'Go-live'],
  ['pressure', 'Capacity pressure'],
  ['services', 'Services'],
  ['areas', 'Areas'],
  ['followed', 'Follow one person'],
  ['warm-up', 'Is the warm-up long enough?'],
  ['assumptions', 'Assumptions'],
  ['method', 'Method and limits'],
] as const;

/**
 * Renders a run as one self-contained HTML page: readable offline, on a phone and in print, with static pictures. The same
 * Results and options give the same bytes. What a run has no numbers for is left out, with a sentence.
 */
export async function renderReport(results: Results, options: ReportOptions = {}): Promise<string> {
  const figures = new Figures(results);
  const given = plain(results.title);
  const title = given === '' || given.length > LONGEST_TITLE ? subjectInWords(figures) : given;
  const against =
    figures.policyWorlds.length === 0 ? '' : `The baseline: ${figures.labels.world(figures.baseline.id)}. `;
  const contents = CONTENTS.filter(
    ([id]) => (id !== 'go-live' || isGoLive(figures)) && (id !== 'areas' || results.areas !== undefined),
  ).map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`);
  return page(
    `${title} – simulated – Spillover`,
    html`<a class="skip" href="#answer">Skip to the answer</a>
<header><p class="brand">Spillover: simulated results</p>
<h1>${title}</h1>
<p class="comparison">${against}Run ${runId(results)}.</p>
</header>
<nav aria-label="Contents"><ul>${contents}</ul></nav>
<main>
${banner(figures, options.runDate ?? null)}
${headline(figures)}
${await displaced(figures)}
${costs(figures)}
${waits(figures)}
${harm(figures)}
${gains(figures)}
${await goLive(figures)}
${await pressure(figures)}
${services(figures)}${areas(figures)}
${followed(figures)}
${await warmUp(figures)}
${assumptions(figures)}
${method(figures)}
</main>
<footer><p>Simulated with Spillover; synthetic people only. Run ${runId(results)}.</p></footer>`,
  );
}
