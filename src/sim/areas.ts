/**
 * The areas of a world. Everything of an area has a name of its own (`crisis-team@north`, `call@north.answer`), and draws
 * what it would draw if the area were alone: addresses leave the area out, and it enters by the keys of people, stock and
 * arrivals.
 */
import { type Key, keyOf } from './draws.js';
import { InvariantError } from './invariant.js';
import type { World } from './world.js';

/** What parts the name of a thing from the area that it is of. */
const MARK = '@';

/** The name of a thing in an area: `team` becomes `team@north`, and `call.answer` becomes `call@north.answer`. */
export function nameIn(area: string, name: string): string {
  const dot = name.indexOf('.');
  return dot < 0 ? `${name}${MARK}${area}` : `${name.slice(0, dot)}${MARK}${area}${name.slice(dot)}`;
}

/** The name of a thing without its area: what addresses its draws. */
export function ownName(name: string): string {
  const mark = name.indexOf(MARK);
  if (mark < 0) return name;
  const dot = name.indexOf('.', mark);
  return name.slice(0, mark) + (dot < 0 ? '' : name.slice(dot));
}

/** People of an area of a world; absent: of its only one. */
export function peopleOf(world: World, area = 0): number {
  return (world.areas?.[area] ?? world.area).population;
}

/** Who lives where: people are numbered through all areas, and known by their number within their own. */
export class Residents {
  /** Number of the first person of each area, and at the end that of all people. */
  readonly firsts: Int32Array;
  /** Keys of (person, area) and of (onset, area). */
  readonly people: readonly Key[];
  readonly onsets: readonly Key[];
  readonly names: readonly string[];

  /** @throws InvariantError when needs are not laid out area by area, all areas alike. */
  constructor(world: World) {
    const areas = world.areas ?? [world.area];
    this.names = areas.map(({ name }) => name);
    this.firsts = new Int32Array(areas.length + 1);
    for (const [at, { population }] of areas.entries()) this.firsts[at + 1] = this.firsts[at] + population;
    this.people = areas.map(({ name }) => keyOf('person', name));
    this.onsets = areas.map(({ name }) => keyOf('onset', name));
    const { needs } = world.epochs[0].tables;
    const each = needs.length / areas.length;
    if (needs.some(({ area = 0 }, need) => area !== Math.floor(need / each)))
      throw new InvariantError(`the needs of ${areas.length} areas are not laid out area by area`);
  }

  /** How many live in an area. */
  populationOf(area: number): number {
    return this.firsts[area + 1] - this.firsts[area];
  }

  /** The area of a person. */
  areaOf(person: number): number {
    const { firsts } = this;
    let area = 0;
    while (person >= firsts[area + 1]) area++;
    return area;
  }
}
