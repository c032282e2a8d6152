import { WITHIN } from '../dimensions.js';
import { type Fold, measure, type Sums } from '../measure.js';
import { type Back, Spells } from '../spells.js';

/** Share of people who are back with the same need within a day, a week, and so on, by how the last episode ended. */
export const repeat = measure({
  id: 'repeat',
  label: 'Back with the same need',
  unit: 'share',
  dimensions: ['need', 'after', 'within'],
  better: 'lower',
  description:
    'Share of episodes closed in the measured period, with that outcome, that the same person followed with another of the same need within the span. Only closings whose span ends by the horizon count.',
  estimator: 'ratio',
  isSparse: true,
  fold: (sums) => foldReturns(sums, 'same need'),
});

/** Counts, for each span, who came back with the same need or with any, or (`isBack` false) who did not. */
export function foldReturns({ view, cells, over }: Sums, back: Back, isBack = true): Fold {
  const spans = Object.values(WITHIN);
  const spells = new Spells(view, back, (need, outcome, closed, gap) => {
    spans.forEach((span, at) => {
      if (closed + span > view.world.horizon) return;
      const cell = (need * view.unmet.length + outcome) * spans.length + at;
      if (gap <= span === isBack) cells[cell]! += 1;
      over[cell]! += 1;
    });
  });
  return { outcomes: (batch) => spells.read(batch), finish: () => spells.finish() };
}
