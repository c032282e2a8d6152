import { expect, it } from 'vitest';
import { hear, visitors } from './hear.js';

it('everybody still inside at the horizon is written down as such', () => {
  const { arrivals, door } = visitors(
    { anna: 1, bert: 2, carl: 3, dora: 4, emil: 9 },
    { anna: 'ward.care', bert: 'ward.care', carl: 'ward.hold', dora: 'ward.rest', emil: 'ward.rest' },
  );
  const { story, visits, outcomes } = hear({
    horizon: 6,
    services: { nurse: 1, suite: 1 },
    pathways: {
      ward: {
        care: { seize: 'nurse', for: 20, then: '=done' },
        hold: { seize: 'suite', for: 1, keep: true },
        wait: { seize: 'nurse', for: 1, then: '=done' },
        rest: { delay: 20, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  // anna is being served; bert waits; carl holds the suite, whose service ended at 4, and waits; dora is in a delay;
  // emil is still behind his door.
  expect([...visits].sort()).toEqual([
    'anna ward.care nurse 1 1 6 6 censoredHeld -> -',
    'bert ward.care nurse 2 . . 6 censoredWaiting -> -',
    'carl ward.hold suite 3 3 4 6 censoredHeld -> -',
    'carl ward.wait nurse 4 . . 6 censoredWaiting -> -',
  ]);
  expect([...outcomes].sort()).toEqual(['anna', 'bert', 'carl', 'dora', 'emil'].map((name) => `${name} 0 6 inside`));
  const steps = story.outcomes.map((row) => row.step).sort((a, b) => a - b);
  // Where each is: ward.care (0) twice, ward.wait (2), ward.rest (3), door.emil (8).
  expect(steps).toEqual([0, 0, 2, 3, 8]);
});

it('what happens at the horizon itself still happens', () => {
  const { arrivals, door } = visitors({ anna: 1, bert: 6 }, 'ward.care');
  const { visits } = hear({
    horizon: 6,
    services: { nurse: 1 },
    pathways: { ward: { care: { seize: 'nurse', for: 5, then: '=done' } }, door },
    arrivals,
  });
  expect(visits).toEqual([
    'anna ward.care nurse 1 1 6 6 released -> leave.done',
    'bert ward.care nurse 6 6 6 6 censoredHeld -> -',
  ]);
});

it('hold-first half way: what is held and what is waited for are two rows', () => {
  const { arrivals, door } = visitors({ anna: 0, bert: 1 }, { anna: 'ward.doctor', bert: 'ward.both' });
  const { visits } = hear({
    horizon: 4,
    services: { room: 1, doctor: 1, car: 1 },
    pathways: {
      ward: {
        doctor: { seize: 'doctor', for: 9, then: '=done' },
        both: { seize: ['room', 'doctor', 'car'], hold: 'hold-first', for: 1, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  // The car was not sought yet: it has no row.
  expect([...visits].sort()).toEqual([
    'anna ward.doctor doctor 0 0 4 4 censoredHeld -> -',
    'bert ward.both doctor 1 . . 4 censoredWaiting -> -',
    'bert ward.both room 1 1 4 4 censoredHeld -> -',
  ]);
});
