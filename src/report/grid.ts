/** One comparison in several futures: a row for each future and policy, a few figures beside each, and all of them as a table. */
import type { Cell, Results } from '../experiment/index.js';
import { caveats } from './caveats.js';
import { asNumber, type CsvForm, csv, isClear, type Table } from './csv.js';
import { Figures } from './figures.js';
import { html } from './html.js';
import { htmlTable, ungrouped } from './html-table.js';
import { inputsOf, weakestGrade } from './inputs.js';
import { page } from './page.js';
import { runs } from './setting.js';
import { unstaffed } from './staffing.js';
import { waitingServices } from './waiting.js';
import { differenceInShort, listed } from './words.js';
import { withDictionary } from './write-tables.js';

/** A comparison in a future, or as things are. */
export interface GridArm {
  readonly future: string;
  readonly results: Results;
}

/** The grid as it is told, drawn and written. */
export interface Grid {
  readonly headline: string;
  /** Heads first: future, scenario, then figures in short. */
  readonly rows: readonly (readonly string[])[];
  readonly caveats: readonly string[];
  /** Every figure of the grid with its interval, a line each. */
  readonly table: Table;
}

/** Changes in waits that have a column: those that change most, in relation to the baseline of their future. */
const WAITS_SHOWN = 2;

/** A figure of the grid: a measure and cell, with what heads its column. */
interface Figure {
  readonly measure: string;
  readonly cell: Cell;
  readonly head: string;
}

/** The same comparison in every future as one grid. */
export function gridOf(arms: readonly GridArm[]): Grid {
  const heard = arms.map(({ future, results }) => ({ future, figures: new Figures(results) }));
  const all = heard.map(({ figures }) => figures);
  const told = everyFigure(all);
  const shown = shownOf(told, all);
  // A world has one name in every future: that which it has without the first of them.
  const nameOf = (id: string) => all[0]!.labels.worldName(id);
  const rows = heard.flatMap(({ future, figures }) =>
    figures.policyWorlds.map(({ id }) => [
      future,
      nameOf(id),
      ...shown.map(({ measure, cell }) => {
        const change = figures.change(id, measure, cell);
        return change === null ? '' : differenceInShort(change, figures.scale(measure, cell));
      }),
    ]),
  );
  const first = all[0]!;
  const { completed } = first.results.design.replications;
  const over = completed === 1 ? 'one paired run' : `mean over ${runs(first)} with 95% interval`;
  const grade = weakestGrade(inputsOf({ worlds: all.flatMap(({ results }) => results.worlds) }));
  const evidence =
    grade === null
      ? 'No input has a recorded grade of evidence.'
      : `The weakest evidence it rests on is grade ${grade}.`;
  return {
    headline: `Simulated change against the baseline of the same future, if all else stays the same; ${over}. ${evidence}`,
    rows: [['future', 'scenario', ...shown.map((figure) => headOf(figure, first))], ...rows],
    caveats: commonCaveats(all, rows.length * shown.length),
    table: tableOf(heard, told, nameOf),
  };
}

/** What could change the answer in every future; what some future makes good is told in the reports of the others. */
function commonCaveats(all: readonly Figures[], count: number): readonly string[] {
  const [first = [], ...others] = all.map((figures) => caveats(figures, { count, what: 'differences in this grid' }));
  return first.filter((line) => others.every((lines) => lines.includes(line)));
}

/** Staff hours of every agency with staff, needs not met, and people's mean wait wherever some world has one. */
function everyFigure(all: readonly Figures[]): readonly Figure[] {
  const found = all.flatMap((figures): Figure[] => {
    const { labels, results } = figures;
    const silent = new Set(unstaffed(figures));
    const staffed = figures.cells('staff-hours').filter(({ agency = '' }) => !silent.has(agency));
    const changes = figures.has('hours-change');
    return [
      ...staffed.map(({ agency = '' }) => ({
        measure: changes ? 'hours-change' : 'staff-hours',
        cell: changes ? { agency, kind: 'change' } : { agency },
        head: `${labels.agency(agency)}, staff hours`,
      })),
      ...(results.dictionary.measures.some(({ id }) => id === 'unmet')
        ? [{ measure: 'unmet', cell: {}, head: 'needs not met' }]
        : []),
      ...waitingServices(figures).map(({ id, cell }) => ({
        measure: 'wait-mean',
        cell,
        head: `${labels.service(id)}, mean wait`,
      })),
    ];
  });
  const order = ['hours-change', 'staff-hours', 'unmet', 'wait-mean'];
  return [...new Map(found.map((figure) => [figure.head, figure])).values()].sort(
    (one, other) => order.indexOf(one.measure) - order.indexOf(other.measure),
  );
}

/** The head of a column: of a wait, whose unit stands beside each number, without one. */
function headOf({ measure, cell, head }: Figure, figures: Figures): string {
  if (measure === 'wait-mean') return head;
  return `${cell.agency === undefined ? head : figures.labels.agency(cell.agency)} (${figures.unit(measure)})`;
}

/** The mean of a figure in the baseline; of an account of changed hours, that of all hours. */
function baseOf(figures: Figures, { measure, cell }: Pick<Figure, 'measure' | 'cell'>): number | null {
  const { agency = '' } = cell;
  const [of, where] = measure === 'hours-change' ? ['staff-hours', { agency }] : [measure, cell];
  return figures.rawLevel(figures.baseline.id, of, where)?.mean ?? null;
}

/** What has a column: hours of the agencies that policies start from, needs not met, the waits that change most. */
function shownOf(told: readonly Figure[], all: readonly Figures[]): readonly Figure[] {
  const origins = new Set(
    all.flatMap(({ policyWorlds }) => policyWorlds.flatMap((world) => world.policies.map(({ origin }) => origin))),
  );
  const size = ({ measure, cell }: Figure) =>
    Math.max(
      0,
      ...all.flatMap((figures) =>
        figures.policyWorlds.map(({ id }) => {
          const change = figures.change(id, measure, cell);
          if (change === null || isClear(change) !== true) return 0;
          const base = baseOf(figures, { measure, cell }) ?? 0;
          const raw = Math.abs(figures.rawChange(id, measure, cell)?.mean ?? 0);
          return base === 0 ? Number.MAX_VALUE : raw / base;
        }),
      ),
    );
  const waits = told.filter(({ measure }) => measure === 'wait-mean').sort((one, other) => size(other) - size(one));
  const most = waits.slice(0, WAITS_SHOWN);
  return told.filter((figure) =>
    figure.measure === 'wait-mean'
      ? most.includes(figure)
      : figure.measure === 'unmet' || origins.has(figure.cell.agency ?? ''),
  );
}

function tableOf(
  heard: readonly { readonly future: string; readonly figures: Figures }[],
  told: readonly Figure[],
  nameOf: (id: string) => string,
): Table {
  const text = { type: 'text', unit: '' } as const;
  const number = { type: 'number', unit: 'as in the column unit' } as const;
  return {
    file: 'grid.csv',
    columns: [
      { name: 'future', ...text, description: 'Folder of the comparison; as-it-is: in no future.' },
      { name: 'scenario', ...text, description: 'Id of the scenario.' },
      { name: 'label', ...text, description: 'Its name.' },
      { name: 'figure', ...text, description: 'What is told.' },
      { name: 'unit', ...text, description: 'Unit of the numbers in this row.' },
      { name: 'baseline_mean', ...number, description: 'Mean in the baseline of the same future.' },
      { name: 'difference_mean', ...number, description: 'Mean paired difference from that baseline.' },
      { name: 'difference_low', ...number, description: 'Lower end of its 95% interval; run noise only.' },
      { name: 'difference_high', ...number, description: 'Upper end of its 95% interval; run noise only.' },
      {
        name: 'difference_is_clear',
        type: 'true or false',
        unit: '',
        description: 'True when the interval, rounded as printed, lies on one side of zero.',
      },
      {
        name: 'replications',
        type: 'number',
        unit: 'replications',
        description: 'Replications that the mean rests on.',
      },
    ],
    rows: heard.flatMap(({ future, figures }) =>
      figures.policyWorlds.flatMap(({ id }) =>
        told.flatMap(({ measure, cell, head }) => {
          const raw = figures.rawChange(id, measure, cell);
          if (raw === null) return [];
          const base = baseOf(figures, { measure, cell });
          return [
            [
              ...[future, id, nameOf(id), head, figures.unit(measure), asNumber(base)],
              ...[
                asNumber(raw.mean),
                asNumber(raw.low),
                asNumber(raw.high),
                isClear(figures.change(id, measure, cell)),
                raw.n,
              ],
            ],
          ];
        }),
      ),
    ),
  };
}

/**
 * The files of a grid by name: a page, its numbers as CSV, and what each column holds.
 * @param folders Where the report of each future stands, from the page, by future.
 */
export function gridFiles(
  { headline, rows, caveats: lines, table }: Grid,
  folders: ReadonlyMap<string, string>,
  form?: CsvForm,
): Map<string, string> {
  const [heads = [], ...body] = rows;
  const columns = heads.map((label) => ({ label, numeric: false }));
  const linked = body.map(([future = '', ...rest]) => [
    html`<a href="${encodeURI(folders.get(future) ?? future)}/report.html">${future}</a>`,
    ...rest,
  ]);
  const markup = page(
    'A comparison in several futures – simulated – Spillover',
    html`<a class="skip" href="#answer">Skip to the answer</a>
<header><p class="brand">Spillover: simulated results</p>
<h1>${listed([...new Set(body.map(([, scenario = '']) => scenario))])}, in several futures</h1></header>
<main>
<section class="headline" id="answer"><h2>The answer</h2><div class="lead"><p>${headline}</p></div>
${htmlTable('Change in each future', columns, ungrouped(linked))}
<p>Each future leads to its full report. Every agency and every wait is in grid.csv, beside this page.</p>
<h3>What could change this answer</h3>
<ul class="caveats">${lines.map((line) => html`<li>${line}</li>`)}</ul></section>
</main>
<footer><p>Simulated with Spillover; synthetic people only.</p></footer>`,
  );
  const tables = withDictionary([table]).map(
    (each) => [each.file === table.file ? each.file : `grid-${each.file}`, csv(each, form)] as const,
  );
  return new Map([['grid.html', markup], ...tables]);
}
