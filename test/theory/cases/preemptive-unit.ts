import { type Case, type Claim, MINUTE } from '../support/claim.js';
import { meanWait } from '../support/erlang.js';
import { type Completion, restarted, resumed, waitOfRoutine } from '../support/preemptive-unit.js';

const urgent = { arrivals: 18, rate: 60 };
const routine = 9;

/** What one clinician shows when a routine visit takes so long from its first start to its end. */
function claims(completion: Completion, source: string): Claim[] {
  const wait = waitOfRoutine(urgent, routine, completion);
  const step = 'routine.see';
  return [
    {
      says: 'mean wait, urgent, as if alone',
      measure: 'step-wait',
      cell: { step: 'urgent.see' },
      exact: meanWait(1, urgent.arrivals, 1 / urgent.rate),
      source: 'Erlang (1917)',
    },
    { says: 'wait until first begun, routine', measure: 'step-wait', cell: { step }, exact: wait, source },
    {
      says: 'time in system, routine',
      measure: 'time-in-system',
      cell: { step },
      exact: wait + completion.mean,
      source,
    },
    {
      says: 'share of time busy',
      measure: 'occupancy',
      cell: { service: 'clinicians' },
      exact: urgent.arrivals / urgent.rate + routine * completion.work,
      source,
    },
  ];
}

export const preemptiveResume: Case = {
  world: 'preemptive-resume',
  claims: claims(resumed(urgent, 2 * MINUTE), 'Miller (1960); Kleinrock (1976) equation 3.39'),
};

export const preemptiveRestart: Case = {
  world: 'preemptive-restart',
  claims: claims(restarted(urgent, 2 * MINUTE), 'Gaver (1962); Avi-Itzhak & Naor (1963)'),
};
