/**
 * A Results document for four worlds, like that of a shipped comparison in size and shape, but with made-up numbers and
 * labels: for tests of reports alone. The same every time.
 */
import type {
  AssumptionRecord,
  Cell,
  Difference,
  Results,
  WorldDescription,
  WorldEstimate,
} from '../../src/experiment/index.js';
import { around, chance, REPLICATIONS, weeklySeries } from './made-up-numbers.js';
import { fillLedgers } from './results-ledgers.js';
import { AGENCIES, FORKS, MEASURES, NEEDS, OUTCOMES, SERVICES, WORLDS } from './results-shapes.js';

const NONE = { mean: null, low: null, high: null, n: 0 };
const ZERO = { mean: 0, low: 0, high: 0, n: REPLICATIONS };

type Levels = readonly (number | null)[];

class Numbers {
  readonly estimates: WorldEstimate[] = [];
  readonly differences: Difference[] = [];

  /** A measure's levels in all worlds, and their differences from the first, with a relative noise. */
  measure(measure: string, cell: Cell, levels: Levels, noise: number): void {
    const most = MEASURES.some(({ id, unit }) => id === measure && unit === 'share') ? 1 : Infinity;
    const base = levels[0] ?? null;
    for (const [i, { id: world }] of WORLDS.entries()) {
      const level = levels[i] ?? null;
      const name = `${measure}/${JSON.stringify(cell)}/${world}`;
      this.estimates.push({
        world,
        measure,
        cell,
        ...(level === null ? NONE : around(name, level, level * noise, most)),
      });
      if (i === 0) continue;
      const change =
        level === null || base === null
          ? NONE
          : around(`${name}/difference`, level - base, Math.max(base, level) * noise * 0.35);
      this.differences.push({ world, measure, cell, ...change });
    }
  }

  /** A comparison's numbers in the policy worlds. */
  comparison(measure: string, cell: Cell, values: readonly number[]): void {
    for (const [i, value] of values.entries()) {
      const world = WORLDS[i + 1]?.id ?? '';
      const name = `${measure}/${JSON.stringify(cell)}/${world}`;
      const own = value === 0 ? ZERO : around(name, value, Math.abs(value) * 0.12 + 0.4);
      this.differences.push({ world, measure, cell, ...own });
    }
  }
}

const UNKNOWN: Levels = WORLDS.map(() => null);

function worlds(of: number, factors: readonly number[]): number[] {
  return [of, ...factors.map((factor) => of * factor)];
}

/** Busy evenings and weekends, quiet early mornings. */
function hourly(id: string, occupancy: number, hour: number): number {
  const swing = Math.sin((((hour % 24) - 9) / 24) * 2 * Math.PI) * 0.16;
  const weekend = hour >= 4 * 24 + 18 ? 0.05 : 0;
  return Math.min(0.995, Math.max(0.04, occupancy + swing + weekend + (chance(`${id}/${hour}`) - 0.5) * 0.04));
}

function fillService(numbers: Numbers, service: (typeof SERVICES)[number]): void {
  const { id, contacts, wait, occupancy, full, standard, onContacts, onWaits } = service;
  const isNew = id === 'commission';
  const on = (group: string) => ({ service: id, group });
  numbers.measure('contacts', on('people'), isNew ? [0, 0, 0, 63] : worlds(contacts, onContacts), 0.03);
  numbers.measure('contacts', on('background'), worlds(contacts * 1.7, [1, 1, 1]), 0.02);
  for (const [reason, part] of Object.entries({ full: 0.01, closed: 0, gridlock: 0, reneged: 0.05 })) {
    numbers.measure('declined', { service: id, reason }, worlds(contacts * part, onWaits), 0.12);
  }
  for (const [group, slower] of Object.entries({ people: 1, background: 0.9 })) {
    const waits = isNew ? [null, null, null, 96] : worlds(wait * slower, onWaits);
    numbers.measure('wait-mean', on(group), waits, 0.14);
    numbers.measure(
      'wait-p90',
      on(group),
      waits.map((mean) => (mean === null ? null : mean * 2.4)),
      0.17,
    );
  }
  const started = (share: number) =>
    worlds(
      share * (0.98 - 0.25 * full),
      onWaits.map((factor) => 1 - 0.2 * (factor - 1)),
    );
  numbers.measure('within-standard', { service: id }, standard === null ? UNKNOWN : started(standard.share), 0.03);
  const busy = onContacts.map((factor) => Math.min(0.99, (occupancy ?? 0) * (0.6 + 0.4 * factor)));
  const levels = occupancy === null ? UNKNOWN : [occupancy, ...busy];
  const fulls =
    occupancy === null
      ? UNKNOWN
      : worlds(
          full,
          onWaits.map((factor) => Math.min(1.1, factor)),
        );
  numbers.measure('occupancy', { service: id }, levels, 0.02);
  numbers.measure('full-share', { service: id }, fulls, 0.05);
  for (let hour = 0; hour < 168; hour++) {
    const at = levels.map((share) => (share === null ? null : hourly(id, share, hour)));
    numbers.measure('occupancy-by-hour', { service: id, hour: String(hour) }, at, 0.06);
  }
}

function fill(): Numbers {
  const numbers = new Numbers();
  for (const service of SERVICES) fillService(numbers, service);
  for (const { id: agency, hours, parts } of AGENCIES) {
    const changes = parts.map(([added = 0, stretched = 0, dropped = 0]) => added + stretched - dropped);
    numbers.measure('staff-hours', { agency }, [hours, ...changes.map((change) => hours + change)], 0.02);
    for (const [i, kind] of ['added', 'stretched', 'dropped'].entries()) {
      numbers.comparison(
        'hours-change',
        { agency, kind },
        parts.map((part) => part[i] ?? 0),
      );
    }
    numbers.comparison('hours-change', { agency, kind: 'change' }, changes);
  }
  for (const { id, need, level, factors } of OUTCOMES) {
    numbers.measure('outcomes', { need, outcome: id }, worlds(level, factors), 0.06);
  }
  const missed = OUTCOMES.filter(({ unmet }) => unmet).map(({ level, factors }) => worlds(level, factors));
  numbers.measure(
    'unmet',
    {},
    WORLDS.map((_, i) => missed.reduce((sum, levels) => sum + (levels[i] ?? 0), 0)),
    0.05,
  );
  for (const { from, to, values } of FORKS) {
    for (const [i, value] of values.entries()) {
      const policy = WORLDS[i + 1]?.id ?? '';
      if (value > 0)
        numbers.comparison(
          'rule-forks',
          { from, to, policy },
          values.map((own, j) => (j === i ? own : 0)),
        );
    }
  }
  fillLedgers((measure, cell, values) => numbers.comparison(measure, cell, values));
  const touched = [0, 1, 2].map((i) => FORKS.reduce((sum, { values }) => sum + (values[i] ?? 0), 0));
  numbers.comparison('people-changed', { kind: 'touched' }, touched);
  numbers.comparison(
    'people-changed',
    { kind: 'other' },
    touched.map((count) => count * 1.3),
  );
  numbers.comparison(
    'people-changed',
    { kind: 'unchanged' },
    touched.map((count) => 4100 - 2.3 * count),
  );
  return numbers;
}

function assumption(id: string, from: string, i: number): AssumptionRecord {
  const grade = (['A', 'B', 'A', 'C', 'D', 'B', 'A', 'E'] as const)[i % 8] ?? 'E';
  const assumed = grade === 'E' || grade === 'D';
  return {
    id,
    statement: `Made-up quantity ${id}`,
    unit: 'per week',
    value: `${(chance(id) * 40).toFixed(1)} per week`,
    range: grade === 'A' ? null : '5 to 60 per week',
    grade,
    source: assumed ? null : `Made-up Statistics ${2015 + (i % 9)}, table ${i}`,
    url: assumed ? null : `https://example.org/table/${i}`,
    quality: assumed ? null : 'official',
    reason: assumed ? 'No figure is published; half of a like service.' : 'Weekly mean of the yearly count.',
    madeBy: 'The test suite',
    madeOn: '2026-01-02',
    signedOffBy: null,
    signedOffOn: null,
    reviewBy: assumed ? null : '2027-01-02',
    reliability: assumed ? null : 'official',
    effectOnHeadline: null,
    risk: null,
    alternativeTried: null,
    proxyFor: null,
    from,
    line: i + 1,
    usedIn: [`service service-${i}`],
    blanks: ['signed_off_by', ...(assumed ? ['review_by'] : [])],
  };
}

function described({ id, label, description, origin }: (typeof WORLDS)[number], i: number): WorldDescription {
  const names = Array.from({ length: 60 }, (_, k) => `input-${String(k + 1).padStart(2, '0')}`);
  const shared = names.map((name, k) => assumption(name, 'plain-world.yaml', k));
  const own = ['share', 'uptake'].map((name, k) => assumption(`${id}-${name}`, `policies/${id}.yaml`, k === 0 ? 7 : 4));
  const edits = ['reroute call.decide: 41% of police attends, to call advice or crisis line'];
  return {
    id,
    label,
    description,
    policies: i === 0 ? [] : [{ id, label, origin, starts: i === 1 ? '2022-12-12' : '2023-01-09', ends: null, edits }],
    assumptions: i === 0 ? shared : [...shared, ...own],
    limits: ['Made-up numbers, for tests of the report alone.'],
    assurance: { statement: 'Checked for shape, not for truth', by: 'the test suite' },
    sunset: '2030-12-31',
    owner: 'The test suite',
    repeatContact: 'by frailty',
    hash: Math.floor(chance(id) * 2 ** 32).toString(16),
  };
}

/** The document: 15 services, 8 agencies, four worlds, every measure that the report draws. */
export function resultsFixture(): Results {
  const { estimates, differences } = fill();
  const replications = {
    requested: REPLICATIONS,
    completed: REPLICATIONS,
    rule: 'fixed before the run',
    precision: null,
  };
  return {
    schemaVersion: 1,
    title: 'Three policies and a county',
    baseline: WORLDS[0]?.id ?? '',
    worlds: WORLDS.map(described),
    area: { id: 'madeupshire', label: 'Madeupshire', population: 1_000_000 },
    design: {
      ...{ kind: 'steady', seed: 'fixture', replications, start: '2022-09-05', asOf: '2023-03-31' },
      ...{ warmUp: 1008, measured: 2184, followUp: 336 },
    },
    dictionary: {
      measures: MEASURES,
      services: SERVICES.map(({ id, label, agency, unit, staff, standard }) => ({
        id,
        label,
        agency,
        unit,
        staff,
        standard,
      })),
      agencies: AGENCIES.map(({ id, label }) => ({ id, label })),
      needs: NEEDS,
      outcomes: OUTCOMES.map(({ id, label, unmet }) => ({ id, label, unmet })),
      steps: [{ id: 'call.decide', pathway: 'call', verb: 'branch' }],
    },
    estimates,
    differences,
    ...weeklySeries(),
    ledger: WORLDS.map(({ id }, i) => ({
      ...{ world: id, events: 3_912_004 + i * 1777, opened: 214_880, closed: 211_002 },
      ...{ inside: 3878, declined: 9120 + i * 40, gridlocks: 0 },
    })),
    warnings: [],
  };
}

/** The same with one hour of the week in twelve, so that its report is drawn and looked at quickly. */
export function smallResultsFixture(): Results {
  const results = resultsFixture();
  const keep = ({ cell }: { readonly cell: Cell }) => cell.hour === undefined || Number(cell.hour) % 12 === 0;
  return { ...results, estimates: results.estimates.filter(keep), differences: results.differences.filter(keep) };
}
