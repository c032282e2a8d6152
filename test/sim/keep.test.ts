import { expect, it } from 'vitest';
import { hear, visitors } from './hear.js';

/** Police bring a detained person to a suite, and stay until it takes over. */
const custody = {
  detain: { seize: 'police', for: 1, keep: true },
  suite: { seize: 'suite', for: 3, relieves: 'police' },
  out: { leave: 'done' },
};

it('kept units stay with the episode while it waits for the next service, which relieves them when it starts', () => {
  const { arrivals, door } = visitors(
    { anna: 0.5, bert: 1, carl: 3 },
    { anna: 'custody.suite', bert: 'custody.detain', carl: 'call.attend' },
  );
  const { visits, story } = hear({
    horizon: 12,
    services: { police: 1, suite: 1 },
    pathways: { custody, call: { attend: { seize: 'police', for: 1, then: '=done' } }, door },
    arrivals,
  });
  // anna has the suite 0.5 to 3.5. bert: police 1 to 2, then in line for the suite, the officer with him, until 3.5: his
  // service by the police ended at 2, but they are given back at 3.5. carl, who wanted them at 3, has them 3.5 to 4.5.
  expect(visits).toEqual([
    'anna custody.suite suite 0.5 0.5 3.5 3.5 released -> custody.out',
    'bert custody.detain police 1 1 2 3.5 released -> custody.suite',
    'carl call.attend police 3 3.5 4.5 4.5 released -> leave.done',
    'bert custody.suite suite 2 3.5 6.5 6.5 released -> custody.out',
  ]);
  const police = story.levels.filter((row) => row.service === 0);
  // One officer in use from 1 to 4.5, and carl waiting from 3 to 3.5.
  expect(police.map((row) => row.inUse / 3600).slice(0, 6)).toEqual([0, 1, 1, 1, 0.5, 0]);
  expect(police.map((row) => row.waiting / 3600).slice(0, 6)).toEqual([0, 0, 0, 0.5, 0, 0]);
});

it('a hold that nothing relieves goes back at a release, by name or all', () => {
  const { arrivals, door } = visitors({ anna: 0 }, 'stay.police');
  const stay = {
    police: { seize: 'police', for: 1, keep: true },
    car: { seize: 'car', for: 1, keep: true },
    walk: { delay: 1 },
    first: { release: 'car' },
    rest: { delay: 1 },
    second: { release: 'all' },
    last: { delay: 1 },
    out: { leave: 'done' },
  };
  const { visits } = hear({ horizon: 9, services: { police: 1, car: 1 }, pathways: { stay, door }, arrivals });
  // Police 0 to 1, car 1 to 2, a delay to 3, where the car goes back; a delay to 4, where all the rest does.
  expect(visits).toEqual([
    'anna stay.car car 1 1 2 3 released -> stay.walk',
    'anna stay.police police 0 0 1 4 released -> stay.car',
  ]);
});

it('what is still held goes back on leaving, in the order in which it was seized', () => {
  const { arrivals, door } = visitors({ anna: 0 }, 'stay.b');
  const stay = {
    b: { seize: 'b', for: 1, keep: true },
    a: { seize: 'a', for: 1, keep: true },
    c: { seize: 'c', for: 1, keep: true },
    out: { leave: 'done' },
  };
  const { visits } = hear({ horizon: 9, services: { a: 1, b: 1, c: 1 }, pathways: { stay, door }, arrivals });
  expect(visits).toEqual([
    'anna stay.b b 0 0 1 3 released -> stay.a',
    'anna stay.a a 1 1 2 3 released -> stay.c',
    'anna stay.c c 2 2 3 3 released -> stay.out',
  ]);
});

it('a release of what is not held does nothing', () => {
  const { arrivals, door } = visitors({ anna: 0 }, 'stay.a');
  const stay = {
    a: { seize: 'a', for: 1 },
    b: { release: 'b' },
    c: { release: 'all' },
    out: { leave: 'done' },
  } as const;
  const { visits, outcomes } = hear({ horizon: 9, services: { a: 1, b: 1 }, pathways: { stay, door }, arrivals });
  expect(visits).toEqual(['anna stay.a a 0 0 1 1 released -> stay.b']);
  expect(outcomes).toEqual(['anna 0 1 done']);
});

it('a step without service relieves at the moment it is seized', () => {
  const { arrivals, door } = visitors({ anna: 0, bert: 1.5 }, { anna: 'a.police', bert: 'b.bed' });
  const { visits } = hear({
    horizon: 9,
    services: { police: 1, bed: 1 },
    pathways: {
      a: {
        police: { seize: 'police', for: 2, keep: true },
        bed: { seize: 'bed', relieves: 'police' },
        stay: { delay: 1 },
        out: { leave: 'done' },
      },
      b: { bed: { seize: 'bed', for: 3, then: '=done' } },
      door,
    },
    arrivals,
  });
  // bert has the bed 1.5 to 4.5. anna's officer, whose work ended at 2, goes when she gets the bed, at 4.5; she leaves 5.5.
  expect(visits).toEqual([
    'bert b.bed bed 1.5 1.5 4.5 4.5 released -> leave.done',
    'anna a.police police 0 0 2 4.5 released -> a.bed',
    'anna a.bed bed 2 4.5 4.5 5.5 released -> a.stay',
  ]);
});

it('what a start relieves serves those in its line at once, before the next event', () => {
  const { arrivals, door } = visitors(
    { anna: 0, bert: 0.5, carl: 0.75 },
    { anna: 'custody.detain', bert: 'call.attend', carl: 'call.attend' },
  );
  const { visits } = hear({
    horizon: 12,
    services: { police: 1, suite: 1 },
    pathways: { custody, call: { attend: { seize: 'police', for: 0.5, then: '=done' } }, door },
    arrivals,
  });
  // At 1 the suite takes anna over, her officer goes straight to bert, 1 to 1.5, and then to carl, 1.5 to 2.
  expect(visits).toEqual([
    'anna custody.detain police 0 0 1 1 released -> custody.suite',
    'bert call.attend police 0.5 1 1.5 1.5 released -> leave.done',
    'carl call.attend police 0.75 1.5 2 2 released -> leave.done',
    'anna custody.suite suite 1 1 4 4 released -> custody.out',
  ]);
});
