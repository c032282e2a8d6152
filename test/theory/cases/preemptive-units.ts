import { type Case, type Claim, MINUTE, WEEK } from '../support/claim.js';
import { solvePreemptive } from '../support/preemptive-chain.js';

const source = 'chain of Jaiswal (1968) chapter 4, with two units; Little (1961)';
const world = { units: 2, arrivals: [18, 18], rates: [1 / (2 * MINUTE), 1 / (3 * MINUTE)], room: 4 } as const;

/** What both rules show. */
function claims(exact: ReturnType<typeof solvePreemptive>): Claim[] {
  const service = 'clinicians';
  return [
    {
      says: 'mean wait, urgent',
      measure: 'step-wait',
      cell: { step: 'urgent.see' },
      exact: exact.urgent.waiting / exact.urgent.accepted,
      source,
    },
    {
      says: 'waiting',
      measure: 'mean-waiting',
      cell: { service },
      exact: exact.urgent.waiting + exact.routine.waiting,
      source,
    },
    {
      says: 'clinicians busy',
      measure: 'mean-in-use',
      cell: { service },
      exact: exact.urgent.inUse + exact.routine.inUse,
      source,
    },
  ];
}

const kept = solvePreemptive(world);
const gone = solvePreemptive({ ...world, isGone: true });

export const preemptiveUnits: Case = {
  world: 'preemptive-units',
  claims: [
    ...claims(kept),
    {
      says: 'time in system, routine',
      measure: 'time-in-system',
      cell: { step: 'routine.see' },
      exact: kept.routine.inside / kept.routine.accepted,
      source,
    },
  ],
};

export const preemptiveReroute: Case = {
  world: 'preemptive-reroute',
  claims: [
    ...claims(gone),
    {
      says: 'sent away a week to make room',
      measure: 'declined',
      cell: { service: 'clinicians', reason: 'preempted' },
      exact: gone.putOut * WEEK,
      source,
    },
    {
      says: 'mean wait, routine',
      measure: 'step-wait',
      cell: { step: 'routine.see' },
      exact: gone.routine.waiting / gone.routine.accepted,
      source,
    },
  ],
};
