import type { Comparison } from '../comparison.js';
import { contactsByClass } from './contacts-by-class.js';
import { demandLedger } from './demand-ledger.js';
import { differences } from './differences.js';
import { hoursChange } from './hours-change.js';
import { hoursMatrix } from './hours-matrix.js';
import { induced } from './induced.js';
import { peopleChanged } from './people-changed.js';
import { ruleForks } from './rule-forks.js';
import { supplyLedger } from './supply-ledger.js';

/** Every comparison, by id. */
export const comparisons: readonly Comparison[] = [
  contactsByClass,
  demandLedger,
  differences,
  hoursChange,
  hoursMatrix,
  induced,
  peopleChanged,
  ruleForks,
  supplyLedger,
];
