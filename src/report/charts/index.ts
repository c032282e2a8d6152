import type { ChartPart } from '../panels/chart.js';
import { bystanders } from './bystanders.js';
import { demandLedger } from './demand-ledger.js';
import { displacedContacts } from './displaced-contacts.js';
import { fourArms } from './four-arms.js';
import { hoursByAgency } from './hours-by-agency.js';
import { occupancyByHour } from './occupancy-by-hour.js';
import { outcomes } from './outcomes.js';
import { standards } from './standards.js';
import { supplyLedger } from './supply-ledger.js';
import { timeFull } from './time-full.js';
import { waits } from './waits.js';
import { warmUp } from './warm-up.js';
import { weeklyContacts } from './weekly-contacts.js';
import { weeklyHours } from './weekly-hours.js';
import { weeklyWaits } from './weekly-waits.js';

/** Charts, one file each, in the order in which their sections show them. */
export const charts: readonly ChartPart[] = [
  displacedContacts,
  hoursByAgency,
  supplyLedger,
  demandLedger,
  bystanders,
  outcomes,
  fourArms,
  standards,
  waits,
  timeFull,
  occupancyByHour,
  weeklyContacts,
  weeklyWaits,
  weeklyHours,
  warmUp,
];
