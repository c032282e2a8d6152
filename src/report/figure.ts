import { charts } from './charts/index.js';
import type { Figures } from './figures.js';
import { html, type Part, type Safe, safe } from './html.js';
import { htmlTable, ungrouped } from './html-table.js';
import { type Chart, isChart, type LeftOut, type Panel } from './panels/chart.js';
import { render } from './render.js';
import { runId } from './run-id.js';
import type { WorldStyle } from './theme.js';
import { sentence } from './words.js';

/** A stroke and a name for each world: colour and dashes, so that it also reads in grey. */
function key(worlds: readonly WorldStyle[]): Part {
  if (worlds.length === 0) return null;
  const line = ({ colour, dash }: WorldStyle) =>
    safe(
      `<svg width="34" height="12" aria-hidden="true" focusable="false"><line x1="1" x2="33" y1="6" y2="6" ` +
        `stroke="${colour}" stroke-width="3" stroke-dasharray="${dash.join(' ')}"/></svg>`,
    );
  return html`<ul class="key">${worlds.map((world) => html`<li>${line(world)} ${world.label}</li>`)}</ul>`;
}

/** A panel on the page: its title, its note and its picture. */
export async function drawn(panel: Panel, id: string): Promise<Safe> {
  const svg = await render(panel.spec, id, panel.title, panel.alt);
  return html`<div class="panel"><p class="panel-title">${sentence(panel.title)}</p>
${panel.note === '' ? null : html`<p class="panel-note">${panel.note}</p>`}${svg}</div>`;
}

/** Panels in their order, under the headings of their groups. */
async function grid(chart: string, panels: readonly Panel[]): Promise<Part> {
  const parts: Part[] = [];
  for (let i = 0; i < panels.length; ) {
    const group = panels[i]?.group ?? null;
    const made: Safe[] = [];
    for (; i < panels.length && panels[i]?.group === group; i++)
      made.push(await drawn(panels[i]!, `${chart}-${i + 1}`));
    parts.push(html`${group === null ? null : html`<h4>${group}</h4>`}<div class="panels">${made}</div>`);
  }
  return parts;
}

/** The charts of a section, one below the other. */
export async function figuresOf(section: string, figures: Figures): Promise<Part> {
  const made: Safe[] = [];
  for (const chart of charts) if (chart.section === section) made.push(await figure(figures, chart.make(figures)));
  return made;
}

/** A chart on the page: two titles, the finding, pictures, what the interval is, source and run, and the plotted numbers. */
async function figure(figures: Figures, chart: Chart | LeftOut): Promise<Safe> {
  if (!isChart(chart)) return html`<p class="left-out">${chart.leftOut}</p>`;
  const { id, message, formal, finding, caption, notes, panels, table, csv } = chart;
  return html`<figure class="chart" id="chart-${id}" aria-labelledby="chart-${id}-message">
<h3 id="chart-${id}-message">${sentence(message)}</h3>
<p class="formal">${formal}</p>
<p class="finding">${finding}</p>
${key(chart.key)}
${await grid(id, panels)}
<figcaption><p>${caption}</p>${notes.map((note) => html`<p>${note}</p>`)}
<p>Source: Spillover simulation, run ${runId(figures.results)}. Exact numbers: tables/${csv}.</p></figcaption>
<details class="twin"><summary>Data table: ${sentence(message)}</summary>
${htmlTable(`${formal}. Run ${runId(figures.results)}.`, table.columns, ungrouped(table.rows))}</details>
</figure>`;
}
