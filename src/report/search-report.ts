/** The report of a search: the answer, a picture with its twin in text, how to read it; and its tables as CSV. */
import { type CsvForm, csv } from './csv.js';
import { drawn } from './figure.js';
import { html, type Safe } from './html.js';
import { htmlTable, ungrouped } from './html-table.js';
import { page } from './page.js';
import type { SearchAnswer, SearchRows } from './search-answer.js';
import { withDictionary } from './write-tables.js';

function rowsOf({ title, rows }: SearchRows, caption: string): Safe {
  const [heads = [], ...body] = rows;
  const columns = heads.map((label) => ({ label, numeric: false }));
  return htmlTable(title === '' ? caption : title, columns, ungrouped(body));
}

/** Renders the answer of a search as one self-contained page. The same answer gives the same bytes. */
export async function renderSearch({ title, words, chart }: SearchAnswer): Promise<string> {
  const twin = words.tables.at(-1)!;
  const panels: Safe[] = [];
  for (const [at, panel] of chart.panels.entries()) panels.push(await drawn(panel, `tried-${at + 1}`));
  return page(
    `${title} – simulated – Spillover`,
    html`<a class="skip" href="#answer">Skip to the answer</a>
<header><p class="brand">Spillover: simulated results</p>
<h1>${title}</h1></header>
<main>
<section class="headline" id="answer"><h2>The answer</h2><div class="lead"><p>${words.headline}</p></div>
<h3>What could change this answer</h3>
<ul class="caveats">${words.caveats.map((line) => html`<li>${line}</li>`)}</ul></section>
${words.tables.slice(0, -1).map((table) => rowsOf(table, 'The answer, for each share of runs'))}
<figure class="chart" id="chart-tried" aria-labelledby="chart-tried-message">
<h3 id="chart-tried-message">${chart.message}</h3>
<div class="panels">${panels}</div>
<figcaption><p>${chart.caption}</p>
<p>Source: Spillover simulation. Exact numbers: tables/, beside this page.</p></figcaption>
<details class="twin" open><summary>Data table: ${chart.message}</summary>
${rowsOf(twin, chart.message)}</details>
</figure>
<section id="reading"><h2>How to read this</h2><ul>${words.notes.map((note) => html`<li>${note}</li>`)}</ul></section>
</main>
<footer><p>Simulated with Spillover; synthetic people only.</p></footer>`,
  );
}

/** The tables of a search as CSV texts by file name, with a data dictionary. */
export function searchTables({ tables }: SearchAnswer, form?: CsvForm): Map<string, string> {
  return new Map(withDictionary(tables).map((table) => [table.file, csv(table, form)]));
}
