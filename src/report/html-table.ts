import { html, type Part, type Safe } from './html.js';

/** A column head, and whether numbers stand under it. */
export interface Head {
  readonly label: string;
  readonly numeric: boolean;
  /** Holds sentences. */
  readonly wide?: boolean;
}

type Rows = readonly (readonly Part[])[];

/** Rows under a heading of their own; no heading where the title is empty. */
export interface RowGroup {
  readonly title: string;
  readonly rows: Rows;
}

/**
 * A table that scrolls sideways by itself where it is too wide for the screen, by touch and by keyboard. The first cell of
 * a row is its heading.
 */
export function htmlTable(caption: string, columns: readonly Head[], groups: readonly RowGroup[]): Safe {
  const kind = (i: number) => (columns[i]?.numeric ? 'number' : columns[i]?.wide ? 'text wide' : 'text');
  const cell = (part: Part, i: number) =>
    i === 0 ? html`<th scope="row" class="${kind(i)}">${part}</th>` : html`<td class="${kind(i)}">${part}</td>`;
  const body = ({ title, rows }: RowGroup) => html`<tbody>
${title === '' ? null : html`<tr><th colspan="${columns.length}" scope="rowgroup" class="group">${title}</th></tr>`}
${rows.map((row) => html`<tr>${row.map(cell)}</tr>\n`)}</tbody>`;
  return html`<p class="table-title" aria-hidden="true">${caption}</p>
<div class="scroll" role="group" tabindex="0" aria-label="${caption}"><table>
<caption class="heard">${caption}</caption>
<thead><tr>${columns.map(({ label }, i) => html`<th scope="col" class="${kind(i)}">${label}</th>`)}</tr></thead>
${groups.map(body)}</table></div>`;
}

/** Rows that need no heading. */
export function ungrouped(rows: Rows): readonly RowGroup[] {
  return [{ title: '', rows }];
}
