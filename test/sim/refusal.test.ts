import { expect, it } from 'vitest';
import { Finish } from '../../src/sim/index.js';
import { hear, visitors } from './hear.js';

it('a line with no room left sends people elsewhere; one who is served takes no room', () => {
  const { arrivals, door } = visitors({ anna: 1, bert: 2, carl: 3, dora: 4.5 }, 'call.answer');
  const { visits, outcomes } = hear({
    horizon: 20,
    services: { desk: { capacity: 1, room: 1 } },
    pathways: { call: { answer: { seize: 'desk', for: 3, ifFull: '=lost' }, out: { leave: 'done' } }, door },
    arrivals,
  });
  // anna 1 to 4. bert waits: the line has room for one. carl at 3 finds it full. At 4 bert starts, so at 4.5 there is
  // room for dora, who waits until 7.
  expect(visits).toEqual([
    'carl call.answer desk 3 . . 3 full -> leave.lost',
    'anna call.answer desk 1 1 4 4 released -> call.out',
    'bert call.answer desk 2 4 7 7 released -> call.out',
    'dora call.answer desk 4.5 7 10 10 released -> call.out',
  ]);
  expect(outcomes).toEqual(['carl 0 3 lost', 'anna 0 4 done', 'bert 0 7 done', 'dora 0 10 done']);
});

it('with no room at all nobody waits', () => {
  const { arrivals, door } = visitors({ anna: 1, bert: 2, carl: 4 }, 'call.answer');
  const { visits } = hear({
    horizon: 20,
    services: { desk: { capacity: 1, room: 0 } },
    pathways: { call: { answer: { seize: 'desk', for: 3, ifFull: '=lost' }, out: { leave: 'done' } }, door },
    arrivals,
  });
  // carl comes as anna goes: ends of service come before ends of delays, so he finds the desk free.
  expect(visits).toEqual([
    'bert call.answer desk 2 . . 2 full -> leave.lost',
    'anna call.answer desk 1 1 4 4 released -> call.out',
    'carl call.answer desk 4 4 7 7 released -> call.out',
  ]);
});

it('a joint request is refused when one of its lines is full, with a row for each service sought', () => {
  const { arrivals, door } = visitors(
    { anna: 1, bert: 2, carl: 2.5, dora: 3 },
    { anna: 'ward.doctor', bert: 'ward.doctor', carl: 'ward.both', dora: 'ward.room' },
  );
  const { visits, story } = hear({
    horizon: 20,
    services: { doctor: { capacity: 1, room: 1 }, room: 1 },
    pathways: {
      ward: {
        doctor: { seize: 'doctor', for: 3, then: '=done', ifFull: '=lost' },
        both: { seize: ['room', 'doctor'], for: 1, then: '=done', ifFull: '=lost' },
        room: { seize: 'room', for: 0.5, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  // bert fills the doctor's line. carl cannot have both and may not wait; he never stood in the line of the room.
  expect(visits).toEqual([
    'carl ward.both room 2.5 . . 2.5 full -> leave.lost',
    'carl ward.both doctor 2.5 . . 2.5 full -> leave.lost',
    'dora ward.room room 3 3 3.5 3.5 released -> leave.done',
    'anna ward.doctor doctor 1 1 4 4 released -> leave.done',
    'bert ward.doctor doctor 2 4 7 7 released -> leave.done',
  ]);
  expect(story.visits.filter((row) => row.finish === Finish.full).map((row) => row.requested)).toEqual([3600, 3600]);
});

it('hold-first, refused half way, gives back what it had seized', () => {
  const { arrivals, door } = visitors(
    { anna: 1, bert: 2, carl: 2.5 },
    { anna: 'ward.doctor', bert: 'ward.both', carl: 'ward.room' },
  );
  const { visits } = hear({
    horizon: 20,
    services: { doctor: { capacity: 1, room: 0 }, room: 1 },
    pathways: {
      ward: {
        doctor: { seize: 'doctor', for: 3, then: '=done', ifFull: '=lost' },
        both: { seize: ['room', 'doctor'], hold: 'hold-first', for: 1, then: '=done', ifFull: '=lost' },
        room: { seize: 'room', for: 1, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  // bert takes the room at 2 and at once seeks the doctor, who may have nobody waiting: both rows end there.
  expect(visits).toEqual([
    'bert ward.both room 2 2 2 2 full -> leave.lost',
    'bert ward.both doctor 2 . . 2 full -> leave.lost',
    'carl ward.room room 2.5 2.5 3.5 3.5 released -> leave.done',
    'anna ward.doctor doctor 1 1 4 4 released -> leave.done',
  ]);
});

it('a service with nobody on duty sends people elsewhere where the step says so, else they wait for it to open', () => {
  const { arrivals, door } = visitors({ anna: 5, bert: 6, carl: 7 }, { anna: 'a.see', bert: 'b.see', carl: 'a.see' });
  const open = Array.from({ length: 24 }, (_, hour) => (hour >= 7 ? 1 : 0));
  const { visits } = hear({
    horizon: 20,
    services: { clinic: { capacity: open } },
    pathways: {
      a: { see: { seize: 'clinic', for: 2, ifClosed: '=lost', then: '=done' } },
      b: { see: { seize: 'clinic', for: 2, then: '=done' } },
      door,
    },
    arrivals,
  });
  // The clinic opens at 7. anna is sent away at 5; bert waits from 6 and starts at 7; carl comes at 7, when it has just
  // opened (changes of shift come before ends of delays), so he is not sent away: he waits for bert.
  expect(visits).toEqual([
    'anna a.see clinic 5 . . 5 closed -> leave.lost',
    'bert b.see clinic 6 7 9 9 released -> leave.done',
    'carl a.see clinic 7 9 11 11 released -> leave.done',
  ]);
});

it('closed is looked at before full, and neither when there is a unit to start with', () => {
  const { arrivals, door } = visitors({ anna: 5 }, 'a.see');
  const { visits } = hear({
    horizon: 20,
    services: { clinic: { capacity: 0, room: 0 } },
    pathways: { a: { see: { seize: 'clinic', for: 2, ifClosed: '=closed', ifFull: '=full', then: '=done' } }, door },
    arrivals,
  });
  expect(visits).toEqual(['anna a.see clinic 5 . . 5 closed -> leave.closed']);
});

it.each([
  ['first', ['clinic', 'room']],
  ['second', ['room', 'clinic']],
])('a joint request is refused as closed when the %s of its services is', (_, seize) => {
  const { arrivals, door } = visitors({ anna: 5 }, 'a.see');
  const { visits } = hear({
    horizon: 20,
    services: { clinic: { capacity: 0 }, room: 1 },
    pathways: { a: { see: { seize, for: 2, ifClosed: '=closed', then: '=done' } }, door },
    arrivals,
  });
  const rows = ['anna a.see clinic 5 . . 5 closed -> leave.closed', 'anna a.see room 5 . . 5 closed -> leave.closed'];
  expect([...visits].sort()).toEqual(rows);
});
