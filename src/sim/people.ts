/**
 * Persons: traits that never change (cohort, frailty), states that do, and what is open for each. Only people who have
 * had an onset, a contact or a place in the stock need a row: the traits of all others can be drawn again.
 */
import { Addresses } from './addresses.js';
import { Residents } from './areas.js';
import { copied } from './columns.js';
import { type Chance, deriveNumber, key, Salts } from './draws.js';
import { Frailty } from './frailties.js';
import { Race, type Runner, runRace } from './race.js';
import { NO_ROW, type PersonRow } from './rows.js';
import type { World } from './world.js';

/** Traits and first states of anybody, from their number: registers, filled by `recall`. */
export class Traits {
  /** Whose traits these are, by number. */
  declare private person: number;
  declare keyHigh: number;
  declare keyLow: number;
  declare frailty: number;
  declare cohort: number;
  /** Area in which they live. */
  declare area: number;
  /** First value of each state variable. */
  declare readonly states: Uint8Array;
  private readonly frailties: Frailty;
  private readonly cohorts: number;
  private readonly residents: Residents;
  private readonly cohortRace: Race;
  /** Races of the state variables whose first value is drawn; the others start at 0. */
  private readonly stateRaces: readonly { readonly variable: number; readonly race: Race }[];

  constructor(world: World, chance: Chance) {
    const addresses = new Addresses();
    this.cohorts = world.cohorts.length;
    this.residents = new Residents(world);
    this.frailties = new Frailty(world.frailty, chance);
    this.states = new Uint8Array(world.states.length);
    this.person = NO_ROW;
    this.keyHigh = 0;
    this.keyLow = 0;
    this.frailty = 1;
    this.cohort = 0;
    this.area = 0;
    const cohorts = world.cohorts.map(({ name, share }, to) => ({ name, weights: [share], to }));
    this.cohortRace = new Race('cohort', cohorts, 1, addresses);
    this.stateRaces = world.states.flatMap(({ name, values, initial }, variable) => {
      if (initial.every((shares) => shares[0] === 1)) return [];
      const options = values.map((value, to) => ({ name: value, weights: initial.map((shares) => shares[to]), to }));
      return [{ variable, race: new Race(`state/${name}`, options, this.cohorts, addresses) }];
    });
    const salts = new Salts(addresses.names, chance);
    this.cohortRace.salt(salts);
    for (const { race } of this.stateRaces) race.salt(salts);
  }

  /** Fills the registers for a person. */
  recall(person: number): void {
    if (this.person === person) return;
    this.person = person;
    const { residents } = this;
    const area = residents.areaOf(person);
    const base = residents.people[area];
    deriveNumber(base.high, base.low, person - residents.firsts[area]);
    this.area = area;
    const high = key.high;
    const low = key.low;
    this.keyHigh = high;
    this.keyLow = low;
    this.frailty = this.frailties.at(high, low);
    this.cohort = this.cohorts > 1 ? (runRace(this.cohortRace, 0, high, low, 0) as Runner).to : 0;
    for (const { variable, race } of this.stateRaces) {
      this.states[variable] = (runRace(race, this.cohort, high, low, 0) as Runner).to;
    }
  }
}

/** Columns of people with a row. */
export class People {
  /** Needs of one area. */
  declare readonly needs: number;
  declare readonly variables: number;
  declare count: number;
  /** Row of each person, by number. */
  declare readonly rowOf: Int32Array;
  declare index: Int32Array;
  declare keyHigh: Int32Array;
  declare keyLow: Int32Array;
  declare frailty: Float64Array;
  declare cohort: Uint8Array;
  declare dead: Uint8Array;
  /** Open episodes of each need of the person's area (see `cell`), parallel contacts apart. */
  declare open: Uint16Array;
  /** Strips of onset points that are walked, per need. */
  declare strips: Uint8Array;
  declare states: Uint8Array;
  declare firstEpisode: Int32Array;
  declare firstClock: Int32Array;
  declare private size: number;

  constructor(population: number, needs: number, variables: number) {
    this.needs = needs;
    this.variables = variables;
    this.count = 0;
    this.rowOf = new Int32Array(population).fill(NO_ROW);
    this.size = 256;
    const { size } = this;
    this.index = new Int32Array(size);
    this.keyHigh = new Int32Array(size);
    this.keyLow = new Int32Array(size);
    this.frailty = new Float64Array(size);
    this.cohort = new Uint8Array(size);
    this.dead = new Uint8Array(size);
    this.open = new Uint16Array(size * needs);
    this.strips = new Uint8Array(size * needs);
    this.states = new Uint8Array(size * variables);
    this.firstEpisode = new Int32Array(size);
    this.firstClock = new Int32Array(size);
  }

  /** A row for the person whose traits are in the registers. */
  add(person: number, traits: Traits): PersonRow {
    if (this.count === this.size) this.grow();
    const row = this.count++;
    this.rowOf[person] = row;
    this.index[row] = person;
    this.keyHigh[row] = traits.keyHigh;
    this.keyLow[row] = traits.keyLow;
    this.frailty[row] = traits.frailty;
    this.cohort[row] = traits.cohort;
    this.states.set(traits.states, row * this.variables);
    this.firstEpisode[row] = NO_ROW;
    this.firstClock[row] = NO_ROW;
    return row as PersonRow;
  }

  /** Place of a person and a need of their area in the columns of needs. */
  cell(row: number, need: number): number {
    return row * this.needs + (need % this.needs);
  }

  /** A person's value of a state variable; 0 for a transient (NO_ROW). */
  state(row: PersonRow, variable: number): number {
    return row === NO_ROW ? 0 : this.states[row * this.variables + variable];
  }

  private grow(): void {
    this.size *= 2;
    const { size } = this;
    this.index = copied(this.index, new Int32Array(size));
    this.keyHigh = copied(this.keyHigh, new Int32Array(size));
    this.keyLow = copied(this.keyLow, new Int32Array(size));
    this.frailty = copied(this.frailty, new Float64Array(size));
    this.cohort = copied(this.cohort, new Uint8Array(size));
    this.dead = copied(this.dead, new Uint8Array(size));
    this.open = copied(this.open, new Uint16Array(size * this.needs));
    this.strips = copied(this.strips, new Uint8Array(size * this.needs));
    this.states = copied(this.states, new Uint8Array(size * this.variables));
    this.firstEpisode = copied(this.firstEpisode, new Int32Array(size));
    this.firstClock = copied(this.firstClock, new Int32Array(size));
  }
}
