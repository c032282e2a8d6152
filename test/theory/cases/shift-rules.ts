import { type Case, type Claim, MINUTE, WEEK } from '../support/claim.js';
import { type ShiftEnd, solveShifts } from '../support/shift-chain.js';

const source = 'forward equations over a day, solved by uniformisation (Jensen 1953); Little (1961)';
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Exact values of the world under a rule for the end of a shift. */
export function shiftsUnder(shiftEnd: ShiftEnd) {
  return solveShifts({
    shiftEnd,
    capacity: hours.map((hour) => (hour % 4 < 2 ? 2 : 1)),
    arrivals: hours.map((hour) => (hour >= 8 && hour < 20 ? [1.44, 1.44] : [0.96, 0.96])),
    rates: [1 / (20 * MINUTE), 1 / (40 * MINUTE)],
    room: 5,
  });
}

function shiftCase(shiftEnd: ShiftEnd): Case {
  const exact = shiftsUnder(shiftEnd);
  const service = 'clinicians';
  // Rare, so that it takes the longest run: judged under one rule.
  const refused: Claim[] =
    shiftEnd === 'stop'
      ? [
          {
            says: 'turned away a week',
            measure: 'declined',
            cell: { service, reason: 'full' },
            exact: exact.declined * WEEK,
            source,
          },
        ]
      : [];
  return {
    world: `shift-${shiftEnd}`,
    claims: [
      { says: 'clinicians busy', measure: 'mean-in-use', cell: { service }, exact: exact.inUse, source },
      { says: 'share of time full', measure: 'full-share', cell: { service }, exact: exact.full, source },
      { says: 'waiting', measure: 'mean-waiting', cell: { service }, exact: exact.waiting, source },
      ...refused,
      ...(['urgent', 'routine'] as const).flatMap((name) => [
        {
          says: `wait until first begun, ${name}`,
          measure: 'step-wait',
          cell: { step: `${name}.see` },
          exact: exact[name].firstWait,
          source,
        },
        {
          says: `time in system, ${name}`,
          measure: 'time-in-system',
          cell: { step: `${name}.see` },
          exact: exact[name].timeInSystem,
          source,
        },
      ]),
    ],
  };
}

export const shiftFinish: Case = shiftCase('finish');
export const shiftHandOver: Case = shiftCase('hand-over');
export const shiftStop: Case = shiftCase('stop');
