import type { Cell } from '../../experiment/index.js';
import type { Figures } from '../figures.js';
import { panelWorlds, worldStyles } from '../theme.js';
import { weeksOf } from '../weekly.js';
import { levelInShort, NOT_AVAILABLE, sentence } from '../words.js';
import type { Panel, TextTable } from './chart.js';
import { type Moment, runLine } from './run-line.js';

/** A quantity that a chart draws over the weeks of a run: one panel, or more where there are many worlds. */
export interface RunSeries {
  readonly measure: string;
  readonly cell: Cell;
  readonly title: string;
  readonly moments: readonly Moment[];
  /** Multiplies the numbers, and what they then are; left out: as they are. */
  readonly times?: number;
  readonly unit?: string;
}

/** Panels of lines over the weeks of a run, and their data table: a row for each series and week. */
export function runPanels(figures: Figures, what: string, series: readonly RunSeries[], weeks: number) {
  const styles = worldStyles(figures);
  const panels: Panel[] = [];
  const rows: string[][] = [];
  for (const { measure, cell, title, moments, times, unit } of series) {
    const known = weeksOf(figures, measure, cell, times, unit);
    if (known === null) continue;
    const { scale } = known;
    const levels = new Map(styles.map(({ id }) => [id, known.of(id)]));
    const at = (world: string, week: number) => levels.get(world)?.[week];
    const inShort = (world: string, week: number) => {
      const level = at(world, week);
      return level === undefined ? NOT_AVAILABLE : levelInShort(level, scale);
    };
    for (const worlds of panelWorlds(figures)) {
      const points = worlds.flatMap(({ id }) =>
        Array.from({ length: weeks }, (_, week) => {
          const level = at(id, week);
          const { mean = null, low = null, high = null } = level ?? {};
          return { series: id, week: week + 1, mean, low, high };
        }),
      );
      const last = worlds.map(({ id, label }) => `${label} ${inShort(id, weeks - 1)}`).join('; ');
      panels.push({
        group: null,
        title,
        note: sentence(scale.unit),
        alt: `Line chart with 95% interval bands: ${what}, ${title}, by week of the run and world. Week ${weeks}: ${last}.`,
        spec: runLine(points, worlds, moments, weeks),
      });
    }
    for (let week = 0; week < weeks; week += 1)
      rows.push([title, String(week + 1), ...styles.map(({ id }) => inShort(id, week))]);
  }
  const table: TextTable = {
    columns: [
      { label: 'Series', numeric: false },
      { label: 'Week', numeric: true },
      ...styles.map(({ label }) => ({ label, numeric: true })),
    ],
    rows,
  };
  return { panels, table };
}
