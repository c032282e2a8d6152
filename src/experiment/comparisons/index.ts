import type { Comparison } from '../comparison.js';
import { billByAgency } from './bill-by-agency.js';
import { billByBudget } from './bill-by-budget.js';
import { bystanderVisits } from './bystander-visits.js';
import { bystanders } from './bystanders.js';
import { contactsByClass } from './contacts-by-class.js';
import { demandLedger } from './demand-ledger.js';
import { differences } from './differences.js';
import { displacementRatio } from './displacement-ratio.js';
import { dutyCostByAgency } from './duty-cost-by-agency.js';
import { dutyCostByBudget } from './duty-cost-by-budget.js';
import { dutyHoursChange } from './duty-hours.js';
import { gainsAndLosses } from './gains-and-losses.js';
import { hops } from './hops.js';
import { hoursChange } from './hours-change.js';
import { hoursMatrix } from './hours-matrix.js';
import { induced } from './induced.js';
import { peopleChanged } from './people-changed.js';
import { ruleForks } from './rule-forks.js';
import { supplyLedger } from './supply-ledger.js';
import { unmetHours } from './unmet-hours.js';
import { waitingByClass } from './waiting-by-class.js';

/** Every comparison, by id. */
export const comparisons: readonly Comparison[] = [
  billByAgency,
  billByBudget,
  bystanderVisits,
  bystanders,
  contactsByClass,
  demandLedger,
  differences,
  displacementRatio,
  dutyCostByAgency,
  dutyCostByBudget,
  dutyHoursChange,
  gainsAndLosses,
  hops,
  hoursChange,
  hoursMatrix,
  induced,
  peopleChanged,
  ruleForks,
  supplyLedger,
  unmetHours,
  waitingByClass,
];
