import type { Results } from '../experiment/index.js';
import { subjectInWords } from './answer.js';
import { Figures } from './figures.js';
import { html, type Safe } from './html.js';
import { plain } from './labels.js';
import { page } from './page.js';
import { runId } from './run-id.js';
import { banner } from './sections/banner.js';
import { sections } from './sections/index.js';

/** What a report may be told besides the Results. */
export interface ReportOptions {
  /** Date of the run, YYYY-MM-DD: a scenario past its sunset date on that day gets a banner. It is not printed. */
  readonly runDate?: string | null;
}

/** Titles longer than this, two lines of a wide screen, give way to the names of the policies. */
const LONGEST_TITLE = 140;

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
  const contents = sections
    .filter(({ isNamed }) => isNamed?.(figures) ?? true)
    .map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>`);
  const made: Safe[] = [];
  for (const { of } of sections) {
    const section = await of(figures);
    if (section !== null) made.push(html`${section}\n`);
  }
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
${made}</main>
<footer><p>Simulated with Spillover; synthetic people only. Run ${runId(results)}.</p></footer>`,
  );
}
