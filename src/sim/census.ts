/**
 * Who of a large population matters in a replication: those with a point before the horizon in a strip of a need, and
 * those found in the stock. All of it is a function of draws and of what the root of a family declares, so that one census
 * serves every world that is run for the same replication.
 */
import { ownName, Residents } from './areas.js';
import { unitExponential } from './arithmetic.js';
import { crowdOfThread } from './crowd.js';
import { type Chance, deriveNumber, type Key, key, nameHash, saltOf } from './draws.js';
import { type Affected, Found } from './found.js';
import { Frailties, Frailty } from './frailties.js';
import { Least } from './least.js';
import { stripWidth, Warp } from './rates.js';
import type { Need, Stock, World } from './world.js';

/** The people of a world in one replication. */
export class Census {
  private readonly residents: Residents;
  private readonly chance: Chance;
  private readonly frailty: Frailty;
  private readonly frailties: Frailties;
  private readonly listed = new Map<string, Affected>();
  private readonly chosen = new Map<string, ReadonlyMap<string, Int32Array>>();

  /** Draws the frailty of everybody. */
  constructor(
    world: World,
    chance: Chance,
    private readonly crowd = crowdOfThread(),
  ) {
    this.residents = new Residents(world);
    this.chance = chance;
    this.frailty = new Frailty(world.frailty, chance);
    const isNeeded = world.epochs[0].tables.needs.length > 0 || world.stock.some((one) => one.persons);
    this.frailties = new Frailties(world.frailty, isNeeded ? world.area.population : 0);
    if (this.frailty.isEqual || !isNeeded) return;
    for (const area of this.residents.people.keys()) this.noteFrailties(area);
  }

  // Batches are gone through in loops and not by functions made for the purpose: Node would compile these anew each time.

  /** Notes how frail the people of an area may be. */
  private noteFrailties(area: number): void {
    const { crowd, residents, frailties } = this;
    crowd.takeUp(residents.people[area], residents.populationOf(area));
    while (crowd.next()) {
      crowd.draw(crowd.keys, this.frailty.salt);
      frailties.note(residents.firsts[area] + crowd.first, crowd.count, crowd.draws.high);
    }
  }

  /** Persons who have a point of a need's strip before the horizon. */
  withPoints(need: Need, strip: number, horizon: number): Affected {
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

  private list(need: Need, strip: number, horizon: number): Affected {
    const { crowd, residents, frailties } = this;
    const { area = 0 } = need;
    const own = nameHash(ownName(need.name));
    const salt = saltOf(this.chance, 'gap');
    const density = need.unitRate * stripWidth(strip);
    const warp = new Warp(need.calendar, horizon);
    const warped = warp.horizon;
    const windows = Math.floor(warped * density) + 1;
    const found = new Found(horizon);
    crowd.takeUp(residents.onsets[area], residents.populationOf(area));
    while (crowd.next()) {
      crowd.derive(own);
      crowd.deriveNumber(strip);
      frailties.bound(residents.firsts[area] + crowd.first, crowd.count, crowd.inverses);
      for (let window = 0; window < windows; window++) {
        crowd.enter(window);
        crowd.draw(crowd.inWindow, salt);
        this.findPoints(area, window, density, warp, salt, found);
      }
      found.clear();
    }
    return found.byHour();
  }

  /** Finds those whose first gap in a window, by their draws, ends before the window does. */
  private findPoints(area: number, window: number, density: number, warp: Warp, salt: Key, found: Found): void {
    const { crowd, residents } = this;
    const { first } = crowd;
    const begin = window / density;
    const length = Math.min((window + 1) / density, warp.horizon) - begin;
    const before = residents.firsts[area] + first;
    // 1 − e^−x < x: most people are seen to have no point without a logarithm, nor their very frailty.
    const listed = crowd.screen(0, density * length);
    for (let at = 0; at < listed; at++) {
      const place = crowd.listed[at];
      const frailty = this.frailtyOf(area, first + place);
      const expected = frailty * density * length;
      const u = crowd.inWindow.drawAt(place, salt);
      if (u >= expected) continue;
      const gap = unitExponential(u);
      if (gap <= expected) found.add(place, before + place, frailty, warp.unwarp(begin + gap / (density * frailty)));
    }
  }

  /**
   * In each area without replacement, with weight r/(1 + r), by exponential keys: the least E/weight come first. Near the long
   * run where few are inside (D144).
   */
  private choose(stock: readonly Stock[]): ReadonlyMap<string, Int32Array> {
    const chosen = new Map<string, Int32Array>();
    for (let area = 0; area < this.residents.names.length; area++) {
      const taken = new Set<number>();
      const ofArea = stock.filter((one) => (one.area ?? 0) === area);
      if (ofArea.length === 0) continue;
      const first = this.firstIn(area, ofArea);
      for (let at = 0; at < ofArea.length; at++) {
        const persons = first[at].places(ofArea[at].count, taken);
        for (let place = 0; place < persons.length; place++) taken.add(persons[place]);
        chosen.set(ofArea[at].name, persons);
      }
    }
    return chosen;
  }

  /** Those who come first in each stock of an area: as many as are in it and in those before, who may be taken already. */
  private firstIn(area: number, stock: readonly Stock[]): readonly Least[] {
    const people = this.residents.populationOf(area);
    let before = 0;
    const wanted = stock.map(({ count }) => {
      before += count;
      return Math.min(before, people);
    });
    // Scores are below x for the share x · r/(1 + r), or somewhat fewer: more than enough, as a rule.
    const likely = stock.map(
      ({ load }, at) => new Least(wanted[at], (1.5 * wanted[at] + 20) / (people * this.frailties.shareInside(load))),
    );
    this.offer(area, stock, likely);
    if (likely.every(({ isFull }) => isFull)) return likely;
    const all = wanted.map((count) => new Least(count, Number.POSITIVE_INFINITY));
    this.offer(area, stock, all);
    return all;
  }

  /** Offers everybody of an area to each of its stocks. */
  private offer(area: number, stock: readonly Stock[], least: readonly Least[]): void {
    const { crowd, residents, frailties } = this;
    const salts = stock.map(({ name }) => saltOf(this.chance, `stock/${ownName(name)}`));
    crowd.takeUp(residents.people[area], residents.populationOf(area));
    while (crowd.next()) {
      const first = residents.firsts[area] + crowd.first;
      frailties.bound(first, crowd.count, crowd.inverses);
      for (let at = 0; at < stock.length; at++) this.offerBatch(first, stock[at].load, salts[at], least[at]);
    }
  }

  /** Offers a batch, of whom the first has this number in all areas, to a stock of some load. */
  private offerBatch(first: number, load: number, salt: Key, least: Least): void {
    const { crowd, frailty } = this;
    const { keys } = crowd;
    crowd.draw(keys, salt);
    // E ≥ u: most people are seen to come too late without a logarithm, nor their very frailty.
    const listed = crowd.screen(load, least.limit * load);
    for (let next = 0; next < listed; next++) {
      const place = crowd.listed[next];
      const r = frailty.at(keys.high[place], keys.low[place]) * load;
      const score = (unitExponential(keys.drawAt(place, salt)) * (1 + r)) / r;
      least.offer(first + place, score);
    }
  }

  /** The frailty of somebody, by their number in their area. */
  private frailtyOf(area: number, number: number): number {
    if (this.frailty.isEqual) return 1;
    const base = this.residents.people[area];
    deriveNumber(base.high, base.low, number);
    return this.frailty.at(key.high, key.low);
  }
}

/** Order of stock: by name without the area, then by area. */
export function byName(a: Stock, b: Stock): number {
  const [one, two] = [ownName(a.name), ownName(b.name)];
  return one === two ? (a.area ?? 0) - (b.area ?? 0) : one < two ? -1 : 1;
}
