import { expect, test } from 'vitest';
import { describeWorld, loadTargets } from '../../src/scenarios/index.js';
import { valueInWords } from '../../src/scenarios/value-words.js';
import { full } from './support/full.js';
import { accepted, inFolder, told } from './support/load.js';
import { withPolicy } from './support/policy.js';
import { smallWith } from './support/small.js';

test('the dictionary is in the order of the world', () => {
  const checked = accepted(full);
  const { dictionary } = describeWorld(checked);
  const { world } = checked;
  expect(dictionary.services.map(({ id }) => id)).toEqual(world.epochs[0]?.tables.services.map(({ name }) => name));
  expect(dictionary.steps.map(({ id }) => id)).toEqual(world.epochs[0]?.tables.steps.map(({ name }) => name));
  expect(dictionary.services[1]).toEqual({
    id: 'suite',
    label: 'suite',
    agency: 'nhs',
    unit: 'rooms',
    unitOne: 'unit (rooms)',
    staff: false,
    standard: { within: 4, share: 0.95, source: 'Code of Practice' },
  });
  expect(dictionary.services[0]).toMatchObject({ label: 'Officers', agency: 'police', staff: true, standard: null });
  expect(dictionary.agencies).toEqual([
    { id: 'police', label: 'Police' },
    { id: 'nhs', label: 'NHS' },
  ]);
  expect(dictionary.needs).toEqual([{ id: 'crisis', label: 'Mental-health crisis' }]);
  expect(dictionary.outcomes).toEqual([
    { id: 'resolved', label: 'Resolved', unmet: false },
    { id: 'advice-only', label: 'Advice only', unmet: false },
    { id: 'unmet', label: 'Need not met', unmet: true },
    { id: 'died', label: 'Died', unmet: false },
  ]);
  expect(dictionary.steps[8]).toEqual({ id: 'call.=unmet', pathway: 'call', verb: 'leave' });
});

test('a scenario describes itself', () => {
  const told = describeWorld(accepted(full));
  expect(told).toMatchObject({
    title: 'One of everything',
    area: { id: 'anyshire', label: 'Anyshire', population: 500_000 },
    design: { kind: 'steady', start: '2024-01-01', asOf: '2024-03-01' },
    replications: 7,
  });
  expect(told.description).toMatchObject({
    id: 'full',
    policies: [],
    assumptions: [],
    limits: ['Not for planning.'],
    assurance: { statement: 'Read through.', by: 'A colleague' },
    study: {
      decision: 'Whether to add one',
      audience: 'Colleagues',
      commissioner: 'Nobody',
      analyst: 'Somebody',
      assurer: 'A colleague',
      approver: 'The head',
      risk: { rating: 'very-low', because: 'A test.' },
    },
    sunset: '2027-12-31',
    owner: 'Somebody',
    repeatContact: 'by-frailty',
  });
  expect(told.description.hash).toMatch(/^[0-9a-f]{16}$/);
  expect(describeWorld(accepted(full)).description.hash).toBe(told.description.hash);
  expect(describeWorld(accepted(full.replace('rate: 12 per day', 'rate: 13 per day'))).description.hash).not.toBe(
    told.description.hash,
  );
});

test('a value of a policy is told as it is written, without brackets and quotes', () => {
  expect(valueInWords({ 'mon-fri 09:00-17:00': 3, otherwise: 1 })).toBe('mon-fri 09:00-17:00 3; otherwise 1');
  expect(valueInWords({ lognormal: { mean: '1 h', sd: '30 min' } })).toBe('lognormal mean 1 h; sd 30 min');
  expect(valueInWords(['a', 2])).toBe('a, 2');
});

test('policies are told in words', () => {
  const files = withPolicy(
    `  - reroute: {step: visit.decide, from: [treat], share: {lower: 0.5, higher: 0.125}, to: =missed}
  - reroute: {step: visit.treat, share: 20%, to: {=seen: 0.5, =missed: rest}}
  - threshold: {step: visit.decide, option: treat, below: higher, to: =seen}
  - scale: {what: services.clinic.capacity, by: 1.5}
  - set: {what: services.doctor.capacity, to: 4}
  - add: {services: {desk: {agency: nhs, capacity: 2}}}`,
    'label: Less treatment\nlimits: [Made up.]\n',
  );
  const { policies, limits } = describeWorld(accepted(files)).description;
  expect(policies).toEqual([
    {
      id: 'p',
      label: 'Less treatment',
      origin: 'nhs',
      edits: [
        '50% (lower), 12.5% (higher) of those who take treat at visit.decide go to =missed.',
        '20% of those who come to visit.treat go to =seen, =missed.',
        'treat at visit.decide is only for higher and above; the others go to =seen.',
        'services.clinic.capacity is multiplied by 1.5.',
        'services.doctor.capacity becomes 4.',
        'New: desk (services).',
      ],
      starts: null,
      ends: null,
    },
  ]);
  expect(limits).toEqual(['Made up.']);
});

test('the log of assumptions has every parameter, with what it rests on', () => {
  const evidence =
    'id,quantity,value,low,high,unit,geography,period,source,url,quality,note\ncensus,Nurses,3,,,nurses,Here,2024,A census,https://example.org/census,inspection,\n';
  const scenario = `${smallWith(['capacity: 3', 'capacity: $nurses'], ['for: 30 min', 'for: $stay'])}evidence: [e.csv]
parameters:
  nurses: {value: 3, source: census, grade: A, reason: as counted}
  stay: {dated: [{from: 2020-01-01, value: {exponential: 20 min}}, {from: 2030-01-01, value: 1 h}], source: 'Smith, 2020', url: https://example.org/smith, grade: C}
`;
  const files = {
    ...withPolicy(
      '  - scale: {what: services.clinic.capacity, by: $x}',
      'levers: {x: {range: [0, 4]}}\nparameters: {x: {value: 2, source: census, grade: A}}\n',
      '{policy: ./p.yaml, with: {x: 3}}',
      scenario,
    ),
    'e.csv': evidence,
  };
  expect(describeWorld(accepted(files)).description.assumptions).toMatchObject([
    {
      id: 'nurses',
      value: '3',
      range: null,
      grade: 'A',
      source: 'census',
      url: 'https://example.org/census',
      quality: 'inspection',
      reason: 'as counted',
      from: 's.yaml',
    },
    {
      id: 'stay',
      value: 'exponential 20 min',
      range: null,
      grade: 'C',
      source: 'Smith, 2020',
      url: 'https://example.org/smith',
      quality: null,
      reason: null,
      from: 's.yaml',
    },
    {
      id: 'p.x',
      value: '3',
      range: '0 to 4',
      grade: 'E',
      source: null,
      url: null,
      quality: null,
      reason: 'set in s.yaml; was 2 (census)',
      from: 's.yaml',
    },
  ]);
});

test('targets join published figures with where they are found', () => {
  const table = [
    'id,world,role,output,target,low,high,unit,period,basis',
    'a,baseline,emergent,A figure,2,1,3,hours,2024,a count',
    'b,baseline,rate,Another,5,4,6,fraction,2024,',
  ].join('\n');
  const targets = `spillover: 1
table: table.csv
targets:
  a: {not-modelled: Too hard.}
  b:
    world: small
    against: other
    relative: true
    of: [{measure: contacts, where: {service: clinic, group: [people, background]}}, {measure: served, times: -1}]
    over: {per: million-years}
    times: 2
    reading: first
`;
  inFolder({ 't.yaml': targets, 'table.csv': table }, (cwd) => {
    const loaded = loadTargets('./t.yaml', { cwd });
    if (!loaded.ok) throw new Error(told(loaded.problems).join('\n'));
    expect(loaded.targets).toEqual([
      {
        id: 'a',
        world: 'baseline',
        role: 'emergent',
        output: 'A figure',
        target: 2,
        low: 1,
        high: 3,
        unit: 'hours',
        period: '2024',
        basis: 'a count',
        mapping: { kind: 'not-modelled', why: 'Too hard.' },
      },
      {
        id: 'b',
        world: 'small',
        role: 'rate',
        output: 'Another',
        target: 5,
        low: 4,
        high: 6,
        unit: 'fraction',
        period: '2024',
        basis: '',
        mapping: {
          kind: 'measured',
          of: [
            { measure: 'contacts', where: { service: ['clinic'], group: ['people', 'background'] }, times: 1 },
            { measure: 'served', where: {}, times: -1 },
          ],
          over: 'million-years',
          dividedBy: null,
          figure: null,
          during: null,
          againstDuring: null,
          against: 'other',
          relative: true,
          times: 2,
          reading: 'first',
        },
      },
    ]);
    expect(loaded.files.map((file) => file.path)).toEqual(['project/t.yaml', 'project/table.csv']);
  });
});

test('targets with faults', () => {
  const table = [
    'id,world,role,output,target,low,high,unit,period,basis',
    'a,baseline,emergent,A figure,2,1,3,hours,2024,',
    'b,baseline,emergnt,Another,9,4,6,fraction,2024,',
    'c,baseline,rate,A third,5,4,6,fraction,2024,',
  ].join('\n');
  const targets = `spillover: 1
table: table.csv
targets:
  aa: {not-modelled: Too hard.}
  b: {world: small, of: {measur: contacts}}
  c: {world: small, of: {measure: contacts}, over: {per: year}}
`;
  inFolder({ 't.yaml': targets, 'table.csv': table }, (cwd) => {
    const loaded = loadTargets('./t.yaml', { cwd });
    expect(loaded.ok ? [] : told(loaded.problems)).toEqual([
      't.yaml:3:1 targets.a: Nothing is said of the published figure `a`.',
      't.yaml:4:3 targets.aa: There is no published figure called `aa`.',
      't.yaml:5:26 targets.b.of.measur: `measur` is not a key that is known here.',
      't.yaml:6:58 targets.c.over.per: This word is not one of the choices here.',
      'table.csv:3:1 : The published figure is not within its range.',
      'table.csv:3:1 : There is no role called `emergnt`.',
    ]);
  });
});
