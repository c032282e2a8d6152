/**
 * Matches the episodes of two worlds by key. An episode that is over in both is compared at once and forgotten, so that
 * only open ones, those that the other world is behind with, and those of one world only are held.
 */
import { InvariantError, NONE, type OutcomeLog } from '../sim/index.js';
import type { OutcomeBatch, VisitBatch } from './batch.js';
import { Digest } from './digest.js';
import { type Fork, findFork } from './fork.js';
import { NO_ENTRY } from './key-table.js';
import { BASELINE, type Pair, POLICY, type Side } from './pair.js';
import { followedSteps } from './reach.js';
import { isInBoth, isSameEnd, routeOf } from './routes.js';
import { Known, TwinTable } from './twin-table.js';

/** An episode in two worlds, or in one of them. */
export interface TwinEpisode {
  /** Person, or NOBODY. */
  readonly person: number;
  readonly isBackground: boolean;
  /** Hour at which it opened: in the baseline, or in the policy world if only that has it. */
  readonly opened: number;
  /** In both worlds, with the same visits, decisions, times and outcome. */
  readonly isSame: boolean;
  /** Where the routes part, if they do. */
  readonly fork: Fork | null;
}

/** Reads two worlds, batch by batch, and tells of each episode once. Background work that no edit can meet is passed over. */
export class Twins {
  private readonly table = new TwinTable();
  private readonly digest: Digest;
  /** For each side, 1 at steps where people's visits are kept in full. */
  private readonly keptSteps: readonly [Uint8Array, Uint8Array];
  /** For each side, 1 at steps where background work is followed. */
  private readonly followed: readonly [Uint8Array, Uint8Array];
  private readonly followsBackground: boolean;
  /** Rows of the table whose outcome has been read, while some of their visits may still be in the log. */
  private readonly closing: readonly [number[], number[]] = [[], []];

  constructor(
    private readonly pair: Pair,
    private readonly hear: (episode: TwinEpisode) => void,
  ) {
    this.digest = new Digest(pair);
    this.keptSteps = followedSteps(pair, 'people');
    this.followed = followedSteps(pair, 'background');
    this.followsBackground = this.followed.some((steps) => steps.includes(1));
  }

  /** Reads a batch of one world's visits. */
  visits(side: Side, { log }: VisitBatch): void {
    const { table, digest } = this;
    const followed = this.followed[side];
    const keptSteps = this.keptSteps[side];
    const { count, background, step, keyHigh, keyLow, person } = log;
    let entry = NO_ENTRY;
    for (let row = 0; row < count; row += 1) {
      const isBackground = background[row] === 1;
      if (isBackground && followed[step[row]!] === 0) continue;
      // A visit and the decision that follows it stand together: one look-up does for both.
      if (entry === NO_ENTRY || !table.keys.holds(entry, keyHigh[row]!, keyLow[row]!))
        entry = table.entry(keyHigh[row]!, keyLow[row]!, person[row]!, background[row]!);
      table.append(side, entry, digest, log, row, isBackground || keptSteps[step[row]!] === 1);
    }
    // Visits are logged before the outcome: with this batch, those of all outcomes read before it are complete.
    this.settle(side);
  }

  /** Reads a batch of one world's outcomes. Throws an InvariantError when two episodes have one key. */
  outcomes(side: Side, { log, people }: OutcomeBatch): void {
    for (let at = 0; at < people.count; at += 1) {
      const row = people.rows[at]!;
      this.close(side, log, row);
    }
    const followed = this.followed[side];
    if (!this.followsBackground) return;
    const { count, background, step } = log;
    for (let row = 0; row < count; row += 1) {
      if (background[row] === 0) continue;
      // What is followed is closed under "leads to": work that ends elsewhere has never been where it is followed.
      const isFollowed =
        step[row] === NONE ? this.table.has(log.keyHigh[row]!, log.keyLow[row]!) : followed[step[row]!];
      if (isFollowed) this.close(side, log, row);
    }
  }

  private close(side: Side, log: OutcomeLog, row: number): void {
    const { table } = this;
    const entry = table.entry(log.keyHigh[row]!, log.keyLow[row]!, log.person[row]!, log.background[row]!);
    if (table.known(side, entry) >= Known.closed) {
      const world = this.pair.views[side].world.name;
      throw new InvariantError(`two episodes in ${world} have the key ${table.keys.describe(entry)}`);
    }
    table.close(side, entry, log, row);
    this.closing[side].push(entry);
  }

  /** Tells of what is left, once both worlds have been read. */
  finish(): void {
    this.settle(BASELINE);
    this.settle(POLICY);
    for (const entry of this.table.keys.rows()) this.tell(entry);
  }

  /** Compares the episodes that are complete in this world and already were in the other. */
  private settle(side: Side): void {
    const { table } = this;
    const other = side === BASELINE ? POLICY : BASELINE;
    for (const entry of this.closing[side]) {
      table.setKnown(side, entry, Known.complete);
      if (table.known(other, entry) !== Known.complete) continue;
      this.tell(entry);
      table.remove(entry);
    }
    this.closing[side].length = 0;
  }

  private tell(entry: number): void {
    const { pair, table } = this;
    const isTwin = isInBoth(table, entry);
    const isSame = isTwin && table.isSame(entry) && isSameEnd(pair, table, entry);
    this.hear({
      person: table.person(entry),
      isBackground: table.isBackground(entry),
      opened: table.opened(table.known(BASELINE, entry) === Known.absent ? POLICY : BASELINE, entry),
      isSame,
      fork: isTwin && !isSame ? this.fork(entry) : null,
    });
  }

  private fork(entry: number): Fork | null {
    const { pair, table } = this;
    return findFork(pair, routeOf(pair, table, BASELINE, entry), routeOf(pair, table, POLICY, entry));
  }
}
