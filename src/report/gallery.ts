import { html, type Part, type Safe } from './html.js';
import { plain } from './labels.js';
import { page } from './page.js';
import { WRITTEN_STYLE, writtenText } from './written.js';

/** A file as it is written, by the name that is shown. */
export interface GalleryText {
  readonly name: string;
  readonly text: string;
}

/** One comparison or question of the gallery. */
export interface GalleryCard {
  readonly title: string;
  /** The answer in a sentence or a few. */
  readonly said: readonly string[];
  /** Links by what they say, from the index. */
  readonly links: readonly { readonly text: string; readonly to: string }[];
}

/** A comparison with what its scenario says beside it. */
export interface GalleryComparison {
  readonly title: string;
  /** What the baseline is called. */
  readonly against: string;
  /** What the sizes are, each size, and what they rest on. */
  readonly opening: string;
  readonly sizes: readonly string[];
  readonly evidence: string;
  readonly caveats: readonly string[];
  /** What too few replications cannot tell; null where there are enough. */
  readonly few: string | null;
  /** The command that writes all of it, with tables. */
  readonly command: string;
  /** The scenario and its policies. */
  readonly texts: readonly GalleryText[];
  /** Files that it extends, each on a page of its own. */
  readonly further: readonly { readonly name: string; readonly to: string }[];
}

const STYLE = `${WRITTEN_STYLE}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,340px),1fr));gap:20px 24px;padding:0;list-style:none}
.cards li{border:1px solid #BFBFBF;border-top:4px solid #12436D;padding:12px 16px;max-width:none}
.cards h3{margin:0 0 8px;font-size:19px}
.cards p{font-size:15px}
.beside{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,480px),1fr));gap:0 32px;align-items:start}
.beside>*{min-width:0}
.beside h2{margin-top:0}
.beside .headline{margin-bottom:24px}
`;

function banner(few: string | null): Part {
  if (few === null) return null;
  return html`<div class="banner" role="note"><p><strong>Use with care</strong></p><p>${few}</p></div>`;
}

function cardOf({ title, said, links }: GalleryCard): Safe {
  return html`<li><h3><a href="${links[0]?.to ?? ''}">${plain(title)}</a></h3>
${said.map((line) => html`<p>${plain(line)}</p>`)}
<p>${links.map(({ text, to }, at) => html`${at === 0 ? '' : ' · '}<a href="${to}">${text}</a>`)}</p></li>`;
}

function cardsOf(id: string, heading: string, cards: readonly GalleryCard[]): Part {
  if (cards.length === 0) return null;
  return html`<section id="${id}"><h2>${heading}</h2><ul class="cards">${cards.map(cardOf)}</ul></section>`;
}

/** The first page of the gallery: a card for every question and every comparison. */
export function galleryIndex(
  questions: readonly GalleryCard[],
  comparisons: readonly GalleryCard[],
  few: string | null,
): string {
  return page(
    'Gallery – simulated – Spillover',
    html`<header><p class="brand">Spillover: simulated results</p>
<h1>Gallery</h1>
<p>Every question and every comparison that ships, each with its answer, its report and the text that it was computed from. All
numbers are simulated, with 95% intervals that hold run-to-run noise only; all people are synthetic. Not a forecast.
Tables that reports name are left out here: <code>spillover ask</code> and
<code>spillover compare</code> write them.</p></header>
<main>
${banner(few)}
${cardsOf('questions', 'Questions', questions)}
${cardsOf('comparisons', 'Comparisons', comparisons)}
</main>
<footer><p>Simulated with Spillover; synthetic people only.</p></footer>`,
    STYLE,
  );
}

/** The page of a comparison: its answer, and beside it the scenario and policies as they are written. */
export function galleryComparison(shown: GalleryComparison): string {
  const { opening, sizes, evidence, caveats, few, command, texts, further } = shown;
  const title = plain(shown.title);
  return page(
    `${title} – simulated – Spillover`,
    html`<header><p class="brand"><a href="../../index.html">Spillover gallery</a></p>
<h1>${title}</h1><p class="comparison">The baseline: ${plain(shown.against)}.</p>${banner(few)}</header>
<main class="beside">
<div>
<section class="headline" id="answer"><h2>The answer</h2>
<div class="lead"><p>${opening}</p><ul>${sizes.map((line) => html`<li>${line}</li>`)}</ul><p>${evidence}</p></div>
<p><a href="report.html">The full report</a></p></section>
<section id="caveats"><h2>What could change this answer</h2>
<ul>${caveats.map((line) => html`<li>${line}</li>`)}</ul>
<p class="setting">Tables and every number: <code>${command}</code></p></section>
</div>
<section id="written"><h2>As it is written</h2>
${texts.map(({ name, text }) => html`<h3>${name}</h3>${writtenText(text)}`)}
${further.length === 0 ? null : html`<p>What it extends: ${further.map(({ name, to }, at) => html`${at === 0 ? '' : ', '}<a href="${to}">${name}</a>`)}.</p>`}
</section>
</main>
<footer><p>Simulated with Spillover; synthetic people only.</p></footer>`,
    STYLE,
  );
}

/** A page with a file as it is written. */
export function galleryText({ name, text }: GalleryText): string {
  return page(
    `${name} – Spillover`,
    html`<header><p class="brand"><a href="../index.html">Spillover gallery</a></p><h1>${name}</h1></header>
<main>${writtenText(text)}</main>`,
    STYLE,
  );
}
