/** Room for somebody more urgent: three rules, and a world in which each gives another table. */
import { expect, it } from 'vitest';
import { hear, visitors } from './hear.js';

type Rule = 'none' | 'resume' | 'restart' | 'reroute';

/** One nurse. anna (routine, 4 hours) is served from 1; bert (urgent, 2 hours) comes at 2. */
function ward(preemption: Rule) {
  const { arrivals, door } = visitors({ anna: 1, bert: 2 }, { anna: 'ward.care', bert: 'ward.urgent' });
  return hear({
    horizon: 20,
    services: { nurse: { capacity: 1, preemption } },
    pathways: {
      ward: {
        care: { seize: 'nurse', for: 4, priority: 1, ifPreempted: 'ward.rest', then: '=done' },
        urgent: { seize: 'nurse', for: 2, priority: 0, ifPreempted: '=lost', then: '=done' },
        rest: { delay: 1, then: '=lost' },
      },
      door,
    },
    arrivals,
  }).visits;
}

it('none: the more urgent waits for the next turn', () => {
  expect(ward('none')).toEqual([
    'anna ward.care nurse 1 1 5 5 released -> leave.done',
    'bert ward.urgent nurse 2 5 7 7 released -> leave.done',
  ]);
});

it('resume: work that made room goes on from where it was', () => {
  // anna has had 1 hour of 4 at 2; bert 2 to 4; anna's other 3 hours are 4 to 7. Restarted she would be done at 8.
  expect(ward('resume')).toEqual([
    'anna ward.care nurse 1 1 2 2 preempted -> -',
    'bert ward.urgent nurse 2 2 4 4 released -> leave.done',
    'anna ward.care nurse/1 1 4 7 7 released -> leave.done',
  ]);
});

it('restart: work that made room begins again, with the same length', () => {
  // anna's whole 4 hours are 4 to 8. Resumed she would be done at 7.
  expect(ward('restart')).toEqual([
    'anna ward.care nurse 1 1 2 2 restarted -> -',
    'bert ward.urgent nurse 2 2 4 4 released -> leave.done',
    'anna ward.care nurse/1 1 4 8 8 released -> leave.done',
  ]);
});

it('restart: all of it, also of work that a shift’s end had broken off before', () => {
  // Two nurses until 4, one from then on. At 4 anna is passed on, and bert put back with 2 of his 4 hours left: 5 to 7. carl
  // comes at 6, until 7; then bert begins again, 7 to 11. With what he owed when he was last taken in hand, he would be done
  // at 9, with what is left at 8.
  const { arrivals, door } = visitors(
    { anna: 1, bert: 2, carl: 6 },
    { anna: 'ward.care', bert: 'ward.care', carl: 'ward.urgent' },
  );
  const capacity = Array.from({ length: 24 }, (_, hour) => (hour < 4 ? 2 : 1));
  const { visits } = hear({
    horizon: 20,
    services: { nurse: { capacity, shiftEnd: 'hand-over', preemption: 'restart' } },
    pathways: {
      ward: {
        care: { seize: 'nurse', for: 4, priority: 1, then: '=done' },
        urgent: { seize: 'nurse', for: 1, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  expect(visits).toEqual([
    'anna ward.care nurse 1 1 4 4 handedOver -> -',
    'bert ward.care nurse 2 2 4 4 handedOver -> -',
    'anna ward.care nurse/1 1 4 5 5 released -> leave.done',
    'bert ward.care nurse/1 2 5 6 6 restarted -> -',
    'carl ward.urgent nurse 6 6 7 7 released -> leave.done',
    'bert ward.care nurse/2 2 7 11 11 released -> leave.done',
  ]);
});

it('reroute: who made room goes elsewhere, once the more urgent is being served', () => {
  expect(ward('reroute')).toEqual([
    'anna ward.care nurse 1 1 2 2 preempted -> ward.rest',
    'bert ward.urgent nurse 2 2 4 4 released -> leave.done',
  ]);
});

it('makes room at the cost of the worst class, and within it of the latest started', () => {
  // Three nurses with anna (class 2, from 1), bert (class 2, from 2) and carl (class 1, from 3). dora (class 0) comes at 4:
  // bert makes room, not carl, who started last, nor anna, who started first. erik (class 1) comes at 5: anna makes room for
  // him, the last of class 2; nobody makes room for fred (class 2) at 6.
  const { arrivals, door } = visitors(
    { anna: 1, bert: 2, carl: 3, dora: 4, erik: 5, fred: 6 },
    {
      anna: 'ward.routine',
      bert: 'ward.routine',
      carl: 'ward.soon',
      dora: 'ward.now',
      erik: 'ward.soon',
      fred: 'ward.routine',
    },
  );
  const { visits } = hear({
    horizon: 40,
    services: { nurse: { capacity: 3, preemption: 'resume' } },
    pathways: {
      ward: {
        routine: { seize: 'nurse', for: 6, priority: 2, then: '=done' },
        soon: { seize: 'nurse', for: 6, priority: 1, then: '=done' },
        now: { seize: 'nurse', for: 6, priority: 0, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  // carl is done at 9: anna, who joined before bert, resumes her 2 hours (she has had 1 to 5). dora is done at 10: bert has
  // had 2 to 4, and resumes 4 hours until 14. anna and erik are done at 11; fred starts.
  expect(visits).toEqual([
    'bert ward.routine nurse 2 2 4 4 preempted -> -',
    'anna ward.routine nurse 1 1 5 5 preempted -> -',
    'carl ward.soon nurse 3 3 9 9 released -> leave.done',
    'dora ward.now nurse 4 4 10 10 released -> leave.done',
    'anna ward.routine nurse/1 1 9 11 11 released -> leave.done',
    'erik ward.soon nurse 5 5 11 11 released -> leave.done',
    'bert ward.routine nurse/1 2 10 14 14 released -> leave.done',
    'fred ward.routine nurse 6 11 17 17 released -> leave.done',
  ]);
});

it('takes all the units that it lacks, or nobody’s', () => {
  // Three beds: anna has two for class 1, bert one for class 0. carl (class 0) needs two: anna makes room. dora (class 0)
  // needs three at 4: of those in hand only class 0 is left, so nobody makes room and she waits for bert and carl.
  const { arrivals, door } = visitors(
    { anna: 1, bert: 2, carl: 3, dora: 4 },
    { anna: 'ward.routine', bert: 'ward.one', carl: 'ward.two', dora: 'ward.all' },
  );
  const { visits } = hear({
    horizon: 40,
    services: { beds: { capacity: 3, preemption: 'resume' } },
    pathways: {
      ward: {
        routine: { seize: 'beds', units: 2, for: 5, priority: 1, then: '=done' },
        one: { seize: 'beds', for: 5, then: '=done' },
        two: { seize: 'beds', units: 2, for: 5, then: '=done' },
        all: { seize: 'beds', units: 3, for: 5, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  // bert 2 to 7, carl 3 to 8, dora 8 to 13; anna has 3 hours left: 13 to 16.
  expect(visits).toEqual([
    'anna ward.routine beds x2 1 1 3 3 preempted -> -',
    'bert ward.one beds 2 2 7 7 released -> leave.done',
    'carl ward.two beds x2 3 3 8 8 released -> leave.done',
    'dora ward.all beds x3 4 8 13 13 released -> leave.done',
    'anna ward.routine beds/1 x2 1 13 16 16 released -> leave.done',
  ]);
});
