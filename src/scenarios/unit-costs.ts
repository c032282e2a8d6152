import type { ScenarioDraft } from './schema/scenario.js';

/** What a unit of a service costs, in prices of the base year, and who pays. */
export interface UnitCost {
  /** GBP for each hour that one unit is held, or for each contact that is served, in prices of the base year. */
  readonly amount: number;
  readonly per: 'hour' | 'contact';
  /** Id of the budget that pays. */
  readonly budget: string;
  /** Year of the prices of the amount as its source states it, and what it was multiplied by. */
  readonly priceYear: string;
  readonly upratedBy: number;
}

/** A budget that pays: one that the scenario declares, or that of an agency. */
export interface Budget {
  readonly id: string;
  readonly label: string;
}

/** By what an amount of a year is multiplied to be in prices of the base year; undefined where nothing says so. */
export function upratingOf({ prices }: ScenarioDraft, year: string): number | undefined {
  if (prices === undefined) return undefined;
  if (year === prices['base-year']) return 1;
  return prices.uprating?.find((row) => row['price-year'] === year)?.by;
}

/** The unit cost of a service in a checked scenario; undefined where it states none. */
export function unitCostOf(draft: ScenarioDraft, service: string, agency: string): UnitCost | undefined {
  const stated = draft.services?.[service]?.['unit-cost'];
  const upratedBy = stated === undefined ? undefined : upratingOf(draft, stated['price-year']);
  if (stated === undefined || upratedBy === undefined) return undefined;
  const { amount, per } = stated.amount;
  return {
    ...{ amount: amount * upratedBy, per, budget: stated.budget ?? agency },
    ...{ priceYear: stated['price-year'], upratedBy },
  };
}

/** Budgets that pay for some service, in the order of agencies and then of declared budgets. */
export function budgetsOf(draft: ScenarioDraft, agencies: readonly Budget[], costs: readonly UnitCost[]): Budget[] {
  const declared = Object.entries(draft.budgets ?? {}).map(([id, label]) => ({ id, label }));
  return [...agencies, ...declared].filter(({ id }) => costs.some(({ budget }) => budget === id));
}
