import { bill, budgetsOf } from '../bill.js';
import { comparison } from '../comparison.js';

/** Change in what a budget is billed, whichever agency runs the services [GBP a week]. */
export const billByBudget = comparison({
  id: 'bill-by-budget',
  label: 'Change in the bill, by budget',
  unit: 'GBP a week',
  dimensions: ['budget'],
  description:
    'As `bill-by-agency`, over the services that the budget pays for. It stands in place of the change in `cost-by-budget`, which values hours used alone, and is never added to it.',
  isSparse: true,
  cells: (pair) => budgetsOf(pair).names.map((budget) => ({ budget })),
  begin(pair) {
    const { names, of } = budgetsOf(pair);
    return {
      finish: (totals) => bill(totals, names.length, (side, own) => of[side][pair.views[side].costs.budget[own]!]!),
    };
  },
});
