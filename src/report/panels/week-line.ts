import type { TopLevelSpec } from 'vega-lite';
import { INK, PANEL_WIDTH, QUIET, TYPE, type WorldStyle } from '../theme.js';

/** One number of a week's line, as printed: the mean of a world in an hour of the week [%]. */
export interface WeekPoint {
  readonly series: string;
  readonly hour: number;
  readonly mean: number | null;
}

/** Days of the week, from hour 0. */
export const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
/** Hours of a week, from Monday midnight. */
export const HOURS_OF_WEEK: readonly number[] = Array.from({ length: 7 * 24 }, (_, hour) => hour);

const LEFT = 44;
const RIGHT = 8;
const HEIGHT = 140;
/** Room above the line of full capacity [%]. */
const TOP = 122;

const X = {
  type: 'quantitative' as const,
  scale: { domain: [0, HOURS_OF_WEEK.length], nice: false },
  axis: {
    values: DAYS.map((_, day) => day * 24 + 12),
    labelExpr: `['${DAYS.join("','")}'][floor(datum.value / 24)]`,
    ticks: false,
    grid: false,
    title: null,
    orient: 'bottom' as const,
  },
};
const Y = {
  type: 'quantitative' as const,
  scale: { domain: [0, TOP], nice: false },
  axis: { title: null, values: [0, 50, 100], labelExpr: "datum.label + '%'", orient: 'left' as const },
};

/** Shares by hour of the week: a line for each world, midnights marked, and units on duty as a labelled line. */
export function weekLine(points: readonly WeekPoint[], worlds: readonly WorldStyle[]): TopLevelSpec {
  const midnights = HOURS_OF_WEEK.filter((hour) => hour % 24 === 0).map((hour) => ({ hour }));
  return {
    width: PANEL_WIDTH - LEFT - RIGHT,
    height: HEIGHT,
    autosize: 'none',
    padding: { left: LEFT, right: RIGHT, top: 8, bottom: 26 },
    data: { name: 'rows', values: points.map((point) => ({ ...point })) },
    layer: [
      {
        data: { values: midnights },
        mark: { type: 'rule', color: '#D9D9D9' },
        encoding: { x: { ...X, field: 'hour' } },
      },
      {
        data: { values: [{ at: 100 }] },
        mark: { type: 'rule', color: QUIET, strokeDash: [5, 3] },
        encoding: { y: { ...Y, field: 'at' } },
      },
      ...[...worlds].reverse().map(({ id, colour, dash }) => ({
        transform: [{ filter: { field: 'series', equal: id } }],
        mark: { type: 'line' as const, color: colour, strokeWidth: 2, strokeDash: [...dash] },
        encoding: { x: { ...X, field: 'hour' }, y: { ...Y, field: 'mean' } },
      })),
      {
        data: { values: [{ at: 100 }] },
        mark: { type: 'text', x: 4, dy: -4, align: 'left', baseline: 'bottom', fontSize: TYPE.small, color: INK },
        encoding: { y: { ...Y, field: 'at' }, text: { value: '100%: all units on duty in use' } },
      },
    ],
  };
}
