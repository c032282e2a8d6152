/** A ledger as a waterfall, service by service: each line begins where the one before it ends. */
import type { Cell } from '../../experiment/index.js';
import type { Figures } from '../figures.js';
import { clearChanges } from '../largest.js';
import { differenceCaption, setting } from '../setting.js';
import { type WorldStyle, worldStyles } from '../theme.js';
import { differenceInWords, sentence } from '../words.js';
import { changeRow } from './change-rows.js';
import type { Chart, LeftOut, Panel, Row } from './chart.js';
import { rowsInWords } from './level-rows.js';
import { domainOf, rowPanel } from './row-panel.js';

/** Panels of one world that are drawn; the smaller ones are in the table. */
const MOST_SERVICES = 4;

/** One line of a ledger. */
export interface Line {
  readonly line: string;
  readonly label: string;
  /** Adds to the sum, is taken from it, or stands by itself from zero. */
  readonly part: 'adds' | 'takes' | 'sum';
}

/** What a ledger's chart says of it. */
export interface Ledger {
  readonly id: string;
  readonly measure: string;
  /** What all of its cells have beside service and line. */
  readonly also: Cell;
  readonly lines: readonly Line[];
  /** The line whose changes are told: in a title (`hours asked for`), and whose they are in a sentence. */
  readonly told: { readonly line: string; readonly short: string; readonly words: string };
  readonly formal: string;
  readonly caption: string;
}

/** The rows of a service in one world, and the size of the largest. */
function serviceOf(figures: Figures, world: WorldStyle, ledger: Ledger, service: string) {
  let sum = 0;
  let size = 0;
  const rows = ledger.lines.flatMap(({ line, label, part }): Row[] => {
    const cell = { service, ...ledger.also, line };
    const isTaken = part === 'takes';
    const mark = part === 'sum' ? 'dot' : 'bar';
    const row = changeRow(figures, world, ledger.measure, cell, label, mark, isTaken);
    if (row === null) return [];
    size = Math.max(size, Math.abs(figures.rawChange(world.id, ledger.measure, cell)?.mean ?? 0));
    const start = part === 'sum' ? 0 : sum;
    if (part !== 'sum') sum += row.shown.mean ?? 0;
    return [{ ...row, start }];
  });
  return { service, label: figures.labels.service(service), rows, size };
}

type Service = ReturnType<typeof serviceOf>;

function panelsOf(figures: Figures, world: WorldStyle, services: readonly Service[], ledger: Ledger): readonly Panel[] {
  const drawn = services
    .filter(({ rows }) => rows.some(({ shown, filled }) => filled && shown.mean !== 0))
    .sort((one, other) => other.size - one.size)
    .slice(0, MOST_SERVICES);
  const axis = figures.unit(ledger.measure);
  return drawn.map(
    ({ label, rows }): Panel => ({
      group: figures.labels.worldName(world.id),
      title: label,
      note: '',
      alt: `Bar chart with 95% intervals: ${ledger.formal} at ${label} under ${world.label}, ${axis}. ${rowsInWords(rows)}`,
      spec: rowPanel({
        rows,
        domain: domainOf(rows, 0.001),
        axis,
        references: [{ at: 0, label: 'Baseline', dashed: false }],
      }),
    }),
  );
}

/** A waterfall of each service of staff that a ledger shows to change, the largest first. */
export function waterfall(figures: Figures, ledger: Ledger): Chart | LeftOut {
  const { measure, told } = ledger;
  if (!figures.has(measure)) return { leftOut: `This run has no figures for ${ledger.formal.toLowerCase()}.` };
  const unit = figures.unit(measure);
  const { services: all } = figures.results.dictionary;
  const staffed = all.filter(({ staff }) => staff).map(({ id }) => id);
  const worlds = worldStyles(figures)
    .slice(1)
    .map((world) => ({ world, services: all.map(({ id }) => serviceOf(figures, world, ledger, id)) }));
  const panels = worlds.flatMap(({ world, services }) => {
    const worked = services.filter(({ service }) => staffed.includes(service));
    return panelsOf(figures, world, worked, ledger);
  });
  if (panels.length === 0) {
    return { leftOut: `No line shows a clear difference in this model: ${ledger.formal.toLowerCase()}.` };
  }
  const cells = staffed.map((service) => ({ service, ...ledger.also, line: told.line }));
  const [change] = clearChanges(figures, measure, cells, figures.policyWorlds, false);
  const place = change === undefined ? '' : figures.labels.service(change.cell.service ?? '');
  const left = worlds.map(({ services }) => services.length).reduce((sum, count) => sum + count, 0) - panels.length;
  return {
    id: ledger.id,
    message:
      change === undefined
        ? `${ledger.formal}: no clear difference in ${told.short}`
        : `${sentence(told.short)} change most at ${place}`,
    formal: `${ledger.formal}, by service and policy, ${setting(figures)}, ${unit}`,
    finding:
      change === undefined
        ? `At no service is there a clear difference in this model in ${told.words}.`
        : `${figures.labels.worldName(change.world.id)}: ${told.words} at ${place}, ` +
          `${differenceInWords(change.shown, figures.scale(measure, change.cell))}.`,
    caption: `${differenceCaption(figures)} ${ledger.caption} Hollow: no clear difference in this model.`,
    notes:
      left > 0
        ? [`${left} ledgers are in the data table only: smaller, unclear, or of services without staff, such as beds.`]
        : [],
    key: [],
    panels,
    table: {
      columns: ['World', 'Service', 'Line', `Change, ${unit} (95% interval)`].map((label, i) => ({
        label,
        numeric: i > 2,
      })),
      rows: worlds.flatMap(({ world, services }) =>
        services.flatMap(({ label, rows }) => rows.map((row) => [world.label, label, row.label, row.text])),
      ),
    },
    csv: 'ledgers.csv',
  };
}
