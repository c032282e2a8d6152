import type { Question } from '../scenarios/index.js';
import { type AskedArm, AskedNumbers } from './asked.js';
import type { CsvForm } from './csv.js';
import { html, link } from './html.js';
import { plain } from './labels.js';
import { page } from './page.js';
import { questionAnswer } from './question-answer.js';
import { questionFigures, questionTable } from './question-figures.js';
import type { ReportOptions } from './report.js';
import { runId } from './run-id.js';
import { banner } from './sections/banner.js';
import { WRITTEN_STYLE, writtenText } from './written.js';

/** A question with its comparison run. */
export interface AskedQuestion {
  readonly question: Question;
  /** As things are, then each future. */
  readonly arms: readonly AskedArm[];
  /** The question as it is written. */
  readonly text: string;
  /** What is missing from the comparison, a sentence each. */
  readonly notes: readonly string[];
}

/** What a question's page may be told besides its numbers. */
export interface QuestionOptions extends ReportOptions {
  /** Where the gallery stands that the page is part of, from the page. */
  readonly gallery?: string;
  /** How its numbers are written as CSV. */
  readonly tables?: CsvForm;
}

/** Where the full report of an arm stands, from the question's page. */
function reportOf({ future }: AskedArm): string {
  return future === null ? 'report.html' : `${future.id}/report.html`;
}

const ADDRESS = /https?:\/\/[^\s"'<>]+/;

/**
 * The page of a question: what was asked, the answer with its interval, the figures, what the model can and cannot say, and
 * the question as it is written. Self-contained, and the same bytes for the same numbers.
 */
async function renderQuestion(asked: AskedQuestion, options: QuestionOptions = {}): Promise<string> {
  const { question, arms, text, notes } = asked;
  const numbers = new AskedNumbers(question, arms);
  const answer = questionAnswer(question, arms);
  const title = plain(question.title);
  const address = ADDRESS.exec(question.source ?? '')?.[0] ?? null;
  const [first, ...others] = answer.sentences;
  return page(
    `${title} – simulated – Spillover`,
    html`<a class="skip" href="#answer">Skip to the answer</a>
<header><p class="brand">${
      options.gallery === undefined
        ? 'Spillover: a question, answered with simulated results'
        : html`<a href="${options.gallery}">Spillover gallery</a>`
    }</p>
<h1>${title}</h1>
<p class="asked">${plain(question.asked)}</p>
${question.source === null ? null : html`<p class="setting">Asked by: ${link(address, plain(question.source))}</p>`}
<p class="comparison">Compared with: ${numbers.world(arms[0]!.results.baseline)}.</p>
</header>
<main>
${banner(numbers.figures, options.runDate ?? null)}
<section class="headline" id="answer" aria-labelledby="answer-title">
<h2 id="answer-title">The answer</h2>
<p class="setting">${answer.opening}</p>
<div class="lead"><ul><li>${first}</li></ul></div>
${others.length === 0 ? null : html`<ul>${others.map((line) => html`<li>${line}</li>`)}</ul>`}
<p>${answer.evidence}</p>
<dl><dt>What the model can say</dt><dd>${answer.canSay}</dd>
<dt>What it cannot say</dt><dd>${answer.cannotSay}</dd></dl>
</section>
<section id="figures"><h2>The figures</h2>
${await questionFigures(numbers)}
<p class="setting">Source: Spillover simulation, run ${runId(arms[0]!.results)}. Exact numbers: figures.csv, beside this page.</p>
</section>
<section id="full"><h2>The full report</h2>
<ul>${arms.map(
      (arm) =>
        html`<li><a href="${reportOf(arm)}">${arm.future === null ? 'As things are' : plain(arm.future.label)}</a></li>`,
    )}</ul>
<p>Each says where the demand lands, who waits, who is missed, and every assumption with its source.</p></section>
<section id="caveats"><h2>What could change this answer</h2>
<ul>${[...notes, ...answer.caveats].map((line) => html`<li>${line}</li>`)}</ul></section>
<section id="written"><h2>The question as it is written</h2>
${writtenText(text)}</section>
</main>
<footer><p>Simulated with Spillover; synthetic people only. Run ${runId(arms[0]!.results)}.</p></footer>`,
    WRITTEN_STYLE,
  );
}

/** The page of a question and its numbers as CSV, by file name. */
export async function questionFiles(asked: AskedQuestion, options: QuestionOptions = {}): Promise<Map<string, string>> {
  return new Map([
    ['question.html', await renderQuestion(asked, options)],
    ['figures.csv', questionTable(new AskedNumbers(asked.question, asked.arms), options.tables)],
  ]);
}
