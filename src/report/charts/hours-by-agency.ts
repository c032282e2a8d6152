import type { Figures } from '../figures.js';
import { clearChanges } from '../largest.js';
import { changeRow } from '../panels/change-rows.js';
import type { Chart, ChartPart, LeftOut, Panel, Row } from '../panels/chart.js';
import { rowsInWords } from '../panels/level-rows.js';
import { domainOf, rowPanel } from '../panels/row-panel.js';
import { differenceCaption, setting } from '../setting.js';
import { NOT_MEASURED, notMeasuredInWords, unstaffed } from '../staffing.js';
import { type WorldStyle, worldStyles } from '../theme.js';
import { differenceInWords, levelInShort, listed } from '../words.js';

const MEASURE = 'hours-change';
/** Agencies and parts of a change that are under this share of a policy's largest are in the data table only. */
const WORTH_DRAWING = 0.01;
/** Parts of a change; dropped hours are drawn below zero, so that the parts sum to the change. */
const KINDS = [
  { kind: 'added', label: 'Added', mark: 'bar' },
  { kind: 'stretched', label: 'Stretched', mark: 'bar' },
  { kind: 'dropped', label: 'Dropped', mark: 'bar' },
  { kind: 'change', label: 'Change', mark: 'dot' },
] as const;

interface AgencyRow extends Row {
  readonly kind: string;
  readonly size: number;
}

/** The parts of an agency's change in one world, and its hours in the baseline. */
function agencyOf(figures: Figures, world: WorldStyle, agency: string) {
  const rows = KINDS.flatMap(({ kind, label, mark }): AgencyRow[] => {
    const row = changeRow(figures, world, MEASURE, { agency, kind }, label, mark, kind === 'dropped');
    const size = Math.abs(figures.rawChange(world.id, MEASURE, { agency, kind })?.mean ?? 0);
    return row === null ? [] : [{ ...row, kind, size }];
  });
  const level = figures.level(figures.baseline.id, 'staff-hours', { agency });
  const baseline = level === null ? '' : levelInShort(level, figures.scale('staff-hours', { agency }));
  return { label: figures.labels.agency(agency), rows, baseline, size: Math.max(0, ...rows.map(({ size }) => size)) };
}

type Agency = ReturnType<typeof agencyOf>;

/** The panels of one world, on one axis; agencies with the largest changes first. */
function panelsOf(figures: Figures, world: WorldStyle, agencies: readonly Agency[], unit: string) {
  const largest = Math.max(0, ...agencies.map(({ size }) => size));
  const isDrawn = ({ size, rows }: Agency) =>
    size >= largest * WORTH_DRAWING && rows.some(({ shown, filled }) => filled && shown.mean !== 0);
  const drawn = agencies.filter(isDrawn).sort((one, other) => other.size - one.size);
  const rowsOf = ({ rows }: Agency) =>
    rows.filter(({ kind, size }) => kind === 'change' || size >= largest * WORTH_DRAWING);
  const domain = domainOf(drawn.flatMap(rowsOf), 0.001);
  const panels = drawn.map((agency): Panel => {
    const rows = rowsOf(agency);
    return {
      group: figures.labels.worldName(world.id),
      title: agency.label,
      note: agency.baseline === '' ? '' : `Baseline: ${agency.baseline} ${unit}`,
      alt:
        `Bar chart with 95% intervals: change in staff hours of ${agency.label} under ${world.label} against the ` +
        `baseline, ${unit}. ${rowsInWords(rows)}`,
      spec: rowPanel({ rows, domain, axis: unit, references: [{ at: 0, label: 'Baseline', dashed: false }] }),
    };
  });
  return { panels, small: agencies.filter((agency) => !isDrawn(agency)).map(({ label }) => label) };
}

/** Change in an agency's staff hours, in parts that sum to it: visits added, stretched and dropped. */
export const hoursByAgency: ChartPart = { section: 'displaced', make };

function make(figures: Figures): Chart | LeftOut {
  if (!figures.has(MEASURE)) {
    return { leftOut: 'This run has no figures for changes in staff hours, so they are not drawn.' };
  }
  const unit = figures.unit(MEASURE);
  const missing = unstaffed(figures);
  const ids = figures.results.dictionary.agencies.map(({ id }) => id).filter((id) => !missing.includes(id));
  const worlds = worldStyles(figures)
    .slice(1)
    .map((world) => ({ world, agencies: ids.map((id) => agencyOf(figures, world, id)) }));
  const made = worlds.map(({ world, agencies }) => ({ world, ...panelsOf(figures, world, agencies, unit) }));
  if (made.every(({ panels }) => panels.length === 0)) {
    return { leftOut: 'At no agency do staff hours show a clear difference in this model, so they are not drawn.' };
  }
  const cells = ids.map((agency) => ({ agency, kind: 'change' }));
  const [change] = clearChanges(figures, MEASURE, cells, figures.policyWorlds, false);
  return {
    id: 'hours-by-agency',
    message:
      change === undefined
        ? 'Staff hours: no clear difference in this model'
        : `Largest change in staff hours: ${figures.labels.agency(change.cell.agency ?? '')}`,
    formal: `Change in staff hours against the baseline, by agency and policy, ${setting(figures)}, ${unit}`,
    finding:
      change === undefined
        ? 'At no agency do staff hours in all show a clear difference in this model.'
        : `${figures.labels.worldName(change.world.id)}, ${figures.labels.agency(change.cell.agency ?? '')}: ` +
          `${differenceInWords(change.shown, figures.scale(MEASURE, change.cell))}.`,
    caption:
      `${differenceCaption(figures)} Added: visits only in the policy world. Stretched: visits sought in both, with more or ` +
      'fewer hours, those served in one world only included. Dropped: visits only in the baseline. They sum to the change exactly in each run; rounded means may be a ' +
      'digit out. Hollow: no clear difference in this model. Panels of one policy share an axis; parts under 1% of its ' +
      'largest are in the data table.',
    notes: [
      ...made
        .filter(({ small }) => small.length > 0)
        .map(
          ({ world, small }) => `${world.label}, in the data table only (not clear, or under 1%): ${listed(small)}.`,
        ),
      ...(missing.length === 0 ? [] : [`${notMeasuredInWords(figures, missing)}.`]),
    ],
    key: [],
    panels: made.flatMap(({ panels }) => panels),
    table: {
      columns: ['World', 'Agency', 'Part', `Change, ${unit} (95% interval)`, 'In the baseline'].map((label, i) => ({
        label,
        numeric: i > 2,
      })),
      rows: worlds.flatMap(({ world, agencies }) => [
        ...agencies.flatMap(({ label, rows, baseline }) =>
          rows.map((row) => [world.label, label, row.label, row.text, baseline]),
        ),
        ...missing.map((agency) => [world.label, figures.labels.agency(agency), 'Change', NOT_MEASURED, NOT_MEASURED]),
      ]),
    },
    csv: 'hours.csv',
  };
}
