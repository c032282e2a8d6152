import { expect, test } from 'vitest';
import { testFaults } from './support/faults.js';
import { refused } from './support/load.js';
import { small, smallWith } from './support/small.js';

function bomb(): string {
  const rounds = ['a', 'b', 'c', 'd'].map((name, index, all) => {
    const what = index === 0 ? 'x' : `*${all[index - 1]}`;
    return `${name}: &${name} [${new Array(9).fill(what).join(', ')}]`;
  });
  return ['spillover: 1', 'scenario: bomb', ...rounds].join('\n');
}

testFaults({
  'not YAML': {
    text: small.replace('outcomes:', 'outcomes: ]'),
    at: '8:11',
    points: ']',
    message: 'This is not YAML that can be read: Unexpected flow-seq-end token in YAML stream: "]".',
  },
  'an empty file': { text: '', at: '1:1', points: '', message: 'This file is empty.' },
  'nothing but comments': { text: '# soon\n', at: '1:1', points: '#', message: 'This file is empty.' },
  'a file without keys': { text: 'hello', at: '1:1', points: 'hello', message: 'This file holds no keys.' },
  'two documents': {
    text: `${small}---\nspillover: 1\n`,
    at: '38:1',
    points: '---',
    message: 'This file holds more than one document.',
  },
  'a duplicate key': {
    text: smallWith(['label: A walk-in clinic', 'label: A walk-in clinic\nlabel: Another']),
    at: '4:1',
    points: 'label: Another',
    message: 'The same key is written twice in one map.',
  },
  'an unknown key': {
    text: smallWith(['capacity: 3', 'capacty: 3']),
    at: '12:39',
    points: 'capacty',
    message: '`capacty` is not a key that is known here.',
    nearest: 'capacity',
  },
  'an unknown key at the top': {
    text: smallWith(['label: A walk-in clinic', 'lable: A walk-in clinic']),
    at: '3:1',
    points: 'lable',
    message: '`lable` is not a key that is known here.',
    nearest: 'label',
  },
  'measures to lead with, which a scenario does not choose': {
    text: smallWith(['label: A walk-in clinic', 'headline: [staff-hours]']),
    at: '3:1',
    points: 'headline',
    message: '`headline` is not a key that is known here.',
  },
  'a key that is missing': {
    text: smallWith(['capacity: 3, ', '']),
    at: '12:3',
    points: 'clinic:',
    message: '`capacity` is missing.',
  },
  'a comma in a number of a map in braces': {
    text: smallWith(['population: 100000}', 'population: 100,000}']),
    at: '5:35',
    points: '100,000',
    message: 'A comma ends a value here, so it cuts this number in two: numbers are written without commas and spaces.',
    nearest: '100000',
  },
  'two commas in a number of a map in braces': {
    text: smallWith(['population: 100000}', 'population: 1,000,000}']),
    at: '5:35',
    points: '1,000,000',
    message: 'A comma ends a value here, so it cuts this number in two: numbers are written without commas and spaces.',
    nearest: '1000000',
  },
  'a comma in a rate of a map in braces': {
    text: smallWith(['rate: 2 per hour, to', 'rate: 1,000 per hour, to']),
    at: '23:18',
    points: '1,000 per hour',
    message: 'A comma ends a value here, so it cuts this number in two: numbers are written without commas and spaces.',
    nearest: '1000 per hour',
  },
  'a decimal comma in a map in braces': {
    text: smallWith(['{share: {lower: 0.2, higher', '{share: {lower: 0,2, higher']),
    at: '35:36',
    points: '0,2',
    message:
      'A comma ends a value here, so it cuts this number in two: decimals are written with a point, not a comma.',
    nearest: '0.2',
  },
  'a list in place of a map': {
    text: smallWith(['agencies: {nhs: NHS}', 'agencies: [nhs]']),
    at: '7:11',
    points: '[nhs]',
    message: 'This has to be a map of keys and values.',
  },
  'a map in place of a word': {
    text: smallWith(['agency: nhs, unit', 'agency: {of: nhs}, unit']),
    at: '12:20',
    points: '{of',
    message: 'This has to be an agency.',
  },
  'a verb that is not known': {
    text: smallWith(['treat: {seize', 'treat: {sieze']),
    at: '37:15',
    points: 'sieze',
    message: '`sieze` is not a key that is known here.',
    nearest: 'seize',
  },
  'a step that is no map': {
    text: smallWith(['treat: {seize: doctor, for: 30 min, then: =seen}', 'treat: doctor']),
    at: '37:14',
    points: 'doctor',
    message: 'This is none of the things that can stand here.',
  },
  'a newer version': {
    text: smallWith(['spillover: 1', 'spillover: 2']),
    at: '1:12',
    points: '2',
    message: 'This file needs version 2 of the format.',
  },
  'an id in capitals': {
    text: smallWith(['  clinic: {', '  Clinic: {']),
    at: '12:3',
    points: 'Clinic',
    message: 'This is not a valid id.',
    nearest: 'clinic',
  },
  'an id that Windows keeps for itself': {
    text: smallWith(['scenario: small', 'scenario: nul']),
    at: '2:11',
    points: 'nul',
    message: 'This is not a valid id.',
  },
  'the key __proto__': {
    text: smallWith(['agencies: {nhs: NHS}', 'agencies: {__proto__: NHS}']),
    at: '7:12',
    points: '__proto__',
    message: '`__proto__` may not be used as a key.',
  },
  'the key constructor': {
    text: smallWith(['agencies: {nhs: NHS}', 'agencies: {constructor: NHS}']),
    at: '7:12',
    points: 'constructor',
    message: '`constructor` may not be used as a key.',
  },
  'the key prototype': {
    text: smallWith(['agencies: {nhs: NHS}', 'agencies: {"prototype": NHS}']),
    at: '7:12',
    points: '"prototype"',
    message: '`prototype` may not be used as a key.',
  },
  'an alias bomb': {
    text: bomb(),
    at: '4:8',
    points: '*a',
    message: 'Aliases (`*name`) in this file expand to far too much.',
  },
  'an alias to nothing': {
    text: smallWith(['label: A walk-in clinic', 'label: *nothing']),
    at: '3:8',
    points: '*nothing',
    message: 'Aliases (`*name`) in this file cannot be expanded.',
  },
  'a policy in place of a scenario': {
    text: 'spillover: 1\npolicy: p\nedits: []\n',
    at: '1:1',
    points: 'spillover',
    message: 'This is a policy file, not a scenario.',
  },
});

test('a document nested without end is refused, and does no harm', () => {
  const [problem, ...others] = refused(`spillover: 1\nscenario: s\na: ${'['.repeat(20_000)}`);
  expect(others).toEqual([]);
  expect(problem?.message).toBe('This document is nested too deeply.');
  expect(problem?.line).toBe(3);
});

test('seventy levels are too many', () => {
  const problems = refused(`spillover: 1\nscenario: s\na: ${'['.repeat(70)}${']'.repeat(70)}\n`);
  expect(problems.map((problem) => problem.message)).toEqual(['This document is nested too deeply.']);
});
