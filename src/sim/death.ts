/**
 * Death: one budget a person, spent at the sum of the hazards of all causes. Which of them it was is a race between the
 * causes, each as likely as its share of the hazard at that hour.
 */
import type { Addresses } from './addresses.js';
import { ownName } from './areas.js';
import { unitExponential } from './arithmetic.js';
import { hazard } from './clocks.js';
import { uniform } from './draws.js';
import { InvariantError } from './invariant.js';
import type { PersonRow } from './rows.js';
import type { State } from './state.js';
import { type Clock, NONE } from './world.js';

const BASE = 'cause-of-death';

/** The causes of death of an area: its clocks that run `life`. */
export class Causes {
  /** Clocks (indices into the tables), as written. */
  readonly clocks: readonly number[];
  /** The same in order of name, and the address of each one's own draw. */
  readonly byName: readonly number[];
  readonly addresses: readonly number[];
  /** Address of the one draw of two causes. */
  readonly address: number;

  constructor(clocks: readonly Clock[], area: number, addresses: Addresses) {
    const nameOf = (index: number): string => ownName(clocks[index].name);
    this.clocks = clocks.flatMap((clock, index) =>
      clock.runs === 'life' && (clock.area ?? 0) === area ? [index] : [],
    );
    this.byName = [...this.clocks].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    this.address = addresses.row(BASE);
    this.addresses = this.byName.map((index) => addresses.row(`${BASE}/${nameOf(index)}`));
  }
}

/** The outcome of a person who dies now: that of the cause. */
export function causeOfDeath(state: State, person: PersonRow): number {
  const { tables, salts, people } = state;
  const causes = state.causesOf(person);
  const high = people.keyHigh[person];
  const low = people.keyLow[person];
  const draw = (address: number): number => uniform(high, low, salts.high[address], salts.low[address], 0);
  const running = causes.byName
    .map((index, at) => ({
      index,
      address: causes.addresses[at],
      weight: hazard(state, tables.clocks[index], person, NONE),
    }))
    .filter(({ weight }) => weight > 0);
  if (running.length === 2) {
    const [first, second] = running;
    const isFirst = draw(causes.address) * (first.weight + second.weight) < first.weight;
    return outcomeOf(tables.clocks[isFirst ? first.index : second.index]);
  }
  let winner = running[0];
  let least = Number.POSITIVE_INFINITY;
  for (const runner of running.length > 1 ? running : []) {
    const time = unitExponential(draw(runner.address)) / runner.weight;
    if (time >= least) continue;
    least = time;
    winner = runner;
  }
  return outcomeOf(tables.clocks[winner.index]);
}

function outcomeOf({ name, expires }: Clock): number {
  if (expires.does !== 'die') throw new InvariantError(`a life clock (${name}) cannot ${expires.does}`);
  return expires.outcome;
}
