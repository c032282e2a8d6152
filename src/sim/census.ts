/**
 * Who of a large population matters in a replication: those with a point before the horizon in a strip of a need, and
 * those found in the stock. All of it is a function of draws and of what the root of a family declares, so that one census
 * serves every world that is run for the same replication.
 */
import { ownName, Residents } from './areas.js';
import { unitExponential } from './arithmetic.js';
import { Keys } from './crowd.js';
import { type Chance, nameHash, saltOf } from './draws.js';
import { Frailties } from './frailties.js';
import { stripWidth, Warp } from './rates.js';
import type { Need, Stock, World } from './world.js';

/** People looked at together: few enough for their keys to stay in the first cache. */
const BATCH = 1024;

/** The people of a world in one replication. */
export class Census {
  private readonly residents: Residents;
  private readonly chance: Chance;
  private readonly frailties: Frailties;
  /** Keys of (person, area, number) and of (onset, area, number), by number. */
  private readonly people: Keys;
  private readonly onsets: Keys;
  private readonly listed = new Map<string, Int32Array>();
  private readonly chosen = new Map<string, ReadonlyMap<string, Int32Array>>();

  /** Draws the frailty of everybody. */
  constructor(world: World, chance: Chance) {
    this.residents = new Residents(world);
    this.chance = chance;
    const { population } = world.area;
    const isNeeded = world.epochs[0].tables.needs.length > 0 || world.stock.some((one) => one.persons);
    const count = isNeeded ? population : 0;
    const { people, onsets, firsts } = this.residents;
    this.people = new Keys(count);
    this.onsets = new Keys(count);
    for (let area = 0; area < people.length; area++) {
      const end = Math.min(firsts[area + 1], count);
      this.people.number(people[area], firsts[area], end);
      this.onsets.number(onsets[area], firsts[area], end);
    }
    this.frailties = new Frailties(world.frailty, count);
    const { draws } = this.frailties;
    this.people.draw(saltOf(chance, 'frailty'), 0, draws.length, draws);
  }

  /** Persons who have a point of a need's strip before the horizon, ascending. */
  withPoints(need: Need, strip: number, horizon: number): Int32Array {
    const name = JSON.stringify([need.name, need.area ?? 0, need.unitRate, need.calendar, strip, horizon]);
    let list = this.listed.get(name);
    if (list === undefined) {
      list = this.list(need, strip, horizon);
      this.listed.set(name, list);
    }
    return list;
  }

  /** Persons of each stock that has persons, in place order, by stock name: nobody is in two. */
  inStock(stock: readonly Stock[]): ReadonlyMap<string, Int32Array> {
    const ofPersons = stock.filter(({ persons, count }) => persons && count > 0);
    ofPersons.sort(byName);
    const name = JSON.stringify(ofPersons.map((one) => [one.name, one.area ?? 0, one.count, one.load]));
    let chosen = this.chosen.get(name);
    if (chosen === undefined) {
      chosen = this.choose(ofPersons);
      this.chosen.set(name, chosen);
    }
    return chosen;
  }

  private list(need: Need, strip: number, horizon: number): Int32Array {
    const { chance, residents } = this;
    const salt = saltOf(chance, 'gap');
    const { area = 0 } = need;
    const own = nameHash(ownName(need.name));
    const end = Math.min(residents.firsts[area + 1], this.onsets.high.length);
    const density = need.unitRate * stripWidth(strip);
    const warped = new Warp(need.calendar, horizon).horizon;
    const windows = Math.floor(warped * density) + 1;
    const keys = new Keys(BATCH);
    const inWindow = new Keys(BATCH);
    const draws = new Float64Array(BATCH);
    const isFound = new Uint8Array(BATCH);
    const found: number[] = [];
    for (let from = residents.firsts[area]; from < end; from += BATCH) {
      const count = Math.min(BATCH, end - from);
      keys.take(this.onsets, from, count);
      keys.derive(own, count);
      keys.deriveNumber(strip, count);
      isFound.fill(0);
      for (let window = 0; window < windows; window++) {
        const length = Math.min((window + 1) / density, warped) - window / density;
        inWindow.take(keys, 0, count);
        inWindow.deriveNumber(window, count);
        inWindow.draw(salt, 0, count, draws);
        this.findPoints(from, count, density, length, draws, isFound);
      }
      for (let place = 0; place < count; place++) if (isFound[place] === 1) found.push(from + place);
    }
    return Int32Array.from(found);
  }

  /** Marks those whose first gap in a window, by their draws, ends before the window does. */
  private findPoints(
    from: number,
    count: number,
    density: number,
    length: number,
    draws: Float64Array,
    isFound: Uint8Array,
  ): void {
    const { frailties } = this;
    for (let place = 0; place < count; place++) {
      const u = draws[place];
      // 1 − e^−x < x: most people are seen to have no point without a logarithm, nor their very frailty.
      if (u >= frailties.atMost(from + place) * density * length) continue;
      const expected = frailties.of(from + place) * density * length;
      if (u < expected && unitExponential(u) <= expected) isFound[place] = 1;
    }
  }

  /** In each area without replacement, with weight r/(1 + r), by exponential keys: the least E/weight come first. Near the long run where few are inside (D144). */
  private choose(stock: readonly Stock[]): ReadonlyMap<string, Int32Array> {
    const { frailties, people, chance, residents } = this;
    const chosen = new Map<string, Int32Array>();
    const taken = new Uint8Array(people.high.length);
    const draws = new Float64Array(BATCH);
    for (const { name, count, load, area = 0 } of stock) {
      const salt = saltOf(chance, `stock/${ownName(name)}`);
      const first = residents.firsts[area];
      const end = residents.firsts[area + 1];
      const least = new Least(Math.min(count, end - first));
      for (let person = first; person < end; person++) {
        const place = (person - first) % BATCH;
        if (place === 0) people.draw(salt, person, Math.min(BATCH, end - person), draws);
        if (taken[person] === 1) continue;
        const u = draws[place];
        // E ≥ u, and no r is greater: most people are seen to come too late without a logarithm (the margin is for rounding).
        const most = frailties.atMost(person) * load;
        if (u * (1 + most) > least.limit * most * 1.000001) continue;
        const r = frailties.of(person) * load;
        if (u * (1 + r) > least.limit * r * 1.000001) continue;
        least.offer(person, (unitExponential(u) * (1 + r)) / r);
      }
      const persons = least.places();
      for (const person of persons) taken[person] = 1;
      chosen.set(name, persons);
    }
    return chosen;
  }
}

/** Order of stock: by name without the area, then by area. */
export function byName(a: Stock, b: Stock): number {
  const [one, two] = [ownName(a.name), ownName(b.name)];
  return one === two ? (a.area ?? 0) - (b.area ?? 0) : one < two ? -1 : 1;
}

/** The places with the lowest scores of all that are offered. */
class Least {
  /** No score above this can still be among them. */
  limit = Number.POSITIVE_INFINITY;
  private readonly scores: Float64Array;
  private readonly offered: Int32Array;
  private held = 0;

  constructor(private readonly count: number) {
    this.scores = new Float64Array(2 * count + 64);
    this.offered = new Int32Array(2 * count + 64);
  }

  /** Takes a place and its score in, unless it comes too late. Places are offered in ascending order. */
  offer(place: number, score: number): void {
    if (score > this.limit) return;
    this.scores[this.held] = score;
    this.offered[this.held++] = place;
    if (this.held === this.scores.length) this.shed();
  }

  /** The places kept, lowest score first, then lowest place. */
  places(): Int32Array {
    const order = Array.from({ length: this.held }, (_, at) => at);
    order.sort((a, b) => this.scores[a] - this.scores[b] || this.offered[a] - this.offered[b]);
    return Int32Array.from(order.slice(0, this.count), (at) => this.offered[at]);
  }

  /** Keeps those up to the count-th lowest score. */
  private shed(): void {
    this.limit = nthLowest(this.scores.slice(0, this.held), this.count - 1);
    let kept = 0;
    for (let at = 0; at < this.held; at++) {
      if (this.scores[at] > this.limit) continue;
      this.scores[kept] = this.scores[at];
      this.offered[kept++] = this.offered[at];
    }
    this.held = kept;
  }
}

/** The n-th lowest value, n from 0; disturbs the order. Source: Hoare (1961), algorithm 65 (Find). */
function nthLowest(values: Float64Array, n: number): number {
  let from = 0;
  let to = values.length - 1;
  while (from < to) {
    const pivot = values[(from + to) >> 1];
    let low = from;
    let high = to;
    while (low <= high) {
      while (values[low] < pivot) low++;
      while (values[high] > pivot) high--;
      if (low > high) break;
      const swapped = values[low];
      values[low++] = values[high];
      values[high--] = swapped;
    }
    if (n <= high) to = high;
    else if (n >= low) from = low;
    else return values[n];
  }
  return values[n];
}
