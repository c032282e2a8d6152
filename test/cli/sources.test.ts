/** `sources`: every piece of evidence in use, where it stands, and what rests on it. */
import { expect, it } from 'vitest';
import { CAFE } from './support/cafe.js';
import { here } from './support/here.js';
import { folderWith, spillover } from './support/spillover.js';

const HEADER = 'id,quantity,value,low,high,unit,geography,period,source,url,quality,note';
const EVIDENCE = `${HEADER}
census,Workers on duty,2,,,workers,Town,2024,A census,https://example.org/census,inspection,
unused,Not used,2,,,workers,Town,2024,A census,https://example.org/census,inspection,
`;
const SCENARIO = `${CAFE.replace('capacity: 2', 'capacity: $workers').replace('{exponential: 1 h}', '$talk').replace('{exponential: 2 h}', '$patience')}evidence: [e.csv]
policies: [./p.yaml]
parameters:
  workers: {value: $staff, source: census, grade: A}
  staff: {value: 2, source: census, grade: B, reason: as counted}
  talk: {value: {exponential: 1 h}, source: 'Smith, 2020', url: https://example.org/smith, grade: C}
  patience: {value: {exponential: 2 h}, assumption: a guess, grade: E, range: [{exponential: 1 h}, {exponential: 3 h}]}
`;
const POLICY = `spillover: 1
policy: more
parameters: {by: {value: 2, source: census, grade: D}}
edits:
  - scale: {what: services.cafe.capacity, by: $by}
`;
const files = { 's.yaml': SCENARIO, 'e.csv': EVIDENCE, 'p.yaml': POLICY };

it('each source is told once, with the numbers that rest on it, and where they take effect', async () => {
  const { code, stdout, stderr } = spillover(['sources', './s.yaml'], folderWith(files));
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout.trimEnd().split('\n')).toEqual([
    'census [inspection]',
    '  Workers on duty: 2 workers (Town, 2024)',
    '  A census',
    '  https://example.org/census',
    '  e.csv:2',
    '  workers: $staff, grade A (s.yaml:20)',
    '      in service cafe',
    '  staff: 2, grade B (s.yaml:21)',
    '      in service cafe',
    '  more.by: 2, grade D (p.yaml:3)',
    '      in service cafe',
    '',
    'Smith, 2020',
    '  https://example.org/smith',
    '  talk: exponential 1 h, grade C (s.yaml:22)',
    '      in step visit.talk',
    '',
    '4 numbers rest on 1 piece of evidence and 1 citation; 1 number is assumed, without a source:',
    '  patience',
    '1 further number of s.yaml is not under `parameters`: no source, grade or range is recorded.',
  ]);
});

it('with --json it is one document', async () => {
  const { stdout } = await here(['sources', './s.yaml', '--json'], folderWith(files));
  const told = JSON.parse(stdout);
  expect(told).toMatchObject({ schemaVersion: 1, scenario: 'cafe', assumed: ['patience'] });
  expect(told.rows.map(({ id, citation, at }: Record<string, unknown>) => [id, citation, at])).toEqual([
    ['census', 'A census', 'e.csv:2'],
    [null, 'Smith, 2020', null],
  ]);
  expect(told.rows[0].uses[2]).toEqual({
    parameter: 'more.by',
    value: '2',
    grade: 'D',
    at: 'p.yaml:3',
    usedIn: ['service cafe'],
  });
});

it('every number of the shipped policies that has a source takes effect somewhere', async () => {
  const { code, stdout } = await here(['sources', 'all-three', '--json'], folderWith());
  expect(code).toBe(0);
  const uses = JSON.parse(stdout).rows.flatMap(({ uses: all }: { uses: { usedIn: string[] }[] }) => all);
  expect(uses.length).toBeGreaterThan(90);
  expect(uses.filter(({ usedIn }: { usedIn: string[] }) => usedIn.length === 0)).toEqual([]);
});

it('a scenario with a fault is refused as elsewhere', async () => {
  const { code, stderr } = await here(
    ['sources', './s.yaml'],
    folderWith({ ...files, 's.yaml': SCENARIO.replace('census', 'censu') }),
  );
  expect(code).toBe(2);
  expect(stderr).toContain('Did you mean `census`?');
});
