import type { Measure } from '../measure.js';
import { backByNeed } from './back-by-need.js';
import { contacts } from './contacts.js';
import { contactsByAgency } from './contacts-by-agency.js';
import { contactsByBudget } from './contacts-by-budget.js';
import { costByAgency } from './cost-by-agency.js';
import { costByBudget } from './cost-by-budget.js';
import { decisions } from './decisions.js';
import { declined } from './declined.js';
import { endings } from './endings.js';
import { entriesByHours } from './entries-by-hours.js';
import { episodeLength } from './episode-length.js';
import { episodes } from './episodes.js';
import { expectedDeaths } from './expected-deaths.js';
import { expectedDeathsByClock } from './expected-deaths-by-clock.js';
import { expectedDeathsByStep } from './expected-deaths-by-step.js';
import { expectedExpiries } from './expected-expiries.js';
import { fullShare } from './full-share.js';
import { heldByNeed } from './held-by-need.js';
import { hoursByBudget } from './hours-by-budget.js';
import { meanInUse } from './mean-in-use.js';
import { meanWaiting } from './mean-waiting.js';
import { noReturn } from './no-return.js';
import { occupancy } from './occupancy.js';
import { occupancyByHour } from './occupancy-by-hour.js';
import { outcomes } from './outcomes.js';
import { peopleUnderWay } from './people-under-way.js';
import { repeat } from './repeat.js';
import { served } from './served.js';
import { staffHours } from './staff-hours.js';
import { stayOver } from './stay-over.js';
import { stayOverByNeed } from './stay-over-by-need.js';
import { stepEntries } from './step-entries.js';
import { stepWait } from './step-wait.js';
import { timeAtRisk } from './time-at-risk.js';
import { timeBlocked } from './time-blocked.js';
import { timeHeld } from './time-held.js';
import { timeInSystem } from './time-in-system.js';
import { unitHours } from './unit-hours.js';
import { unmet } from './unmet.js';
import { untreatedHours } from './untreated-hours.js';
import { waitByCohort } from './wait-by-cohort.js';
import { waitBySeverity } from './wait-by-severity.js';
import { waitMean } from './wait-mean.js';
import { waitMedian } from './wait-median.js';
import { waitP90 } from './wait-p90.js';
import { withinStandard } from './within-standard.js';

/** Every measure, by id. */
export const measures: readonly Measure[] = [
  backByNeed,
  contacts,
  contactsByAgency,
  contactsByBudget,
  costByAgency,
  costByBudget,
  decisions,
  declined,
  endings,
  entriesByHours,
  episodeLength,
  episodes,
  expectedDeaths,
  expectedDeathsByClock,
  expectedDeathsByStep,
  expectedExpiries,
  fullShare,
  heldByNeed,
  hoursByBudget,
  meanInUse,
  meanWaiting,
  noReturn,
  occupancy,
  occupancyByHour,
  outcomes,
  peopleUnderWay,
  repeat,
  served,
  staffHours,
  stayOver,
  stayOverByNeed,
  stepEntries,
  stepWait,
  timeAtRisk,
  timeBlocked,
  timeHeld,
  timeInSystem,
  unitHours,
  unmet,
  untreatedHours,
  waitByCohort,
  waitBySeverity,
  waitMean,
  waitMedian,
  waitP90,
  withinStandard,
];
