/** A second look at those who wait. */
import { expect, it } from 'vitest';
import type { StepSpec } from '../support/world-steps.js';
import { hear, visitors } from './hear.js';

/** One doctor, busy with anna until 10; bert (class 2) waits from 2, carl (class 1) from 3, dora (class 1) from 4. */
function clinic(look: Partial<Extract<StepSpec, { seize: unknown }>>, preemption: 'none' | 'resume' = 'none') {
  const { arrivals, door } = visitors(
    { anna: 1, bert: 2, carl: 3, dora: 4 },
    { anna: 'clinic.long', bert: 'clinic.routine', carl: 'clinic.soon', dora: 'clinic.soon' },
  );
  return hear({
    horizon: 40,
    services: { doctor: { capacity: 1, preemption } },
    pathways: {
      clinic: {
        long: { seize: 'doctor', for: 9, priority: 1, then: '=done' },
        routine: { seize: 'doctor', for: 2, priority: 2, ...look, then: '=done' },
        soon: { seize: 'doctor', for: 2, priority: 1, then: '=done' },
      },
      door,
    },
    arrivals,
  }).visits;
}

it('without it everybody keeps the class that they came with', () => {
  expect(clinic({})).toEqual([
    'anna clinic.long doctor 1 1 10 10 released -> leave.done',
    'carl clinic.soon doctor 3 10 12 12 released -> leave.done',
    'dora clinic.soon doctor 4 12 14 14 released -> leave.done',
    'bert clinic.routine doctor 2 14 16 16 released -> leave.done',
  ]);
});

it('puts somebody into another class, in the place of their hour of joining', () => {
  // At 5 bert becomes class 1. He joined at 2, before carl and dora: placed by the hour of the second look he would be last.
  expect(clinic({ retriage: { after: 3, priority: 1 } })).toEqual([
    'anna clinic.long doctor 1 1 10 10 released -> leave.done',
    'bert clinic.routine doctor 2 10 12 12 released -> leave.done',
    'carl clinic.soon doctor 3 12 14 14 released -> leave.done',
    'dora clinic.soon doctor 4 14 16 16 released -> leave.done',
  ]);
});

it('comes to nothing for somebody who is served by then', () => {
  expect(clinic({ retriage: { after: 13, priority: 0 } })).toEqual(clinic({}));
});

it('may be of use at once, where the service makes room for the more urgent', () => {
  // At 5 bert becomes class 0, and takes the place of anna (class 1), who has had 4 hours of 9. She goes on at 7, before
  // carl and dora of her class, who joined after her.
  expect(clinic({ retriage: { after: 3, priority: 0 } }, 'resume')).toEqual([
    'anna clinic.long doctor 1 1 5 5 preempted -> -',
    'bert clinic.routine doctor 2 5 7 7 released -> leave.done',
    'anna clinic.long doctor/1 1 7 12 12 released -> leave.done',
    'carl clinic.soon doctor 3 12 14 14 released -> leave.done',
    'dora clinic.soon doctor 4 14 16 16 released -> leave.done',
  ]);
});

it('leaves patience as it was', () => {
  // bert would wait 6 hours: until 8, whatever his class.
  const visits = clinic({ retriage: { after: 3, priority: 0 }, patience: { after: 6, to: '=lost' } });
  expect(visits[0]).toBe('bert clinic.routine doctor 2 . . 8 reneged -> leave.lost');
});

it('may change severity, which then chooses the class', () => {
  const { arrivals, door } = visitors(
    { anna: 1, bert: 2, carl: 3 },
    { anna: 'clinic.see', bert: 'clinic.see', carl: 'clinic.soon' },
  );
  const { story, visits } = hear({
    horizon: 40,
    severities: ['lower', 'higher'],
    services: { doctor: 1 },
    pathways: {
      clinic: {
        see: {
          seize: 'doctor',
          for: 9,
          priority: 2,
          retriage: { after: 3, priority: [2, 0], severity: 1 },
          then: '=done',
        },
        soon: { seize: 'doctor', for: 2, priority: 1, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  // At 5 bert becomes of higher severity, and so class 0: before carl.
  expect(visits.map((row) => row.split(' ')[0])).toEqual(['anna', 'bert', 'carl']);
  expect(story.visits.filter((row) => row.service === 0).map((row) => row.severity)).toEqual([0, 1, 0]);
});
