import { expect, it } from 'vitest';
import { InvariantError } from '../../src/sim/index.js';
import { difference, SOME_CHANCE, tellByEngine, tellByOracle } from '../support/oracle/compare.js';
import { buildWorld, type WorldSpec } from '../support/worlds.js';
import { hear, visitors } from './hear.js';

const { arrivals, door } = visitors({ anna: 0, bert: 0.5 }, { anna: 'one.suite', bert: 'other.police' });

/** anna holds the suite and wants police; bert holds the police and wants the suite. */
const crossed: WorldSpec = {
  horizon: 10,
  services: { police: 1, suite: 1 },
  pathways: {
    one: {
      suite: { seize: 'suite', for: 1, keep: true },
      police: { seize: 'police', for: 1, ifFull: '=lost' },
      out: { leave: 'done' },
    },
    other: {
      police: { seize: 'police', for: 1, keep: true },
      suite: { seize: 'suite', for: 1, ifFull: '=lost' },
      out: { leave: 'done' },
    },
    door,
  },
  arrivals,
};

it('holders who wait for each other fail the run, with the services and the step by name', () => {
  const world = buildWorld({ ...crossed, gridlock: 'fail' });
  expect(() => hear({ ...crossed, gridlock: 'fail' })).toThrow(InvariantError);
  const told = tellByEngine(world, SOME_CHANCE);
  const { fault } = told;
  // bert closed the circle at 1.5.
  expect(fault).toContain('1.50');
  expect(fault).toContain('police');
  expect(fault).toContain('suite');
  expect(fault).toContain('other.suite');
  expect(difference(tellByOracle(world, SOME_CHANCE), told)).toBe(null);
});

it('or the last to join is declined, where the world says so', () => {
  const { visits } = hear({ ...crossed, gridlock: 'decline' });
  // anna: suite 0 to 1, then in line for police. bert: police 0.5 to 1.5, then in line for the suite: nobody can move. He
  // joined last: he is declined at 1.5 and leaves, the police go to anna, 1.5 to 2.5.
  expect(visits).toEqual([
    'bert other.suite suite 1.5 . . 1.5 gridlock -> leave.lost',
    'bert other.police police 0.5 0.5 1.5 1.5 released -> other.suite',
    'anna one.police police 1 1.5 2.5 2.5 released -> one.out',
    'anna one.suite suite 0 0 1 2.5 released -> one.police',
  ]);
});

it('with nowhere to go for the one declined, the run fails all the same', () => {
  const other = { ...crossed.pathways.other, suite: { seize: 'suite', for: 1 } };
  expect(() => hear({ ...crossed, pathways: { ...crossed.pathways, other }, gridlock: 'decline' })).toThrow(
    InvariantError,
  );
});

it('somebody with patience is no gridlock: it passes', () => {
  const other = {
    ...crossed.pathways.other,
    suite: { seize: 'suite', for: 1, patience: { after: 2, to: '=gave-up' } },
  };
  const { visits } = hear({ ...crossed, pathways: { ...crossed.pathways, other }, gridlock: 'fail' });
  // bert gives up at 3.5 and leaves with the police, whom anna has waited for: 3.5 to 4.5.
  expect(visits).toEqual([
    'bert other.suite suite 1.5 . . 3.5 reneged -> leave.gave-up',
    'bert other.police police 0.5 0.5 1.5 3.5 released -> other.suite',
    'anna one.police police 1 3.5 4.5 4.5 released -> one.out',
    'anna one.suite suite 0 0 1 4.5 released -> one.police',
  ]);
});

it('a shift that will bring more units is no gridlock: it passes', () => {
  const capacity = Array.from({ length: 24 }, (_, hour) => (hour < 5 ? 1 : 2));
  const { visits } = hear({ ...crossed, services: { police: { capacity }, suite: 1 }, gridlock: 'fail' });
  // At 5 a second officer comes on duty and sees anna, 5 to 6; bert has the suite 6 to 7.
  expect(visits).toEqual([
    'anna one.police police 1 5 6 6 released -> one.out',
    'anna one.suite suite 0 0 1 6 released -> one.police',
    'bert other.suite suite 1.5 6 7 7 released -> other.out',
    'bert other.police police 0.5 0.5 1.5 7 released -> other.suite',
  ]);
});

it('hold-first in opposite orders locks half way; the same order does not', () => {
  const steps = (services: string[]) => ({
    both: { seize: services, hold: 'hold-first' as const, for: 2, ifFull: '=lost' },
    out: { leave: 'done' },
  });
  const early = visitors({ carl: 0, anna: 0.5, bert: 1 }, { carl: 'solo.room', anna: 'one.both', bert: 'other.both' });
  const world = (order: string[]): WorldSpec => ({
    horizon: 12,
    services: { doctor: 1, room: 1 },
    pathways: {
      solo: { room: { seize: 'room', for: 3, then: '=done' } },
      one: steps(['doctor', 'room']),
      other: steps(order),
      door: early.door,
    },
    arrivals: early.arrivals,
    gridlock: 'decline',
  });
  // carl has the room until 3. anna takes the doctor at 0.5 and waits for the room, bert wants the room first and waits
  // behind her: anna has both from 3 to 5, bert from 5 to 7. No gridlock.
  expect(hear(world(['room', 'doctor'])).visits).toEqual([
    'carl solo.room room 0 0 3 3 released -> leave.done',
    'anna one.both doctor 0.5 0.5 5 5 released -> one.out',
    'anna one.both room 0.5 3 5 5 released -> one.out',
    'bert other.both room 1 5 7 7 released -> other.out',
    'bert other.both doctor 5 5 7 7 released -> other.out',
  ]);
  // Were bert to hold the room (carl away), and anna the doctor, each would want the other's.
  const crossing = hear({
    ...world(['room', 'doctor']),
    services: { doctor: 1, room: 1, bell: 1 },
    pathways: {
      one: steps(['doctor', 'bell', 'room']),
      other: steps(['room', 'bell', 'doctor']),
      solo: { bell: { seize: 'bell', for: 3, then: '=done' } },
      door: visitors({ carl: 0, anna: 0.5, bert: 1 }, { carl: 'solo.bell', anna: 'one.both', bert: 'other.both' }).door,
    },
  });
  // carl has the bell until 3. anna holds the doctor from 0.5, bert the room from 1, both wait for the bell. At 3 anna has
  // the bell, and wants the room; bert, who holds it, waits for the bell: locked. anna joined last, at 3: she is
  // declined, gives doctor and bell back; bert has the bell and the doctor, 3 to 5.
  expect(crossing.visits).toEqual([
    'carl solo.bell bell 0 0 3 3 released -> leave.done',
    'anna one.both doctor 0.5 0.5 3 3 gridlock -> leave.lost',
    'anna one.both bell 0.5 3 3 3 gridlock -> leave.lost',
    'anna one.both room 3 . . 3 gridlock -> leave.lost',
    'bert other.both room 1 1 5 5 released -> other.out',
    'bert other.both bell 1 3 5 5 released -> other.out',
    'bert other.both doctor 3 3 5 5 released -> other.out',
  ]);
});

it('people found at hour 0 who hold and wait for each other are a gridlock, too', () => {
  const { outcomes } = hear({
    ...crossed,
    arrivals: {},
    stock: {
      blocked: {
        count: 1,
        step: 'one.police',
        phase: 'waiting',
        waited: 3,
        holding: { suite: { units: 1, since: 5 } },
      },
      later: {
        count: 1,
        step: 'other.suite',
        phase: 'waiting',
        waited: 1,
        holding: { police: { units: 1, since: 2 } },
      },
    },
    gridlock: 'decline',
  });
  // `later` joined last: declined at hour 0. `blocked` has the police from then to 1.
  expect(outcomes).toEqual(['later -1 0 lost', 'blocked -3 1 done']);
});

it('somebody outside who holds a unit and will give it back is no gridlock', () => {
  const { arrivals: three, door: way } = visitors(
    { anna: 0, bert: 0.5, carl: 0 },
    { anna: 'one.suite', bert: 'other.police', carl: 'other.visit' },
  );
  const { visits } = hear({
    ...crossed,
    services: { police: 1, suite: 2 },
    pathways: {
      ...crossed.pathways,
      other: { ...crossed.pathways.other, visit: { seize: 'suite', for: 4, then: '=done' } },
      door: way,
    },
    arrivals: three,
    gridlock: 'fail',
  });
  // anna and carl have the two suites; bert waits for one from 1.5, and gets carl's at 4: 4 to 5. Then anna has the police.
  expect(visits).toEqual([
    'carl other.visit suite 0 0 4 4 released -> leave.done',
    'bert other.suite suite 1.5 4 5 5 released -> other.out',
    'bert other.police police 0.5 0.5 1.5 5 released -> other.suite',
    'anna one.police police 1 5 6 6 released -> one.out',
    'anna one.suite suite 0 0 1 6 released -> one.police',
  ]);
});
