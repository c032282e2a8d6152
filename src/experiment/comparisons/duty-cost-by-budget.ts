import { budgetsOf, dutyCost } from '../bill.js';
import { comparison } from '../comparison.js';

/** Change in what hours on duty cost a budget, used or not, whichever agency runs the services [GBP a week]. */
export const dutyCostByBudget = comparison({
  id: 'duty-cost-by-budget',
  label: 'Change in the cost of hours on duty, by budget',
  unit: 'GBP a week',
  dimensions: ['budget'],
  description:
    'As `duty-cost-by-agency`, over the services that the budget pays for. It is a part of `bill-by-budget`.',
  isSparse: true,
  cells: (pair) => budgetsOf(pair).names.map((budget) => ({ budget })),
  begin(pair) {
    const { names, of } = budgetsOf(pair);
    return {
      finish: (totals) => dutyCost(totals, names.length, (side, own) => of[side][pair.views[side].costs.budget[own]!]!),
    };
  },
});
