import type { WarmUpSeries } from '../../experiment/index.js';
import type { Figures } from '../figures.js';
import type { Chart, ChartPart, LeftOut } from '../panels/chart.js';
import { runPanels } from '../panels/run-lines.js';
import { setting } from '../setting.js';
import { worldStyles } from '../theme.js';
import { seriesName, warmUpInWords } from '../warm-up-words.js';
import { weeksOf } from '../weekly.js';
import { counted, levelInWords, sentence } from '../words.js';

const MOST_PANELS = 6;
const GRAVITY = ['drifts', 'run too short', 'too short', 'long enough', 'not judged'] as const;

/** Verdicts in a sentence. */
const VERDICTS = {
  drifts: 'it still drifts at the end of the run',
  'run too short': 'the run is too short to tell when it settles',
  'too short': 'the warm-up is too short',
  'long enough': 'the warm-up is long enough',
  'not judged': 'not judged',
} as const;

/** How a run settles: the series that settle latest, week by week from hour 0, with the warm-up that is left out. */
export const warmUp: ChartPart = { section: 'warm-up', make };

/** Series of different quantities and cells, the gravest finding of any world first, then the latest point. */
function ranked(series: readonly WarmUpSeries[]): WarmUpSeries[] {
  const rank = ({ verdict }: WarmUpSeries) => GRAVITY.indexOf(verdict);
  const size = ({ bias }: WarmUpSeries) => Math.abs(bias ?? 0);
  const sorted = [...series].sort(
    (one, other) =>
      rank(one) - rank(other) ||
      size(other) - size(one) ||
      (other.needs ?? 0) - (one.needs ?? 0) ||
      (other.point ?? 0) - (one.point ?? 0),
  );
  const names = new Set<string>();
  return sorted.filter(({ measure, cell }) => {
    const name = `${measure} ${Object.values(cell).join(' ')}`;
    if (names.has(name)) return false;
    names.add(name);
    return true;
  });
}

function make(figures: Figures): Chart | LeftOut {
  const { series, stated } = figures.results.warmUp;
  const drawn = ranked(series)
    .filter(({ measure, cell }) => weeksOf(figures, measure, cell) !== null)
    .slice(0, MOST_PANELS);
  const [first] = drawn;
  if (first === undefined) return { leftOut: 'This run has no whole week to follow, so its warm-up is not drawn.' };
  const weeks = Math.max(1, ...figures.results.weekly.map(({ mean }) => mean.length));
  const { panels, table } = runPanels(
    figures,
    'weekly means from the start of the run',
    drawn.map((one) => ({
      ...one,
      title: seriesName(figures, one),
      moments: [
        ...(stated > 0 && stated < weeks ? [{ at: stated, label: `Warm-up ends: week ${stated}` }] : []),
        ...(one.point === null || one.point === 0 || one.point === stated
          ? []
          : [
              {
                at: one.point,
                label: `MSER point: week ${one.point}${one.verdict === 'long enough' ? ' (nothing clear)' : ''}`,
              },
            ]),
      ],
    })),
    weeks,
  );
  const last = weeksOf(figures, first.measure, first.cell)!;
  const level = last.of(first.world).at(-1);
  const shownLevel = level === undefined ? '' : `; in week ${weeks}, ${levelInWords(level, last.scale)}`;
  return {
    id: 'warm-up',
    message: warmUpInWords(figures).message,
    formal: `Weekly means from the start of the run, warm-up included, by world, ${setting(figures)}`,
    finding: `${sentence(seriesName(figures, first))}, ${figures.labels.shortWorld(first.world)}: ${VERDICTS[first.verdict]}${shownLevel}.`,
    caption:
      `Bands are 95% intervals for the mean of each week over ${counted(figures.results.design.replications.completed, 'run', 'runs')}: ` +
      'run-to-run noise only. Each panel has its own scale, from zero. An MSER point at which ' +
      'nothing is clear is the doing of noise. Drawn are the series with the gravest verdicts, then the latest points; the ' +
      'others are in the table of verdicts.',
    notes: [],
    key: worldStyles(figures),
    panels,
    table,
    csv: 'weekly.csv',
  };
}
