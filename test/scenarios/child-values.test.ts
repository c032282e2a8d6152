import { expect, test } from 'vitest';
import { describeWorld, formatProblems } from '../../src/scenarios/index.js';
import { accepted, load, refused, told } from './support/load.js';
import { policy } from './support/policy.js';
import { small, smallWith } from './support/small.js';

const cited = 'source: Smith 2020, url: https://example.org, grade: A';
const root = `${smallWith(
  ['capacity: 3', 'capacity: $nurse-places'],
  ['share: {lower: 0.2, higher: 0.9}', 'share: $treated'],
)}parameters:
  nurse-places: {value: 3, ${cited}}
  treated: {value: {lower: 0.2, higher: 0.9}, ${cited}}
`;
const divert = policy(
  '  - reroute: {step: visit.treat, share: 1, to: {=seen: $lever, =missed: 0.5}}',
  `levers: {lever: {range: [0, 0.6]}}\nparameters: {lever: {value: 0.5, ${cited}}, fixed: {value: 1, ${cited}}}\n`,
);
const files = (text: string) => ({
  's.yaml': `spillover: 1\nscenario: s\nextends: ./root.yaml\n${text}`,
  'root.yaml': root,
  'p.yaml': divert,
});
const withLever = (setting: string) => files(`policies: [{policy: ./p.yaml, with: {${setting}}}]\n`);

test('a lever is set inside of its range, and its old source says nothing of it', () => {
  const { assumptions } = describeWorld(accepted(withLever('lever: 50%'))).description;
  expect(assumptions.find(({ id }) => id === 'p.lever')).toMatchObject({
    id: 'p.lever',
    value: '50%',
    range: '0 to 0.6',
    grade: 'E',
    source: null,
    url: null,
    quality: null,
    reason: 'set in s.yaml; was 0.5 (Smith 2020)',
    from: 's.yaml',
  });
});

test.each(['0.7', '-0.1', '70%'])('a lever set to %s lies outside of its range', (value) => {
  const problems = refused(withLever(`lever: ${value}`));
  expect(told(problems)).toEqual([
    's.yaml:4:45 policies[0].with.lever: This lies outside of the range of the lever `lever`.',
  ]);
  expect(problems[0]).toMatchObject({ found: value, expected: 'a value from 0 to 0.6' });
});

test('a lever set in another unit is refused, and so is a part of it that lies outside', () => {
  expect(told(refused(withLever('lever: 1 h')))).toEqual([
    's.yaml:4:45 policies[0].with.lever: This is in another kind of unit than the range of the lever `lever`.',
  ]);
  expect(told(refused(withLever('lever: {lower: 0.5, higher: 0.7}')))).toEqual([
    's.yaml:4:66 policies[0].with.lever.higher: This lies outside of the range of the lever `lever`.',
  ]);
});

test('a setting that makes the rule of a policy impossible is shown where it was set', () => {
  const problems = refused(withLever('lever: 0.6'));
  expect(problems).toMatchObject([
    { file: 's.yaml', line: 4, column: 45, path: 'policies[0].with.lever', found: '0.6 + 0.5' },
  ]);
  expect(problems[0]?.message).toMatch(/^The shares add to 1\.1.* It is used in p\.yaml:7:\d+, as `edits\[0\]/);
});

test('a parameter that makes the rule of a parent impossible is shown where it was set', () => {
  const wrongUnit = refused(files(`parameters: {nurse-places: {value: 3 h, ${cited}}}\n`));
  expect(told(wrongUnit)).toEqual([
    's.yaml:4:36 parameters.nurse-places.value: This is a duration, which is of no use here. It is used in root.yaml:12:49, as `services.clinic.capacity`.',
  ]);
  const part = refused(files(`parameters: {treated: {value: {lower: 0.2, higher: 1.9}, ${cited}}}\n`));
  expect(told(part)).toMatchObject([
    expect.stringMatching(
      /^s\.yaml:4:52 parameters\.treated\.value\.higher: A share lies between 0 and 1\. It is used/,
    ),
  ]);
});

test('a lever among the parameters of a scenario is pointed to `with`', () => {
  const problems = refused(files(`policies: [./p.yaml]\nparameters: {lever: {value: 0.4, ${cited}}}\n`));
  expect(told(problems)).toEqual([
    's.yaml:5:14 parameters.lever: `lever` is a lever of the policy `p`: set here, it changes nothing.',
  ]);
  expect(problems[0]?.next).toBe(
    'Write `{policy: ./p.yaml, with: {lever: …}}` under `policies:`, and take it out here.',
  );
  const other = load(files(`policies: [./p.yaml]\nparameters: {fixed: {value: 2, ${cited}}}\n`));
  expect(other.ok && told(other.warnings)).toContain(
    's.yaml:5:21 parameters.fixed: `fixed` is a parameter of the policy `p`: set here, it changes nothing.',
  );
});

test('a misspelt parameter of a child is a problem, one that is like no other a warning', () => {
  const [problem] = refused(files(`parameters: {nurse-place: {value: 4, ${cited}}}\n`));
  expect(problem).toMatchObject({ line: 4, column: 14, found: 'nurse-place', nearest: 'nurse-places' });
  const replaced = refused(
    files(`services: {clinic: {capacity: 4}}\nparameters: {nurse-place: {value: 4, ${cited}}}\n`),
  );
  expect(replaced).toMatchObject([{ line: 5, found: 'nurse-place', nearest: 'nurse-places' }]);
  const loaded = load(files(`parameters: {something-else-altogether: {value: 4, ${cited}}}\n`));
  expect(loaded.ok && loaded.warnings.map(({ found }) => found)).toEqual(['something-else-altogether']);
});

test('strict: a bare number in a child is told of the parameter that it took the place of', () => {
  const problems = refused(files('strict: true\nservices: {clinic: {capacity: 4}}\n'));
  expect(problems.find(({ file }) => file === 's.yaml')).toMatchObject({
    path: 'services.clinic.capacity',
    expected: '`$nurse-places`',
    next: 'Change `$nurse-places` under `parameters:`, as `nurse-places: {value: …, assumption: …, grade: E, range: […]}`, and take this line out.',
  });
});

test('where a fault keeps checks from being made, there may be more', () => {
  const more = 'There may be more once these are mended.';
  expect(formatProblems(refused('spillover: 1\nscenario: [\n')).endsWith(`\n\n${more}`)).toBe(true);
  expect(formatProblems(refused(smallWith(['services:', 'services: 3\nx:'])))).toContain(more);
  expect(formatProblems(refused(small.replace('for: 30 min', 'for: 30')))).not.toContain(more);
});
