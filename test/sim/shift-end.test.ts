/** What becomes of work in hand when units on duty fall: three rules, and a world in which each gives another table. */
import { expect, it } from 'vitest';
import { hear, visitors } from './hear.js';

/** Two nurses until 4 o'clock, one from then on. */
const nurses = Array.from({ length: 24 }, (_, hour) => (hour < 4 ? 2 : 1));

function ward(shiftEnd: 'finish' | 'hand-over' | 'stop') {
  const { arrivals, door } = visitors(
    { anna: 1, bert: 2, carl: 3 },
    { anna: 'ward.care', bert: 'ward.care', carl: 'ward.urgent' },
  );
  return hear({
    horizon: 20,
    services: { nurse: { capacity: nurses, shiftEnd } },
    pathways: {
      ward: {
        care: { seize: 'nurse', for: 4, priority: 1, then: '=done' },
        urgent: { seize: 'nurse', for: 4, priority: 0, then: '=done' },
      },
      door,
    },
    arrivals,
  });
}

it('finish: work in hand goes on in overtime, and nobody starts until it is done', () => {
  const { visits, story } = ward('finish');
  // anna 1 to 5, bert 2 to 6, of which 4 to 5 are an hour of overtime. carl waits from 3: at 5 one nurse is on duty and
  // busy with bert, so he starts at 6.
  expect(visits).toEqual([
    'anna ward.care nurse 1 1 5 5 released -> leave.done',
    'bert ward.care nurse 2 2 6 6 released -> leave.done',
    'carl ward.urgent nurse 3 6 10 10 released -> leave.done',
  ]);
  const overtime = story.levels.map((row) => Math.max(0, row.inUse - row.staffed));
  expect(overtime.slice(0, 7)).toEqual([0, 0, 0, 0, 3600, 0, 0]);
});

it('hand-over: all are handed over, the first started go on, the rest wait in their class with what is left', () => {
  // At 4 both stretches close. anna, who started first, goes on with the one nurse until 5. bert is put back with 2 hours
  // left, in the class of 1; carl, of the better class, goes before him at 5. bert's second part is 9 to 11.
  expect(ward('hand-over').visits).toEqual([
    'anna ward.care nurse 1 1 4 4 handedOver -> -',
    'bert ward.care nurse 2 2 4 4 handedOver -> -',
    'anna ward.care nurse/1 1 4 5 5 released -> leave.done',
    'carl ward.urgent nurse 3 5 9 9 released -> leave.done',
    'bert ward.care nurse/1 2 9 11 11 released -> leave.done',
  ]);
});

it('stop: the latest started stops, and is resumed before everybody else', () => {
  // At 4 only bert stops, with 2 hours left; anna's work is not touched. At 5 bert is resumed, although carl is of a better
  // class: 5 to 7. carl 7 to 11.
  expect(ward('stop').visits).toEqual([
    'bert ward.care nurse 2 2 4 4 stopped -> -',
    'anna ward.care nurse 1 1 5 5 released -> leave.done',
    'bert ward.care nurse/1 2 5 7 7 released -> leave.done',
    'carl ward.urgent nurse 3 7 11 11 released -> leave.done',
  ]);
});

it('hand-over, when enough are on duty: the stretches close, and all go on at once', () => {
  const { arrivals, door } = visitors({ anna: 1 }, 'ward.care');
  const { visits, story } = hear({
    horizon: 20,
    services: { nurse: { capacity: nurses, shiftEnd: 'hand-over' } },
    pathways: { ward: { care: { seize: 'nurse', for: 4, then: '=done' } }, door },
    arrivals,
  });
  expect(visits).toEqual([
    'anna ward.care nurse 1 1 4 4 handedOver -> -',
    'anna ward.care nurse/1 1 4 5 5 released -> leave.done',
  ]);
  // What was sought is counted with the first part only.
  expect(story.visits.map((row) => row.requested)).toEqual([14400, 0]);
});

it('stop and finish leave work alone that the units on duty can still do', () => {
  for (const shiftEnd of ['finish', 'stop'] as const) {
    const { arrivals, door } = visitors({ anna: 1 }, 'ward.care');
    const { visits } = hear({
      horizon: 20,
      services: { nurse: { capacity: nurses, shiftEnd } },
      pathways: { ward: { care: { seize: 'nurse', for: 4, then: '=done' } }, door },
      arrivals,
    });
    expect(visits).toEqual(['anna ward.care nurse 1 1 5 5 released -> leave.done']);
  }
});

it('hand-over is in order of start: the first who does not fit and all after go back', () => {
  const { arrivals, door } = visitors(
    { anna: 1, bert: 2, carl: 3 },
    { anna: 'ward.one', bert: 'ward.pair', carl: 'ward.one' },
  );
  const { visits } = hear({
    horizon: 20,
    services: {
      nurse: { capacity: Array.from({ length: 24 }, (_, hour) => (hour < 4 ? 4 : 2)), shiftEnd: 'hand-over' },
    },
    pathways: {
      ward: {
        one: { seize: 'nurse', for: 4, then: '=done' },
        pair: { seize: 'nurse', units: 2, for: 4, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  // Two of four nurses are left at 4: anna goes on with one until 5. bert needs two: back, with 2 hours left. carl, who
  // would fit, started after bert: back, 3 left. In the line bert stands first, and blocks carl until 5, when anna is done.
  expect(visits).toEqual([
    'anna ward.one nurse 1 1 4 4 handedOver -> -',
    'bert ward.pair nurse x2 2 2 4 4 handedOver -> -',
    'carl ward.one nurse 3 3 4 4 handedOver -> -',
    'anna ward.one nurse/1 1 4 5 5 released -> leave.done',
    'bert ward.pair nurse/1 x2 2 5 7 7 released -> leave.done',
    'carl ward.one nurse/1 3 7 10 10 released -> leave.done',
  ]);
});

it('a joint visit that is stopped stops for all of its services, and is resumed for all together', () => {
  const { arrivals, door } = visitors({ anna: 1, bert: 5 }, { anna: 'ward.both', bert: 'ward.room' });
  const { visits } = hear({
    horizon: 40,
    services: {
      nurse: { capacity: Array.from({ length: 24 }, (_, hour) => (hour < 4 || hour >= 8 ? 1 : 0)), shiftEnd: 'stop' },
      room: 1,
    },
    pathways: {
      ward: {
        both: { seize: ['nurse', 'room'], for: 5, then: '=done' },
        room: { seize: 'room', for: 1, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  // Stopped at 4 after 3 of 5 hours; the room is given back, but anna stands first in its line, with nobody before her:
  // bert, who comes at 5, waits behind her. At 8 the nurse is back: anna 8 to 10, bert 10 to 11.
  expect(visits).toEqual([
    'anna ward.both nurse 1 1 4 4 stopped -> -',
    'anna ward.both room 1 1 4 4 stopped -> -',
    'anna ward.both nurse/1 1 8 10 10 released -> leave.done',
    'anna ward.both room/1 1 8 10 10 released -> leave.done',
    'bert ward.room room 5 10 11 11 released -> leave.done',
  ]);
});

it('a joint visit that is handed over by one service and goes on is parted there only', () => {
  const { arrivals, door } = visitors({ anna: 1 }, 'ward.both');
  const { visits } = hear({
    horizon: 20,
    services: { nurse: { capacity: nurses, shiftEnd: 'hand-over' }, room: 1 },
    pathways: { ward: { both: { seize: ['nurse', 'room'], for: 5, then: '=done' } }, door },
    arrivals,
  });
  expect(visits).toEqual([
    'anna ward.both nurse 1 1 4 4 handedOver -> -',
    'anna ward.both nurse/1 1 4 6 6 released -> leave.done',
    'anna ward.both room 1 1 6 6 released -> leave.done',
  ]);
});

it('units held without service stay, under every rule', () => {
  for (const shiftEnd of ['finish', 'hand-over', 'stop'] as const) {
    const { arrivals, door } = visitors({ anna: 1, bert: 2 }, { anna: 'ward.suite', bert: 'ward.care' });
    const { visits } = hear({
      horizon: 20,
      services: {
        nurse: { capacity: Array.from({ length: 24 }, (_, hour) => (hour < 4 ? 1 : 0)), shiftEnd },
        suite: 1,
      },
      pathways: {
        ward: {
          suite: { seize: 'suite', for: 6, then: '=done' },
          care: { seize: 'nurse', for: 1, keep: true },
          wait: { seize: 'suite', for: 1, relieves: 'nurse', then: '=done' },
        },
        door,
      },
      arrivals,
    });
    // bert's care ends at 3; the nurse stays with him past the end of the shift, until the suite takes over at 7.
    expect(visits).toEqual([
      'anna ward.suite suite 1 1 7 7 released -> leave.done',
      'bert ward.care nurse 2 2 3 7 released -> ward.wait',
      'bert ward.wait suite 3 7 8 8 released -> leave.done',
    ]);
  }
});

it('work that ends at the very end of the shift is not touched by it', () => {
  for (const shiftEnd of ['finish', 'hand-over', 'stop'] as const) {
    const { arrivals, door } = visitors({ anna: 1 }, 'ward.care');
    const { visits } = hear({
      horizon: 20,
      services: { nurse: { capacity: Array.from({ length: 24 }, (_, hour) => (hour < 4 ? 1 : 0)), shiftEnd } },
      pathways: { ward: { care: { seize: 'nurse', for: 3, then: '=done' } }, door },
      arrivals,
    });
    expect(visits).toEqual(['anna ward.care nurse 1 1 4 4 released -> leave.done']);
  }
});
