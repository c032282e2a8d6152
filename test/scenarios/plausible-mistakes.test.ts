/** What an analyst mistypes, and what a colleague would answer: what is wrong, and what to write instead. */
import { expect, test } from 'vitest';
import { refused } from './support/load.js';
import { small, smallWith } from './support/small.js';

const treat = '{seize: doctor, for: 30 min, then: =seen}';
const child = (more: string, parent = './p.yaml') => ({
  's.yaml': `spillover: 1\nscenario: c\nextends: ${parent}\n${more}`,
  'p.yaml': small,
});

const mistakes: Record<string, { text: string | Record<string, string>; says: string; next: string }> = {
  'a tab': {
    text: smallWith(['  clinic:', '\tclinic:']),
    says: 'This line is set in with a tab.',
    next: 'Replace the tab by spaces.',
  },
  'no space after a colon': {
    text: smallWith(['unit: nurses', 'unit:nurses']),
    says: 'A space is missing after the colon.',
    next: 'Write `unit: nurses`.',
  },
  'a colon in a label': {
    text: smallWith(['label: A walk-in', 'label: Town: a walk-in']),
    says: 'A colon with a space after it stands inside of a value.',
    next: "Put the text in quotes, such as `label: 'Town: north'`, or begin a new line with the second key.",
  },
  'a percent sign in front': {
    text: smallWith(['share: 1,', 'share: %100,']),
    says: 'A value cannot begin with `%`.',
    next: 'Write a percentage as `40%`; put any other text in quotes.',
  },
  'a start on a Tuesday': {
    text: smallWith(['2024-01-01', '2024-01-02']),
    says: 'A run starts on a Monday.',
    next: 'Write `2024-01-01` or `2024-01-08`, the Mondays around it.',
  },
  'a date with the day first': {
    text: smallWith(['2024-01-01', '8/1/2024']),
    says: 'This has to be a date.',
    next: 'Write `2024-01-08` if that is what was meant.',
  },
  'a month': {
    text: smallWith(['4 weeks', '1 month']),
    says: '`1 month` cannot be read: a month has no fixed length.',
    next: 'Write days, weeks or years: four weeks are `4 weeks`, a twelfth of a year is `30.44 days`; rates may be `per year`.',
  },
  'a number without a unit': {
    text: smallWith(['for: 30 min', 'for: 30']),
    says: 'A unit is missing.',
    next: 'Write the unit after the number.',
  },
  'another name of a unit': {
    text: smallWith(['for: 30 min', 'for: 30 mins']),
    says: '`30 mins` cannot be read: `mins` is not a unit known here.',
    next: 'Write `30 min` if that is what was meant.',
  },
  'a rate without a time': {
    text: smallWith(['500 per million per week', '500 per million']),
    says: 'This says how many, and not in what time.',
    next: 'Say per what time, such as `500 per million per year`.',
  },
  'a comma in a number': {
    text: smallWith(['rate: 500 per', 'rate: 1,500 per']),
    says: 'A comma ends a value here, so it cuts this number in two: numbers are written without commas and spaces.',
    next: 'Write `1500 per million per week` if that is what was meant.',
  },
  'a comma in a number that parts no thousands': {
    text: smallWith(['rate: 500 per', 'rate: 1500,500 per']),
    says: '`500 per million per week` stands where a key should: the comma before it ends the value.',
    next: 'Write numbers without commas, such as `1500 per million per year`, and decimals with a point.',
  },
  'a percentage without its sign': {
    text: smallWith(['{lower: 0.7', '{lower: 70']),
    says: 'A share lies between 0 and 1.',
    next: 'Write `70%` if a percentage was meant.',
  },
  'a unit of staff in the capacity': {
    text: smallWith(['capacity: 3', 'capacity: 3 nurses']),
    says: '`3 nurses` cannot be read: `nurses` is not a unit known here.',
    next: 'Write the number with a unit that is known, or alone where it is a count or a share.',
  },
  'half hours': {
    text: smallWith(['08:00-20:00', '08:30-20:00']),
    says: '`mon-fri 08:30-20:00` names no hours of the week.',
    next: 'Round to whole hours: services are staffed by the hour.',
  },
  'hours as they are spoken': {
    text: smallWith(['08:00-20:00', '8am-8pm']),
    says: '`mon-fri 8am-8pm` names no hours of the week.',
    next: 'Use three-letter days, a dash, and whole hours from 00:00 to 24:00, such as `mon-fri 09:00-17:00`.',
  },
  'an outcome without its sign': {
    text: smallWith(['share: rest, to: =seen', 'share: rest, to: seen']),
    says: 'There is no step called `seen`.',
    next: '`seen` is an outcome: write `=seen` to leave with it.',
  },
  'a step that there is not': {
    text: smallWith(['0.9}, to: treat', '0.9}, to: operation']),
    says: 'There is no step called `operation`.',
    next: 'Choose one of these; a step of another pathway is named `pathway.step`, and an outcome `=outcome`.',
  },
  'an id with capitals and spaces': {
    text: smallWith(['  injury:', '  Minor Injury:']),
    says: 'This is not a valid id.',
    next: 'Write `minor-injury` if that is what was meant.',
  },
  'a normal distribution': {
    text: smallWith(['{exponential: 20 min}', '{normal: {mean: 20 min, sd: 5 min}}']),
    says: 'There is no distribution called `normal`.',
    next: 'Choose one of these; for times that vary around a mean, `lognormal` or `gamma` by mean and sd.',
  },
  'a part of a distribution left out': {
    text: smallWith(['{exponential: 20 min}', '{lognormal: {mean: 20 min}}']),
    says: '`sd` is missing.',
    next: 'Write `sd: …` here.',
  },
  'a part of a distribution misspelt, told once': {
    text: smallWith(['{exponential: 20 min}', '{lognormal: {mean: 20 min, std: 5 min}}']),
    says: '`std` is no part of this distribution.',
    next: 'Write `sd` if that is what was meant.',
  },
  'two verbs in a step': {
    text: smallWith([treat, '{seize: doctor, for: 30 min, then: =seen, release: doctor}']),
    says: 'A step does one thing, and this one has `seize` as well as `release`.',
    next: 'Put `release` into a step of its own.',
  },
  'a range in words': {
    text: `${smallWith(['capacity: 3', 'capacity: $n'])}parameters:\n  n: {value: 3, assumption: a, grade: E, range: 1 to 4}\n`,
    says: 'A range is a list of two ends.',
    next: 'Write `[1, 4]` if that is what was meant.',
  },
  'a range with a dash, and a unit at its end': {
    text: `${smallWith(['for: 30 min', 'for: $n'])}parameters:\n  n: {value: 30 min, assumption: a, grade: E, range: 20-60 min}\n`,
    says: 'A range is a list of two ends.',
    next: 'Write `[20 min, 60 min]` if that is what was meant.',
  },
  'a decimal comma': {
    text: smallWith(['for: 30 min', 'for: "30,5 min"']),
    says: '`30,5 min` cannot be read: decimals are written with a point, not a comma.',
    next: 'Write `30.5 min` if that is what was meant.',
  },
  'a share with a decimal comma': {
    text: smallWith(['share: 1,', "share: '0,25',"]),
    says: '`0,25` cannot be read: decimals are written with a point, not a comma.',
    next: 'Write `0.25` if that is what was meant.',
  },
  'opening hours as a key': {
    text: smallWith(['capacity: 3', 'opening-hours: mon-fri 09:00-17:00, capacity: 3']),
    says: '`opening-hours` is not a key that is known here.',
    next: 'That is said by `capacity`, such as `capacity: {mon-fri 09:00-17:00: 2, otherwise: 0}`.',
  },
  'a shipped scenario with an underscore': {
    text: child('', 'uk_baseline'),
    says: 'No scenario called `uk_baseline` comes with the program.',
    next: 'To use a file of your own, write its path: ./uk_baseline.yaml.',
  },
  'a service of the parent misspelt': {
    text: child('services: {clinc: {capacity: 4}}\n'),
    says: '`agency` is missing.',
    next: '`clinc` is new in this file: write `clinic` if that is what was meant. Else: Write `agency: …` here.',
  },
};

test.each(Object.entries(mistakes))('%s', (_, { text, says, next }) => {
  const told = refused(text).map((problem) => ({ says: problem.message, next: problem.next }));
  expect(told).toContainEqual({ says, next });
  expect(told.length).toBeLessThanOrEqual(2);
});

test('every fault says in its own words what to do, and never only that something has to change', () => {
  const nexts = Object.values(mistakes).flatMap(({ text }) => refused(text).map(({ next }) => next));
  expect(nexts.filter((next) => next.startsWith('Change it to'))).toEqual([]);
});
