/** What each visit of an episode comes to in both worlds: held, holding, waited; requested, served, unmet, censored. */
import { Finish, NEVER, NONE } from '../sim/index.js';
import { Hour, Int, NO_KEPT } from './kept-rows.js';
import { BASELINE, type Pair, POLICY, type Side } from './pair.js';
import { type Coming, comingsOf, type Sought, stretchesOf } from './stretches.js';
import type { TwinTable } from './twin-table.js';
import { Column, VisitColumns } from './visit-columns.js';
import { instant } from './window.js';

/** No length of service: units are only seized. */
const NO_LENGTH = -1;

/** One coming is not sought again. */
const NONE_AGAIN: ReadonlySet<Coming> = new Set();

/** Reads the visits of one episode after another. */
export class VisitAccounts {
  readonly visits: VisitColumns;
  /** For each side, by epoch and step, the number of the length of service that is sought there. */
  private readonly lengths: readonly [Int32Array[], Int32Array[]];

  constructor(private readonly pair: Pair) {
    this.visits = new VisitColumns(pair.services.names.length);
    this.lengths = [this.lengthsOf(BASELINE), this.lengthsOf(POLICY)];
  }

  /** Reads both worlds' visits of an episode into `visits`. */
  read(table: TwinTable, entry: number): void {
    this.visits.clear();
    this.readSide(table, BASELINE, entry);
    this.readSide(table, POLICY, entry);
  }

  private lengthsOf(side: Side): Int32Array[] {
    const names = new Map<string, number>();
    const numberOf = (name: string) => {
      if (!names.has(name)) names.set(name, names.size);
      return names.get(name)!;
    };
    return this.pair.views[side].world.epochs.map(({ tables }) =>
      Int32Array.from(tables.steps, (step) =>
        step.verb === 'seize' && step.length !== null ? numberOf(step.length.name) : NO_LENGTH,
      ),
    );
  }

  private readSide(table: TwinTable, side: Side, entry: number): void {
    const { kept } = table;
    const { visits } = this;
    const joint = this.pair.services.of[side];
    const { from, to, fromSecond, toSecond } = this.pair.views[side].window;
    const inWindow = (start: number, end: number) =>
      Math.max(0, Math.min(instant(end), toSecond) - Math.max(instant(start), fromSecond));
    const rowOf = (at: number) => visits.row(joint[kept.int(at, Int.service)]!, kept.int(at, Int.visit));
    const sought = stretchesOf(kept, table.head(side, entry), rowOf);
    for (let at = table.head(side, entry); at !== NO_KEPT; at = kept.after(at)) {
      if (kept.int(at, Int.service) === NONE) continue;
      const row = rowOf(at);
      const released = kept.hour(at, Hour.released);
      visits.released[2 * row + side] = released;
      const started = kept.hour(at, Hour.started);
      if (started === NEVER) continue;
      const units = kept.int(at, Int.units);
      visits.add(row, side, Column.used, units * inWindow(started, released));
      visits.add(row, side, Column.holding, units * inWindow(kept.hour(at, Hour.ended), released));
    }
    const isCounted = ({ joined }: Sought) => joined >= from && joined < to;
    for (const visit of sought) {
      const { row, joined, started, requested } = visit;
      visits.present[2 * row + side] = 1;
      visits.joined[2 * row + side] = joined;
      const left = started < NEVER ? started : visit.firstReleased;
      const wait = instant(left) - instant(joined);
      visits.waits[2 * row + side] = wait;
      if (!isCounted(visit)) continue;
      visits.add(row, side, Column.contact, 1);
      visits.add(row, side, Column.waited, wait);
      visits.add(row, side, Column.requested, requested);
    }
    const comings = comingsOf(sought);
    const again = comings.length < 2 ? NONE_AGAIN : this.soughtAgain(side, comings);
    for (const coming of comings) {
      let begun = Number.NEGATIVE_INFINITY;
      for (const { started } of coming.visits) begun = Math.max(begun, started);
      for (const visit of coming.visits) {
        // Units that were held until the last of them was there were not in service yet.
        const { row, units, started, ended } = visit;
        const idle = started < begun ? Math.min(begun, ended) : started;
        if (started < NEVER) visits.add(row, side, Column.holding, units * inWindow(started, idle));
        const early = started < NEVER ? units * (instant(idle) - instant(started)) : 0;
        if (visit.isFirstRepeated) visit.repeated -= early;
        else visit.elapsed -= early;
        if (!isCounted(visit)) continue;
        this.settle(side, visit, again.has(coming), begun < NEVER);
      }
    }
  }

  /** Comings whose service, never begun, was sought once more later. */
  private soughtAgain(side: Side, comings: readonly Coming[]): ReadonlySet<Coming> {
    const again = new Set<Coming>();
    const open = new Map<number, Coming>();
    for (const coming of comings) {
      const { joined } = coming.visits[0]!;
      const length = this.lengths[side][this.pair.views[side].epochAt(joined)]![coming.step]!;
      if (length === NO_LENGTH) continue;
      const before = open.get(length);
      if (before !== undefined) again.add(before);
      if (coming.visits.every(({ started }) => started < NEVER)) open.delete(length);
      else open.set(length, coming);
    }
    return again;
  }

  /** Says what became of the hours that a visit requested. */
  private settle(side: Side, visit: Sought, isAgain: boolean, hasBegun: boolean): void {
    const { visits } = this;
    const { row, requested, finish } = visit;
    visits.add(row, side, Column.repeated, visit.repeated);
    if (isAgain) {
      visits.add(row, side, Column.requested, -requested);
      visits.add(row, side, Column.again, requested);
      return;
    }
    const isDone = hasBegun && visit.isOver;
    const served = isDone ? requested : Math.min(requested, visit.elapsed);
    const isCensored = finish === Finish.censoredWaiting || finish === Finish.censoredHeld || finish === NONE;
    visits.add(row, side, Column.served, served);
    visits.add(row, side, isCensored ? Column.censored : Column.unmet, requested - served);
  }
}
