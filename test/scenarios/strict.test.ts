/** A strict file refuses a number wherever it may stand, and nothing else. */
import { expect, test } from 'vitest';
import { describeWorld } from '../../src/scenarios/index.js';
import { accepted, load, refused } from './support/load.js';
import { withPolicy } from './support/policy.js';
import { small } from './support/small.js';

/** The small scenario with every number as a parameter. */
const strict = `strict: true\n${small
  .replace('capacity: 3, room: 20', 'capacity: $nurses, room: $room')
  .replace('{mon-fri 08:00-20:00: 2, otherwise: 1}', '$doctors')
  .replace('500 per million per week', '$injuries')
  .replace('{lower: 0.7, higher: rest}', '$by-severity')
  .replace('{share: 1, to', '{share: $all, to')
  .replace('rate: 2 per hour', 'rate: $others')
  .replace('severity: {lower: 1}', 'severity: {lower: $all}')
  .replace('{exponential: 20 min}', '$triage-time')
  .replace('after: 3 h', 'after: $patience')
  .replace('{lower: 0.2, higher: 0.9}', '$treated')
  .replace('for: 30 min', 'for: $treatment-time')}parameters:
${[
  'nurses: 3',
  'room: 20',
  'doctors: {mon-fri 08:00-20:00: 2, otherwise: 1}',
  'injuries: 500 per million per week',
  'by-severity: {lower: 0.7, higher: rest}',
  'all: 100%',
  'others: 2 per hour',
  'triage-time: {exponential: 20 min}',
  'patience: 3 h',
  'treated: {lower: 0.2, higher: 0.9}',
  'treatment-time: 30 min',
]
  .map((line) =>
    line.replace(/^([a-z-]+): (.*)$/, '  $1: {value: $2, source: A book, url: https://example.org, grade: C}'),
  )
  .join('\n')}
`;

/** Where the number was refused for want of a source. */
const unlinked = (text: string | Record<string, string>) =>
  refused(text).flatMap(({ path, found, message }) =>
    message.startsWith('This number has no source') ? [`${path} ${found}`] : [],
  );

test('a scenario with all of its numbers under parameters is accepted', () => {
  expect(load(strict).ok).toBe(true);
});

test.each([
  ['a count', 'capacity: $nurses', 'capacity: 4', 'services.clinic.capacity 4'],
  [
    'a week of counts',
    'capacity: $doctors',
    'capacity: {mon: 2, otherwise: $nurses}',
    'services.doctor.capacity.mon 2',
  ],
  ['a room', 'room: $room', 'room: 9', 'services.clinic.room 9'],
  ['a rate', 'rate: $injuries', 'rate: 4 per thousand per year', 'needs.injury.onset.rate 4 per thousand per year'],
  ['a share', 'share: $all', 'share: 1', 'needs.injury.channels.walk-in.share 1'],
  ['a percentage', 'share: $all', 'share: 100%', 'needs.injury.channels.walk-in.share 100%'],
  [
    'a share by name',
    'severity: $by-severity',
    'severity: {lower: .7, higher: rest}',
    'needs.injury.severity.lower .7',
  ],
  ['a duration', 'for: $treatment-time', 'for: 0.5 h', 'pathways.visit.steps.treat.for 0.5 h'],
  ['a quoted number', 'for: $treatment-time', "for: '30 min'", 'pathways.visit.steps.treat.for 30 min'],
  [
    'a part of a distribution',
    'for: $triage-time',
    'for: {lognormal: {mean: $treatment-time, sd: 1 h}}',
    'pathways.visit.steps.triage.for.lognormal.sd 1 h',
  ],
  [
    'an observed value',
    'for: $triage-time',
    'for: {empirical: {values: [$patience, 2 h]}}',
    'pathways.visit.steps.triage.for.empirical.values[1] 2 h',
  ],
  [
    'a value by severity',
    'for: $treatment-time',
    'for: {lower: 5 min, higher: $patience}',
    'pathways.visit.steps.treat.for.lower 5 min',
  ],
  [
    'a patience',
    'after: $patience',
    'after: {exponential: 2 h}',
    'pathways.visit.steps.triage.patience.after.exponential 2 h',
  ],
  ['more than one unit', 'seize: doctor', 'seize: doctor, units: 2', 'pathways.visit.steps.treat.units 2'],
  [
    'a calendar',
    'onset: {',
    'onset: {hours: {days: [1, $all, $all, $all, $all, $all, $all]}, ',
    'needs.injury.onset.hours.days[0] 1',
  ],
])('%s that no parameter stands for is refused', (_, from, to, where) => {
  expect(strict).toContain(from);
  expect(unlinked(strict.replace(from, to))).toContain(where);
});

test.each([
  [
    'a multiplier of a clock',
    'clocks: {c: {runs: life, rate: 1 per million per year, expires: {die: seen}}}',
    'clocks.c.rate 1 per million per year',
  ],
  [
    'people at the start',
    'stock: {s: {people: 3, step: visit.treat, phase: serving, transient: true}}',
    'stock.s.people 3',
  ],
])('%s is refused too', (_, line, where) => {
  expect(unlinked(strict.replace('\npathways:', `\n${line}\npathways:`))).toContain(where);
});

test.each([
  ['one unit', 'seize: doctor', 'seize: doctor, units: 1'],
  ['a priority class', 'seize: doctor', 'seize: doctor, priority: 3'],
  ['a standard', 'unit: nurses', 'unit: nurses, standard: {within: 4 h, share: 95%}'],
  ['the study itself', 'measure: 4 weeks', 'measure: 5 weeks'],
  ['a number in words', 'label: A walk-in clinic', 'label: 24 hours a day'],
])('%s shapes the study, and is accepted', (_, from, to) => {
  expect(strict).toContain(from);
  const loaded = load(strict.replace(from, to));
  expect(loaded.ok ? [] : loaded.problems).toEqual([]);
});

test('a number of a policy on a strict scenario is refused, and a strict policy on any', () => {
  const edits =
    '  - scale: {what: services.clinic.capacity, by: 2}\n  - reroute: {step: visit.treat, share: 20%, to: {=seen: 0.5, =missed: rest}}';
  const both = ['edits[0].scale.by 2', 'edits[1].reroute.share 20%', 'edits[1].reroute.to.=seen 0.5'];
  expect(unlinked(withPolicy(edits, '', './p.yaml', strict))).toEqual(both);
  expect(unlinked(withPolicy(edits, 'strict: true\n'))).toEqual(both);
});

test('what a file that is not strict has outside of parameters is counted, as a strict one would refuse it', () => {
  const unrecorded = (text: string) => describeWorld(accepted(text)).description.unrecorded;
  expect(unrecorded(strict.replace('strict: true\n', ''))).toBeUndefined();
  expect(unrecorded(small)).toEqual([{ from: 's.yaml', count: unlinked(`strict: true\n${small}`).length }]);
  const two = withPolicy('  - scale: {what: services.clinic.capacity, by: 2}');
  expect(describeWorld(accepted(two)).description.unrecorded).toEqual([
    { from: 's.yaml', count: unlinked(`strict: true\n${small}`).length },
    { from: 'p.yaml', count: 1 },
  ]);
});
