/** Areas that each have a share of one: its people, and all that is stated as a number of the whole, shared out among them. */
import { isIn, isSharedIn } from './compile/sharing.js';
import { scaleDistribution } from './editing/blend.js';
import type { ProblemList } from './problems.js';
import type { ScenarioDraft, WrittenScenario } from './schema/scenario.js';
import type { Amount } from './schema/values.js';
import type { Tree } from './tree.js';

/** What an area has of the whole. */
export interface AreaShare {
  readonly id: string;
  /** Every area with its share, in order. */
  readonly all: readonly { readonly id: string; readonly share: number }[];
  /** People of the whole. */
  readonly people: number;
  /** Addresses that are set for this area: they are its own, and no part of anything. */
  readonly own: readonly (readonly string[])[];
}

/**
 * Whole parts of a whole number in proportion to shares, by largest remainder: they add up to it. Of equal remainders the
 * first is served first.
 */
export function partsOf(whole: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  const exact = shares.map((share) => (sum === 0 ? 0 : (whole * share) / sum));
  const parts = exact.map((value) => Math.floor(value + NEARLY));
  const byRemainder = [...shares.keys()].sort((a, b) => exact[b]! - parts[b]! - (exact[a]! - parts[a]!) || a - b);
  const left = sum === 0 ? 0 : whole - parts.reduce((all, part) => all + part, 0);
  for (const at of byRemainder.slice(0, left)) parts[at]! += 1;
  return parts;
}

/** What 0.29 of 100 falls short of 29 by in binary arithmetic. */
const NEARLY = 1e-9;

/** Stands for a number of people that is not told, so that nothing else looks wrong. */
const SOME = 1_000_000;

/** Numbers of people of areas: as stated, or parts of those of `area` where every area states a share; faults are told. */
export function peopleOfAreas(
  { area, areas = [] }: Pick<WrittenScenario, 'area' | 'areas'>,
  root: Tree,
  list: ProblemList,
): readonly number[] {
  const told = areas.flatMap(({ share }) => share ?? []);
  areas.forEach(({ share, population }, index) => {
    if (share !== undefined && population !== undefined)
      list.at(root, ['areas', index, 'share'], {
        message: 'It has both `population` and `share`.',
        expected: 'one of the two: `population` is a number of people, `share` a part of those of `area`',
        next: 'Take one of them out.',
      });
    else if (share === undefined && told.length > 0)
      list.at(root, ['areas', index], {
        message: 'This area has no `share`, and others have.',
        expected: '`share` in every area, or in none',
        next: 'Write `share: …` here; the shares of all areas add to 1.',
      });
    else if (share === undefined && population === undefined)
      list.at(root, ['areas', index, 'population'], {
        message: '`population` is missing.',
        expected: 'the number of residents, or `share`, a part of those of `area`',
        next: 'Write `population: …` here.',
      });
  });
  if (told.length < areas.length) {
    if (area !== undefined && told.length === 0)
      list.atKey(root, ['areas'], {
        message: 'It has both `area` and `areas`.',
        expected:
          'one of the two: `area` where there is one, `areas` where there are several; both where each has a `share` of the one',
        next: 'Move the one under `area` into the list, take the list out, or give each area a `share`.',
      });
    return areas.map(({ population = SOME }) => population);
  }
  if (area === undefined) {
    list.atKey(root, ['areas'], {
      message: 'The areas have shares, and there is no `area` for them to be shares of.',
      expected: '`area` with the people of all of them, here or in what this extends',
      next: 'Write `area: {id: …, population: …}`, or a `population` in place of each `share`.',
    });
    return areas.map(() => SOME);
  }
  const sum = told.reduce((all, share) => all + share, 0);
  const people = partsOf(area.population, told);
  const empty = people.indexOf(0);
  if (Math.abs(sum - 1) > 1e-9)
    list.atKey(root, ['areas'], {
      message: `The shares of the areas add to ${Number(sum.toPrecision(6))}, not to 1.`,
      found: told.join(' + '),
      expected: 'shares that add to 1, so that nothing is there twice and nothing is lost',
      next: 'Change one of them, or add an area for the rest.',
    });
  else if (empty >= 0)
    list.at(root, ['areas', empty, 'share'], {
      message: 'Nobody would live in this area.',
      expected: `a share of ${area.population} people that is somebody`,
      next: 'Make it larger, or take the area out.',
    });
  return people.map((count) => Math.max(1, count));
}

/**
 * A scenario with its numbers of the whole shared out: units and room of services among the areas that have the service, people
 * inside at the start, arrivals and onsets among all. What is of each person, and what is set for the area, stays.
 */
export function sharedOut(draft: ScenarioDraft, share: AreaShare): ScenarioDraft {
  const { id, all, people, own } = share;
  const isOwn = (...address: string[]) =>
    own.some((set) => address.every((key, at) => (set[at] ?? key) === key) && set.length > 2);
  const part = all.find((each) => each.id === id)?.share ?? 1;
  /** What this area has of a whole number, where these areas have it. */
  const units = ({ fixed, perHead }: Amount, among: readonly string[]): Amount => {
    const whole = Math.max(0, Math.round(perHead === 0 ? fixed : fixed + perHead * people));
    if (!Number.isFinite(whole)) return { fixed, perHead };
    const having = all.filter((each) => among.includes(each.id));
    const parts = partsOf(
      whole,
      having.map((each) => each.share),
    );
    return { fixed: parts[having.findIndex((each) => each.id === id)] ?? 0, perHead: 0 };
  };
  const events = ({ fixed, perHead }: Amount): Amount => ({ fixed: fixed * part, perHead });
  const everywhere = all.map((each) => each.id);
  const each = <T extends object>(
    block: Readonly<Record<string, T>> | undefined,
    change: (one: T, name: string) => T,
  ) => Object.fromEntries(Object.entries(block ?? {}).map(([name, one]) => [name, change(one, name)]));
  const services = each(draft.services, (service, name) => {
    // A service in common has what it has; others have their part.
    const among = isSharedIn(service, id) ? [id] : everywhere.filter((area) => isIn(service, area));
    const { capacity, room } = service;
    return {
      ...service,
      ...(!isOwn('services', name, 'capacity') && { capacity: capacity.map((amount) => units(amount, among)) }),
      ...(room !== undefined && !isOwn('services', name, 'room') && { room: units(room, among) }),
    };
  });
  const needs = each(draft.needs, (need, name) => {
    if (isOwn('needs', name, 'onset', 'rate')) return need;
    return { ...need, onset: { ...need.onset, rate: events(need.onset.rate) } };
  });
  const arrivals = each(draft.arrivals, (stream, name) => ({
    ...stream,
    ...(stream.rate !== undefined && !isOwn('arrivals', name, 'rate') && { rate: events(stream.rate) }),
    ...(stream.every !== undefined &&
      !isOwn('arrivals', name, 'every') && { every: scaleDistribution(stream.every, 1 / part) }),
    ...(stream.people !== undefined &&
      !isOwn('arrivals', name, 'people') && { people: units(stream.people, everywhere) }),
  }));
  const stock = each(draft.stock, (one, name) => ({
    ...one,
    ...(!isOwn('stock', name, 'people') && { people: units(one.people, everywhere) }),
    ...(one.load !== undefined &&
      !isOwn('stock', name, 'load', 'rate') && { load: { ...one.load, rate: events(one.load.rate) } }),
  }));
  return {
    ...draft,
    ...(draft.services !== undefined && { services }),
    ...(draft.needs !== undefined && { needs }),
    ...(draft.arrivals !== undefined && { arrivals }),
    ...(draft.stock !== undefined && { stock }),
  };
}
