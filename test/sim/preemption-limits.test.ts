/** Room for somebody more urgent, where it meets other rules: relief, joint visits, full lines, patience, kept units, overtime. */
import { expect, it } from 'vitest';
import { hear, visitors } from './hear.js';

it('gives back what the step relieves once, when the service first starts', () => {
  // anna brings a car (kept) and hands it back at 2, when the nurse starts. bert takes the nurse 3 to 4. anna's second
  // stretch has nothing to give back: her car was free for carl from 2.
  const { arrivals, door } = visitors(
    { anna: 1, carl: 1.5, bert: 3 },
    { anna: 'ward.car', carl: 'ward.lift', bert: 'ward.urgent' },
  );
  const { visits } = hear({
    horizon: 40,
    services: { nurse: { capacity: 1, preemption: 'resume' }, car: 1 },
    pathways: {
      ward: {
        car: { seize: 'car', for: 1, keep: true, then: 'ward.care' },
        care: { seize: 'nurse', for: 4, priority: 1, relieves: ['car'], then: '=done' },
        lift: { seize: 'car', for: 1, then: '=done' },
        urgent: { seize: 'nurse', for: 1, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  expect(visits).toEqual([
    'anna ward.car car 1 1 2 2 released -> ward.care',
    'carl ward.lift car 1.5 2 3 3 released -> leave.done',
    'anna ward.care nurse 2 2 3 3 preempted -> -',
    'bert ward.urgent nurse 3 3 4 4 released -> leave.done',
    'anna ward.care nurse/1 2 4 7 7 released -> leave.done',
  ]);
});

it('a joint visit makes room with all its services, and comes back with all of them', () => {
  // anna has nurse and room from 1. bert takes the nurse at 2; carl, who needs the room only and waits since 1.5, gets the
  // room that anna gave back. Both are free again at 5, when carl is done.
  const { arrivals, door } = visitors(
    { anna: 1, carl: 1.5, bert: 2 },
    { anna: 'ward.both', carl: 'ward.room', bert: 'ward.urgent' },
  );
  const { visits } = hear({
    horizon: 40,
    services: { nurse: { capacity: 1, preemption: 'resume' }, room: 1 },
    pathways: {
      ward: {
        both: { seize: ['nurse', 'room'], for: 4, priority: 1, then: '=done' },
        room: { seize: 'room', for: 3, then: '=done' },
        urgent: { seize: 'nurse', for: 1, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  expect(visits).toEqual([
    'anna ward.both nurse 1 1 2 2 preempted -> -',
    'anna ward.both room 1 1 2 2 preempted -> -',
    'bert ward.urgent nurse 2 2 3 3 released -> leave.done',
    'carl ward.room room 1.5 2 5 5 released -> leave.done',
    'anna ward.both nurse/1 1 5 8 8 released -> leave.done',
    'anna ward.both room/1 1 5 8 8 released -> leave.done',
  ]);
});

it('is tried before a full line refuses, and who made room stands in a line without room', () => {
  const { arrivals, door } = visitors(
    { anna: 1, bert: 2, carl: 3 },
    { anna: 'ward.care', bert: 'ward.urgent', carl: 'ward.care' },
  );
  const { visits } = hear({
    horizon: 20,
    services: { nurse: { capacity: 1, room: 0, preemption: 'resume' } },
    pathways: {
      ward: {
        care: { seize: 'nurse', for: 4, priority: 1, ifFull: '=lost', then: '=done' },
        urgent: { seize: 'nurse', for: 2, ifFull: '=lost', then: '=done' },
      },
      door,
    },
    arrivals,
  });
  // carl finds bert served and anna in line: he is refused.
  expect(visits).toEqual([
    'anna ward.care nurse 1 1 2 2 preempted -> -',
    'carl ward.care nurse 3 . . 3 full -> leave.lost',
    'bert ward.urgent nurse 2 2 4 4 released -> leave.done',
    'anna ward.care nurse/1 1 4 7 7 released -> leave.done',
  ]);
});

it('spends no patience: who was being served does not give up', () => {
  const { arrivals, door } = visitors({ anna: 1, bert: 2 }, { anna: 'ward.care', bert: 'ward.urgent' });
  const { visits } = hear({
    horizon: 40,
    services: { nurse: { capacity: 1, preemption: 'resume' } },
    pathways: {
      ward: {
        care: { seize: 'nurse', for: 4, priority: 1, patience: { after: 2, to: '=lost' }, then: '=done' },
        urgent: { seize: 'nurse', for: 8, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  expect(visits).toEqual([
    'anna ward.care nurse 1 1 2 2 preempted -> -',
    'bert ward.urgent nurse 2 2 10 10 released -> leave.done',
    'anna ward.care nurse/1 1 10 13 13 released -> leave.done',
  ]);
});

it('units kept after the service are nobody’s to take', () => {
  const { arrivals, door } = visitors({ anna: 1, bert: 3 }, { anna: 'ward.care', bert: 'ward.urgent' });
  const { visits } = hear({
    horizon: 20,
    services: { nurse: { capacity: 1, preemption: 'resume' } },
    pathways: {
      ward: {
        care: { seize: 'nurse', for: 1, keep: true, priority: 1 },
        linger: { delay: 4, then: '=done' },
        urgent: { seize: 'nurse', for: 2, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  expect(visits).toEqual([
    'anna ward.care nurse 1 1 2 6 released -> ward.linger',
    'bert ward.urgent nurse 3 6 8 8 released -> leave.done',
  ]);
});

it('takes overtime back as well', () => {
  // Two nurses until 4, one from then on; work in hand is finished. At 5 anna and bert (class 1) are in overtime. carl needs
  // one nurse where one is on duty: both have to make room.
  const { arrivals, door } = visitors(
    { anna: 1, bert: 2, carl: 5 },
    { anna: 'ward.care', bert: 'ward.care', carl: 'ward.urgent' },
  );
  const { visits } = hear({
    horizon: 40,
    services: {
      nurse: {
        capacity: Array.from({ length: 24 }, (_, hour) => (hour < 4 ? 2 : 1)),
        preemption: 'resume',
      },
    },
    pathways: {
      ward: {
        care: { seize: 'nurse', for: 8, priority: 1, then: '=done' },
        urgent: { seize: 'nurse', for: 2, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  // carl 5 to 7, anna her 4 hours until 11, bert his 5 until 16.
  expect(visits).toEqual([
    'bert ward.care nurse 2 2 5 5 preempted -> -',
    'anna ward.care nurse 1 1 5 5 preempted -> -',
    'carl ward.urgent nurse 5 5 7 7 released -> leave.done',
    'anna ward.care nurse/1 1 7 11 11 released -> leave.done',
    'bert ward.care nurse/1 2 11 16 16 released -> leave.done',
  ]);
});
