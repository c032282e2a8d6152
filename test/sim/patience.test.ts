import { expect, it } from 'vitest';
import { hear, visitors } from './hear.js';

it('who has waited as long as they would gives up, and those behind move up', () => {
  const { arrivals, door } = visitors({ anna: 1, bert: 2, carl: 3 }, 'call.answer');
  const { visits, outcomes } = hear({
    horizon: 20,
    services: { desk: 1 },
    pathways: {
      call: { answer: { seize: 'desk', for: 4, patience: { after: 2, to: '=gave-up' } }, out: { leave: 'done' } },
      door,
    },
    arrivals,
  });
  // anna 1 to 5. bert would wait 2 hours from 2: he gives up at 4. carl's 2 hours run out at 5, when anna is done: ends
  // of service come before giving up at the same instant, so he is served.
  expect(visits).toEqual([
    'bert call.answer desk 2 . . 4 reneged -> leave.gave-up',
    'anna call.answer desk 1 1 5 5 released -> call.out',
    'carl call.answer desk 3 5 9 9 released -> call.out',
  ]);
  expect(outcomes).toEqual(['bert 0 4 gave-up', 'anna 0 5 done', 'carl 0 9 done']);
});

it('patience ends with the start of service: being served is not waiting', () => {
  const { arrivals, door } = visitors({ anna: 1 }, 'call.answer');
  const { visits } = hear({
    horizon: 20,
    services: { desk: 1 },
    pathways: { call: { answer: { seize: 'desk', for: 9, patience: { after: 2, to: '=gave-up' } } }, door },
    arrivals,
  });
  expect(visits).toEqual(['anna call.answer desk 1 1 10 10 released -> leave.done']);
});

it('a head of the line who gives up lets a smaller request behind start', () => {
  const { arrivals, door } = visitors({ anna: 1, bert: 2, carl: 2.5 }, { anna: 'a.one', bert: 'a.two', carl: 'a.one' });
  const { visits } = hear({
    horizon: 20,
    services: { police: 2 },
    pathways: {
      a: {
        one: { seize: 'police', for: 6, then: '=done' },
        two: { seize: 'police', units: 2, for: 1, patience: { after: 1, to: '=gave-up' }, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  // One of two officers is free from 1 on, bert wants both, carl waits behind him; bert gives up at 3, and carl starts.
  expect(visits).toEqual([
    'bert a.two police x2 2 . . 3 reneged -> leave.gave-up',
    'anna a.one police 1 1 7 7 released -> leave.done',
    'carl a.one police 2.5 3 9 9 released -> leave.done',
  ]);
});

it('hold-first: one patience for the step, what it has seized goes back, what earlier steps hold stays', () => {
  const { arrivals, door } = visitors(
    { anna: 0, bert: 1, carl: 3.5 },
    { anna: 'ward.doctor', bert: 'ward.car', carl: 'ward.room' },
  );
  const { visits } = hear({
    horizon: 20,
    services: { car: 1, room: 1, doctor: 1 },
    pathways: {
      ward: {
        doctor: { seize: 'doctor', for: 9, then: '=done' },
        room: { seize: 'room', for: 1, then: '=done' },
        car: { seize: 'car' },
        both: { seize: ['room', 'doctor'], hold: 'hold-first', for: 1, patience: { after: 2, to: 'home' } },
        home: { delay: 1 },
        out: { leave: 'done' },
      },
      door,
    },
    arrivals,
  });
  // bert has the car from 1, the room from 1, and waits for the doctor until 1 + 2 = 3. The room goes back then, with the
  // same finish; the car stays with him until he leaves at 4.
  expect(visits).toEqual([
    'bert ward.both room 1 1 3 3 reneged -> ward.home',
    'bert ward.both doctor 1 . . 3 reneged -> ward.home',
    'bert ward.car car 1 1 1 4 released -> ward.both',
    'carl ward.room room 3.5 3.5 4.5 4.5 released -> leave.done',
    'anna ward.doctor doctor 0 0 9 9 released -> leave.done',
  ]);
});

it('hold-first: patience is counted from the first line on, not anew in each', () => {
  const { arrivals, door } = visitors(
    { anna: 0, bert: 0, carl: 1 },
    { anna: 'ward.room', bert: 'ward.doctor', carl: 'ward.both' },
  );
  const { visits } = hear({
    horizon: 20,
    services: { room: 1, doctor: 1 },
    pathways: {
      ward: {
        room: { seize: 'room', for: 2.5, then: '=done' },
        doctor: { seize: 'doctor', for: 9, then: '=done' },
        both: { seize: ['room', 'doctor'], hold: 'hold-first', for: 1, patience: { after: 3, to: '=gave-up' } },
      },
      door,
    },
    arrivals,
  });
  // carl gets the room at 2.5 and joins the doctor's line then; his 3 hours run from 1, so he gives up at 4, not at 5.5.
  expect(visits).toEqual([
    'anna ward.room room 0 0 2.5 2.5 released -> leave.done',
    'carl ward.both room 1 2.5 4 4 reneged -> leave.gave-up',
    'carl ward.both doctor 2.5 . . 4 reneged -> leave.gave-up',
    'bert ward.doctor doctor 0 0 9 9 released -> leave.done',
  ]);
});

it('a joint request that gives up leaves all of its lines, and unblocks them', () => {
  const { arrivals, door } = visitors(
    { anna: 1, bert: 1.5, carl: 2 },
    { anna: 'ward.doctor', bert: 'ward.both', carl: 'ward.room' },
  );
  const { visits } = hear({
    horizon: 10,
    services: { doctor: 1, room: 1 },
    pathways: {
      ward: {
        doctor: { seize: 'doctor', for: 5, then: '=done' },
        room: { seize: 'room', for: 1, then: '=done' },
        both: { seize: ['doctor', 'room'], for: 2, patience: { after: 1, to: '=gave-up' }, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  // carl is stuck behind bert at an empty room until bert gives up at 2.5.
  expect(visits).toEqual([
    'bert ward.both doctor 1.5 . . 2.5 reneged -> leave.gave-up',
    'bert ward.both room 1.5 . . 2.5 reneged -> leave.gave-up',
    'carl ward.room room 2 2.5 3.5 3.5 released -> leave.done',
    'anna ward.doctor doctor 1 1 6 6 released -> leave.done',
  ]);
});
