/**
 * Choice by share, as a race over option names: the option with the least E/weight wins, each E being that option's own
 * exponential draw, so that reordering options, or adding one that nobody takes, moves nobody. Options of weight 0 do not
 * run; a lone runner wins without a draw; two runners share one draw, in name order.
 */
import type { Addresses } from './addresses.js';
import { unitExponential } from './arithmetic.js';
import { type Salts, uniform } from './draws.js';
import { NEVER } from './log.js';
import { type BranchOption, NONE } from './world.js';

/** One who runs: an option that has weight at a severity. What a race asks of it lies together. */
export class Runner {
  declare readonly weight: number;
  /** The next in name order, or null. */
  declare readonly next: Runner | null;
  /** The salt of its own draw, which is made where three or more run. */
  declare saltHigh: number;
  declare saltLow: number;
  /** Where it leads to, and its place in the list of options as written. */
  declare readonly to: number;
  declare readonly place: number;
  /** The address of its own draw. */
  declare readonly address: number;

  constructor(weight: number, next: Runner | null, to: number, place: number, address: number) {
    // Begun with what is no whole number, it is a number with a fraction to the compiler, whatever comes first.
    this.weight = NEVER;
    this.next = next;
    this.saltHigh = 0;
    this.saltLow = 0;
    this.to = to;
    this.place = place;
    this.address = address;
    this.weight = weight;
  }
}

/** A race laid out. Before it is run it must be given its salts. */
export class Race {
  /** By severity, the first to run in name order; null where no option has weight. */
  declare readonly runners: readonly (Runner | null)[];
  /** Where everybody goes, whatever their severity, without a draw; else NONE. */
  declare readonly only: number;
  /** The salt of the one draw of two runners. */
  declare saltHigh: number;
  declare saltLow: number;
  /** The address of that draw. */
  declare private readonly address: number;

  /** @param base name of the draws of this race; each option's own is called after it and the option. */
  constructor(base: string, options: readonly BranchOption[], severities: number, addresses: Addresses) {
    this.saltHigh = 0;
    this.saltLow = 0;
    this.address = addresses.row(base);
    const sorted = options
      .map((option, place) => ({ option, place, address: addresses.row(`${base}/${option.name}`) }))
      .sort((one, other) => compare(one.option.name, other.option.name));
    this.runners = Array.from({ length: severities }, (_, severity) =>
      sorted.reduceRight<Runner | null>((next, { option: { weights, to }, place, address }) => {
        const weight = weights[severity];
        return weight > 0 ? new Runner(weight, next, to, place, address) : next;
      }, null),
    );
    const winner = this.runners[0];
    const isSure = this.runners.every((first) => first?.next === null && first.place === winner?.place);
    this.only = isSure && winner !== null ? winner.to : NONE;
  }

  /** Takes its salts from those of the replication. */
  salt({ high, low }: Salts): void {
    this.saltHigh = high[this.address];
    this.saltLow = low[this.address];
    for (const first of this.runners) {
      for (let runner = first; runner !== null; runner = runner.next) {
        runner.saltHigh = high[runner.address];
        runner.saltLow = low[runner.address];
      }
    }
  }
}

/** Ascending by UTF-16 code unit, as `<` on strings. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Runs a race at (key, k) for a severity. @returns who wins; null when no option has weight. */
export function runRace(race: Race, severity: number, high: number, low: number, k: number): Runner | null {
  const first = race.runners[severity];
  const second = first === null ? null : first.next;
  if (first === null || second === null) return first;
  if (second.next !== null) return runMany(first, high, low, k);
  const u = uniform(high, low, race.saltHigh, race.saltLow, k);
  return u * (first.weight + second.weight) < first.weight ? first : second;
}

/** Room for rounding, so that a runner is judged without a logarithm only where there is no doubt [relative]. */
const ROOM = 1 - 1e-9;

/** A race of more than two. */
function runMany(first: Runner, high: number, low: number, k: number): Runner {
  let winner = first;
  let least = NEVER;
  for (let runner: Runner | null = first; runner !== null; runner = runner.next) {
    const { weight } = runner;
    const u = uniform(high, low, runner.saltHigh, runner.saltLow, k);
    // −log(1 − u) > u + u²/2: who is too late even so is seen to be without a logarithm.
    if (u * (1 + u / 2) * ROOM > least * weight) continue;
    const time = unitExponential(u) / weight;
    if (time < least) {
      least = time;
      winner = runner;
    }
  }
  return winner;
}
