import type { Figures } from '../figures.js';
import { direction } from '../numbers.js';
import { changeRow } from '../panels/change-rows.js';
import type { Chart, ChartPart, LeftOut, Panel, Row } from '../panels/chart.js';
import { rowsInWords } from '../panels/level-rows.js';
import { domainOf, rowPanel } from '../panels/row-panel.js';
import { differenceCaption, setting } from '../setting.js';
import { panelWorlds, type WorldStyle, worldStyles } from '../theme.js';
import { counted, differenceInWords, levelInShort, levelInWords } from '../words.js';

const MOST_ROWS = 8;
/** Changes under this share of a policy's largest are in the data table only. */
const WORTH_DRAWING = 0.01;
/** An outcome that a world does not have has happened to nobody in it. */
const NEVER = '0 in every run';
const ALL_UNMET = 'All needs not met';
const REFERENCES = [{ at: 0, label: 'Baseline', dashed: false }];

interface Line {
  readonly need: string;
  readonly row: Row;
  readonly size: number;
  readonly baseline: string;
}

function baselineOf(figures: Figures, measure: string, cell: Readonly<Record<string, string>>): string {
  const level = figures.level(figures.baseline.id, measure, cell);
  return level === null ? NEVER : levelInShort(level, figures.scale(measure, cell));
}

/** The changes of one world, by need and outcome, largest first; what is the same in every run is left out. */
function linesOf(figures: Figures, world: WorldStyle): readonly Line[] {
  const lines = figures.cells('outcomes').flatMap((cell): Line[] => {
    const row = changeRow(figures, world, 'outcomes', cell, figures.labels.outcome(cell.outcome ?? ''), 'dot');
    if (row === null || (row.shown.isConstant && row.shown.mean === 0)) return [];
    const size = Math.abs(figures.rawChange(world.id, 'outcomes', cell)?.mean ?? 0);
    return [{ need: cell.need ?? '', row, size, baseline: baselineOf(figures, 'outcomes', cell) }];
  });
  return lines.sort((one, other) => other.size - one.size);
}

/** A panel for each need of one world, on one axis: its clear changes. */
function worldPanels(figures: Figures, world: WorldStyle, lines: readonly Line[], unit: string): Panel[] {
  const worth = (lines[0]?.size ?? 0) * WORTH_DRAWING;
  const drawn = lines.filter(({ row, size }) => row.filled && size >= worth);
  const needs = [...new Set(drawn.map(({ need }) => need))];
  const groups = needs.map((need) => drawn.filter((line) => line.need === need).slice(0, MOST_ROWS));
  const domain = domainOf(
    groups.flat().map(({ row }) => row),
    0.001,
  );
  return groups.map((group, i) => {
    const rows = group.map(({ row }) => row);
    const need = figures.labels.need(needs[i] ?? '');
    return {
      group: figures.labels.worldName(world.id),
      title: need,
      note: '',
      alt:
        `Dot chart with 95% intervals: change in how episodes end, ${need}, under ${world.label} against the ` +
        `baseline, ${unit}. ${rowsInWords(rows)}`,
      spec: rowPanel({ rows, domain, axis: unit, references: REFERENCES }),
    };
  });
}

/** Needs not met in all: a row for each policy world, at most three to a panel. */
function unmetPanels(figures: Figures): Panel[] {
  const unit = figures.unit('unmet');
  return panelWorlds(figures).flatMap(([, ...worlds]) => {
    const made = worlds.map((world) => changeRow(figures, world, 'unmet', {}, world.label, 'dot'));
    const rows = made.filter((row) => row !== null);
    if (rows.length === 0) return [];
    return [
      {
        group: ALL_UNMET,
        title: 'Against the baseline',
        note: `Baseline: ${baselineOf(figures, 'unmet', {})} ${unit}`,
        alt: `Dot chart with 95% intervals: change in needs not met, by policy, ${unit}. ${rowsInWords(rows)}`,
        spec: rowPanel({ rows, domain: domainOf(rows, 0.001), axis: unit, references: REFERENCES }),
      },
    ];
  });
}

function unmetInWords(figures: Figures) {
  const scale = figures.scale('unmet', {});
  const base = figures.level(figures.baseline.id, 'unmet', {});
  const changes = figures.policyWorlds.flatMap((world) => {
    const shown = figures.change(world.id, 'unmet', {});
    return shown === null ? [] : [{ world, shown }];
  });
  const clear = changes.filter(({ shown }) => direction(shown) !== 'unclear').length;
  return {
    message:
      changes.length === 0
        ? 'How episodes end, against the baseline'
        : clear === 0
          ? 'Needs not met: no clear difference in this model'
          : `Needs not met change clearly under ${clear} of ${counted(changes.length, 'policy', 'policies')}`,
    finding: [
      ...(base === null ? [] : [`Needs not met in the baseline: ${levelInWords(base, scale)}.`]),
      ...changes.map(
        ({ world, shown }) => `${figures.labels.worldName(world.id)}: ${differenceInWords(shown, scale)}.`,
      ),
    ].join(' '),
  };
}

/** How episodes end, against the baseline: needs not met in all, then by need the outcomes that change. */
export const outcomes: ChartPart = { section: 'displaced', make };

function make(figures: Figures): Chart | LeftOut {
  const unit = figures.unit(figures.has('outcomes') ? 'outcomes' : 'unmet');
  const worlds = worldStyles(figures).slice(1);
  const made = worlds.map((world) => ({ world, lines: linesOf(figures, world) }));
  const panels = [
    ...unmetPanels(figures),
    ...made.flatMap(({ world, lines }) => worldPanels(figures, world, lines, unit)),
  ];
  if (panels.length === 0) return { leftOut: 'This run has no differences in outcomes, so they are not drawn.' };
  const unmetRows = worlds.flatMap((world) => {
    const row = changeRow(figures, world, 'unmet', {}, world.label, 'dot');
    return row === null ? [] : [[world.label, ALL_UNMET, '', row.text, baselineOf(figures, 'unmet', {})]];
  });
  return {
    id: 'outcomes',
    ...unmetInWords(figures),
    formal: `Change in how episodes end, by need, outcome and policy, ${setting(figures)}, ${unit}`,
    caption:
      `${differenceCaption(figures)} By need: clear changes of at least 1% of the policy’s largest; the rest are in the ` +
      'data table. Hollow: no clear difference in this model. Panels of one policy share an axis.',
    notes: [],
    key: [],
    panels,
    table: {
      columns: ['World', 'Need', 'Outcome', `Change, ${unit} (95% interval)`, 'In the baseline'].map((label, i) => ({
        label,
        numeric: i > 2,
      })),
      rows: [
        ...unmetRows,
        ...made.flatMap(({ world, lines }) =>
          lines.map(({ need, row, baseline }) => [
            world.label,
            figures.labels.need(need),
            row.label,
            row.text,
            baseline,
          ]),
        ),
      ],
    },
    csv: 'outcomes.csv',
  };
}
