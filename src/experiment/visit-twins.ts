/** Matches the visits of staffed services in two worlds, one by one, and accounts for the hours that each holds. */
import { InvariantError, NONE } from '../sim/index.js';
import { isLast, type VisitBatch } from './batch.js';
import { KeyTable, moreFloats, NO_ENTRY } from './key-table.js';
import { BASELINE, type Pair, POLICY, type Side } from './pair.js';

/** What became of an agency's hours [whole seconds]. */
export interface HoursAccount {
  stretched: number;
  added: number;
  dropped: number;
  change: number;
}

/** Note of a visit: for each side, a stretch has been read; the last stretch has been read. */
const SEEN = [1, 2] as const;
const DONE = [4, 8] as const;
const BOTH_DONE = DONE[BASELINE] | DONE[POLICY];

/**
 * Visits by visit key: episode, service (by name) and number of the visit. A visit that is over in both worlds is
 * settled at once and forgotten, so that only visits under way and visits of one world are held.
 */
export class VisitTwins {
  private readonly table = new KeyTable();
  /** Row x side: seconds held in the window. */
  private seconds = new Float64Array(2 * this.table.room);
  private readonly accounts: HoursAccount[];
  /** For each side, agency of each joint service under its joint index. */
  private readonly agencies: readonly [Int32Array, Int32Array];
  private readonly mostVisits: number;

  constructor(private readonly pair: Pair) {
    this.accounts = pair.agencies.names.map(() => ({ stretched: 0, added: 0, dropped: 0, change: 0 }));
    const agencyOf = (side: Side) =>
      pair.services.own[side].map((own) =>
        own === NONE ? NONE : pair.agencies.of[side][pair.views[side].agency[own]!]!,
      );
    this.agencies = [agencyOf(BASELINE), agencyOf(POLICY)];
    this.mostVisits = Math.floor(0x7fffffff / Math.max(1, pair.services.names.length));
  }

  /** Reads a batch of one world. */
  visits(side: Side, { log, heldSeconds }: VisitBatch): void {
    const { table } = this;
    const { staff } = this.pair.views[side];
    const joint = this.pair.services.of[side];
    const { count, keyHigh, keyLow, service, visit, finish, next } = log;
    for (let row = 0; row < count; row += 1) {
      const own = service[row]!;
      if (own === NONE || staff[own] === 0) continue;
      const number = visit[row]!;
      if (number >= this.mostVisits) throw new InvariantError(`an episode has visited a service ${number} times`);
      const code = number * this.pair.services.names.length + joint[own]!;
      let entry = table.find(keyHigh[row]!, keyLow[row]!, code);
      if (entry === NO_ENTRY) entry = this.open(keyHigh[row]!, keyLow[row]!, code);
      const before = table.note(entry);
      if ((before & DONE[side]) !== 0) this.refuse(side, entry);
      this.seconds[2 * entry + side]! += heldSeconds[row]!;
      const state = before | (isLast(finish[row]!, next[row]!) ? SEEN[side] | DONE[side] : SEEN[side]);
      if ((state & BOTH_DONE) === BOTH_DONE) {
        this.settle(entry, state);
        table.remove(entry);
      } else table.setNote(entry, state);
    }
  }

  /**
   * Accounts by agency, once both worlds have been read.
   * @param held Seconds held by each agency's staff in a world, added up on their own.
   * Throws an InvariantError when the accounts do not close to the second.
   */
  close(held: (side: Side) => Float64Array): readonly HoursAccount[] {
    for (const entry of this.table.rows()) this.settle(entry, this.table.note(entry));
    const { agencies } = this.pair;
    const inWorld = (side: Side, agency: number) => {
      const own = agencies.own[side][agency]!;
      return own === NONE ? 0 : held(side)[own]!;
    };
    this.accounts.forEach((account, agency) => {
      account.change = inWorld(POLICY, agency) - inWorld(BASELINE, agency);
      const { stretched, added, dropped, change } = account;
      if (stretched + added - dropped !== change)
        throw new InvariantError(
          `hours of ${agencies.names[agency]} do not close: stretched ${stretched} + added ${added} - dropped ${dropped} s, change ${change} s`,
        );
    });
    return this.accounts;
  }

  private open(high: number, low: number, code: number): number {
    const entry = this.table.add(high, low, code);
    if (2 * entry >= this.seconds.length) this.seconds = moreFloats(this.seconds, 2 * this.table.room);
    this.seconds[2 * entry] = 0;
    this.seconds[2 * entry + 1] = 0;
    return entry;
  }

  private service(entry: number): number {
    return this.table.code(entry) % this.pair.services.names.length;
  }

  private settle(entry: number, state: number): void {
    const before = this.seconds[2 * entry + BASELINE]!;
    const after = this.seconds[2 * entry + POLICY]!;
    const from = this.agencies[BASELINE][this.service(entry)]!;
    const to = this.agencies[POLICY][this.service(entry)]!;
    const isInBoth = (state & SEEN[BASELINE]) !== 0 && (state & SEEN[POLICY]) !== 0;
    if (isInBoth && from === to) this.accounts[from]!.stretched += after - before;
    else {
      if ((state & SEEN[BASELINE]) !== 0) this.accounts[from]!.dropped += before;
      if ((state & SEEN[POLICY]) !== 0) this.accounts[to]!.added += after;
    }
  }

  private refuse(side: Side, entry: number): never {
    const service = this.pair.services.names[this.service(entry)];
    const world = this.pair.views[side].world.name;
    throw new InvariantError(
      `episode ${this.table.describe(entry)} has the same visit to ${service} twice in ${world}`,
    );
  }
}
