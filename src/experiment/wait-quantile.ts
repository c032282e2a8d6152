import type { Histograms } from './histogram.js';
import { type Measure, measure } from './measure.js';

/** A quantile of waits by service and group, from a histogram with bins of half a per cent. */
export function waitQuantile(id: string, label: string, share: number): Measure {
  return measure({
    id,
    label,
    unit: 'hours',
    dimensions: ['service', 'group'],
    better: 'lower',
    description: `Wait from joining to start that ${share * 100}% of the visits that started did not exceed, to half a per cent.`,
    adds: 'own',
    fold: ({ cells }) => {
      let waits: Histograms | undefined;
      return {
        visits: (batch) => {
          waits = batch.waits;
        },
        finish: () => {
          for (let cell = 0; cell < cells.length; cell += 1) cells[cell] = waits?.quantile(cell, share) ?? Number.NaN;
        },
      };
    },
  });
}
