import { bill } from '../bill.js';
import { comparison } from '../comparison.js';

/** Change in what an agency's services are billed, whoever pays [GBP a week]. */
export const billByAgency = comparison({
  id: 'bill-by-agency',
  label: 'Change in the bill, by agency',
  unit: 'GBP a week',
  dimensions: ['agency'],
  description:
    'Over the agency’s services with a unit cost, in prices of the base year: of services paid by the hour, the change in hours on duty, used or not (`duty-hours`), or in hours held where a service is without limit in either world; of services paid by the contact, the change in contacts served. It stands in place of the change in `cost-by-agency`, which values hours used alone, and is never added to it. Overtime is left out.',
  isSparse: true,
  cells: ({ agencies }) => agencies.names.map((agency) => ({ agency })),
  begin: ({ agencies, views }) => ({
    finish: (totals) =>
      bill(totals, agencies.names.length, (side, own) => agencies.of[side][views[side].agency[own]!]!),
  }),
});
