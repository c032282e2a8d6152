/**
 * Who of a large population matters in a replication: those with a point before the horizon in a strip of a need, and
 * those found in the stock. All of it is a function of draws and of what the root of a family declares, so that one census
 * serves every world that is run for the same replication.
 */
import { unitExponential } from './arithmetic.js';
import { type Chance, derive, deriveNumber, type Key, key, keyOf, nameHash, saltOf, uniform } from './draws.js';
import { Traits } from './people.js';
import { stripWidth, Warp } from './rates.js';
import type { Need, Stock, World } from './world.js';

/** The people of one area in one replication. */
export class Census {
  private readonly area: World['area'];
  private readonly chance: Chance;
  private readonly frailty: Float64Array;
  /** Keys of (person, area, number) and of (onset, area, number), by number. */
  private readonly people: Keys;
  private readonly onsets: Keys;
  private readonly listed = new Map<string, Int32Array>();
  private readonly chosen = new Map<string, ReadonlyMap<string, Int32Array>>();

  /** Draws the frailty of everybody in the world's area. */
  constructor(world: World, chance: Chance) {
    this.area = world.area;
    this.chance = chance;
    const { population } = world.area;
    const isNeeded = world.epochs[0].tables.needs.length > 0 || world.stock.some((one) => one.persons);
    this.frailty = new Float64Array(isNeeded ? population : 0).fill(1);
    this.people = Keys.of(keyOf('person', world.area.name), this.frailty.length);
    this.onsets = Keys.of(keyOf('onset', world.area.name), this.frailty.length);
    if (world.frailty === null) return;
    const traits = new Traits(world, chance);
    const { high, low } = this.people;
    for (let person = 0; person < this.frailty.length; person++)
      this.frailty[person] = traits.frailtyAt(high[person], low[person]);
  }

  /** Persons who have a point of a need's strip before the horizon, ascending. */
  withPoints(need: Need, strip: number, horizon: number): Int32Array {
    const name = JSON.stringify([need.name, need.unitRate, need.calendar, strip, horizon]);
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
    ofPersons.sort((a, b) => (a.name < b.name ? -1 : 1));
    const name = JSON.stringify(ofPersons.map((one) => [one.name, one.count, one.load]));
    let chosen = this.chosen.get(name);
    if (chosen === undefined) {
      chosen = this.choose(ofPersons);
      this.chosen.set(name, chosen);
    }
    return chosen;
  }

  private list(need: Need, strip: number, horizon: number): Int32Array {
    const { frailty } = this;
    const salt = saltOf(this.chance, 'gap');
    const keys = this.onsets.under(nameHash(need.name), strip);
    const density = need.unitRate * stripWidth(strip);
    const warped = new Warp(need.calendar, horizon).horizon;
    const windows = Math.floor(warped * density) + 1;
    const lengths = Float64Array.from(
      { length: windows },
      (_, window) => Math.min((window + 1) / density, warped) - window / density,
    );
    const found: number[] = [];
    for (let person = 0; person < frailty.length; person++) {
      const high = keys.high[person];
      const low = keys.low[person];
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

  /** Without replacement, with weight r/(1 + r), by exponential keys: the least E/weight come first. */
  private choose(stock: readonly Stock[]): ReadonlyMap<string, Int32Array> {
    const { frailty, people, chance } = this;
    const chosen = new Map<string, Int32Array>();
    const taken = new Uint8Array(frailty.length);
    for (const { name, count, load } of stock) {
      const salt = saltOf(chance, `stock/${name}`);
      const least = new Least(Math.min(count, this.area.population));
      for (let person = 0; person < frailty.length; person++) {
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

/** Keys of everybody. */
class Keys {
  readonly high: Int32Array;
  readonly low: Int32Array;

  constructor(count: number) {
    this.high = new Int32Array(count);
    this.low = new Int32Array(count);
  }

  /** Of whole numbers under one cause: worked out once, as everybody's are asked for again and again. */
  static of(base: Key, count: number): Keys {
    const keys = new Keys(count);
    for (let number = 0; number < count; number++) keys.note(number, base.high, base.low, number);
    return keys;
  }

  /** Everybody's key for a need and a strip. Worked out apart from their draws: a loop that does little is compiled whole. */
  under(need: Key, strip: number): Keys {
    const { high, low } = this;
    const keys = new Keys(high.length);
    for (let person = 0; person < high.length; person++) {
      derive(high[person], low[person], need.high, need.low);
      keys.note(person, key.high, key.low, strip);
    }
    return keys;
  }

  private note(person: number, high: number, low: number, part: number): void {
    deriveNumber(high, low, part);
    this.high[person] = key.high;
    this.low[person] = key.low;
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
