/** The chart of docs/performance.md: how the rate of events changes with the size of a world, one panel for each way to grow. */
import * as vega from 'vega';
import { compile } from 'vega-lite';
import { CONFIG, PALETTE, QUIET } from '../dist/report/theme.js';

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
  const spec = {
    description: 'Million events a second by people in the area, by services and by years.',
    spacing: 30,
    hconcat: Object.keys(TITLES).map((kind) =>
      panel(
        kind,
        rows.filter((row) => row.kind === kind),
        top,
      ),
    ),
  };
  const view = new vega.View(vega.parse(compile(spec, { config: { ...CONFIG, aria: true } }).spec), {
    renderer: 'none',
  });
  return await view.toSVG();
}
