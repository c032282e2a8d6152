import type { Cell } from '../../experiment/index.js';
import type { Figures } from '../figures.js';
import type { Chart, ChartPart, LeftOut, Panel, Row } from '../panels/chart.js';
import { rowsInWords } from '../panels/level-rows.js';
import { domainOf, rowPanel } from '../panels/row-panel.js';
import { cutAtNothing } from '../possible.js';
import { differenceCaption, setting } from '../setting.js';
import { type WorldStyle, worldStyles } from '../theme.js';
import { levelInShort, levelInWords, sentence } from '../words.js';

const MEASURE = 'rule-forks';
const MOST_FROM = 4;
const MOST_TO = 6;

interface Move {
  readonly cell: Cell;
  readonly from: string;
  readonly to: string;
  readonly mean: number;
  readonly row: Row;
}

/** Moves of one world, largest first; those of zero in every run are left out. */
function movesOf(figures: Figures, world: WorldStyle): readonly Move[] {
  const moves = figures.cells(MEASURE).flatMap((cell) => {
    const shown = figures.change(world.id, MEASURE, cell);
    if (shown === null || shown.mean === null || (shown.mean === 0 && (shown.high ?? 0) === 0)) return [];
    const level = cutAtNothing(shown);
    const row: Row = {
      series: world.id,
      label: sentence(figures.labels.destination(cell.from ?? '', cell.to ?? '')),
      text: levelInShort(level, figures.scale(MEASURE, cell)),
      shown: level,
      colour: world.colour,
      shape: world.shape,
      mark: 'bar',
      filled: true,
    };
    return [
      {
        cell,
        from: cell.from ?? '',
        to: cell.to ?? '',
        mean: figures.rawChange(world.id, MEASURE, cell)?.mean ?? 0,
        row,
      },
    ];
  });
  return moves.sort((one, other) => other.mean - one.mean);
}

/** Places that contacts come from, by how many leave them. */
function origins(moves: readonly Move[]): readonly string[] {
  const sums = new Map<string, number>();
  for (const { from, mean } of moves) sums.set(from, (sums.get(from) ?? 0) + mean);
  return [...sums.keys()].sort((one, other) => (sums.get(other) ?? 0) - (sums.get(one) ?? 0));
}

function panelsOf(figures: Figures, world: WorldStyle, moves: readonly Move[], unit: string) {
  const froms = origins(moves).slice(0, MOST_FROM);
  const groups = froms.map((from) => moves.filter((move) => move.from === from).slice(0, MOST_TO));
  const drawn = groups.flat();
  const domain = domainOf(
    drawn.map(({ row }) => row),
    0.001,
  );
  const panels = froms.map((from, i): Panel => {
    const rows = (groups[i] ?? []).map(({ row }) => row);
    const place = figures.labels.place(from);
    return {
      group: figures.labels.worldName(world.id),
      title: `In place of: ${place}`,
      note: '',
      alt:
        `Bar chart with 95% intervals: where people go in place of ${place} under ${world.label}, ${unit}. ` +
        rowsInWords(rows),
      spec: rowPanel({ rows, domain, axis: unit, references: [] }),
    };
  });
  return { panels, left: moves.length - drawn.length };
}

/** Displaced contacts: where people whose route a policy's rule changed would have gone next, and where they go instead. */
export const displacedContacts: ChartPart = { section: 'displaced', make };

function make(figures: Figures): Chart | LeftOut {
  if (!figures.has(MEASURE)) {
    return { leftOut: 'This run has no figures for contacts moved by a policy’s rules, so they are not drawn.' };
  }
  const unit = figures.unit(MEASURE);
  const worlds = worldStyles(figures).slice(1);
  const all = worlds.map((world) => ({ world, moves: movesOf(figures, world) }));
  const made = all.map(({ world, moves }) => panelsOf(figures, world, moves, unit));
  const [largest] = all
    .flatMap(({ world, moves }) => moves.map((move) => ({ ...move, world })))
    .sort((one, other) => other.mean - one.mean);
  if (largest === undefined) {
    return { leftOut: 'No contact is moved by a policy’s rules in any run, so there is no picture of moves.' };
  }
  const from = figures.labels.place(largest.from);
  const to = figures.labels.destination(largest.from, largest.to);
  const left = made.reduce((sum, entry) => sum + entry.left, 0);
  const still = all.filter(({ moves }) => moves.length === 0).map(({ world }) => world.label);
  return {
    id: 'displaced-contacts',
    message: `Largest move: ${from} to ${to}`,
    formal: `Contacts moved by a policy’s rules, by where the person goes in the baseline and in the policy world, ${setting(figures)}, ${unit}`,
    finding:
      `${figures.labels.worldName(largest.world.id)}, the largest move: people go to ${to} in place of ${from} in ` +
      `${levelInWords(largest.row.shown, figures.scale(MEASURE, largest.cell))}.`,
    caption:
      `${differenceCaption(figures)} Each heading is the baseline’s next place; each bar is where the same people go ` +
      'instead. Counted once, at the first difference in an episode’s route. Panels of one policy share an axis.',
    notes: [
      ...(left > 0 ? [`${left} smaller moves are in the data table only.`] : []),
      ...still.map((label) => `${label}: no contact is moved by its rules in any run.`),
    ],
    key: [],
    panels: made.flatMap(({ panels }) => panels),
    table: {
      columns: [
        { label: 'World', numeric: false },
        { label: 'In the baseline, next', numeric: false },
        { label: 'In the policy world, next', numeric: false },
        { label: `${unit} (95% interval)`, numeric: true },
      ],
      rows: all.flatMap(({ world, moves }) =>
        moves.map(({ from, row }) => [world.label, sentence(figures.labels.place(from)), row.label, row.text]),
      ),
    },
    csv: 'displacement.csv',
  };
}
