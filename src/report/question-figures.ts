import type { AskedNumber, AskedNumbers } from './asked.js';
import { asNumber, type CsvForm, csv, isClear, type Table } from './csv.js';
import { ESTIMATE_COLUMNS, noneSeenBelow, WORLD_COLUMNS } from './estimate-columns.js';
import { drawn } from './figure.js';
import { html, type Part, type Safe } from './html.js';
import { htmlTable } from './html-table.js';
import { plain } from './labels.js';
import { direction } from './numbers.js';
import type { Row } from './panels/chart.js';
import { domainOf, rowPanel } from './panels/row-panel.js';
import { differenceCaption } from './setting.js';
import { worldStyles } from './theme.js';
import { differenceInShort, levelInShort, NOT_AVAILABLE } from './words.js';

/** A world, and the future it is in, as a row is labelled. */
function rowLabel(numbers: AskedNumbers, { world, future }: AskedNumber): string {
  return future === null ? numbers.world(world) : `${numbers.world(world)} (${plain(future.label)})`;
}

function rowsOf(numbers: AskedNumbers, figure: string): Row[] {
  const styles = new Map(worldStyles(numbers.figures).map((style) => [style.id, style]));
  return numbers.of(figure).flatMap((number): Row[] => {
    const { change, world } = number;
    const style = styles.get(world);
    if (change === null || change.mean === null || style === undefined) return [];
    return [
      {
        series: world,
        label: rowLabel(numbers, number),
        text: differenceInShort(change, numbers.scale(figure)),
        shown: change,
        colour: style.colour,
        shape: style.shape,
        mark: 'dot',
        filled: direction(change) !== 'unclear',
      },
    ];
  });
}

async function panelOf(numbers: AskedNumbers, figure: { readonly id: string; readonly label: string }): Promise<Part> {
  const rows = rowsOf(numbers, figure.id);
  const label = plain(figure.label);
  const [first] = numbers.of(figure.id);
  const scale = numbers.scale(figure.id);
  const base =
    first === undefined ? '' : `Baseline: ${levelInShort(first.level, scale)} ${scale.mark === '' ? scale.unit : ''}`;
  if (rows.length === 0) return html`<p class="left-out">${label}: not there to be compared.</p>`;
  const told = rows.map((row) => `${row.label}: ${row.text}`).join('; ');
  const spec = rowPanel({
    rows,
    domain: domainOf(rows, 1e-9),
    axis: `Change, ${scale.differenceUnit.trim() || scale.unit || 'as measured'}`,
    references: [{ at: 0, label: '', dashed: true }],
  });
  const alt = `Dots with intervals of the change against the baseline. ${told}.`;
  return drawn({ group: null, title: label, note: base.trim(), alt, spec }, `figure-${figure.id}`);
}

/** The figures of a question: a picture each, and all of their numbers as a table. */
export async function questionFigures(numbers: AskedNumbers): Promise<Safe> {
  const { figures: asked } = numbers.question;
  const panels: Part[] = [];
  for (const figure of asked) panels.push(await panelOf(numbers, figure));
  const groups = asked.map(({ id, label }) => ({
    title: plain(label),
    rows: numbers.of(id).map((number) => {
      const scale = numbers.scale(id);
      const change = number.change === null ? 'compared with' : differenceInShort(number.change, scale);
      const level = number.level.mean === null ? NOT_AVAILABLE : levelInShort(number.level, scale);
      return [rowLabel(numbers, number), scale.unit, level, change];
    }),
  }));
  const columns = [
    { label: 'World', numeric: false },
    { label: 'Unit', numeric: false },
    { label: 'Level (95% interval)', numeric: true },
    { label: 'Change against the baseline (95% interval)', numeric: true },
  ];
  return html`<div class="panels">${panels}</div>
<p class="setting">Hollow marks are changes that are not clear. ${differenceCaption(numbers.figures)}</p>
<details class="twin"><summary>Data table: all figures</summary>
${htmlTable('Figures of the question: level, and change against the baseline', columns, groups)}</details>`;
}

/** The same numbers as CSV. */
export function questionTable(numbers: AskedNumbers, form?: CsvForm): string {
  const text = (name: string, description: string) => ({ name, type: 'text' as const, unit: '', description });
  const table: Table = {
    file: 'figures.csv',
    columns: [
      text('figure', 'Id of the figure.'),
      text('figure_label', 'What it counts.'),
      text('measure', 'Id of the measure.'),
      text('future', 'Id of the future; empty: as things are.'),
      ...WORLD_COLUMNS,
      ...ESTIMATE_COLUMNS,
    ],
    rows: numbers.question.figures.flatMap(({ id, label, measure }) =>
      numbers
        .of(id)
        .map(({ future, world, raw, change }) => [
          id,
          label,
          measure,
          future?.id ?? null,
          world,
          numbers.world(world),
          numbers.figures.unit(measure),
          asNumber(raw.level.mean),
          asNumber(raw.level.low),
          asNumber(raw.level.high),
          raw.level.n,
          asNumber(raw.change?.mean),
          asNumber(raw.change?.low),
          asNumber(raw.change?.high),
          isClear(change),
          noneSeenBelow(numbers.figures, numbers.figures.unit(measure), raw.level),
        ]),
    ),
  };
  return csv(table, form);
}
