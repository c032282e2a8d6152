import type { ChartPart } from '../panels/chart.js';
import { goLiveChart } from '../panels/go-live.js';

/** Mean waits of people at each service over the weeks of a go-live. */
export const weeklyWaits: ChartPart = {
  section: 'go-live',
  make: (figures) => goLiveChart(figures, { id: 'weekly-waits', measure: 'weekly-wait', what: 'Mean wait of people' }),
};
