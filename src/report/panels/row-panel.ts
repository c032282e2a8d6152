import type { TopLevelSpec } from 'vega-lite';
import { textWidth, wrapped } from '../text-width.js';
import { PANEL_WIDTH, QUIET, TYPE, WHITE } from '../theme.js';
import type { Row } from './chart.js';

/** A vertical line across the marks of all rows: the baseline of differences, or a standard. */
export interface Reference {
  readonly at: number;
  readonly label: string;
  readonly dashed: boolean;
}

/** What a panel of rows shows. */
export interface RowPanel {
  readonly rows: readonly Row[];
  /** Ends of the horizontal axis, in the printed unit. */
  readonly domain: readonly [number, number];
  /** Title of the horizontal axis: what it measures, and its unit. */
  readonly axis: string;
  readonly references: readonly Reference[];
}

const SIDE = 10;
const WIDTH = PANEL_WIDTH - 2 * SIDE;
const LINE_HEIGHT = 16;
const MARK_HEIGHT = 22;
const AXIS_HEIGHT = 42;
const BAR = 10;

/** Text lines and mark heights of every row, from the top [pixels]. */
function laidOut(rows: readonly Row[], top: number) {
  const texts: { text: string; side: 'left' | 'right'; y: number }[] = [];
  const marks: (Row & { y: number })[] = [];
  let y = top;
  for (const row of rows) {
    const room = WIDTH - textWidth(row.text, TYPE.chart) - 10;
    const narrow = wrapped(row.label, Math.max(room, 1), TYPE.chart, 3);
    const beside = room > WIDTH / 3 && narrow.length < 3;
    const lines = beside ? narrow : wrapped(row.label, WIDTH, TYPE.chart, 3);
    for (const line of lines) {
      y += LINE_HEIGHT;
      texts.push({ text: line, side: 'left', y: y - 4 });
    }
    if (!beside) y += LINE_HEIGHT;
    texts.push({ text: row.text, side: 'right', y: y - 4 });
    marks.push({ ...row, y: y + MARK_HEIGHT / 2 - 2 });
    y += MARK_HEIGHT;
  }
  return { texts, marks, height: y };
}

/** Labels of reference lines stand at the top, on the side of the line where there is room. */
function placed(reference: Reference, [from, to]: readonly [number, number]) {
  const x = ((reference.at - from) / (to - from)) * WIDTH;
  const width = textWidth(reference.label, TYPE.small) + 6;
  return { ...reference, align: x + width <= WIDTH || x < width ? ('left' as const) : ('right' as const) };
}

/**
 * Rows of estimates, each with its label and numbers above its mark: a dot, a line for its interval, and a pale bar
 * from zero where the rows are amounts. Reads on a phone, and needs no key.
 */
export function rowPanel({ rows, domain, axis, references }: RowPanel): TopLevelSpec {
  const labels = references.filter((reference) => reference.label !== '').map((reference) => placed(reference, domain));
  const { texts, marks, height } = laidOut(rows, labels.length > 0 ? LINE_HEIGHT + 2 : 0);
  const quantitative = 'quantitative' as const;
  const y = { field: 'y', type: quantitative, axis: null, scale: { domain: [0, height], reverse: true } };
  const x = {
    type: quantitative,
    scale: { domain: [{ signal: 'from' }, { signal: 'to' }], nice: false, zero: false },
    axis: {
      title: { signal: 'axis' },
      tickCount: 4,
      format: ',~f',
      grid: false,
      labelFlush: true,
      orient: 'bottom' as const,
    },
  };
  const values = marks.map(({ series, label, text, shown, colour, shape, mark, filled, start = 0, y: height }) => {
    const { mean, low, high } = shown;
    const [end, from, until] = [mean, low, high].map((value) => (value === null ? null : start + value));
    return { series, label, text, mean, low, high, colour, shape, mark, filled, y: height, start, end, from, until };
  });
  const text = (side: 'left' | 'right') => ({
    data: { values: texts.filter((entry) => entry.side === side).map(({ text, y }) => ({ text, y })) },
    mark: { type: 'text' as const, align: side, baseline: 'alphabetic' as const, x: side === 'left' ? 0 : WIDTH },
    encoding: { y, text: { field: 'text' } },
  });
  const colour = { field: 'colour', type: 'nominal', scale: null } as const;
  return {
    width: WIDTH,
    height,
    autosize: 'none',
    padding: { left: SIDE, right: SIDE, top: 2, bottom: AXIS_HEIGHT },
    params: [
      { name: 'from', value: domain[0] },
      { name: 'to', value: domain[1] },
      { name: 'axis', value: axis },
    ],
    data: { name: 'rows', values },
    layer: [
      ...references.map(({ at, dashed }) => ({
        data: { values: marks.map((mark) => ({ at, y: mark.y - MARK_HEIGHT / 2, until: mark.y + MARK_HEIGHT / 2 })) },
        mark: { type: 'rule' as const, color: QUIET, strokeWidth: 1.5, ...(dashed ? { strokeDash: [4, 2] } : {}) },
        encoding: { x: { ...x, field: 'at' }, y, y2: { field: 'until' } },
      })),
      ...labels.map(({ at, label, align }) => ({
        data: { values: [{ at, label }] },
        mark: {
          type: 'text' as const,
          align,
          baseline: 'top' as const,
          dx: align === 'left' ? 4 : -4,
          y: 0,
          fontSize: TYPE.small,
        },
        encoding: { x: { ...x, field: 'at' }, text: { field: 'label' } },
      })),
      {
        transform: [{ filter: "datum.mark === 'bar' && datum.mean !== null" }],
        mark: { type: 'rule', strokeWidth: BAR, opacity: 0.22 },
        encoding: { y, x: { ...x, field: 'start' }, x2: { field: 'end' }, color: colour },
      },
      {
        transform: [{ filter: 'datum.low !== null && datum.high !== null' }],
        mark: { type: 'rule', strokeWidth: 2, opacity: 1 },
        encoding: { y, x: { ...x, field: 'from' }, x2: { field: 'until' }, color: colour },
      },
      {
        transform: [{ filter: 'datum.mean !== null' }],
        mark: { type: 'point', size: 75, strokeWidth: 2, opacity: 1 },
        encoding: {
          y,
          x: { ...x, field: 'end' },
          stroke: colour,
          fill: { condition: { test: 'datum.filled', ...colour }, value: WHITE },
          shape: { field: 'shape', type: 'nominal', scale: null },
        },
      },
      text('left'),
      text('right'),
    ],
  };
}

/** Ends of an axis that shows all means and intervals of the rows, and zero. */
export function domainOf(rows: readonly Row[], atLeast: number): readonly [number, number] {
  const values = rows.flatMap(({ shown, start = 0 }) =>
    [shown.mean, shown.low, shown.high].flatMap((value) => (value === null ? [] : [start + value])),
  );
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const spare = Math.max(high - low, atLeast) * 0.04;
  return [low < 0 ? low - spare : 0, Math.max(high, low < 0 ? 0 : atLeast) + (high > 0 || low === 0 ? spare : 0)];
}
