import { expect, test } from 'vitest';
import { tablesOf, worldOf } from './support/load.js';
import { small, smallWith } from './support/small.js';

test('a step has the same rule in two worlds whose indexes differ, and another once anything of it changes', () => {
  const rulesOf = (text: string) => new Map(tablesOf(worldOf(text)).steps.map((step) => [step.name, step.rule]));
  const before = rulesOf(small);
  const reordered = rulesOf(
    smallWith(
      ['  doctor:\n', '  porter: {agency: nhs, capacity: 1}\n  doctor:\n'],
      ['      triage:\n', '      extra: {seize: porter, for: 1 h, then: triage}\n      triage:\n'],
      ['{rate: 2 per hour, to: visit.triage', '{rate: 2 per hour, to: visit.extra'],
      [
        '            treat: {share: {lower: 0.2, higher: 0.9}, to: treat}\n            advise: {share: rest, to: =seen}\n',
        '            advise: {share: rest, to: =seen}\n            treat: {share: {lower: 0.2, higher: 0.9}, to: treat}\n',
      ],
    ),
  );
  for (const [name, rule] of before) expect([name, reordered.get(name)]).toEqual([name, rule]);
  const changes: [string, string, string][] = [
    ['visit.triage', 'exponential: 20 min', 'exponential: 21 min'],
    ['visit.triage', 'after: 3 h, to: =missed', 'after: 3 h, to: =seen'],
    ['visit.triage', 'after: 3 h, to: =missed', 'after: 4 h, to: =missed'],
    ['visit.decide', '{lower: 0.2, higher: 0.9}', '{lower: 0.2, higher: 0.8}'],
    ['visit.treat', 'for: 30 min, then: =seen', 'for: 30 min, then: =missed'],
    ['visit.treat', 'seize: doctor,', 'seize: doctor, priority: 1,'],
    ['visit.treat', 'seize: doctor,', 'seize: doctor, keep: true,'],
    ['visit.treat', 'seize: doctor,', 'seize: doctor, re-triage: {after: 1 h, priority: 0},'],
  ];
  for (const [name, from, to] of changes) {
    const after = rulesOf(smallWith([from, to]));
    const changed = [...before.keys()].filter((step) => before.get(step) !== after.get(step));
    expect([to, ...changed]).toEqual([to, name]);
  }
});

test('where somebody goes who loses their place, and what a second look gives, are parts of the rule', () => {
  const treat = (keys: string) => {
    const text = smallWith(
      ['    agency: nhs\n    capacity: {mon-fri', '    agency: nhs\n    pre-emption: reroute\n    capacity: {mon-fri'],
      ['seize: doctor,', `seize: doctor, ${keys},`],
    );
    return tablesOf(worldOf(text)).steps.find(({ name }) => name === 'visit.treat')?.rule;
  };
  const rules = [
    'if-pre-empted: =seen',
    'if-pre-empted: =missed',
    'if-pre-empted: =seen, re-triage: {after: 1 h, priority: 0}',
    'if-pre-empted: =seen, re-triage: {after: 2 h, priority: 0}',
    'if-pre-empted: =seen, re-triage: {after: 1 h, priority: 1}',
    'if-pre-empted: =seen, re-triage: {after: 1 h, priority: 0, severity: higher}',
  ].map(treat);
  expect(rules).not.toContain(undefined);
  expect(new Set(rules).size).toBe(rules.length);
});
