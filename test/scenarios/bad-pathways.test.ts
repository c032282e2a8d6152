import { expect, test } from 'vitest';
import { testFaults } from './support/faults.js';
import { load, told } from './support/load.js';
import { small, smallWith } from './support/small.js';

testFaults({
  'a severity left out': {
    text: smallWith(['{lower: 0.2, higher: 0.9}', '{lower: 0.2}']),
    at: '35:28',
    points: '{lower',
    message: 'It says nothing for the severity `higher`.',
  },
  'an unknown severity': {
    text: smallWith(['{lower: 0.2, higher: 0.9}', '{lower: 0.2, hihger: 0.9}']),
    at: '35:49',
    points: '0.9',
    message: 'There is no severity called `hihger`.',
    nearest: 'higher',
  },
  'a branch to a step that does not exist': {
    text: smallWith(['to: treat}', 'to: traet}']),
    at: '35:59',
    points: 'traet',
    message: 'There is no step called `traet`.',
    nearest: 'treat',
  },
  'an entry to a step that does not exist': {
    text: smallWith(['{rate: 2 per hour, to: visit.triage', '{rate: 2 per hour, to: visit.trage']),
    at: '23:34',
    points: 'visit.trage',
    message: 'There is no step called `visit.trage`.',
    nearest: 'visit.triage',
  },
  'an outcome outside of a pathway': {
    text: smallWith(['{rate: 2 per hour, to: visit.triage', '{rate: 2 per hour, to: =seen']),
    at: '23:34',
    points: '=seen',
    message: 'An outcome cannot stand here, outside of a pathway.',
  },
  'an unknown outcome': {
    text: smallWith(['then: =seen}\n', 'then: =sen}\n']),
    at: '37:49',
    points: '=sen',
    message: 'There is no outcome called `sen`.',
    nearest: 'seen',
  },
  'a step never reached': {
    text: smallWith(['      treat: {seize', '      extra: {leave: seen}\n      treat: {seize']),
    at: '37:7',
    points: 'extra:',
    message: 'The step `visit.extra` is never reached.',
  },
  'a pathway never reached': {
    text: `${small}  other:\n    steps:\n      done: {leave: seen}\n`,
    at: '38:3',
    points: 'other:',
    message: 'Nobody ever comes to the pathway `other`.',
  },
  'a pathway that cannot end': {
    text: smallWith(
      ['then: =seen}\n', 'then: triage}\n'],
      ['{share: rest, to: =seen}', '{share: rest, to: triage}'],
      ['to: =missed}\n', 'to: decide}\n'],
      ['if-full: =missed', 'if-full: decide'],
    ),
    at: '27:7',
    points: 'triage:',
    message: 'The pathway `visit` cannot end: from `visit.triage` no way leads to an outcome.',
  },
  'a pathway that runs out': {
    text: smallWith([', then: =seen}\n', '}\n']),
    at: '37:7',
    points: 'treat:',
    message: 'The pathway `visit` runs out after `treat`: no step follows, and nobody leaves.',
  },
  'a round that takes no time': {
    text: smallWith(['if-full: =missed', 'if-full: triage']),
    at: '27:7',
    points: 'triage:',
    message: 'People could go round from `visit.triage` to itself for ever without any time passing.',
  },
  'an unknown service': {
    text: smallWith(['seize: doctor', 'seize: docter']),
    at: '37:22',
    points: 'docter',
    message: 'There is no service called `docter`.',
    nearest: 'doctor',
  },
  'an unknown need': {
    text: smallWith(['background: true', 'need: injry']),
    at: '23:76',
    points: 'injry',
    message: 'There is no need called `injry`.',
    nearest: 'injury',
  },
  'an unknown agency': {
    text: smallWith(['agency: nhs, unit', 'agency: nsh, unit']),
    at: '12:20',
    points: 'nsh',
    message: 'There is no agency called `nsh`.',
    nearest: 'nhs',
  },
  'a limited waiting room with nowhere to go': {
    text: smallWith(['        if-full: =missed\n', '']),
    at: '27:7',
    points: 'triage:',
    message: 'The waiting line of `clinic` has limited room, but nothing says where people go when it is full.',
  },
  'somebody who may lose their place with nowhere to go': {
    text: smallWith(['unit: nurses,', 'unit: nurses, pre-emption: reroute,']),
    at: '27:7',
    points: 'triage:',
    message:
      'At `clinic` somebody being served may have to make room for somebody more urgent, but nothing says where they go then.',
  },
  'somewhere to go for somebody who cannot lose their place': {
    text: smallWith(['seize: doctor,', 'seize: doctor, if-pre-empted: =missed,']),
    at: '37:45',
    points: '=missed',
    message: 'Nobody can lose their place here, so `if-pre-empted` would never be used.',
  },
  'somewhere to go from a step where nobody is served': {
    text: smallWith(
      ['    agency: nhs\n    capacity: {mon-fri', '    agency: nhs\n    pre-emption: reroute\n    capacity: {mon-fri'],
      ['seize: doctor, for: 30 min,', 'seize: doctor, if-pre-empted: =missed,'],
    ),
    at: '38:45',
    points: '=missed',
    message: 'Nobody can lose their place here, so `if-pre-empted` would never be used.',
  },
  'somewhere to go that is not there': {
    text: smallWith(
      ['unit: nurses,', 'unit: nurses, pre-emption: reroute,'],
      ['        if-full: =missed\n', '        if-full: =missed\n        if-pre-empted: traet\n'],
    ),
    at: '32:24',
    points: 'traet',
    message: 'There is no step called `traet`.',
    nearest: 'treat',
  },
  'an unknown rule for those who lose their place': {
    text: smallWith(['unit: nurses,', 'unit: nurses, pre-emption: resmue,']),
    at: '12:52',
    points: 'resmue',
    message: 'This word is not one of the choices here.',
    nearest: 'resume',
  },
  'a hazard of a life that goes by severity': {
    text: `${small}clocks:\n  dies: {runs: life, rate: 0.01 per year, by-severity: {higher: 2}, expires: {die: missed}}\n`,
    at: '39:56',
    points: '{higher: 2}',
    message:
      '`by-severity` says nothing in a clock that runs `life`: severity is an episode’s, and a life goes on between episodes and through several of them.',
  },
  'a hazard while waiting that has a start of its own': {
    text: `${small}clocks:\n  eases: {runs: waiting, need: injury, rate: 1 per day, from: 2 h, expires: {leave: seen}}\n`,
    at: '39:63',
    points: '2 h',
    message:
      '`from` says nothing in a clock that runs `waiting`: it runs for as long as its episode is open and not being served.',
  },
  'a second look without a class': {
    text: smallWith(['seize: doctor,', 'seize: doctor, re-triage: {after: 1 h},']),
    at: '37:30',
    points: 're-triage',
    message: '`priority` is missing.',
  },
  'a second look after no unit of time': {
    text: smallWith(['seize: doctor,', 'seize: doctor, re-triage: {after: 3, priority: 0},']),
    at: '37:49',
    points: '3',
    message: 'A unit is missing.',
  },
  'a second look that gives a class by service': {
    text: smallWith(['seize: doctor,', 'seize: doctor, re-triage: {after: 1 h, priority: {doctor: 1}},']),
    at: '37:64',
    points: '{doctor',
    message: 'Somebody who waits in several lines at once has the same priority class in all of them.',
  },
  'a second look that gives an unknown severity': {
    text: smallWith(['seize: doctor,', 'seize: doctor, re-triage: {after: 1 h, priority: 0, severity: hihger},']),
    at: '37:77',
    points: 'hihger',
    message: 'There is no severity called `hihger`.',
    nearest: 'higher',
  },
  'more units than there ever are': {
    text: smallWith(['seize: doctor,', 'seize: doctor, units: 5,']),
    at: '37:22',
    points: 'doctor',
    message: 'Nobody could ever be served here: it takes more units of `doctor` than are ever on duty.',
  },
  'giving back what is not held': {
    text: smallWith(['seize: doctor,', 'seize: doctor, relieves: clinic,']),
    at: '37:40',
    points: 'clinic',
    message: '`clinic` cannot be held here, so it cannot be given back.',
  },
  'several classes in one joint seize': {
    text: smallWith(['seize: doctor,', 'seize: [doctor, clinic], if-full: =seen, priority: {doctor: 0, clinic: 1},']),
    at: '37:66',
    points: '{doctor: 0',
    message: 'Somebody who waits in several lines at once has the same priority class in all of them.',
  },
  'a ring of holders without a rule': {
    text: smallWith(
      ['if-full: =missed', 'if-full: =missed\n        keep: true'],
      ['rest, to: =seen}\n', 'rest, to: more}\n'],
      ['      treat: {seize', '      more: {seize: clinic, if-full: =missed, then: treat}\n      treat: {seize'],
    ),
    at: '38:7',
    points: 'more:',
    message: 'People who hold this service may wait for more of it, each for the other.',
  },
});

test('nobody who could make room, or be made room for, is warned of', () => {
  const pointless = load(smallWith(['unit: nurses,', 'unit: nurses, pre-emption: resume,']));
  expect(pointless.ok && told(pointless.warnings)).toEqual([
    's.yaml:12:52 services.clinic.pre-emption: Nobody ever makes room at `clinic`: no step brings somebody there with a better priority class than somebody served there.',
  ]);
  const byClass = load(
    smallWith(
      ['unit: nurses,', 'unit: nurses, pre-emption: resume,'],
      ['seize: clinic\n', 'seize: clinic\n        priority: {lower: 1, higher: 0}\n'],
    ),
  );
  expect(byClass.ok && byClass.warnings).toEqual([]);
  const bySecondLook = load(
    smallWith(
      ['unit: nurses,', 'unit: nurses, pre-emption: resume,'],
      ['seize: clinic\n', 'seize: clinic\n        priority: 1\n        re-triage: {after: 1 h, priority: 0}\n'],
    ),
  );
  expect(bySecondLook.ok && bySecondLook.warnings).toEqual([]);
});

test('a service with nobody on duty at some hours is warned of, unless the file says what becomes of those who come', () => {
  const closing = ['otherwise: 1', 'otherwise: 0'] as const;
  const silent = load(smallWith(closing));
  expect(silent.ok && told(silent.warnings)).toEqual([
    expect.stringContaining(
      'Nobody is on duty at `doctor` in 108 of the 168 hours of a week: those who come then wait until it opens.',
    ),
  ]);
  for (const more of ['if-closed: =missed', 'patience: {after: 3 h, to: =missed}']) {
    const found = load(smallWith(closing, ['for: 30 min', `for: 30 min, ${more}`]));
    expect(found.ok && found.warnings).toEqual([]);
  }
  const child = load({
    's.yaml': 'spillover: 1\nscenario: c\nextends: ./p.yaml\nservices: {doctor: {capacity: {sat: 2, otherwise: 0}}}\n',
    'p.yaml': small,
  });
  expect(child.ok && told(child.warnings)).toEqual([expect.stringContaining('in 84 of the 168 hours')]);
});
