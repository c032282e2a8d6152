/** The log of assumptions: every field, who and when by default, and what is blank. */
import { expect, test } from 'vitest';
import { type AssumptionRow, describeWorld } from '../../src/scenarios/index.js';
import { accepted, refused, told } from './support/load.js';
import { withPolicy } from './support/policy.js';
import { smallWith } from './support/small.js';

const evidence =
  'id,quantity,value,low,high,unit,geography,period,source,url,quality,note\ncensus,Nurses on duty,3,,,nurses,Here,2024,A census,https://example.org/census,inspection,\n';
const nurses = smallWith(['capacity: 3', 'capacity: $nurses'], ['for: 30 min', 'for: $stay']);
const stay =
  'stay: {value: {exponential: 30 min}, assumption: a guess, grade: E, range: [{exponential: 10 min}, {exponential: 1 h}]}';

function rows(parameters: string, more = ''): Record<string, AssumptionRow> {
  const text = `${nurses}evidence: [e.csv]\n${more}parameters:\n  ${parameters}\n  ${stay}\n`;
  const found = describeWorld(accepted({ 's.yaml': text, 'e.csv': evidence })).description.assumptions;
  return Object.fromEntries(found.map((row) => [row.id, row]));
}

test('a number of which nothing is said has its blanks listed, and no more than its blanks', () => {
  const { nurses: row, stay: assumed } = rows('nurses: {value: 3, source: census, grade: A}');
  expect(row).toEqual({
    id: 'nurses',
    statement: 'Nurses on duty',
    value: '3',
    unit: 'number',
    range: null,
    grade: 'A',
    source: 'census',
    url: 'https://example.org/census',
    quality: 'inspection',
    reason: null,
    madeBy: null,
    madeOn: null,
    signedOffBy: null,
    signedOffOn: null,
    reviewBy: null,
    reliability: 'inspection',
    effectOnHeadline: null,
    risk: null,
    alternativeTried: null,
    proxyFor: null,
    from: 's.yaml',
    line: 40,
    usedIn: ['service clinic'],
    blanks: [
      'range_or_distribution',
      'reason',
      'made_by',
      'made_on',
      'signed_off_by',
      'signed_off_on',
      'review_by',
      'effect_size_on_headline',
      'risk_rating',
    ],
  });
  expect(assumed).toMatchObject({
    statement: 'a guess',
    reason: 'a guess',
    unit: 'min',
    range: 'exponential 10 min to exponential 1 h',
    reliability: null,
  });
  expect(assumed?.blanks).toContain('reliability');
});

test('who and when come from the file, and a parameter may say otherwise', () => {
  const who =
    'assumptions: {made-by: An analyst, made-on: 2024-05-01, signed-off-by: An assurer, signed-off-on: 2024-06-01, review-by: 2025-05-01}\n';
  const own =
    'made-by: Somebody else, reliability: good, effect-on-headline: under 1%, risk: low, alternative-tried: 4 nurses, proxy-for: all staff';
  const found = rows(
    `nurses: {label: Nurses, value: 3, source: census, grade: A, range: [2, 4], reason: as counted, ${own}}`,
    who,
  );
  expect(found.nurses).toMatchObject({
    statement: 'Nurses',
    madeBy: 'Somebody else',
    madeOn: '2024-05-01',
    signedOffBy: 'An assurer',
    signedOffOn: '2024-06-01',
    reviewBy: '2025-05-01',
    reliability: 'good',
    effectOnHeadline: 'under 1%',
    risk: 'low',
    alternativeTried: '4 nurses',
    proxyFor: 'all staff',
    blanks: [],
  });
  expect(found.stay).toMatchObject({
    madeBy: 'An analyst',
    blanks: ['reliability', 'effect_size_on_headline', 'risk_rating'],
  });
});

test('what one file says of its author is not said of the numbers of another', () => {
  const parent = `${nurses}assumptions: {made-by: The parent}\nparameters:\n  nurses: {value: 3, assumption: a, grade: E, range: [1, 9]}\n  ${stay}\n`;
  const child = (more: string) =>
    `spillover: 1\nscenario: c\nextends: ./p.yaml\n${more}parameters:\n  nurses: {value: 4, assumption: b, grade: E, range: [1, 9]}\n`;
  const authors = (more: string) =>
    describeWorld(accepted({ 'p.yaml': parent, 's.yaml': child(more) }))
      .description.assumptions.map(({ id, from, madeBy }) => `${id} ${from} ${madeBy}`)
      .sort();
  expect(authors('')).toEqual(['nurses s.yaml null', 'stay p.yaml The parent']);
  expect(authors('assumptions: {made-by: The child}\n')).toEqual(['nurses s.yaml The child', 'stay p.yaml The parent']);
});

test('a lever that is set is said to be chosen by the file that sets it', () => {
  const files = withPolicy(
    '  - scale: {what: services.clinic.capacity, by: $x}',
    'assumptions: {made-by: Policy author}\nlevers: {x: {label: Staffing, range: [0, 4]}}\nparameters: {x: {value: 2, assumption: a, grade: E, range: [0, 4]}}\n',
    '{policy: ./p.yaml, with: {x: 3}}',
    smallWith(['time:', 'assumptions: {made-by: User}\ntime:']),
  );
  expect(describeWorld(accepted(files)).description.assumptions).toMatchObject([
    { id: 'p.x', statement: 'Staffing', madeBy: 'User', from: 's.yaml', grade: 'E', reliability: null },
  ]);
});

test('who and when are checked like everything else', () => {
  const text = smallWith(['time:', 'assumptions: {made-by: A, made-no: 2024-01-01, review-by: soon}\ntime:']);
  expect(told(refused(text))).toEqual([
    's.yaml:4:27 assumptions.made-no: `made-no` is not a key that is known here.',
    's.yaml:4:59 assumptions.review-by: This has to be a date.',
  ]);
});

test('every number that ships says who chose it, and where it stands, the same on every machine', () => {
  const text =
    'spillover: 1\nscenario: s\nextends: uk-baseline\npolicies: [right-care-right-person, drug-diversion, {policy: portugal-style, after: drug-diversion}]\n';
  const found = describeWorld(accepted(text)).description.assumptions;
  expect(found.length).toBeGreaterThan(100);
  expect(found.filter(({ madeBy, madeOn, reviewBy }) => !madeBy || !madeOn || !reviewBy).map(({ id }) => id)).toEqual(
    [],
  );
  expect(found.filter(({ unit }) => unit === null).map(({ id }) => id)).toEqual([]);
  expect([...new Set(found.map(({ from }) => from))].sort()).toEqual([
    'shipped/policies/drug-diversion.yaml',
    'shipped/policies/portugal-style.yaml',
    'shipped/policies/right-care-right-person.yaml',
    'shipped/uk-baseline.yaml',
  ]);
});
