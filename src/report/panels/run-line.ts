import type { TopLevelSpec } from 'vega-lite';
import { textWidth } from '../text-width.js';
import { INK, PANEL_WIDTH, QUIET, TYPE, type WorldStyle } from '../theme.js';

/** One number of a run's line, as printed: the mean of a world in a week of the run, with its interval. */
export interface RunPoint {
  readonly series: string;
  /** From 1. */
  readonly week: number;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A labelled moment of the run: the end of the warm-up, the start of a policy. */
export interface Moment {
  /** Weeks from the start of the run; a moment after week 3 stands at 3. */
  readonly at: number;
  readonly label: string;
}

const LEFT = 58;
const RIGHT = 10;
const HEIGHT = 150;
const WIDTH = PANEL_WIDTH - LEFT - RIGHT;
const LABEL = 15;

/** Each label on a line of its own above the plot, on the side of its rule where there is room. */
function placed(moments: readonly Moment[], weeks: number) {
  return moments.map(({ at, label }, line) => {
    const x = (at / weeks) * WIDTH;
    const align = x + textWidth(label, TYPE.small) + 6 <= WIDTH ? ('left' as const) : ('right' as const);
    return { at, label, align, y: -LABEL * (moments.length - line) };
  });
}

/** Weeks of a run: a line and a pale interval band for each world, and moments as labelled rules. The scale starts at 0. */
export function runLine(
  points: readonly RunPoint[],
  worlds: readonly WorldStyle[],
  moments: readonly Moment[],
  weeks: number,
): TopLevelSpec {
  const labels = placed(moments, weeks);
  const above = LABEL * moments.length + 8;
  const x = {
    type: 'quantitative' as const,
    scale: { domain: [0, weeks], nice: false },
    axis: { title: 'week of the run', tickCount: 6, format: 'd', grid: false, orient: 'bottom' as const },
  };
  const values = points.map((point) => ({ ...point, middle: point.week - 0.5 }));
  const most = Math.max(0, ...values.map(({ mean, high }) => Math.max(mean ?? 0, high ?? 0)));
  const y = {
    type: 'quantitative' as const,
    scale: { domain: [0, { signal: 'top' }], nice: false },
    axis: { title: null, tickCount: 4, format: ',~f', orient: 'left' as const },
  };
  return {
    width: WIDTH,
    height: HEIGHT,
    autosize: 'none',
    padding: { left: LEFT, right: RIGHT, top: above, bottom: 42 },
    params: [{ name: 'top', value: most > 0 ? most * 1.05 : 1 }],
    data: { name: 'rows', values },
    layer: [
      ...[...worlds].reverse().map(({ id, colour }) => ({
        transform: [
          { filter: { field: 'series', equal: id } },
          { filter: 'datum.low !== null && datum.high !== null' },
        ],
        mark: { type: 'area' as const, color: colour, opacity: 0.16 },
        encoding: { x: { ...x, field: 'middle' }, y: { ...y, field: 'low' }, y2: { field: 'high' } },
      })),
      ...[...worlds].reverse().map(({ id, colour, dash }) => ({
        transform: [{ filter: { field: 'series', equal: id } }],
        mark: { type: 'line' as const, color: colour, strokeWidth: 2, strokeDash: [...dash] },
        encoding: { x: { ...x, field: 'middle' }, y: { ...y, field: 'mean' } },
      })),
      ...labels.flatMap(({ at, label, align, y: height }) => [
        {
          data: { values: [{ at }] },
          mark: { type: 'rule' as const, color: QUIET, strokeDash: [5, 3], strokeWidth: 1.5 },
          encoding: { x: { ...x, field: 'at' } },
        },
        {
          data: { values: [{ at, label }] },
          mark: {
            type: 'text' as const,
            align,
            baseline: 'top' as const,
            dx: align === 'left' ? -2 : 2,
            y: height,
            fontSize: TYPE.small,
            color: INK,
          },
          encoding: { x: { ...x, field: 'at' }, text: { field: 'label' } },
        },
      ]),
    ],
  };
}
