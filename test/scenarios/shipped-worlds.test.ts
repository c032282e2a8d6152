/** What ships beside the baseline: worlds in time, rival structures, knock-outs, and where published figures are read. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type LoadedScenario, loadScenario, loadTargets, type Refused } from '../../src/scenarios/index.js';

const LIBRARY = fileURLToPath(new URL('../../scenarios/', import.meta.url));

const known = new Map<string, LoadedScenario>();
/** A shipped scenario with these policies; read once for all that look at it. */
function shipped(name: string, policies: readonly string[] = []): LoadedScenario {
  const key = [name, ...policies].join(' ');
  const loaded: LoadedScenario | Refused = known.get(key) ?? loadScenario(name, { cwd: LIBRARY, policies });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
  known.set(key, loaded);
  return loaded;
}

const loadedTargets = loadTargets('targets', { cwd: LIBRARY });
const { targets } = loadedTargets.ok ? loadedTargets : { targets: [] };

/** A shipped scenario as it is written. */
const written = (name: string) => parse(readFileSync(`${LIBRARY}${name}.yaml`, 'utf8'));

const loadedFigures = loadTargets(`${LIBRARY}policy-figures/targets.yaml`, { cwd: LIBRARY });
const figures = loadedFigures.ok ? loadedFigures.targets : [];

describe('published figures', () => {
  const besides = figures.flatMap(({ mapping, ...target }) =>
    mapping.kind === 'measured' ? [{ ...target, mapping }] : [],
  );
  const measured = targets.flatMap(({ mapping, ...target }) =>
    mapping.kind === 'measured' ? [{ ...target, mapping }] : [],
  );

  it('of the baseline and of the years are all looked for in a world', () => {
    const worlds = ['uk-baseline', 'uk-baseline-long', 'uk-history', 'uk-treatment-years', 'uk-poisoning'];
    const left = targets.filter(({ mapping }) => mapping.kind === 'not-modelled').map(({ world }) => world);
    expect(left.filter((world) => ['baseline', 'history', ...worlds].includes(world))).toEqual([]);
    expect(new Set(measured.map(({ world }) => world).filter((world) => world.startsWith('uk-')))).toEqual(
      new Set(worlds),
    );
  });

  it('of policies are all looked for in a world with that policy', () => {
    const left = targets.filter(({ mapping }) => mapping.kind === 'not-modelled');
    expect(left.map(({ id }) => id)).toEqual([]);
    const worlds = new Set(measured.map(({ world }) => world).filter((world) => !world.startsWith('uk-')));
    const policies = [...worlds].map((name) =>
      written(name).policies.map((each: string | { policy: string }) =>
        typeof each === 'string' ? each : each.policy,
      ),
    );
    expect(new Set(policies.flat())).toEqual(
      new Set([
        'right-care-right-person',
        'street-triage',
        'portugal-style',
        'oregon-style',
        'british-columbia-style',
        'diversion-from-prosecution',
        'drug-diversion',
        'liaison-and-diversion',
      ]),
    );
  });

  it('that are dated are read in a world in time that covers their period; no steady world is read by date', () => {
    const dated = [...measured, ...besides].filter(({ mapping }) => mapping.during !== null);
    expect(dated.length).toBeGreaterThan(20);
    for (const world of new Set(dated.map(({ world }) => world))) {
      // Policies over the years change nothing of the time of the world that they are put on.
      const { time, extends: below } = written(world);
      const name = time === undefined ? below : world;
      expect(['uk-history', 'uk-adoption', 'uk-whole-years']).toContain(name);
      const { start, design, horizon } = shipped(name).scenario.span;
      expect(design).toBe('go-live');
      for (const { mapping } of dated.filter((each) => each.world === world)) {
        expect(mapping.during?.from).toBeGreaterThanOrEqual(start);
        expect(mapping.during?.until).toBeLessThanOrEqual(start + horizon / 24);
      }
    }
  });

  /** Days since 1970 of the first day of each year or financial year that a period names: `2024/25`, `2021/22 to 2024/25`, `about 2022`. */
  const daysIn = (period: string) =>
    [...period.matchAll(/(\d{4})(\/\d{2})?/g)].map(
      ([, year, second]) => Date.UTC(Number(year), second === undefined ? 0 : 3, 1) / 86_400_000,
    );
  const agreement = Date.UTC(2023, 6, 26) / 86_400_000;

  it('dated after the national agreement are never read in a world without the policy', () => {
    const later = measured.filter(({ period }) => Math.max(...daysIn(period)) >= agreement);
    expect(later.map(({ id }) => id)).toEqual(expect.arrayContaining(['s136-first-place-ed', 'rcrp-s136-hours']));
    for (const name of new Set(later.map(({ world }) => world))) {
      const { policies, epochs } = shipped(name).scenario.world;
      expect([name, policies]).toEqual([name, ['right-care-right-person']]);
      // It is not only named: the world's rules change from the day of the agreement on.
      const { start } = shipped(name).scenario.span;
      expect(epochs.map(({ from }) => start + from / 24)).toContain(agreement);
    }
    // A year that was under way on that day can be read in the baseline; no later one is.
    const without = measured.filter(({ world }) => ['uk-baseline', 'uk-baseline-long'].includes(world));
    expect(without.flatMap(({ id, period }) => (Math.max(0, ...daysIn(period)) >= agreement ? [id] : []))).toEqual([]);
  });

  it('of a financial year are read in that year', () => {
    const years = measured.filter(({ world, period }) => world === 'uk-history' && period.includes('/'));
    expect(years.length).toBeGreaterThan(10);
    for (const { id, period, mapping } of years) {
      const before = mapping.against === null ? null : mapping.againstDuring;
      const read = [before, mapping.during].flatMap((one) => (one === null ? [] : [one.from]));
      expect([id, ...read]).toEqual([id, ...daysIn(period)]);
      expect((mapping.during?.until ?? 0) - (mapping.during?.from ?? 0)).toBeGreaterThanOrEqual(365);
    }
  });

  it('besides the table each name their evidence, and every policy has one or says that there is none', () => {
    const tables = ['police-mental-health', 'health-and-prevention', 'drugs'];
    const known = new Set(
      tables.flatMap((name) => readFileSync(`${LIBRARY}evidence/${name}.csv`, 'utf8').match(/^[^,\n]+/gm)),
    );
    for (const { id, basis } of figures) {
      const named = basis.match(/[a-z0-9]+(?:-[a-z0-9]+)+/g) ?? [];
      expect(
        named.some((word) => known.has(word)),
        `${id}: ${basis}`,
      ).toBe(true);
    }
    const spoken = [...targets, ...figures].map(({ world }) => world);
    const names = readdirSync(`${LIBRARY}policies`).map((name) => name.replace('.yaml', ''));
    expect(names.filter((name) => !spoken.some((world) => world.startsWith(name)))).toEqual([]);
  });

  it('that are rival readings have one that counts', () => {
    expect(loadedTargets.ok && loadedTargets.readings).toEqual(['summed', 'arrival-clock', 'old-count']);
    const rivals = measured.filter(({ mapping }) => mapping.figure !== null);
    expect(rivals.filter(({ mapping }) => mapping.reading === null)).toEqual([]);
    expect(new Set(rivals.map(({ mapping }) => mapping.figure)).size).toBe(rivals.length / 2);
  });
});

describe('worlds', () => {
  it('of adoption differ in the ramp alone, on the days of published dates, inside the measured period', () => {
    const [none, atOnce, phased] = [
      'uk-adoption',
      'right-care-right-person-at-once',
      'right-care-right-person-phased',
    ].map((name) => shipped(name).scenario);
    for (const { span, world } of [none!, atOnce!, phased!]) {
      expect(span).toEqual(none!.span);
      expect(world.warmUp).toBe(5 * 168);
    }
    expect(none!.world.policies).toEqual([]);
    // 26 July 2023 is the third day of the first measured week; the policy grows by a 42nd each week after that.
    const first = none!.world.warmUp + 2 * 24;
    const changes = ({ world }: typeof none & {}) => world.epochs.map(({ from }) => from).filter((from) => from > 0);
    expect(changes(atOnce!)).toEqual([first]);
    expect(changes(phased!)).toEqual(Array.from({ length: 42 }, (_, week) => first + week * 168));
    expect(first + 42 * 168).toBeLessThan(none!.world.measuredEnd - 12 * 168);
    // In full, both are the same world.
    const rules = ({ world }: typeof none & {}) => world.epochs.at(-1)!.tables.steps.map(({ rule }) => rule);
    expect(rules(phased!)).toEqual(rules(atOnce!));
  });

  it('in time begin from the people and stock of the baseline, and adopt the policy after the first years', () => {
    const baseline = shipped('uk-baseline').scenario;
    const history = shipped('uk-history').scenario;
    expect(history.root).toBe(baseline.root);
    const { stock, frailty } = history.world;
    expect({ stock, frailty }).toEqual({ stock: baseline.world.stock, frailty: baseline.world.frailty });
    const beds = (from: number) => {
      const epoch = history.world.epochs.findLast((each) => each.from <= from);
      return epoch?.tables.services.find(({ name }) => name === 'acute-beds')?.capacity[0];
    };
    expect([beds(0), beds(history.world.horizon)]).toEqual([116, 110]);
  });

  it('with contagion are a family of their own, and the policy on them belongs to it', () => {
    const contagion = shipped('uk-baseline-contagion').scenario;
    expect(shipped('right-care-right-person-contagion').scenario.root).toBe(contagion.root);
    expect(contagion.root).not.toBe(shipped('uk-baseline').scenario.root);
    expect(contagion.world.frailty).toEqual({ kind: 'deterministic', value: 1 });
  });
});

describe('knock-outs', () => {
  const files = readdirSync(`${LIBRARY}knock-outs`).filter((name) => name.endsWith('.yaml'));
  const before = shipped('uk-baseline').scenario.world;

  it.each(files)('%s changes the baseline', (name) => {
    const without = shipped('uk-baseline', [`./knock-outs/${name}`]).scenario.world;
    expect(without.epochs[0]?.tables).not.toEqual(before.epochs[0]?.tables);
    expect(without.policies).toEqual([name.replace('.yaml', '')]);
  });

  it('come after the policies of a world', () => {
    const { world } = shipped('right-care-right-person', ['./knock-outs/ample-beds.yaml']).scenario;
    expect(world.policies).toEqual(['right-care-right-person', 'ample-beds']);
    const beds = world.epochs[0]?.tables.services.find(({ name }) => name === 'acute-beds');
    expect(beds?.capacity[0]).toBe(228);
  });
});

it('Right Care, Right Person in four phases begins one thing after another, half a year apart', () => {
  const { world } = shipped('right-care-right-person-four-phases').scenario;
  const shares = ['welfare.decide', 'absence.decide', 'patient-transport.decide', 'section-136.suite-handover'].map(
    (name) =>
      world.epochs.map(({ tables }) => tables.steps.find((step) => step.name === name)?.reroutes[0]?.share[0] ?? 0),
  );
  expect(world.epochs.map(({ from }) => from / 168)).toEqual([0, 12, 38, 64, 90]);
  expect(shares).toEqual([
    [0, 0.72, 0.72, 0.72, 0.72],
    [0, 0, 0.5, 0.5, 0.5],
    [0, 0, 0, 0.8, 0.8],
    [0, 0, 0, 0, 0.2],
  ]);
});
