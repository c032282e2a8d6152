/** What each visit of an episode comes to in both worlds: held, holding, waited; requested, served, unmet, censored. */
import { Finish, NEVER, NONE } from '../sim/index.js';
import { Hour, Int, NO_KEPT } from './kept-rows.js';
import type { KeyTable } from './key-table.js';
import { BASELINE, type Pair, POLICY, type Side } from './pair.js';
import { lowerIn, SINGLE_FLOATS, SINGLE_WORDS, Single, SingleHour, upperIn } from './single-rows.js';
import { type Sought, Stretches } from './stretches.js';
import type { TwinTable } from './twin-table.js';
import { Column, VisitColumns } from './visit-columns.js';
import { instant } from './window.js';

/** No length of service: units are only seized. */
const NO_LENGTH = -1;

/** Reads the visits of one episode after another. */
export class VisitAccounts {
  readonly visits: VisitColumns;
  /** For each side, by epoch and step, the number of the length of service that is sought there. */
  private readonly lengths: readonly [Int32Array[], Int32Array[]];
  private readonly stretches = new Stretches();
  private readonly joint: readonly [Int32Array, Int32Array];

  constructor(private readonly pair: Pair) {
    this.visits = new VisitColumns(pair.services.names.length);
    this.lengths = [this.lengthsOf(BASELINE), this.lengthsOf(POLICY)];
    this.joint = pair.services.of;
  }

  /** Reads both worlds' visits of an episode into `visits`. */
  read(table: TwinTable, entry: number): void {
    this.visits.clear();
    this.readSide(table, BASELINE, entry);
    this.readSide(table, POLICY, entry);
  }

  /** Reads both worlds' only visit of an episode, served at one go, into `visits`. */
  readSingle({ words, floats }: KeyTable, baseline: number, policy: number): void {
    const { visits } = this;
    const sought = words[SINGLE_WORDS * baseline + Single.sought]!;
    visits.clear();
    const row = visits.row(lowerIn(sought), 0);
    this.readOnly(BASELINE, row, upperIn(sought), floats, baseline);
    this.readOnly(POLICY, row, upperIn(sought), floats, policy);
  }

  private readOnly(side: Side, row: number, units: number, floats: Float64Array, single: number): void {
    const { visits } = this;
    const { from, to } = this.pair.views[side].window;
    const hour = SINGLE_FLOATS * single;
    const joined = floats[hour + SingleHour.joined]!;
    const started = floats[hour + SingleHour.started]!;
    const released = floats[hour + SingleHour.released]!;
    const wait = instant(started) - instant(joined);
    visits.present[2 * row + side] = 1;
    visits.started[2 * row + side] = 1;
    visits.joined[2 * row + side] = joined;
    visits.released[2 * row + side] = released;
    visits.waits[2 * row + side] = wait;
    visits.add(row, side, Column.used, units * this.inWindow(side, started, released));
    if (joined < from || joined >= to) return;
    const requested = floats[hour + SingleHour.requested]!;
    visits.add(row, side, Column.contact, 1);
    visits.add(row, side, Column.waited, wait);
    visits.add(row, side, Column.requested, requested);
    visits.add(row, side, Column.served, requested);
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
    const { visits, stretches } = this;
    const joint = this.joint[side];
    const { from, to } = this.pair.views[side].window;
    stretches.clear();
    for (let at = table.head(side, entry); at !== NO_KEPT; at = kept.after(at)) {
      if (kept.int(at, Int.service) === NONE) continue;
      const row = visits.row(joint[kept.int(at, Int.service)]!, kept.int(at, Int.visit));
      stretches.add(kept, at, row);
      const released = kept.hour(at, Hour.released);
      visits.released[2 * row + side] = released;
      const started = kept.hour(at, Hour.started);
      if (started === NEVER) continue;
      const units = kept.int(at, Int.units);
      visits.add(row, side, Column.used, units * this.inWindow(side, started, released));
      const ended = kept.hour(at, Hour.ended);
      if (ended !== released) visits.add(row, side, Column.holding, units * this.inWindow(side, ended, released));
    }
    stretches.close();
    for (let place = 0; place < stretches.count; place += 1) {
      const visit = stretches.visits[place]!;
      const { row, joined, started } = visit;
      visits.present[2 * row + side] = 1;
      visits.started[2 * row + side] = started < NEVER ? 1 : 0;
      visits.joined[2 * row + side] = joined;
      const wait = instant(started < NEVER ? started : visit.firstReleased) - instant(joined);
      visits.waits[2 * row + side] = wait;
      this.unheld(side, visit);
      if (joined < from || joined >= to) continue;
      visits.add(row, side, Column.contact, 1);
      visits.add(row, side, Column.waited, wait);
      visits.add(row, side, Column.requested, visit.requested);
      this.settle(side, visit);
    }
  }

  /** Seconds of a span that lie in the measured period. */
  private inWindow(side: Side, start: number, end: number): number {
    const { fromSecond, toSecond } = this.pair.views[side].window;
    return Math.max(0, Math.min(instant(end), toSecond) - Math.max(instant(start), fromSecond));
  }

  /** When the last of what a coming needs had started: NEVER where something never did. */
  private begun(coming: number): number {
    let begun = Number.NEGATIVE_INFINITY;
    for (let place = 0; place < this.stretches.count; place += 1) {
      const visit = this.stretches.visits[place]!;
      if (visit.coming === coming) begun = Math.max(begun, visit.started);
    }
    return begun;
  }

  /** Units that were held until the last of what a step needs was there were not in service yet. */
  private unheld(side: Side, visit: Sought): void {
    if (this.stretches.count === this.stretches.comings) return;
    const { row, units, started, ended } = visit;
    const begun = this.begun(visit.coming);
    if (!(started < begun)) return;
    const idle = Math.min(begun, ended);
    this.visits.add(row, side, Column.holding, units * this.inWindow(side, started, idle));
    const early = units * (instant(idle) - instant(started));
    if (visit.isFirstRepeated) visit.repeated -= early;
    else visit.elapsed -= early;
  }

  /** Whether the service of a coming that never began was sought once more later. */
  private isSoughtAgain(side: Side, coming: number): boolean {
    const { comings } = this.stretches;
    if (coming === comings - 1) return false;
    const length = this.lengthOf(side, coming);
    if (length === NO_LENGTH) return false;
    for (let later = coming + 1; later < comings; later += 1) if (this.lengthOf(side, later) === length) return true;
    return false;
  }

  private lengthOf(side: Side, coming: number): number {
    const { joined, step } = this.stretches.visits.find((visit) => visit.coming === coming)!;
    return this.lengths[side][this.pair.views[side].epochAt(joined)]![step]!;
  }

  /** Says what became of the hours that a visit requested. */
  private settle(side: Side, visit: Sought): void {
    const { visits } = this;
    const { row, requested, finish, coming } = visit;
    const hasBegun = this.begun(coming) < NEVER;
    visits.add(row, side, Column.repeated, visit.repeated);
    if (!hasBegun && this.isSoughtAgain(side, coming)) {
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
