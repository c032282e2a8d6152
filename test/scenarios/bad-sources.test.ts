import { expect, test } from 'vitest';
import { load, refused, told } from './support/load.js';
import { small, smallWith } from './support/small.js';

const header = 'id,quantity,value,low,high,unit,geography,period,source,url,quality,note';
const row = (id: string) => `${id},Nurses,3,,,nurses,Somewhere,2024,A census,https://example.org,official-statistic,`;

/** The small scenario with its nurses as a parameter; these lines declare parameters. */
const withParameters = (lines: string, more = '') =>
  `${smallWith(['capacity: 3', 'capacity: $nurses'])}${more}parameters:\n${lines}\n`;

const cited = 'source: Smith 2020, url: https://example.org';
const faults: Record<string, { text: string | Record<string, string>; problems: string[] }> = {
  'an unknown evidence id': {
    text: withParameters('  nurses: {value: 3, source: s136-detentions-ew-2022-2, grade: A}'),
    problems: ['s.yaml:39:30 parameters.nurses.source: There is no evidence with the id `s136-detentions-ew-2022-2`.'],
  },
  'no grade': {
    text: withParameters(`  nurses: {value: 3, ${cited}}`),
    problems: ['s.yaml:39:3 parameters.nurses.grade: `grade` is missing.'],
  },
  'a grade that there is not': {
    text: withParameters(`  nurses: {value: 3, ${cited}, grade: F}`),
    problems: ['s.yaml:39:75 parameters.nurses.grade: This word is not one of the choices here.'],
  },
  'an assumption with a grade that there is not': {
    text: withParameters('  nurses: {value: 3, assumption: a guess, grade: F, range: [1, 4]}'),
    problems: ['s.yaml:39:50 parameters.nurses.grade: This word is not one of the choices here.'],
  },
  'grey literature with a grade that there is not': {
    text: withParameters('  nurses: {value: 3, source: adult-acute-los-mean-days-2023, grade: F}'),
    problems: ['s.yaml:39:69 parameters.nurses.grade: This word is not one of the choices here.'],
  },
  'neither source nor assumption': {
    text: withParameters('  nurses: {value: 3, grade: A}'),
    problems: ['s.yaml:39:11 parameters.nurses: It does not say where the number comes from.'],
  },
  'both source and assumption': {
    text: withParameters(`  nurses: {value: 3, ${cited}, assumption: a guess, grade: E, range: [1, 4]}`),
    problems: ['s.yaml:39:11 parameters.nurses: It has both a source and an assumption.'],
  },
  'an assumption with too good a grade': {
    text: withParameters('  nurses: {value: 3, assumption: a guess, grade: B, range: [1, 4]}'),
    problems: ['s.yaml:39:50 parameters.nurses.grade: An assumption cannot have so good a grade.'],
  },
  'grade A on grey literature': {
    text: withParameters('  nurses: {value: 3, source: adult-acute-los-mean-days-2023, grade: A}'),
    problems: [
      's.yaml:39:69 parameters.nurses.grade: Grade A is for official or peer-reviewed figures, and this evidence is neither.',
    ],
  },
  'an assumption without a range': {
    text: withParameters('  nurses: {value: 3, assumption: a guess, grade: E}'),
    problems: ['s.yaml:39:3 parameters.nurses.range: An assumption needs a range.'],
  },
  'a value outside of its range': {
    text: withParameters('  nurses: {value: 5, assumption: a guess, grade: E, range: [1, 4]}'),
    problems: ['s.yaml:39:19 parameters.nurses.value: The value lies outside of its range.'],
  },
  'a range the wrong way round': {
    text: withParameters('  nurses: {value: 3, assumption: a guess, grade: E, range: [4, 1]}'),
    problems: ['s.yaml:39:60 parameters.nurses.range: The range is not from low to high.'],
  },
  'a range in another unit': {
    text: withParameters('  nurses: {value: 3, assumption: a guess, grade: E, range: [1 h, 4 h]}'),
    problems: ['s.yaml:39:60 parameters.nurses.range: The range is in another kind of unit than the value.'],
  },
  'a range of one': {
    text: withParameters('  nurses: {value: 3, assumption: a guess, grade: E, range: [1]}'),
    problems: ['s.yaml:39:60 parameters.nurses.range: This list has the wrong length.'],
  },
  'a citation without a url': {
    text: withParameters('  nurses: {value: 3, source: Smith 2020, grade: A}'),
    problems: ['s.yaml:39:3 parameters.nurses.url: A citation in words needs a `url`.'],
  },
  'a value that cannot be read, once, where it is declared': {
    text: withParameters(`  nurses: {value: 3 hh, ${cited}, grade: A}`),
    problems: ['s.yaml:39:19 parameters.nurses.value: This value cannot be read: `hh` is not a unit known here.'],
  },
  'a value of the wrong kind, where it is named': {
    text: withParameters(`  nurses: {value: 3 h, ${cited}, grade: A}`),
    problems: ['s.yaml:12:49 services.clinic.capacity: This is a duration, which is of no use here.'],
  },
  'neither value nor dated values': {
    text: withParameters(`  nurses: {${cited}, grade: A}`),
    problems: ['s.yaml:39:11 parameters.nurses: `value` is missing.'],
  },
  'dated values out of order': {
    text: withParameters(
      `  nurses: {dated: [{from: 2024-02-01, value: 3}, {from: 2024-01-01, value: 4}], ${cited}, grade: A}`,
    ),
    problems: ['s.yaml:39:57 parameters.nurses.dated[1].from: Dates are in the wrong order.'],
  },
  'parameters that name each other in a circle': {
    text: withParameters(`  nurses: {value: $b, ${cited}, grade: A}\n  b: {value: $nurses, ${cited}, grade: A}`),
    problems: ['s.yaml:40:14 : The parameter `nurses` is defined by itself.'],
  },
  'an evidence file that there is not': {
    text: small.replace('time:', 'evidence: [my.csv]\ntime:'),
    problems: ['s.yaml:4:12 evidence[0]: There is no file `my.csv`.'],
  },
  'an evidence id that is there twice': {
    text: {
      's.yaml': small.replace('time:', 'evidence: [my.csv]\ntime:'),
      'my.csv': [header, row('a'), row('b'), row('a')].join('\n'),
    },
    problems: ['my.csv:4:1 : The evidence id `a` is there already.'],
  },
  'an evidence file with a column missing': {
    text: {
      's.yaml': small.replace('time:', 'evidence: [my.csv]\ntime:'),
      'my.csv': header.replace('quality', 'qualty'),
    },
    problems: ['my.csv:1:1 : Columns are missing: quality.'],
  },
  'an evidence row with a field too many': {
    text: {
      's.yaml': small.replace('time:', 'evidence: [my.csv]\ntime:'),
      'my.csv': [header, row('a'), `${row('b')},more`].join('\r\n'),
    },
    problems: ['my.csv:3:1 : This row has another number of fields than the header.'],
  },
  'an evidence file with an open quote': {
    text: {
      's.yaml': small.replace('time:', 'evidence: [my.csv]\ntime:'),
      'my.csv': [header, row('a'), `"${row('b')}`].join('\n'),
    },
    problems: ['my.csv:3:1 : A quotation mark is out of place.'],
  },
};

test.each(Object.entries(faults))('%s is refused where it stands', (_, { text, problems }) => {
  expect(told(refused(text))).toEqual(problems);
});

test('the nearest evidence id is told', () => {
  const [problem] = refused(withParameters('  nurses: {value: 3, source: s136-detentions-ew-2022-2, grade: A}'));
  expect(problem?.nearest).toBe('s136-detentions-ew-2022-23');
});

test('no grade is ever suggested, since another would be a claim that nobody made', () => {
  const [problem] = refused(withParameters(`  nurses: {value: 3, ${cited}, grade: AB}`));
  expect(problem).toMatchObject({ nearest: null, next: 'Choose one of them.' });
});

test('own evidence may be named', () => {
  const text = withParameters('  nurses: {value: 3, source: my-census, grade: A}', 'evidence: [my.csv]\n');
  expect(load({ 's.yaml': text, 'my.csv': [header, row('my-census')].join('\n') }).ok).toBe(true);
});

test('a parameter that nothing names is warned of', () => {
  const loaded = load(
    withParameters(`  nurses: {value: 3, ${cited}, grade: A}\n  nurse: {value: 4, ${cited}, grade: A}`),
  );
  expect(loaded.ok && told(loaded.warnings)).toEqual([
    's.yaml:40:10 parameters.nurse: Nothing names the parameter `nurse`, so its value changes nothing.',
  ]);
});

test('a strict scenario has all of its numbers under parameters', () => {
  const problems = refused(`strict: true\n${small}`);
  expect(problems.map(({ line, column, found }) => `${line}:${column} ${found}`)).toEqual([
    '13:49 3',
    '13:58 20',
    '16:37 2',
    '16:51 1',
    '19:19 500 per million per week',
    '20:23 0.7',
    '22:24 1',
    '24:18 2 per hour',
    '24:66 1',
    '30:28 20 min',
    '31:27 3 h',
    '36:36 0.2',
    '36:49 0.9',
    '38:35 30 min',
  ]);
  expect(new Set(problems.map(({ message }) => message))).toEqual(
    new Set(['This number has no source: a strict file has all its numbers under `parameters`.']),
  );
});
