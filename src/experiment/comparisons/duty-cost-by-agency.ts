import { dutyCost } from '../bill.js';
import { comparison } from '../comparison.js';

/** Change in what the hours on duty of an agency's services cost, used or not [GBP a week]. */
export const dutyCostByAgency = comparison({
  id: 'duty-cost-by-agency',
  label: 'Change in the cost of hours on duty, by agency',
  unit: 'GBP a week',
  dimensions: ['agency'],
  description:
    'Over the agency’s services that are paid by the hour and have a limit in both worlds: the change in hours on duty, used or not (`duty-hours`), times the cost of an hour, in prices of the base year. It is a part of `bill-by-agency`, which has services without limit and those paid by the contact as well.',
  isSparse: true,
  cells: ({ agencies }) => agencies.names.map((agency) => ({ agency })),
  begin: ({ agencies, views }) => ({
    finish: (totals) =>
      dutyCost(totals, agencies.names.length, (side, own) => agencies.of[side][views[side].agency[own]!]!),
  }),
});
