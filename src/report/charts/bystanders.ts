import type { Figures } from '../figures.js';
import { changeRow } from '../panels/change-rows.js';
import type { Chart, ChartPart, LeftOut, Panel, Row } from '../panels/chart.js';
import { rowsInWords } from '../panels/level-rows.js';
import { domainOf, rowPanel } from '../panels/row-panel.js';
import { cutAtNothing } from '../possible.js';
import { levelCaption, setting } from '../setting.js';
import { type WorldStyle, worldStyles } from '../theme.js';
import { levelInShort, levelInWords } from '../words.js';

const MEASURE = 'bystanders';
const KINDS = [
  { kind: 'later', label: 'Same way, over later' },
  { kind: 'earlier', label: 'Same way, over earlier' },
  { kind: 'rerouted', label: 'Another way (rerouted)' },
  { kind: 'one-world', label: 'In one world only' },
] as const;
const GROUPS = [
  { group: 'people', label: 'People' },
  { group: 'background', label: 'Background work' },
] as const;

/** The counts of a group in one world; they are counts of both worlds together, so that they are written without a sign. */
function rowsOf(figures: Figures, world: WorldStyle, group: string): readonly Row[] {
  return KINDS.flatMap(({ kind, label }): Row[] => {
    const cell = { group, kind };
    const row = changeRow(figures, world, MEASURE, cell, label, 'bar');
    if (row === null) return [];
    const shown = cutAtNothing(row.shown);
    return [{ ...row, shown, text: levelInShort(shown, figures.scale(MEASURE, cell)), filled: true }];
  });
}

/** Episodes in all, in either world, in short; a dash where the run does not tell. */
function allOf(figures: Figures, world: WorldStyle, group: string): string {
  const cell = { group, kind: 'all' };
  const all = figures.change(world.id, MEASURE, cell);
  return all === null ? '–' : levelInShort(all, figures.scale(MEASURE, cell));
}

/** People whom no rule touched, and whose episodes go otherwise because of others. */
export const bystanders: ChartPart = { section: 'displaced', make };

function make(figures: Figures): Chart | LeftOut {
  const worlds = worldStyles(figures)
    .slice(1)
    .map((world) => ({ world, rows: rowsOf(figures, world, 'people') }))
    .filter(({ rows }) => rows.length > 0);
  if (worlds.length === 0) return { leftOut: 'This run has no figures for bystanders, so they are not drawn.' };
  const unit = figures.unit(MEASURE);
  const domain = domainOf(
    worlds.flatMap(({ rows }) => rows),
    0.001,
  );
  const panels = worlds.map(
    ({ world, rows }): Panel => ({
      group: null,
      title: figures.labels.worldName(world.id),
      note: `Of ${allOf(figures, world, 'people')} episodes of people a week, in the baseline or the policy world`,
      alt: `Bar chart with 95% intervals: episodes of bystanders under ${world.label}, ${unit}. ${rowsInWords(rows)}`,
      spec: rowPanel({ rows, domain, axis: unit, references: [] }),
    }),
  );
  const first = worlds[0]!;
  const cell = { group: 'people', kind: 'later' };
  const later = figures.change(first.world.id, MEASURE, cell);
  return {
    id: MEASURE,
    message: 'Bystanders: people whom no rule touched',
    formal: `Episodes of people whom no rule touched and which go otherwise, by how, ${setting(figures)}, ${unit}`,
    finding:
      later === null
        ? `${figures.labels.worldName(first.world.id)}: ${rowsInWords(first.rows)}`
        : `${figures.labels.worldName(first.world.id)}: ${levelInWords(
            cutAtNothing(later),
            figures.scale(MEASURE, cell),
          )} of people whom no rule touched go the same way and are over later, of ${allOf(figures, first.world, 'people')} in all.`,
    caption:
      `${levelCaption(figures)} Counted is every episode that differs, by minutes as by days: who they are depends on how the ` +
      'worlds are paired; by how much everybody’s waits change does not, and is told above and in tables/ledgers.csv.',
    notes: [],
    key: [],
    panels,
    table: {
      columns: ['World', 'Whose', 'How it differs', `${unit} (95% interval)`, 'In all'].map((label, i) => ({
        label,
        numeric: i > 2,
      })),
      rows: worlds.flatMap(({ world }) =>
        GROUPS.flatMap(({ group, label }) =>
          rowsOf(figures, world, group).map((row) => [
            world.label,
            label,
            row.label,
            row.text,
            allOf(figures, world, group),
          ]),
        ),
      ),
    },
    csv: 'measures.csv',
  };
}
