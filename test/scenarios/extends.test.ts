import { expect, test } from 'vitest';
import { full } from './support/full.js';
import { accepted, load, refused, told } from './support/load.js';
import { small } from './support/small.js';

const child = (text: string) => `spillover: 1\nscenario: s\nextends: ./root.yaml\n${text}`;
const family = (text: string, root = small) => ({ 's.yaml': child(text), 'root.yaml': root });
const problems = (text: string, root = small) => told(refused(family(text, root)));

test('a child says only what differs', () => {
  const { world } = accepted(family('services: {clinic: {capacity: 5}}\n'));
  const root = accepted(small).world;
  const [epoch] = world.epochs;
  expect(epoch?.tables.services[0]).toEqual({
    ...root.epochs[0]?.tables.services[0],
    capacity: new Array(168).fill(5),
  });
  expect({ ...world, name: 'small', epochs: [] }).toEqual({ ...root, epochs: [] });
  expect(epoch?.tables.steps).toEqual(root.epochs[0]?.tables.steps);
});

test('null deletes a key, lists and values replace', () => {
  const { world } = accepted(
    family('arrivals: {others: null}\nservices: {clinic: {room: null}}\noutcomes: {seen: Helped}\n'),
  );
  expect(world.epochs[0]?.tables.arrivals).toEqual([]);
  expect(world.epochs[0]?.tables.services[0]?.room).toBe(Number.POSITIVE_INFINITY);
  expect(problems('services: {clinc: null}\n')).toEqual([
    's.yaml:4:12 services.clinc: There is no `clinc` to delete here.',
  ]);
});

test('a distribution, a parameter and a step of another verb are replaced as a whole', () => {
  const root = `${small.replace('capacity: 3', 'capacity: $nurses')}parameters:\n  nurses: {value: 3, source: Smith, url: https://example.org, grade: A}\n`;
  const { world, table } = accepted(
    family(
      'pathways: {visit: {steps: {triage: {for: {deterministic: 1 h}}, treat: {delay: 2 h, then: =seen}}}}\nparameters: {nurses: {value: 4, assumption: one more, grade: E, range: [3, 5]}}\n',
      root,
    ),
  );
  const steps = world.epochs[0]?.tables.steps ?? [];
  expect(steps[0]).toMatchObject({ length: { bySeverity: [{ kind: 'deterministic', value: 1 }, {}] } });
  expect(steps[2]).toMatchObject({ verb: 'delay', length: { bySeverity: [{ value: 2 }, {}] } });
  expect(world.epochs[0]?.tables.services[0]?.capacity[0]).toBe(4);
  expect(table.drafts.nurses).toEqual({ value: 4, assumption: 'one more', grade: 'E', range: [3, 5] });
});

test('grandchildren', () => {
  const files = {
    's.yaml': 'spillover: 1\nscenario: s\nextends: ./middle.yaml\nservices: {doctor: {capacity: 7}}\n',
    'middle.yaml': 'spillover: 1\nscenario: middle\nextends: ./root.yaml\nservices: {clinic: {capacity: 5}}\n',
    'root.yaml': small,
  };
  expect(accepted(files).world.epochs[0]?.tables.services.map((service) => service.capacity[0])).toEqual([5, 7]);
});

test('what belongs to the root cannot be declared again', () => {
  expect(
    problems(
      'area: {id: x, population: 5}\nneeds: {injury: {unit-rate: 3 per day}}\narrivals: {others: {calendar: {}}}\n',
    ),
  ).toEqual([
    's.yaml:4:1 area: `area` belongs to the root scenario, so that all worlds of a family share it.',
    's.yaml:5:18 needs.injury.unit-rate: `unit-rate` of what the root declares belongs to the root scenario, so that all worlds of a family share it.',
    's.yaml:6:21 arrivals.others.calendar: `calendar` of what the root declares belongs to the root scenario, so that all worlds of a family share it.',
  ]);
  for (const block of ['people: {}', 'stock: {}', 'severities: [any]', 'area: {id: x, population: 5}']) {
    expect(refused(family(`${block}\n`)).map(({ next }) => next)).toEqual([
      'Take it out here; or write `family: own` beside `extends`: this file then has people of its own, and is compared with scenarios that extend it, not with what it extends.',
    ]);
  }
});

test('unit rates and stock are those of the root, whatever the child does to its rates and parameters', () => {
  const root = full.replace('rate: 12 per day,', 'rate: $work,').replace('people: 2, step', 'people: $inside, step');
  const parameters = (work: string, inside: number) =>
    `parameters:\n  work: {value: ${work} per day, assumption: a, grade: E, range: [1 per day, 99 per day]}\n  inside: {value: ${inside}, assumption: a, grade: E, range: [0, 9]}\n`;
  const { world } = accepted(family(parameters('24', 1), root + parameters('12', 2)));
  const [others] = world.epochs[0]?.tables.arrivals ?? [];
  expect(others).toMatchObject({ rate: 1, unitRate: 0.5 });
  expect(world.stock[0]?.count).toBe(2);
});

test('a need that only the child has declares its own calendar and unit rate', () => {
  const { world } = accepted(
    family(
      'needs: {burns: {unit-rate: 3 per day, calendar: {days: [1, 1, 1, 1, 1, 1, 8]}, onset: {rate: 1 per day}, severity: {lower: 1}, channels: {walk-in: {share: 1, to: visit.triage}}}}\n',
    ),
  );
  const burns = world.epochs[0]?.tables.needs[1];
  expect(burns?.unitRate).toBeCloseTo(3 / 24 / 100_000, 18);
  expect(burns?.calendar[167]).toBeCloseTo(4, 12);
});

test('faults of the root are told in the root, once', () => {
  expect(problems('label: Another\n', small.replace('capacity: 3', 'capacty: 3'))).toEqual([
    'root.yaml:12:39 services.clinic.capacty: `capacty` is not a key that is known here.',
  ]);
});

test('a child may orphan a step only by taking it out', () => {
  expect(
    problems('pathways: {visit: {steps: {decide: {branch: {options: {treat: null, advise: {share: 1}}}}}}}\n'),
  ).toEqual(['root.yaml:37:7 pathways.visit.steps.treat: The step `visit.treat` is never reached.']);
  expect(
    load(
      family(
        'pathways: {visit: {steps: {decide: {branch: {options: {treat: null, advise: {share: 1}}}}, treat: null}}}\n',
      ),
    ).ok,
  ).toBe(true);
});

test('extends that cannot be followed', () => {
  expect(told(refused('spillover: 1\nscenario: s\nextends: ./nothing.yaml\n'))).toEqual([
    's.yaml:3:10 extends: There is no file `./nothing.yaml`.',
  ]);
  expect(told(refused('spillover: 1\nscenario: s\nextends: uk-baselin\n'))).toEqual([
    's.yaml:3:10 extends: No scenario called `uk-baselin` comes with the program.',
  ]);
  expect(told(refused('spillover: 1\nscenario: s\nextends: [a]\n'))).toEqual([
    's.yaml:3:10 extends: This names no scenario.',
  ]);
  const circle = {
    's.yaml': 'spillover: 1\nscenario: s\nextends: ./t.yaml\n',
    't.yaml': 'spillover: 1\nscenario: t\nextends: ./s.yaml\n',
  };
  expect(told(refused(circle))).toEqual(['t.yaml:3:10 extends: This scenario extends itself, in a circle.']);
  expect(told(refused('spillover: 1\nscenario: s\nextends: ./s.yaml\n'))).toEqual([
    's.yaml:3:10 extends: This scenario extends itself, in a circle.',
  ]);
});

test('extends never leaves the project', () => {
  const outside = 'extends: This file lies outside of the project.';
  for (const reference of ['../../etc/passwd', '/etc/passwd', './a/../../b.yaml', '..']) {
    expect(told(refused(`spillover: 1\nscenario: s\nextends: ${reference}\n`))).toEqual([`s.yaml:3:10 ${outside}`]);
  }
});

test('a family of its own declares people and area anew, and its children share them', () => {
  const files = {
    's.yaml': 'spillover: 1\nscenario: s\nextends: ./own.yaml\nservices: {clinic: {capacity: 7}}\n',
    'own.yaml':
      'spillover: 1\nscenario: own\nextends: ./root.yaml\nfamily: own\narea: {id: x, population: 5000}\nneeds: {injury: {unit-rate: 3 per thousand per day}}\n',
    'root.yaml': small,
  };
  const child = accepted(files);
  const own = accepted(files, './own.yaml');
  expect(child.world.area).toEqual({ name: 'x', population: 5000 });
  expect(child.root).toBe(own.root);
  expect(child.root).not.toBe(accepted(files, './root.yaml').root);
  expect(child.world.epochs[0]?.tables.needs[0]?.unitRate).toBeCloseTo(3 / 1000 / 24, 12);
  expect(told(refused({ ...files, 's.yaml': `${files['s.yaml']}area: {id: y, population: 5}\n` }))).toEqual([
    's.yaml:5:1 area: `area` belongs to the root scenario, so that all worlds of a family share it.',
  ]);
});

test('an area of another size is warned of what stays that of the area that it extends', () => {
  const own = (text: string, area = 'area: {id: x, population: 5000}') => {
    const loaded = load(family(`family: own\n${area}\n${text}`));
    return loaded.ok ? loaded.warnings.map(({ path, message, next }) => [path, message, next]) : loaded.problems;
  };
  const next = (what: string) =>
    `State those of the area itself, such as ${what}; or keep the area of 100,000 and read results per head, which hold for another size only where staff are in proportion.`;
  const people = 'The area has 5,000 people in place of 100,000, while';
  const at = 'area.population';
  expect(own('')).toEqual([
    [
      at,
      `${people} the units of 2 services and the 1 stream of arrivals stay those of 100,000.`,
      next('`services.clinic.capacity`'),
    ],
  ]);
  expect(own('services: {clinic: {capacity: 1}}\n')).toEqual([
    [
      at,
      `${people} the units of 1 service and the 1 stream of arrivals stay those of 100,000.`,
      next('`services.doctor.capacity`'),
    ],
  ]);
  const doctor = 'services: {clinic: {capacity: 1}, doctor: {capacity: 1}}\n';
  expect(own(doctor)).toEqual([
    [at, `${people} the 1 stream of arrivals stays that of 100,000.`, next('`arrivals.others.rate`')],
  ]);
  expect(own(`${doctor}arrivals: {others: {rate: 1 per day}}\n`)).toEqual([]);
  expect(own(`${doctor}arrivals: {others: {rate: 9 per thousand per day}}\n`)).toEqual([]);
  expect(own('', 'area: {label: Another}')).toEqual([]);
});
