import { expect, test } from 'vitest';
import { refused, told } from './support/load.js';
import { policy, withPolicy } from './support/policy.js';
import { small } from './support/small.js';

const scaled = '  - scale: {what: services.clinic.capacity, by: 2}';
const goLive = small.replace('measure: 4 weeks', 'measure: 4 weeks, design: go-live');

const faults: Record<string, { files: Record<string, string>; problems: string[] }> = {
  'a shipped policy that there is not': {
    files: { 's.yaml': small.replace('time:', 'policies: [right-care]\ntime:') },
    problems: ['s.yaml:4:12 policies[0]: No policy called `right-care` comes with the program.'],
  },
  'a policy file that there is not': {
    files: { 's.yaml': small.replace('time:', 'policies: [./q.yaml]\ntime:'), 'p.yaml': policy('') },
    problems: ['s.yaml:4:12 policies[0]: There is no file `./q.yaml`.'],
  },
  'a scenario put on as a policy': {
    files: { 's.yaml': small.replace('time:', 'policies: [./t.yaml]\ntime:'), 't.yaml': small },
    problems: ['t.yaml:1:1 policy: This is a scenario file, not a policy.'],
  },
  'the same policy twice': {
    files: withPolicy(scaled, '', './p.yaml, ./p.yaml'),
    problems: ['s.yaml:4:22 policies[1]: The policy `p` is put on twice.'],
  },
  'scaling a key that is not there': {
    files: withPolicy('  - scale: {what: services.clinic.capasity, by: 2}'),
    problems: ['p.yaml:5:19 edits[0].scale.what: There is no `capasity` in `services.clinic`.'],
  },
  'scaling a service that is not there': {
    files: withPolicy('  - scale: {what: services.clinc.capacity, by: 2}'),
    problems: ['p.yaml:5:19 edits[0].scale.what: There is no `clinc` in `services`.'],
  },
  'scaling to a value, as one sets it': {
    files: withPolicy('  - scale: {what: services.clinic.capacity, to: 2}'),
    problems: ['p.yaml:5:45 edits[0].scale.to: `to` is not a key that is known here.'],
  },
  'an edit of a kind that there is not': {
    files: withPolicy('  - increase: {what: services.clinic.capacity, by: 2}'),
    problems: ['p.yaml:5:5 edits[0]: This is none of the things that can stand here.'],
  },
  'scaling a word': {
    files: withPolicy('  - scale: {what: services.clinic.agency, by: 2}'),
    problems: ['p.yaml:5:19 edits[0].scale.what: This is nothing that can be multiplied.'],
  },
  'scaling ranks': {
    files: withPolicy(
      '  - scale: {what: pathways.visit.steps.treat.priority, by: 2}',
      '',
      './p.yaml',
      small.replace('seize: doctor,', 'seize: doctor, priority: 1,'),
    ),
    problems: ['p.yaml:5:19 edits[0].scale.what: This is nothing that can be multiplied.'],
  },
  'scaling beyond all numbers, at once': {
    files: withPolicy('  - scale: {what: services.clinic.capacity, by: 1e308}'),
    problems: ['p.yaml:5:49 edits[0].scale.by: Multiplied so, `services.clinic.capacity` is no finite number.'],
  },
  'scaling beyond all numbers, step by step': {
    files: withPolicy(['rate', 'rate'].map((key) => `  - scale: {what: arrivals.others.${key}, by: 1e200}`).join('\n')),
    problems: ['p.yaml:6:45 edits[1].scale.by: Multiplied so, `arrivals.others.rate` is no finite number.'],
  },
  'scaling a distribution beyond all numbers': {
    files: withPolicy(
      Array.from({ length: 2 }, () => '  - scale: {what: pathways.visit.steps.triage.for, by: 1e308}').join('\n'),
    ),
    problems: ['p.yaml:6:56 edits[1].scale.by: Multiplied so, `pathways.visit.steps.triage.for` is no finite number.'],
  },
  'scaling what is unlimited by 0': {
    files: withPolicy(
      '  - set: {what: services.clinic.capacity, to: unlimited}\n  - scale: {what: services.clinic.capacity, by: 0}',
    ),
    problems: ['p.yaml:6:49 edits[1].scale.by: Multiplied so, `services.clinic.capacity` is no finite number.'],
  },
  'setting a key that nothing has': {
    files: withPolicy('  - set: {what: services.clinic.colour, to: 2}'),
    problems: ['p.yaml:5:17 edits[0].set.what: There is no `colour` in `services.clinic`.'],
  },
  'setting a value of another kind': {
    files: withPolicy('  - set: {what: services.clinic.capacity, to: 2 h}'),
    problems: ['p.yaml:5:47 services.clinic.capacity: This is a duration, which is of no use here.'],
  },
  'setting part of a value': {
    files: withPolicy('  - set: {what: pathways.visit.steps.triage.for.exponential, to: 1 h}'),
    problems: ['p.yaml:5:17 edits[0].set.what: This address goes inside of a single value.'],
  },
  'setting what belongs to the root': {
    files: withPolicy('  - set: {what: area.population, to: 2}'),
    problems: ['p.yaml:5:17 edits[0].set.what: A policy cannot change `area`.'],
  },
  'setting a declared calendar': {
    files: withPolicy('  - set: {what: needs.injury.calendar, to: {days: [1, 1, 1, 1, 1, 1, 2]}}'),
    problems: ['p.yaml:5:17 edits[0].set.what: Calendars and unit rates are the same in all worlds of a family.'],
  },
  'setting a whole block': {
    files: withPolicy('  - set: {what: services.clinic, to: {capacity: 1}}'),
    problems: ['p.yaml:5:17 edits[0].set.what: This address names no single value.'],
  },
  'setting by degrees what has none': {
    files: withPolicy('  - set: {what: pathways.visit.steps.treat.then, to: =missed}', 'compliance: 0.5\n'),
    problems: [
      'p.yaml:6:54 edits[0].set.to: This value cannot take hold by degrees: it is no number, or of another shape than the one it replaces.',
    ],
  },
  'rerouting a step that is not there': {
    files: withPolicy('  - reroute: {step: visit.decid, share: 0.5, to: =seen}'),
    problems: ['p.yaml:5:21 edits[0].reroute.step: There is no step called `visit.decid`.'],
  },
  'rerouting an option that is not there': {
    files: withPolicy('  - reroute: {step: visit.decide, from: [tret], share: 0.5, to: =seen}'),
    problems: ['p.yaml:5:41 edits[0].reroute.from: There is no option of this branch called `tret`.'],
  },
  'rerouting an option of what is no branch': {
    files: withPolicy('  - reroute: {step: visit.treat, from: [treat], share: 0.5, to: =seen}'),
    problems: ['p.yaml:5:40 edits[0].reroute.from: `visit.treat` is no branch, so nobody takes an option there.'],
  },
  'rerouting to nowhere': {
    files: withPolicy('  - reroute: {step: visit.decide, from: [treat], share: 0.5, to: nowhere}'),
    problems: ['p.yaml:5:66 edits[0].reroute.to: There is no step called `nowhere`.'],
  },
  'rerouting by shares that do not add to 1': {
    files: withPolicy('  - reroute: {step: visit.decide, from: [treat], share: 0.5, to: {=seen: 0.5, =missed: 0.4}}'),
    problems: ['p.yaml:5:66 edits[0].reroute.to: The shares add to 0.9, not to 1.'],
  },
  'rerouting more than all': {
    files: withPolicy('  - reroute: {step: visit.decide, from: [treat], share: 1.5, to: =seen}'),
    problems: ['p.yaml:5:57 edits[0].reroute.share: A share lies between 0 and 1.'],
  },
  'a threshold of no severity': {
    files: withPolicy('  - threshold: {step: visit.decide, option: treat, below: hihger, to: =seen}'),
    problems: ['p.yaml:5:59 edits[0].threshold.below: There is no severity called `hihger`.'],
  },
  'a threshold for no option': {
    files: withPolicy('  - threshold: {step: visit.decide, option: tret, below: higher, to: =seen}'),
    problems: ['p.yaml:5:45 edits[0].threshold.option: There is no option of this branch called `tret`.'],
  },
  'a threshold at what is no branch': {
    files: withPolicy('  - threshold: {step: visit.treat, option: treat, below: higher, to: =seen}'),
    problems: ['p.yaml:5:23 edits[0].threshold.step: `visit.treat` is no branch.'],
  },
  'adding what is there': {
    files: withPolicy('  - add: {services: {clinic: {agency: nhs, capacity: 1}}}'),
    problems: ['p.yaml:5:22 edits[0].add.services.clinic: `clinic` is there already: `add` is for what is new.'],
  },
  'adding a pathway that nobody comes to': {
    files: withPolicy('  - add: {pathways: {more: {steps: {done: {leave: seen}}}}}'),
    problems: ['p.yaml:5:22 pathways.more: Nobody ever comes to the pathway `more`.'],
  },
  'an edit of no kind': {
    files: withPolicy('  - scael: {what: services.clinic.capacity, by: 2}'),
    problems: ['p.yaml:5:5 edits[0].scael: `scael` is not a key that is known here.'],
  },
  'an end in a steady design': {
    files: withPolicy(scaled, 'ends: 2025-01-01\n'),
    problems: ['s.yaml:4:12 policies[0]: The policy `p` has an end, which a steady design cannot honour.'],
  },
  'dates in the wrong order': {
    files: withPolicy(scaled, 'starts: 2025-01-01\nends: 2024-01-01\n', './p.yaml', goLive),
    problems: ['p.yaml:5:7 ends: Dates are in the wrong order: the policy ends before it starts.'],
  },
  'dates in the wrong order where it is put on': {
    files: withPolicy(scaled, 'starts: 2025-01-01\n', '{policy: ./p.yaml, ends: 2024-01-01}', goLive),
    problems: ['s.yaml:4:37 policies[0].ends: Dates are in the wrong order: the policy ends before it starts.'],
  },
  'no date in a go-live design': {
    files: withPolicy(scaled, '', './p.yaml', goLive),
    problems: ['s.yaml:4:12 policies[0]: The policy `p` has no date on which it starts, which a go-live design needs.'],
  },
  'a lever that is none': {
    files: withPolicy(scaled, '', '{policy: ./p.yaml, with: {x: 3}}'),
    problems: ['s.yaml:4:38 policies[0].with.x: There is no lever of this policy called `x`.'],
  },
  'a lever set to what cannot be read': {
    files: withPolicy(
      '  - scale: {what: services.clinic.capacity, by: $x}',
      'levers: {x: {}}\nparameters: {x: {value: 2, assumption: a guess, grade: E, range: [1, 3]}}\n',
      '{policy: ./p.yaml, with: {x: 3 tons}}',
    ),
    problems: ['s.yaml:4:41 policies[0].with.x: This value cannot be read: `tons` is not a unit known here.'],
  },
  'a lever without a parameter': {
    files: withPolicy(scaled, 'levers: {speed: {label: Speed}}\n'),
    problems: ['p.yaml:4:10 levers.speed: There is no parameter of this policy called `speed`.'],
  },
  'an origin that is no agency': {
    files: { ...withPolicy(scaled), 'p.yaml': policy(scaled).replace('origin: nhs', 'origin: police') },
    problems: ['p.yaml:3:9 origin: There is no agency called `police`.'],
  },
  'faults of a policy that nobody follows': {
    files: withPolicy('  - scale: {what: services.clinic.capasity, by: 2}', 'compliance: 0\n'),
    problems: ['p.yaml:6:19 edits[0].scale.what: There is no `capasity` in `services.clinic`.'],
  },
  'faults of a policy that starts after the run': {
    files: withPolicy('  - scale: {what: services.clinic.capasity, by: 2}', 'starts: 2034-01-01\n', './p.yaml', goLive),
    problems: ['p.yaml:6:19 edits[0].scale.what: There is no `capasity` in `services.clinic`.'],
  },
};

test.each(Object.entries(faults))('%s is refused where it stands', (_, { files, problems }) => {
  const found = refused(files);
  expect(told(found)).toEqual(problems);
  for (const problem of found)
    for (const part of [problem.found, problem.expected, problem.next]) expect(part).toMatch(/\S/);
});

test('the nearest name is told', () => {
  expect(refused(withPolicy('  - scale: {what: services.clinic.capasity, by: 2}'))[0]?.nearest).toBe('capacity');
  expect(refused(withPolicy('  - scael: {what: services.clinic.capacity, by: 2}'))[0]?.nearest).toBe('scale');
  expect(refused(withPolicy('  - set: {what: services.clinic.rom, to: 2}'))[0]?.nearest).toBe('room');
});
