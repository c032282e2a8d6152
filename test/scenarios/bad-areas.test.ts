import { expect, test } from 'vitest';
import { refused, told } from './support/load.js';
import { AREAS, goLive, towns, townsOf, townsWith } from './support/towns.js';

const reroute = '  - reroute: {step: visit.decide, from: treat, share: 0.5, to: =seen}';

const faults: Record<string, { files: string | Record<string, string>; problems: string[] }> = {
  'an area and areas': {
    files: towns.replace('areas:', 'area: {id: x, population: 5}\nareas:'),
    problems: ['s.yaml:6:1 areas: It has both `area` and `areas`.'],
  },
  'areas in a file that extends another': {
    files: {
      's.yaml': `spillover: 1\nscenario: child\nextends: ./t.yaml\nareas:${AREAS}\n`,
      't.yaml': towns,
    },
    problems: ['s.yaml:4:1 areas: `areas` belongs to the root scenario, so that all worlds of a family share it.'],
  },
  'two areas of one id': {
    files: townsOf('\n  - {id: north, population: 100000}\n  - {id: north, population: 100000}'),
    problems: ['s.yaml:7:10 areas[1].id: Two areas have the id `north`.'],
  },
  'an area without people': {
    files: townsOf('\n  - {id: north}'),
    problems: ['s.yaml:6:5 areas[0].population: `population` is missing.'],
  },
  'an area that differs in what is everywhere the same': {
    files: townsOf('\n  - {id: north, population: 100000, set: {people.frailty: 2}}'),
    problems: ['s.yaml:6:43 areas[0].set.people.frailty: Areas cannot differ in `people`.'],
  },
  'a service of an area that there is not': {
    files: townsOf('\n  - {id: north, population: 100000, set: {services.clinc.capacity: 2}}'),
    problems: ['s.yaml:6:43 areas[0].set.services.clinc.capacity: There is no `clinc` in `services`.'],
  },
  'a key that nothing has': {
    files: townsOf('\n  - {id: north, population: 100000, set: {services.clinic.capasity: 2}}'),
    problems: ['s.yaml:6:43 services.clinic.capasity: `capasity` is not a key that is known here.'],
  },
  'a value of the wrong kind, in one area': {
    files: townsOf(
      '\n  - {id: north, population: 100000}\n  - {id: south, population: 90000, set: {services.clinic.capacity: 2 h}}',
    ),
    problems: [
      's.yaml:7:68 services.clinic.capacity: This is a duration, which is of no use here. It is so in `south`.',
    ],
  },
  'a multiplier of a word': {
    files: townsOf('\n  - {id: north, population: 100000, scale: {services.clinic.agency: 2}}'),
    problems: ['s.yaml:6:45 areas[0].scale.services.clinic.agency: This is nothing that can be multiplied.'],
  },
  'a multiplier of what is not there': {
    files: townsOf('\n  - {id: north, population: 100000, scale: {services.clinic.capasity: 2}}'),
    problems: ['s.yaml:6:45 areas[0].scale.services.clinic.capasity: There is no `capasity` in `services.clinic`.'],
  },
  'a service shared by an area that there is not': {
    files: townsOf(AREAS, 'capacity: 4\n    shared-by: [north, suoth]'),
    problems: ['s.yaml:21:24 services.doctor.shared-by[1]: There is no area called `suoth`.'],
  },
  'a service shared in two ways': {
    files: townsOf(AREAS, 'capacity: 4\n    shared: true\n    only-in: north'),
    problems: [
      's.yaml:22:14 services.doctor.only-in: It says in more than one way which areas have the service: `shared`, `only-in`.',
    ],
  },
  'people who come to a service that their area does not have': {
    files: townsOf(AREAS, 'capacity: 4\n    only-in: north'),
    problems: [
      's.yaml:43:7 pathways.visit.steps.treat: People of the area `south` come to `visit.treat`, which names the service `doctor`; that area has none.',
    ],
  },
  'a shared service that one area sets': {
    files: townsOf(`${AREAS}\n  - {id: east, population: 90000, set: {services.doctor.capacity: 1}}`),
    problems: [
      's.yaml:19:3 services.doctor: The service `doctor` is one for several areas, but it is not the same for `north` and `east` at all times.',
    ],
  },
  'a policy that changes a shared service in one area before the other': {
    files: townsWith(
      'starts: {north: 2024-01-15, south: 2024-01-22}\n',
      '  - scale: {what: services.doctor.capacity, by: 2}',
      goLive(towns),
    ),
    problems: [
      's.yaml:19:3 services.doctor: The service `doctor` is one for several areas, but it is not the same for `north` and `south` at all times.',
    ],
  },
  'dates for an area that there is not': {
    files: townsWith('starts: {north: 2024-01-15, suoth: 2024-01-22, others: never}\n', reroute, goLive(towns)),
    problems: ['p.yaml:4:29 starts.suoth: There is no area called `suoth`.'],
  },
  'no date for an area': {
    files: townsWith('starts: {north: 2024-01-15}\n', reroute, goLive(towns)),
    problems: ['p.yaml:4:9 starts: It says nothing for the area `south`.'],
  },
  'no compliance for an area': {
    files: townsWith('compliance: {share: {north: 0.5}, by: person}\n', reroute),
    problems: ['p.yaml:4:21 compliance.share: It says nothing for the area `south`.'],
  },
  'an end before the start, in one area': {
    files: townsWith('starts: 2024-01-15\nends: {north: 2024-01-22, south: 2024-01-08}\n', reroute, goLive(towns)),
    problems: ['p.yaml:5:34 ends.south: Dates are in the wrong order: the policy ends before it starts in `south`.'],
  },
  'compliance by nobody that is known': {
    files: townsWith('compliance: {share: 0.5, by: persons}\n', reroute),
    problems: ['p.yaml:4:30 compliance.by: This word is not one of the choices here.'],
  },
  'compliance with another key': {
    files: townsWith('compliance: {share: 0.5, north: 0.2}\n', reroute),
    problems: ['p.yaml:4:26 compliance.north: `north` is no part of compliance.'],
  },
  'compliance by person for what is of nobody': {
    files: townsWith('compliance: {share: 0.5, by: person}\n', '  - scale: {what: services.clinic.capacity, by: 2}'),
    problems: [
      'p.yaml:6:12 edits[0].scale: This policy is followed person by person, and this edit changes the same thing for everybody.',
    ],
  },
  'a step that nobody comes to in any area': {
    files: towns.replace('      treat: {seize', '      spare: {delay: 1 h, then: =seen}\n      treat: {seize'),
    problems: ['s.yaml:43:7 pathways.visit.steps.spare: The step `visit.spare` is never reached.'],
  },
  'more people at the start than a shared service has units': {
    files: `${towns}stock:\n  treated: {people: 4, step: visit.treat, phase: serving, transient: true, severity: {lower: 1}}\n`,
    problems: [
      's.yaml:45:21 stock.treated.people: The people inside at the start need more units of `doctor` than are on duty then.',
    ],
  },
};

test.each(Object.entries(faults))('%s', (_, { files, problems }) => {
  expect(told(refused(files))).toEqual(problems);
});
