import { expect, test } from 'vitest';
import type { Step, World } from '../../src/sim/index.js';
import { accepted, tablesOf } from './support/load.js';
import { withPolicy } from './support/policy.js';
import { small } from './support/small.js';

const bare = accepted(small).world;
const edited = (edits: string, more = '', use?: string, scenario?: string) =>
  accepted(withPolicy(edits, more, use, scenario)).world;
const stepOf = (world: World, name: string): Step => {
  const step = tablesOf(world).steps.find((each) => each.name === name);
  if (step === undefined) throw new Error(`no ${name}`);
  return step;
};
const seizeOf = (world: World, name: string) => {
  const step = stepOf(world, name);
  if (step.verb !== 'seize') throw new Error(step.verb);
  return step;
};
const branchOf = (world: World, name: string) => {
  const step = stepOf(world, name);
  if (step.verb !== 'branch') throw new Error(step.verb);
  return step;
};
const tagsOf = (world: World) =>
  tablesOf(world)
    .steps.filter((step) => step.tag > 0)
    .map((step) => `${step.name} ${step.tag}`);

const everyEdit = `  - scale: {what: arrivals.others.rate, by: 3}
  - scale: {what: pathways.visit.steps.treat.for, by: 2}
  - set: {what: services.clinic.capacity, to: 9}
  - set: {what: pathways.visit.steps.treat.then, to: =missed}
  - reroute: {step: visit.decide, from: [treat], share: 0.5, to: {=missed: 0.4, desk.ask: rest}}
  - threshold: {step: visit.decide, option: treat, below: higher, to: =seen}
  - add:
      services: {desk: {agency: nhs, capacity: 2}}
      pathways: {desk: {steps: {ask: {seize: desk, for: 5 min}, done: {leave: seen}}}}
      arrivals: {callers: {rate: 4 per hour, to: desk.ask}}
      clocks: {heals: {need: injury, runs: waiting, rate: 1 per day, expires: {leave: seen}}}`;

test('a policy that nobody follows changes nothing at all', () => {
  const world = edited(everyEdit, 'compliance: 0\n');
  expect(world.policies).toEqual(['p']);
  expect({ ...world, policies: [] }).toEqual(bare);
});

test('scale multiplies rates, capacities, rooms, lengths and shares by 1 + s (by − 1)', () => {
  const edits = `  - scale: {what: arrivals.others.rate, by: 3}
  - scale: {what: services.doctor.capacity, by: 3}
  - scale: {what: services.clinic.room, by: 0.5}
  - scale: {what: pathways.visit.steps.triage.for, by: 2}
  - scale: {what: pathways.visit.steps.decide.branch.options.treat.share.lower, by: 2}
  - scale: {what: needs.injury.onset.rate, by: 4}`;
  const half = edited(edits, 'compliance: 0.5\n');
  const { arrivals, services, needs } = tablesOf(half);
  expect(arrivals[0]).toMatchObject({ rate: 4, unitRate: 2 });
  expect([services[1]?.capacity[0], services[1]?.capacity[8]]).toEqual([2, 4]);
  expect(services[0]?.room).toBe(15);
  expect(seizeOf(half, 'visit.triage').length?.bySeverity[0]).toEqual({ kind: 'exponential', mean: 0.5 });
  expect(branchOf(half, 'visit.decide').options.map((option) => option.weights)).toEqual([
    [expect.closeTo(0.3, 12), 0.9],
    [expect.closeTo(0.7, 12), expect.closeTo(0.1, 12)],
  ]);
  expect(needs[0]?.rate).toBeCloseTo((2.5 * 500) / 1e6 / 168, 15);
  expect(needs[0]?.unitRate).toBe(tablesOf(bare).needs[0]?.unitRate);
  expect(tagsOf(half)).toEqual(['visit.triage 1', 'visit.decide 1']);
});

test('scale keeps the shape of a distribution', () => {
  const scaled = (written: string) => {
    const scenario = small.replace('for: 30 min', `for: ${written}`);
    const world = edited('  - scale: {what: pathways.visit.steps.treat.for, by: 2}', '', './p.yaml', scenario);
    return seizeOf(world, 'visit.treat').length?.bySeverity[0];
  };
  expect(scaled('{erlang: {shape: 3, mean: 2 h}}')).toEqual({ kind: 'erlang', shape: 3, mean: 4 });
  expect(scaled('{gamma: {shape: 0.5, mean: 2 h}}')).toEqual({ kind: 'gamma', shape: 0.5, mean: 4 });
  expect(scaled('{weibull: {shape: 2, scale: 2 h}}')).toEqual({ kind: 'weibull', shape: 2, scale: 4 });
  expect(
    scaled('{mixture: [{share: 0.5, of: 1 h}, {share: 0.5, of: {truncated: {of: {exponential: 1 h}, high: 3 h}}}]}'),
  ).toEqual({
    kind: 'mixture',
    parts: [
      { kind: 'deterministic', value: 2 },
      { kind: 'truncated', of: { kind: 'exponential', mean: 2 }, low: 0, high: 6 },
    ],
    shares: [0.5, 0.5],
  });
  expect(scaled('{uniform: {low: 1 h, high: 2 h}}')).toEqual({ kind: 'uniform', low: 2, high: 4 });
  expect(scaled('{triangular: {low: 1 h, mode: 2 h, high: 3 h}}')).toEqual({
    kind: 'triangular',
    low: 2,
    mode: 4,
    high: 6,
  });
  expect(scaled('{empirical: {values: [1 h, 2 h], shares: [0.25, 0.75]}}')).toEqual({
    kind: 'empirical',
    values: [2, 4],
    shares: [0.25, 0.75],
  });
  const lognormal = scaled('{lognormal: {median: 1 h, q90: 2 h}}');
  expect(lognormal).toMatchObject({ kind: 'lognormal', mu: expect.closeTo(Math.log(2), 12) });
});

test('set puts a value in place, numbers by degrees', () => {
  const set = (to: string, more = '') =>
    tablesOf(edited(`  - set: {what: services.clinic.capacity, to: ${to}}`, more)).services[0]?.capacity.slice(0, 9);
  expect(set('9')).toEqual(new Array(9).fill(9));
  expect(set('9', 'compliance: 0.5\n')).toEqual(new Array(9).fill(6));
  expect(set('90 per million')).toEqual(new Array(9).fill(9));
  expect(set('90 per million', 'compliance: 0.5\n')).toEqual(new Array(9).fill(6));
  expect(set('{08:00-20:00: 5, otherwise: 1}')).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 5]);
  expect(set('unlimited')).toEqual(new Array(9).fill(Number.POSITIVE_INFINITY));
});

test('set changes ways, lengths, hours, and keys that were left out', () => {
  const world = edited(`  - set: {what: pathways.visit.steps.treat.then, to: =missed}
  - set: {what: pathways.visit.steps.treat.for, to: {lognormal: {mean: 1 h, sd: 30 min}}}
  - set: {what: pathways.visit.steps.treat.if-closed, to: =missed}
  - set: {what: arrivals.others.hours, to: {days: [2, 1, 1, 1, 1, 1, 1]}}
  - set: {what: pathways.visit.steps.decide.branch.options.advise.to, to: treat}`);
  const { steps, arrivals } = tablesOf(world);
  const missed = steps.findIndex((step) => step.name === 'visit.=missed');
  const treat = seizeOf(world, 'visit.treat');
  expect([treat.then, treat.ifClosed]).toEqual([missed, missed]);
  expect(treat.length?.bySeverity[1]?.kind).toBe('lognormal');
  expect(branchOf(world, 'visit.decide').options[1]?.to).toBe(2);
  const [others] = arrivals;
  expect(others?.kind === 'poisson' && others.hours[0]).toBeCloseTo(14 / 8, 12);
  expect(others?.kind === 'poisson' && others.calendar[0]).toBe(1);
  expect(tagsOf(world)).toEqual(['visit.decide 1', 'visit.treat 1']);
});

test('set says who makes room for whom, who is looked at again, and takes it back', () => {
  const on = `  - set: {what: services.doctor.pre-emption, to: reroute}
  - set: {what: pathways.visit.steps.treat.if-pre-empted, to: =missed}
  - set: {what: pathways.visit.steps.treat.priority, to: {lower: 2, higher: 0}}
  - set: {what: pathways.visit.steps.treat.re-triage, to: {after: 1 h, priority: 1}}`;
  const world = edited(on);
  const { services, steps } = tablesOf(world);
  expect(services.map(({ preemption }) => preemption)).toEqual(['none', 'reroute']);
  const treat = seizeOf(world, 'visit.treat');
  expect([treat.ifPreempted, treat.priority]).toEqual([
    steps.findIndex(({ name }) => name === 'visit.=missed'),
    [2, 0],
  ]);
  expect(treat.retriage).toMatchObject({ priority: [1, 1], severity: -1 });
  expect(tagsOf(world)).toEqual(['visit.treat 1']);
  const having = small
    .replace('  doctor:\n', '  doctor:\n    pre-emption: reroute\n')
    .replace('seize: doctor,', 'seize: doctor, if-pre-empted: =missed, priority: {lower: 1, higher: 0},');
  // What the step says of losing one's place stands idle in the world where nobody does.
  const off = edited('  - set: {what: services.doctor.pre-emption, to: none}', '', './p.yaml', having);
  expect(tablesOf(off).services[1]?.preemption).toBe('none');
});

test('reroute has a draw of its own and leaves the race alone', () => {
  const world = edited(
    '  - reroute: {step: visit.decide, from: treat, share: {lower: 0.8, higher: 0.2}, to: {=missed: 0.4, =seen: rest}}',
    'compliance: 0.5\n',
  );
  const decide = branchOf(world, 'visit.decide');
  expect(decide.options).toEqual(
    branchOf(bare, 'visit.decide').options.map((option, index) => ({ ...option, to: index === 0 ? 2 : 4 })),
  );
  expect(decide.reroutes).toEqual([
    {
      policy: 'p',
      edit: 'visit.decide',
      from: [0],
      share: [0.4, 0.1],
      to: [
        { name: '=missed', weights: [0.4, 0.4], to: 3 },
        { name: '=seen', weights: [0.6, 0.6], to: 4 },
      ],
    },
  ]);
  expect(tagsOf(world)).toEqual(['visit.decide 1']);
  expect(decide.rule).not.toBe(branchOf(bare, 'visit.decide').rule);
});

test('reroute of all who come to a step; edits of the same step have names of their own', () => {
  const world = edited(`  - reroute: {step: visit.treat, share: 1, to: =seen}
  - reroute: {step: visit.treat, share: 0.5, to: =missed}
  - {name: third, reroute: {step: visit.treat, share: 0.5, to: visit.triage}}`);
  expect(
    seizeOf(world, 'visit.treat').reroutes.map(({ edit, from, share, to }) => ({ edit, from, share, to: to[0]?.name })),
  ).toEqual([
    { edit: 'visit.treat', from: [], share: [1, 1], to: '=seen' },
    { edit: 'visit.treat#2', from: [], share: [0.5, 0.5], to: '=missed' },
    { edit: 'third', from: [], share: [0.5, 0.5], to: 'visit.triage' },
  ]);
});

test('threshold is a reroute of everyone less severe', () => {
  const world = edited(
    '  - threshold: {step: visit.decide, option: treat, below: higher, to: =seen}',
    'compliance: 0.9\n',
  );
  expect(branchOf(world, 'visit.decide').reroutes).toEqual([
    { policy: 'p', edit: 'visit.decide', from: [0], share: [0.9, 0], to: [{ name: '=seen', weights: [1, 1], to: 4 }] },
  ]);
});

test('add: new blocks, whose rates come in by degrees and whose staff come at once', () => {
  const world = edited(everyEdit, 'compliance: 1\n');
  const { services, arrivals, clocks, steps } = tablesOf(world);
  expect(services[2]).toMatchObject({ name: 'desk', agency: 0 });
  expect(services[2]?.capacity[0]).toBe(2);
  expect(arrivals[1]).toMatchObject({ name: 'callers', rate: 4, unitRate: 4 });
  expect(clocks[0]?.rate).toBeCloseTo(1 / 24, 12);
  expect(steps.map((step) => step.name)).toContain('desk.ask');
  expect(tagsOf(world)).toEqual(['visit.decide 1', 'visit.treat 1', 'desk.ask 1', 'desk.done 1']);
  const part = edited(
    everyEdit.replace('  - set: {what: pathways.visit.steps.treat.then, to: =missed}\n', ''),
    'compliance: 0.25\n',
  );
  expect(tablesOf(part).arrivals[1]).toMatchObject({ rate: 1, unitRate: 4 });
  expect(tablesOf(part).services[2]?.capacity[0]).toBe(2);
  expect(tablesOf(part).clocks[0]?.rate).toBeCloseTo(0.25 / 24, 12);
});

test('policies are put on in order, each on what the ones before have made', () => {
  const files = {
    's.yaml': small.replace('time:', 'policies: [./p.yaml, {policy: ./q.yaml, after: p}]\ntime:'),
    'p.yaml':
      withPolicy(
        '  - scale: {what: services.clinic.capacity, by: 2}\n  - scale: {what: pathways.visit.steps.treat.for, by: 2}',
      )['p.yaml'] ?? '',
    'q.yaml': (
      withPolicy(
        '  - set: {what: services.clinic.capacity, to: 10}\n  - scale: {what: pathways.visit.steps.treat.for, by: 3}',
        'compliance: 0.5\n',
      )['p.yaml'] ?? ''
    ).replace('policy: p', 'policy: q'),
  };
  const { world } = accepted(files);
  expect(world.policies).toEqual(['p', 'q']);
  expect(tablesOf(world).services[0]?.capacity[0]).toBe(8);
  expect(seizeOf(world, 'visit.treat').length?.bySeverity[0]).toEqual({ kind: 'deterministic', value: 2 });
  expect(tagsOf(world)).toEqual(['visit.treat 2']);
});

test('levers are set where a policy is used', () => {
  const parameters =
    'levers: {x: {label: Speed}}\nparameters:\n  x: {value: 2, assumption: a guess, grade: E, range: [1, 5]}\n  y: {value: $x, assumption: the same, grade: E, range: [1, 5]}\n';
  const edits = '  - scale: {what: services.clinic.capacity, by: $y}';
  const capacity = (use: string) => tablesOf(edited(edits, parameters, use)).services[0]?.capacity[0];
  expect(capacity('./p.yaml')).toBe(6);
  expect(capacity('{policy: ./p.yaml, with: {x: 4}}')).toBe(12);
  expect(capacity('{policy: ./p.yaml, with: {x: 4}, compliance: 0}')).toBe(3);
});

test('a policy may name parameters of the scenario, and its own come first', () => {
  const scenario = `${small}parameters:\n  x: {value: 5, assumption: a guess, grade: E, range: [1, 5]}\n  z: {value: 3, assumption: a guess, grade: E, range: [1, 5]}\n`;
  const own = 'parameters: {x: {value: 2, assumption: a guess, grade: E, range: [1, 5]}}\n';
  const edits =
    '  - scale: {what: services.clinic.capacity, by: $x}\n  - scale: {what: services.doctor.capacity, by: $z}';
  const { services } = tablesOf(edited(edits, own, './p.yaml', scenario));
  expect([services[0]?.capacity[0], services[1]?.capacity[0]]).toEqual([6, 3]);
});
