/**
 * Who of a large population matters in a replication: those with a point before the horizon in a strip of a need, and
 * those found in the stock. All of it is a function of draws and of what the root of a family declares, so that one census
 * serves every world that is run for the same replication.
 */
import { ownName, Residents } from './areas.js';
import { unitExponential } from './arithmetic.js';
import { type Chance, derive, deriveNumber, type Key, key, nameHash, saltOf, uniform } from './draws.js';
import { Traits } from './people.js';
import { stripWidth, Warp } from './rates.js';
import type { Need, Stock, World } from './world.js';

/** The people of a world in one replication. */
export class Census {
  private readonly residents: Residents;
  private readonly chance: Chance;
  private readonly frailty: Float64Array;
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
    this.frailty = new Float64Array(isNeeded ? population : 0).fill(1);
    const { people, onsets, firsts } = this.residents;
    this.people = Keys.of(people, firsts, this.frailty.length);
    this.onsets = Keys.of(onsets, firsts, this.frailty.length);
    if (world.frailty === null) return;
    const traits = new Traits(world, chance);
    const { high, low } = this.people;
    for (let person = 0; person < this.frailty.length; person++)
      this.frailty[person] = traits.frailtyAt(high[person], low[person]);
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
    const { frailty, chance, residents } = this;
    const salt = saltOf(chance, 'gap');
    const { area = 0 } = need;
    const first = residents.firsts[area];
    const keys = this.onsets.under(nameHash(ownName(need.name)), strip, first, residents.firsts[area + 1]);
    const density = need.unitRate * stripWidth(strip);
    const warped = new Warp(need.calendar, horizon).horizon;
    const windows = Math.floor(warped * density) + 1;
    const lengths = Float64Array.from(
      { length: windows },
      (_, window) => Math.min((window + 1) / density, warped) - window / density,
    );
    const found: number[] = [];
    for (let number = 0; number < keys.high.length; number++) {
      const person = first + number;
      const high = keys.high[number];
      const low = keys.low[number];
      const rate = frailty[person] * density;
      for (let window = 0; window < windows; window++) {
        const expected = rate * lengths[window];
        deriveNumber(high, low, window);
        const u = uniform(key.high, key.low, salt.high, salt.low, 0);
        // 1 − e^−x < x: most people are seen to have no point without a logarithm.
        if (u >= expected || unitExponential(u) > expected) continue;
        found.push(person);
        break;
      }
    }
    return Int32Array.from(found);
  }

  /** In each area without replacement, with weight r/(1 + r), by exponential keys: the least E/weight come first. Near the long run where few are inside (D144). */
  private choose(stock: readonly Stock[]): ReadonlyMap<string, Int32Array> {
    const { frailty, people, chance, residents } = this;
    const chosen = new Map<string, Int32Array>();
    const taken = new Uint8Array(frailty.length);
    for (const { name, count, load, area = 0 } of stock) {
      const salt = saltOf(chance, `stock/${ownName(name)}`);
      const first = residents.firsts[area];
      const end = residents.firsts[area + 1];
      const least = new Least(Math.min(count, end - first));
      for (let person = first; person < end; person++) {
        if (taken[person] === 1) continue;
        const r = frailty[person] * load;
        const u = uniform(people.high[person], people.low[person], salt.high, salt.low, 0);
        // E ≥ u: most people are seen to come too late without a logarithm (the margin is for rounding).
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

/** Keys of people in a row. */
class Keys {
  readonly high: Int32Array;
  readonly low: Int32Array;

  constructor(count: number) {
    this.high = new Int32Array(count);
    this.low = new Int32Array(count);
  }

  /** Of everybody's number within their area: worked out once, as they are asked for again and again. */
  static of(bases: readonly Key[], firsts: Int32Array, count: number): Keys {
    const keys = new Keys(count);
    for (const [area, { high, low }] of bases.entries()) {
      const end = Math.min(firsts[area + 1], count);
      for (let person = firsts[area]; person < end; person++) keys.note(person, high, low, person - firsts[area]);
    }
    return keys;
  }

  /**
   * The keys of people from a first one to an end for a need and a strip. Worked out apart from their draws: a loop that does
   * little is compiled whole.
   */
  under(need: Key, strip: number, first: number, end: number): Keys {
    const { high, low } = this;
    const keys = new Keys(end - first);
    for (let person = first; person < end; person++) {
      derive(high[person], low[person], need.high, need.low);
      keys.note(person - first, key.high, key.low, strip);
    }
    return keys;
  }

  private note(place: number, high: number, low: number, part: number): void {
    deriveNumber(high, low, part);
    this.high[place] = key.high;
    this.low[place] = key.low;
  }
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
