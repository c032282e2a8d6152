/** `describe` in words, and offered loads against hand calculation. */
import { describe, expect, it } from 'vitest';
import { duration, number, rate } from '../../src/cli/describe/quantities.js';
import { compileWorld, loadScenario, offeredLoads } from '../../src/scenarios/index.js';
import { CAFE } from './support/cafe.js';
import { CLINIC } from './support/clinic.js';
import { here } from './support/here.js';
import { folderWith, spillover } from './support/spillover.js';

function loadsOf(text: string): Record<string, { units: number; exact: boolean }> {
  const loaded = loadScenario('./a.yaml', { cwd: folderWith({ 'a.yaml': text }) });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
  const world = compileWorld(loaded.scenario);
  const names = world.epochs[0]?.tables.services.map(({ name }) => name) ?? [];
  return Object.fromEntries(offeredLoads(world).map((load, at) => [names[at] ?? '?', load]));
}

describe('offered load', () => {
  it('is arrival rate x mean service time x units, along every way', () => {
    const loads = loadsOf(CLINIC);
    // 12 an hour, of whom 3 severe. Those 3 see a doctor 1 / (1 - 0.25) times each: 4 visits an hour of 1 h.
    // Desk: 12 x 1/6 h at triage, and 3 x 1/4 h on leaving. Nurse: 9 x 0.5 and 2 of the queue, half an hour each.
    expect(loads.desk?.units).toBeCloseTo(12 / 6 + 3 / 4, 9);
    expect(loads.nurse?.units).toBeCloseTo((9 * 0.5 + 2) / 2, 9);
    expect(loads.doctor?.units).toBeCloseTo(4 * 2, 9);
    expect(loads.room?.units).toBeCloseTo(4, 9);
    expect(Object.values(loads).map(({ exact }) => exact)).toEqual([true, true, true, true]);
  });

  it('is rough where the way depends on who gives up', () => {
    const loads = loadsOf(
      CLINIC.replace('to-home: {leave: home}', 'to-home: {seize: room, for: 1 h, then: out}\n      out: {leave: home}'),
    );
    expect(loads.nurse?.exact).toBe(true);
    expect(loads.room).toMatchObject({ units: expect.closeTo(4 + 6.5 + 3, 9), exact: false });
  });

  it('of a closed network is not followed', () => {
    const text = CAFE.replace('rate: 40 per day', 'people: 5')
      .replace('visit:\n', 'visit:\n    closed: true\n')
      .replace('end: {leave: helped}', 'rest: {delay: {exponential: 1 h}, then: talk}');
    expect(loadsOf(text)).toEqual({ cafe: { units: 0, staying: 0, exact: false } });
  });
});

describe('a description', () => {
  it('tells a pathway once where it is the same in several areas', async () => {
    const areas =
      'areas: [{id: north, population: 600}, {id: south, population: 300, set: {pathways.visit.steps.talk.for: 30 min}}, {id: west, population: 100}]';
    const text = CAFE.replace(/^area: .*$/m, areas);
    const { code, stdout } = await here(['describe', './cafe.yaml'], folderWith({ 'cafe.yaml': text }));
    expect(code).toBe(0);
    expect(stdout.match(/^Pathway .*$/gm)).toEqual(['Pathway visit, in north, west', 'Pathway visit, in south']);
    expect(stdout).toMatch(/in south\n +talk: waits for [^(\n]*, for 30 min/);
  });

  it('tells services, pathways as indented steps, and what is missing', () => {
    const { code, stdout, stderr } = spillover(['describe', './clinic.yaml'], folderWith({ 'clinic.yaml': CLINIC }));
    expect([code, stderr]).toEqual([0, '']);
    for (const line of [
      'A clinic [clinic]',
      'Triage, then a nurse, or a doctor in a room.',
      'Town: 1,000 people. Warm-up: 1 week. Measured: 2 weeks. Followed after that: no time.',
      '  capacity: 3 to 6 clerks by hour of the week (4.07 on average)',
      '  offered load: 3.25 nurses (108% of capacity)',
      '  waiting room for 10',
      '  standard: 95% within 4 h',
      '  capacity: unlimited rooms',
      '  triage: waits for Desk, for 10 min',
      '      severe: if severity is higher -> doctor',
      '      home: 50% -> leaves: Went home',
      '  nurse: waits for Nurse, for lower 30 min, higher 60 min',
      '      gives up after 2 h on average -> leaves: Left',
      '      line full -> leaves: Left',
      '  doctor: waits for all at once: Doctor (2 doctors) and Room, for 60 min on average',
      '      priority class lower 1, higher 0 (0 goes first)',
    ])
      expect(stdout.split('\n')).toContain(line);
  });

  it('has a word for one unit where the scenario has one', async () => {
    const one = CAFE.replace('capacity: 2', 'capacity: 1');
    const said = async (text: string) => {
      const { stdout } = await here(['describe', './cafe.yaml'], folderWith({ 'cafe.yaml': text }));
      return stdout.split('\n').filter((line) => line.startsWith('  capacity'));
    };
    expect(await said(one)).toEqual(['  capacity: 1 unit (workers)']);
    expect(await said(one.replace('unit: workers', 'unit: {one: worker, many: workers}'))).toEqual([
      '  capacity: 1 worker',
    ]);
    expect(await said(CAFE.replace('unit: workers', 'unit: {one: worker, many: workers}'))).toEqual([
      '  capacity: 2 workers',
    ]);
    const { code, stderr } = await here(
      ['check', './cafe.yaml'],
      folderWith({ 'cafe.yaml': CAFE.replace('unit: workers', 'unit: {one: worker}') }),
    );
    expect(code).toBe(2);
    expect(stderr).toContain('many');
  });

  it('tells who makes room for whom, and who is looked at again', async () => {
    const text = CLINIC.replace('unit: clerks,', 'unit: clerks, pre-emption: reroute,')
      .replace('unit: nurses,', 'unit: nurses, pre-emption: restart,')
      .replace('triage: {seize: desk,', 'triage: {seize: desk, if-pre-empted: left,')
      .replace('desk: {seize: desk,', 'desk: {seize: desk, if-pre-empted: =home,')
      .replace(
        'nurse: {seize: nurse,',
        'nurse: {seize: nurse, priority: 2, re-triage: {after: 1 h, priority: {lower: 1, higher: 0}, severity: higher},',
      );
    const { code, stdout } = await here(['describe', './clinic.yaml'], folderWith({ 'clinic.yaml': text }));
    expect(code).toBe(0);
    for (const line of [
      '  the less urgent make room: sent elsewhere',
      '  the less urgent make room: served again from the beginning',
      '      pre-empted -> leaves: Left',
      '      pre-empted -> leaves: Went home',
      '      seen again after 60 min: from then on priority class lower 1, higher 0, severity higher',
    ])
      expect(stdout.split('\n')).toContain(line);
  });

  it('with --json is one document', async () => {
    const { stdout } = await here(['describe', './clinic.yaml', '--json'], folderWith({ 'clinic.yaml': CLINIC }));
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, id: 'clinic', label: 'A clinic' });
  });

  it('of a policy tells its edits, and every assumption of the shipped baseline has a grade', async () => {
    const { code, stdout } = await here(['describe', 'right-care-right-person'], folderWith());
    expect(code).toBe(0);
    const assumptions = stdout
      .slice(stdout.indexOf('Assumptions and sources'), stdout.indexOf('\nLimits\n'))
      .split('\n');
    const heads = assumptions.filter((line) => /^[a-z0-9.-]+: /.test(line));
    expect(heads.length).toBeGreaterThan(100);
    expect(heads.filter((line) => !/, grade [A-E]$/.test(line))).toEqual([]);
    expect(stdout).toMatch(/under right-care-right-person, .*% of .* go instead to /);
  });
});

describe('numbers in words', () => {
  it.each([
    [0, 'no time'],
    [10 / 3600, '10 s'],
    [0.75, '45 min'],
    [14.2, '14.2 h'],
    [72, '3 days'],
    [168, '1 week'],
    [6 * 168, '6 weeks'],
    [2.7 * 365.25 * 24, '2.7 years'],
  ])('%s hours are %s', (hours, words) => {
    expect(duration(hours)).toBe(words);
  });

  it('rates take the unit that suits them', () => {
    expect([12, 0.5, 1 / 48, 1 / 1000].map(rate)).toEqual(['12 an hour', '12 a day', '3.5 a week', '8.77 a year']);
  });

  it('large and endless numbers', () => {
    expect([1650.4, Number.POSITIVE_INFINITY].map(number)).toEqual(['1,650', 'unlimited']);
  });
});

describe('the days of a policy', () => {
  const starting = (more: string) =>
    `spillover: 1\npolicy: p\nlabel: Longer hours\nstarts: 2024-03-01\n${more}edits:\n  - scale: {what: services.cafe.capacity, by: 2}\n`;
  const child = 'spillover: 1\nscenario: c\nextends: ./cafe.yaml\npolicies: [./p.yaml]\n';

  it('are told with the policy, and with a scenario that it is put on', async () => {
    const at = folderWith({ 'cafe.yaml': CAFE, 'c.yaml': child, 'p.yaml': starting('ramp: 8 weeks\n') });
    const told =
      'Starts 1 March 2024, in weekly steps over 8 weeks; only in a go-live design, a steady run has it in force throughout.';
    expect((await here(['describe', 'policy', './p.yaml'], at)).stdout).toContain(`\n${told}\n`);
    expect((await here(['describe', './c.yaml'], at)).stdout).toContain(`Longer hours [p]\n  ${told}\n`);
  });

  it('are told as at once without a ramp', async () => {
    const at = folderWith({ 'p.yaml': starting('') });
    expect((await here(['describe', 'policy', './p.yaml'], at)).stdout).toContain(
      'Starts 1 March 2024, at once; only in',
    );
  });
});

it('one year is one', () => {
  expect([365.25 * 24, 2 * 365.25 * 24].map(duration)).toEqual(['1 year', '2 years']);
});
