/** The answer for a terminal: a policy's name once, a line for each size, nothing said twice. */
import { describe, expect, it } from 'vitest';
import { answerInWords } from '../../src/report/index.js';
import { resultsFixture } from '../support/results-fixture.js';

const results = resultsFixture();
const two = { ...results, worlds: results.worlds.slice(0, 2) };
const LABEL = 'Fewer police visits';

describe('the answer', () => {
  it('of one policy names it in the headline alone', () => {
    const { headline, paragraphs, lines, groups } = answerInWords(two);
    expect(headline.split(LABEL)).toHaveLength(2);
    expect(paragraphs).toEqual([headline]);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => line.startsWith(LABEL))).toEqual([]);
    expect(groups).toEqual([{ label: LABEL, lines }]);
  });

  it('of several has a line for the size of each, and their statements apart', () => {
    const { headline, paragraphs, lines, groups } = answerInWords(results);
    expect(paragraphs).toHaveLength(2 + groups.length);
    expect(paragraphs.map((line) => line.replace(/^- /, '')).join(' ')).toBe(headline);
    const waits = paragraphs.join(' ').match(/mean waits[^;]*/g) ?? [];
    expect(waits.length).toBeGreaterThan(0);
    for (const clause of waits) expect(clause.split('95% interval').length, clause).toBeLessThanOrEqual(2);
    expect(groups.flatMap(({ label, lines: own }) => own.map((line) => `${label}: ${line}`))).toEqual(lines);
  });

  it('names the changes in waits that are the largest in proportion, and says which services are counted', () => {
    expect(answerInWords(two).headline).toMatch(
      /mean waits, \d+ clear rises? and \d+ clear falls? at \d+ services(, in proportion most of all|:) [A-Z][^;]+ (longer|shorter) \(95% interval/,
    );
  });

  it('says of waits what is named above their count, one change or several', () => {
    const [baseline, world] = two.worlds.map(({ id }) => id);
    const [one, other, third, quick] = two.dictionary.services.map(({ id }) => ({ service: id, group: 'people' }));
    /** Services with a mean wait in the baseline and a change of it [hours]; others have none. */
    const waits = (...services: readonly (readonly [typeof one, number, number])[]) => {
      const told = <T extends { measure: string }>(rows: readonly T[]) =>
        rows.filter(({ measure }) => measure !== 'wait-mean');
      const row = (id: string, cell: typeof one, mean: number) => ({
        ...{ world: id, measure: 'wait-mean', cell: cell!, mean, low: mean - 0.001, high: mean + 0.001, n: 20 },
      });
      const levels = services.flatMap(([cell, base, change]) => [
        row(baseline!, cell, base),
        row(world!, cell, base + change),
      ]);
      const changes = services.map(([cell, , change]) => row(world!, cell, change));
      const all = {
        estimates: [...told(two.estimates), ...levels],
        differences: [...told(two.differences), ...changes],
      };
      return answerInWords({ ...two, ...all }).lines.find((line) => line.startsWith('Mean waits: '));
    };
    const many = 'services with a mean wait of 30 seconds or more';
    const end = 'tables/services.csv has every service.';
    expect(waits([one, 1, 0.5])).toBe(
      `Mean waits: 1 clear rise and 0 clear falls at 1 service with a mean wait of 30 seconds or more; it is above; ${end}`,
    );
    expect(waits([one, 1, 0.5], [other, 1, -0.5])).toBe(
      `Mean waits: 1 clear rise and 1 clear fall at 2 ${many}; both are above; ${end}`,
    );
    expect(waits([one, 1, 0.5], [other, 9, 0.6])).toBe(
      `Mean waits: 2 clear rises and 0 clear falls at 2 ${many}; the largest in proportion is above; ${end}`,
    );
    // A service whose mean wait is under 30 seconds in both worlds is not counted.
    expect(waits([one, 1, 0.5], [other, 9, 0.6], [third, 1, -0.5], [quick, 0.004, -0.003])).toBe(
      `Mean waits: 2 clear rises and 1 clear fall at 3 ${many}; the largest rise and fall in proportion are above; ${end}`,
    );
    expect(waits([one, 100, 0.5])).toMatch(/ or more, under 1% of the baseline’s wait; tables/);
    expect(waits([one, 1, 0])).toMatch(/at any of 1 service with a mean wait of 30 seconds or more\.$/);
  });

  it('names the largest clear change in staff hours, whoever the policy starts from', () => {
    const [{ id: world } = { id: '' }] = two.worlds.slice(1);
    const [own, other] = two.dictionary.agencies.map(({ id }) => id);
    const worlds = two.worlds.map((each) => ({
      ...each,
      policies: each.policies.map((policy) => ({ ...policy, origin: own! })),
    }));
    const row = (agency: string, mean: number) => ({
      ...{ world, measure: 'hours-change', cell: { agency, kind: 'change' } },
      ...{ mean, low: mean - 20, high: mean + 20, n: 20 },
    });
    const rest = two.differences.filter(({ measure }) => measure !== 'hours-change');
    const headline = (...rows: ReturnType<typeof row>[]) =>
      answerInWords({ ...two, worlds, differences: [...rest, ...rows] }).headline;
    expect(headline(row(own!, 70), row(other!, -470))).toMatch(
      /: [^,;:]+, 70 more [^;]+; [^,;:]+, 470 fewer [^;]+; needs/,
    );
    expect(headline(row(own!, 470), row(other!, -70))).not.toContain('70 fewer');
  });

  it('tells rule and scarcity where that was asked', () => {
    const around = (mean: number) => ({ mean, low: mean - 1, high: mean + 1, n: 20 });
    const effect = { world: two.worlds[1]!.id, measure: 'unmet', cell: {} };
    const effects = [{ ...effect, change: around(12), rule: around(9), scarcity: around(3) }];
    const { lines } = answerInWords({ ...two, fourArms: { services: ['crisis-team'], effects } });
    expect(lines.join('\n')).toMatch(
      /Of that, the doing of rules: 9\.0 more episodes.*; of scarcity at 1 service: 3\.0 more/,
    );
    expect(answerInWords(two).lines.join('\n')).not.toContain('scarcity');
  });

  it('tells an interruption once', () => {
    const { replications } = results.design;
    const { caveats } = answerInWords({
      ...two,
      design: { ...results.design, replications: { ...replications, requested: 40, completed: 20 } },
      warnings: ['Interrupted: 20 of 40 replications were completed, and only those count.'],
    });
    expect(caveats.filter((line) => line.includes('20 of 40'))).toEqual(['Only 20 of 40 replications were completed.']);
  });

  it('tells an interruption that left few runs in the sentence on few runs', () => {
    const { replications } = results.design;
    for (const [completed, begins] of [
      [4, 'Only 4 of 40 replications were completed: intervals are rough'],
      [1, 'One replication of 40 was completed: there are no intervals'],
    ] as const) {
      const { caveats } = answerInWords({
        ...two,
        design: { ...results.design, replications: { ...replications, requested: 40, completed } },
      });
      const about = caveats.filter((line) => /replications? (of 40|were)|^Only|^One/.test(line));
      expect(about).toEqual([expect.stringContaining(begins)]);
      expect(caveats.some((line) => line.startsWith('Intervals are 95% intervals'))).toBe(completed > 1);
      expect(caveats.join('\n')).toContain('the structure of the model');
    }
  });
});

describe('where staff hours are not measured', () => {
  const silent = new Set(['ambulance', 'acute-hospital']);
  const services = two.dictionary.services.map((each) => (silent.has(each.agency) ? { ...each, staff: false } : each));
  const [baseline, world] = two.worlds.map(({ id }) => id);
  const contacts = (id: string, service: string, mean: number) => ({
    ...{ world: id, measure: 'contacts', cell: { service, group: 'people' } },
    ...{ mean, low: mean - 8, high: mean + 8, n: 20 },
  });
  const told = (ambulance: number, emergency: number) => {
    const others = <T extends { measure: string }>(rows: readonly T[]) =>
      rows.filter(({ measure }) => measure !== 'contacts');
    return {
      ...{ ...two, dictionary: { ...two.dictionary, services } },
      estimates: [
        ...others(two.estimates),
        contacts(baseline!, 'ambulance', 400),
        contacts(baseline!, 'emergency-department', 210),
      ],
      differences: [
        ...others(two.differences),
        contacts(world!, 'ambulance', ambulance),
        contacts(world!, 'emergency-department', emergency),
      ],
    };
  };
  const line = (...changes: Parameters<typeof told>) =>
    answerInWords(told(...changes)).lines.find((each) => each.startsWith('Contacts of people'));

  it('names the clear changes of contacts of people there, the largest first', () => {
    const department =
      'A&E department, 31 more a week (95% interval 23 to 39 more), from 210 (202 to 218) in the baseline';
    expect(line(3, 31)).toBe(`Contacts of people where staff hours are not measured: ${department}.`);
    expect(line(-40, 31)).toBe(
      'Contacts of people where staff hours are not measured: Ambulance service, 40 fewer a week (95% interval 32 to 48 fewer), ' +
        `from 400 (392 to 408) in the baseline; ${department}.`,
    );
    expect(line(3, 3)).toBe(
      'Contacts of people where staff hours are not measured: no clear difference in this model at any service.',
    );
  });

  it('counts them among the differences that are looked at', () => {
    expect(answerInWords(told(3, 31)).caveats.join(' ')).toMatch(
      /differences in mean waits, staff hours, contacts where those are not measured and needs not met/,
    );
  });

  it('says nothing of it where all are measured', () => {
    expect(answerInWords(two).lines.join(' ')).not.toContain('Contacts of people');
  });
});

it('says in one sentence that a policy touches nobody', () => {
  const nobody = { mean: 0, low: 0, high: 0, n: 20 };
  const moved = { measure: 'differences', cell: { group: 'people', cause: 'rule' } };
  const differences = [
    ...two.differences.map((row) => (row.measure === 'people-changed' ? { ...row, ...nobody } : row)),
    { world: two.worlds[1]!.id, ...moved, ...nobody },
  ];
  const touched = answerInWords({ ...two, differences }).lines.filter((line) =>
    /[Tt]ouched|moved by a rule/.test(line),
  );
  expect(touched).toEqual(['Touched by a rule of the policy: nobody in any run.']);
});

describe('a comparison without a policy', () => {
  it('speaks of no rule that touches anybody', () => {
    const worlds = two.worlds.map((world) => ({ ...world, policies: [] }));
    const told = answerInWords({ ...two, worlds }).lines.join('\n');
    expect(told).not.toMatch(/rule/);
    expect(answerInWords(two).lines.join('\n')).toContain('Touched by a rule of the policy');
  });

  it('of one run is no mean', () => {
    const { replications } = two.design;
    const one = { ...two, design: { ...two.design, replications: { ...replications, requested: 1, completed: 1 } } };
    expect(answerInWords(one).headline).toContain('if all else stays the same; one paired run:');
  });
});
