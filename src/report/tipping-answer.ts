/** The answer of a search for a tipping point in full: words, a picture of the share at every point, a table. */
import type { Tipping } from '../experiment/index.js';
import { asNumber, type Table } from './csv.js';
import { plain } from './labels.js';
import { percentage } from './numbers.js';
import type { SearchAnswer } from './search-answer.js';
import { sharePanel } from './share-rows.js';
import { assumptionsOf } from './tables/assumptions.js';
import { pointInWords, shareInWords, type TippingAsked, tippingInWords } from './tipping.js';

/** Everything that is told of a search for a tipping point. */
export function tippingAnswer(found: Tipping, asked: TippingAsked): SearchAnswer {
  const name = plain(asked.service.label) || asked.service.id;
  const { share } = asked.service.standard!;
  const times = asked.moved === null ? ' times demand' : '';
  const rows = found.points.map((point) => {
    const { mean, low, high } = point.estimate;
    return {
      label: `${pointInWords(point.at, asked)}${times}`,
      text: shareInWords(point),
      share: mean === null ? null : { mean, low: Math.max(0, low ?? mean), high: Math.min(1, high ?? mean) },
      isEnough: (mean ?? 0) >= share,
    };
  });
  const what = asked.moved === null ? 'demand' : `“${plain(asked.moved.label)}”`;
  return {
    title: `When ${name} stops meeting its standard`,
    words: tippingInWords(found, asked),
    chart: {
      message: `Seen within the standard, by ${what}`,
      caption:
        'Share of people seen within the standard, over all runs. Dots: the share; lines: its 95% interval (jackknife), ' +
        `run noise only. Dashed: the standard, ${percentage(share)}. Hollow: under it.`,
      panels: [sharePanel(`${name}, by ${what}`, '% of people seen within the standard', rows, [share])],
    },
    tables: [pointsTable(found, asked), assumptionsOf(asked)],
  };
}

function pointsTable({ points }: Tipping, { moved }: TippingAsked): Table {
  const unit = moved === null ? 'times demand' : plain(moved.unit);
  const share = { type: 'number', unit: 'share' } as const;
  return {
    file: 'points.csv',
    columns: [
      { name: 'at', type: 'number', unit, description: 'The load, or the value of the lever.' },
      { name: 'share', ...share, description: 'Share of people seen within the standard, over all runs.' },
      { name: 'low', ...share, description: 'Lower end of its 95% interval; run noise only.' },
      { name: 'high', ...share, description: 'Upper end of its 95% interval; run noise only.' },
      { name: 'met', type: 'number', unit: 'runs', description: 'Runs that met the standard.' },
      { name: 'runs', type: 'number', unit: 'runs', description: 'Runs in which anybody can be judged.' },
    ],
    rows: points.map(({ at, estimate, met, of }) => [
      asNumber(at),
      asNumber(estimate.mean),
      asNumber(estimate.low),
      asNumber(estimate.high),
      met,
      of,
    ]),
  };
}
