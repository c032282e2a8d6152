/** Small worlds made ready for an experiment, with the dictionary that a scenario would bring. */
import type { Member } from '../../../src/experiment/index.js';
import type { World } from '../../../src/sim/index.js';
import { buildWorld, type WorldSpec } from '../../support/worlds.js';

/** What a scenario says of a world beyond its tables. */
export interface MemberSpec extends WorldSpec {
  /** Agency of each service; `agency` where it is not said. */
  readonly agencies?: Readonly<Record<string, string>>;
  /** Services whose units are no staff. */
  readonly rooms?: readonly string[];
  /** Services that are records of who is where. */
  readonly records?: readonly string[];
  /** Standards [hours]. */
  readonly standards?: Readonly<Record<string, number>>;
  readonly unmet?: readonly string[];
  readonly fatal?: readonly string[];
  readonly warmUp?: number;
  readonly measuredEnd?: number;
}

/** A world and its dictionary. */
export function memberOf(spec: MemberSpec): Member {
  const built = buildWorld(spec);
  const agencies = [...new Set(Object.keys(spec.services).map((service) => agencyOf(spec, service)))];
  const world: World = {
    ...built,
    agencies,
    warmUp: spec.warmUp ?? 0,
    measuredEnd: spec.measuredEnd ?? built.horizon,
    epochs: built.epochs.map(({ from, tables }) => ({
      from,
      tables: {
        ...tables,
        services: tables.services.map((service) => ({
          ...service,
          agency: agencies.indexOf(agencyOf(spec, service.name)),
        })),
      },
    })),
  };
  return { world, dictionary: dictionaryOf(spec, world), description: describe(world) };
}

function agencyOf(spec: MemberSpec, service: string): string {
  return spec.agencies?.[service] ?? 'agency';
}

function dictionaryOf(spec: MemberSpec, world: World): Member['dictionary'] {
  const tables = world.epochs[0]?.tables;
  const named = (names: readonly string[]) => names.map((id) => ({ id, label: `Label of ${id}` }));
  return {
    agencies: named(world.agencies),
    needs: named((tables?.needs ?? []).map(({ name }) => name)),
    outcomes: named(world.outcomes).map((row) => ({
      ...row,
      unmet: spec.unmet?.includes(row.id) ?? false,
      ...(spec.fatal?.includes(row.id) === true ? { fatal: true } : {}),
    })),
    steps: (tables?.steps ?? []).map(({ name, verb }) => ({ id: name, pathway: name.split('.')[0] ?? '', verb })),
    services: (tables?.services ?? []).map(({ name }) => ({
      id: name,
      label: `Label of ${name}`,
      agency: agencyOf(spec, name),
      unit: 'units',
      staff: !(spec.rooms?.includes(name) ?? false) && !(spec.records?.includes(name) ?? false),
      ...(spec.records?.includes(name) === true ? { record: true } : {}),
      standard:
        spec.standards?.[name] === undefined ? null : { within: spec.standards[name], share: 0.9, source: 'test' },
    })),
  };
}

function describe(world: World): Member['description'] {
  return {
    id: world.name,
    label: `Label of ${world.name}`,
    description: 'A small world.',
    policies: world.policies.map((id) => ({ id, label: id, origin: null, starts: null, ends: null, edits: [] })),
    assumptions: [],
    limits: [],
    assurance: null,
    sunset: null,
    owner: null,
    repeatContact: null,
    hash: world.name,
  };
}

/** A world whose two services come to wait for each other, which nothing resolves. */
export function deadlock(): Member {
  const crossing = (first: string, second: string) => ({
    wait: { delay: 1, then: 'one' },
    one: { seize: first, then: 'two' },
    two: { seize: second, for: 5, then: '=done' },
  });
  return memberOf({
    horizon: 48,
    services: { a: 1, b: 1 },
    arrivals: { left: { every: 1, to: 'left.wait' }, right: { every: 1, to: 'right.wait' } },
    pathways: { left: crossing('a', 'b'), right: crossing('b', 'a') },
  });
}
