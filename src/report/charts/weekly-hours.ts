import type { ChartPart } from '../panels/chart.js';
import { goLiveChart } from '../panels/go-live.js';

/** Hours in use at each service over the weeks of a go-live. */
export const weeklyHours: ChartPart = {
  section: 'go-live',
  make: (figures) =>
    goLiveChart(figures, {
      id: 'weekly-hours',
      measure: 'weekly-in-use',
      what: 'Hours in use',
      times: 168,
      unitOf: ({ unit }) => `hours of ${unit} a week`,
    }),
};
