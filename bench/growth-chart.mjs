/** The chart of docs/performance.md: how the rate of events changes with the size of a world, one panel for each way to grow. */
import { render } from '../dist/report/render.js';
import { PALETTE, QUIET } from '../dist/report/theme.js';

const TITLES = {
  people: 'People in the area',
  services: 'Services that share one demand',
  years: 'Years of one queue',
};

/** The rate that the loop would have from its fastest size on, were its time exactly n log n of the events. */
function ideal(rows) {
  const from = rows.reduce((best, row) => (row.rate > best.rate ? row : best));
  return rows
    .filter(({ size }) => size >= from.size)
    .map(({ size, events }) => ({ size, rate: (from.rate * Math.log2(from.events)) / Math.log2(events) }));
}

function panel(kind, rows, top) {
  const sizes = rows.map(({ size }) => size);
  const encoding = {
    x: {
      field: 'size',
      type: 'quantitative',
      scale: { type: 'log', domain: [sizes[0] / 1.5, sizes.at(-1) * 1.5] },
      axis: { values: sizes, format: '~s', title: TITLES[kind], grid: false, labelOverlap: false },
    },
    y: {
      field: 'rate',
      type: 'quantitative',
      scale: { domain: [0, top] },
      axis: { title: kind === 'people' ? 'Million events a second' : null, tickCount: 6 },
    },
  };
  return {
    width: 220,
    height: 200,
    layer: [
      { data: { values: ideal(rows) }, mark: { type: 'line', color: QUIET, strokeDash: [4, 4] }, encoding },
      {
        data: { values: rows },
        mark: { type: 'line', color: PALETTE[0], point: { size: 50, color: PALETTE[0], opacity: 1 } },
        encoding,
      },
      {
        data: { values: rows },
        mark: { type: 'text', dy: -10, fontSize: 12 },
        encoding: { ...encoding, text: { field: 'rate', format: '.2f' } },
      },
    ],
  };
}

/** The picture as SVG. @param rows each with the kind of its world, its size, its events, and its rate [million a second]. */
export async function growthChart(rows) {
  const top = Math.ceil(1.15 * Math.max(...rows.map(({ rate }) => rate)));
  const kinds = Object.keys(TITLES);
  const of = (kind) => rows.filter((row) => row.kind === kind);
  const spec = { spacing: 30, hconcat: kinds.map((kind) => panel(kind, of(kind), top)) };
  const said = rows.map(({ kind, size, rate }) => `${size.toLocaleString('en-GB')} ${kind}: ${rate.toFixed(2)}`);
  const title = 'Million events a second, by the size of a world';
  return `${await render(spec, 'growth', title, `Lines, one panel for each way to grow. ${said.join('; ')}.`)}\n`;
}
