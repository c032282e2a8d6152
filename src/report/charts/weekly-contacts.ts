import type { ChartPart } from '../panels/chart.js';
import { goLiveChart } from '../panels/go-live.js';

/** Contacts of people at each service over the weeks of a go-live. */
export const weeklyContacts: ChartPart = {
  section: 'go-live',
  make: (figures) =>
    goLiveChart(figures, { id: 'weekly-contacts', measure: 'weekly-contacts', what: 'Contacts of people' }),
};
