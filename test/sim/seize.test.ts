import { expect, it } from 'vitest';
import { hear, visitors } from './hear.js';

it('who finds a unit is served at once; who finds none waits for the first to come free', () => {
  const { arrivals, door } = visitors({ anna: 1, bert: 2, carl: 7 }, 'call.answer');
  const { visits, outcomes } = hear({
    horizon: 10,
    services: { desk: 1 },
    pathways: { call: { answer: { seize: 'desk', for: 2 }, out: { leave: 'done' } }, door },
    arrivals,
  });
  // anna 1 to 3. bert comes at 2, starts when she is done, 3 to 5. carl finds the desk free, 7 to 9.
  expect(visits).toEqual([
    'anna call.answer desk 1 1 3 3 released -> call.out',
    'bert call.answer desk 2 3 5 5 released -> call.out',
    'carl call.answer desk 7 7 9 9 released -> call.out',
  ]);
  expect(outcomes).toEqual(['anna 0 3 done', 'bert 0 5 done', 'carl 0 9 done']);
});

it('nobody overtakes: a small request waits behind a large one that does not fit yet', () => {
  const { arrivals, door } = visitors(
    { anna: 1, bert: 2, carl: 2.5 },
    { anna: 'call.pair', bert: 'call.pair', carl: 'call.single' },
  );
  const { visits } = hear({
    horizon: 10,
    services: { police: 3 },
    pathways: {
      call: {
        pair: { seize: 'police', units: 2, for: 3, then: '=done' },
        single: { seize: 'police', for: 1, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  // Of 3 officers anna takes 2 from 1 to 4. bert wants 2, one is free: he waits. carl wants 1, and waits behind bert.
  // At 4 bert takes 2 and carl the third.
  expect(visits).toEqual([
    'anna call.pair police x2 1 1 4 4 released -> leave.done',
    'carl call.single police 2.5 4 5 5 released -> leave.done',
    'bert call.pair police x2 2 4 7 7 released -> leave.done',
  ]);
});

it('requested seconds are units times service time, once', () => {
  const { arrivals, door } = visitors({ anna: 0 }, 'call.pair');
  const { story } = hear({
    horizon: 3,
    services: { police: 2 },
    pathways: { call: { pair: { seize: 'police', units: 2, for: { kind: 'deterministic', value: 0.51234 } } }, door },
    arrivals,
  });
  // 2 × 0.51234 h × 3600 = 3688.848 s, rounded once.
  expect(story.visits.map((row) => row.requested)).toEqual([3689]);
});

it('the length of a stay depends on severity, and steps with the same length name share their draws', () => {
  const { visits } = hear({
    horizon: 20,
    severities: ['lower', 'higher'],
    services: { desk: 1 },
    pathways: {
      call: {
        first: { seize: 'desk', for: [1, 4], then: 'worse' },
        worse: { mark: {}, severity: 1 },
        second: { seize: 'desk', for: [1, 4] },
      },
    },
    arrivals: { anna: { people: 1, to: 'call.first' } },
  });
  // The lower takes 1 hour; after the mark she is of the higher, and takes 4.
  expect(visits).toEqual([
    'anna call.first desk 0 0 1 1 released -> call.worse',
    'anna call.second desk 1 1 5 5 released -> leave.done',
  ]);

  const shared = { kind: 'exponential', mean: 2 } as const;
  const stay = (to: string): number => {
    const { story } = hear({
      horizon: 100,
      services: { desk: 1, ward: 1 },
      pathways: {
        one: { a: { seize: 'desk', for: shared, length: 'talk' } },
        other: { a: { seize: 'ward', for: shared, length: 'talk' }, b: { seize: 'ward', for: shared } },
      },
      arrivals: { anna: { people: 1, to } },
    });
    return story.visits[0]?.ended ?? Number.NaN;
  };
  // The duration belongs to the person, not to the step; a step with a length name of its own draws its own.
  expect(stay('one.a')).toBe(stay('other.a'));
  expect(stay('other.b')).not.toBe(stay('other.a'));
});

it('several services together: all or nothing, holding nothing meanwhile, and those behind wait', () => {
  const { arrivals, door } = visitors(
    { anna: 1, bert: 1.5, carl: 2 },
    { anna: 'ward.doctor', bert: 'ward.both', carl: 'ward.room' },
  );
  const { visits, story } = hear({
    horizon: 10,
    services: { doctor: 1, room: 1 },
    pathways: {
      ward: {
        doctor: { seize: 'doctor', for: 2, then: '=done' },
        room: { seize: 'room', for: 1, then: '=done' },
        both: { seize: ['room', 'doctor'], for: 2, then: '=done' },
      },
      door,
    },
    arrivals,
  });
  // anna has the doctor from 1 to 3. bert wants doctor and room: the room is free, but he takes neither.
  // carl wants the room alone, which stands empty: he is behind bert in its line, and waits until bert is done, 3 to 5.
  expect(visits).toEqual([
    'anna ward.doctor doctor 1 1 3 3 released -> leave.done',
    'bert ward.both room 1.5 3 5 5 released -> leave.done',
    'bert ward.both doctor 1.5 3 5 5 released -> leave.done',
    'carl ward.room room 2 5 6 6 released -> leave.done',
  ]);
  // The room is not in use before 3 o'clock.
  const room = story.levels.filter((row) => row.service === 1);
  expect(room.map((row) => row.inUse / 3600)).toEqual([0, 0, 0, 1, 1, 1, 0, 0, 0, 0]);
});

it('several services, hold-first: one after another, holding those it has', () => {
  const { arrivals, door } = visitors(
    { anna: 1, bert: 1.5, carl: 2 },
    { anna: 'ward.doctor', bert: 'ward.both', carl: 'ward.room' },
  );
  const ward = (services: string[]) => ({
    doctor: { seize: 'doctor', for: 2, then: '=done' },
    room: { seize: 'room', for: 0.75, then: '=done' },
    both: { seize: services, for: 2, hold: 'hold-first' as const, then: '=done' },
  });
  const world = { horizon: 10, services: { doctor: 1, room: 1 }, arrivals };
  // The room first: bert takes it at 1.5 and keeps it while he waits for the doctor. carl waits until 5, as before, but
  // now the room is taken; bert's two rows have times of their own.
  expect(hear({ ...world, pathways: { ward: ward(['room', 'doctor']), door } }).visits).toEqual([
    'anna ward.doctor doctor 1 1 3 3 released -> leave.done',
    'bert ward.both room 1.5 1.5 5 5 released -> leave.done',
    'bert ward.both doctor 1.5 3 5 5 released -> leave.done',
    'carl ward.room room 2 5 5.75 5.75 released -> leave.done',
  ]);
  // The doctor first: bert waits for the doctor only, and carl has the room from 2 to 2.75. This tells hold-first from
  // together, under which carl would wait.
  expect(hear({ ...world, pathways: { ward: ward(['doctor', 'room']), door } }).visits).toEqual([
    'carl ward.room room 2 2 2.75 2.75 released -> leave.done',
    'anna ward.doctor doctor 1 1 3 3 released -> leave.done',
    'bert ward.both doctor 1.5 3 5 5 released -> leave.done',
    'bert ward.both room 3 3 5 5 released -> leave.done',
  ]);
});

it('units that are only seized take no time, and are held from then on', () => {
  const { arrivals, door } = visitors({ anna: 1, bert: 2 }, 'stay.bed');
  const { visits } = hear({
    horizon: 10,
    services: { bed: 1, doctor: 1 },
    pathways: { stay: { bed: { seize: 'bed' }, treat: { seize: 'doctor', for: 3 }, out: { leave: 'done' } }, door },
    arrivals,
  });
  // anna has the bed from 1 and the doctor 1 to 4; the bed goes back when she leaves, at 4, and bert has it until 7.
  expect(visits).toEqual([
    'anna stay.treat doctor 1 1 4 4 released -> stay.out',
    'anna stay.bed bed 1 1 1 4 released -> stay.treat',
    'bert stay.treat doctor 4 4 7 7 released -> stay.out',
    'bert stay.bed bed 2 4 4 7 released -> stay.treat',
  ]);
});

it('visits of an episode at a service are numbered from 0, refused ones included', () => {
  const { arrivals, door } = visitors({ anna: 0, bert: 1 }, { anna: 'a.long', bert: 'a.try' });
  const { story } = hear({
    horizon: 12,
    services: { desk: { capacity: 1, room: 0 } },
    pathways: {
      a: {
        long: { seize: 'desk', for: 3, then: '=done', ifFull: '=done' },
        try: { seize: 'desk', for: 1, then: '=done', ifFull: 'later' },
        later: { delay: 1.5, then: 'try' },
      },
      door,
    },
    arrivals,
  });
  // bert is refused at 1 and at 2.5, and is served at 4.
  const bert = story.visits.filter((row) => row.step === 1);
  expect(bert.map((row) => [row.visit, row.joined, row.started])).toEqual([
    [0, 1, Number.POSITIVE_INFINITY],
    [1, 2.5, Number.POSITIVE_INFINITY],
    [2, 4, 4],
  ]);
});
