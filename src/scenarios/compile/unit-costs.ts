import { unknownName } from '../problems.js';
import type { ScenarioDraft } from '../schema/scenario.js';
import { upratingOf } from '../unit-costs.js';
import type { Compiling } from './context.js';

/** Refuses unit costs that nobody pays, or whose prices cannot be brought to the base year: inflation is never silent. */
export function checkUnitCosts(draft: ScenarioDraft, compiling: Compiling): void {
  const budgets = Object.keys(draft.budgets ?? {});
  const payers = [...budgets, ...compiling.names.agencies.list];
  const twice = budgets.find((id) => compiling.names.agencies.find(id) !== undefined);
  if (twice !== undefined) {
    compiling.problem(['budgets', twice], {
      message: `\`${twice}\` is an agency, and so a budget already.`,
      expected: 'budgets besides those of the agencies',
      next: 'Take this line out.',
    });
  }
  for (const [name, service] of Object.entries(draft.services ?? {})) {
    const cost = service['unit-cost'];
    if (cost === undefined) continue;
    const path = ['services', name, 'unit-cost'];
    if (cost.budget !== undefined && cost.budget !== '' && !payers.includes(cost.budget))
      compiling.problem([...path, 'budget'], unknownName('budget or agency', cost.budget, payers));
    const year = cost['price-year'];
    if (year === '' || upratingOf(draft, year) !== undefined) continue;
    const base = draft.prices?.['base-year'];
    compiling.problem([...path, 'price-year'], {
      message:
        base === undefined
          ? 'The scenario does not say in the prices of which year money is told.'
          : `Nothing says how prices of ${year} are brought to those of ${base}.`,
      expected: base === undefined ? '`prices: {base-year: …}`' : `a row of \`prices.uprating\` for ${year}`,
      next:
        base === undefined
          ? `Write \`prices: {base-year: ${year}}\` beside \`services\`.`
          : `Add \`{price-year: ${year}, by: $…}\` to \`prices.uprating\`, with a parameter that has a source.`,
    });
  }
}
