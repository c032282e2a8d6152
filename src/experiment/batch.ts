/**
 * Batches of a log with what measures share worked out once: which rows count, and how long things took. Lists and
 * columns are scratch that the next batch overwrites.
 */
import { Finish, type LevelLog, NEVER, NONE, type OutcomeLog, type VisitLog } from '../sim/index.js';
import { areaOfOutcome, commonLevels, commonOutcomes, commonVisits, withCommonServices } from './areas.js';
import { Histograms } from './histogram.js';
import type { WorldView } from './view.js';
import { instant } from './window.js';

/** Row numbers of a log, filled anew for each batch: the first `count` of `rows`. Walked by index, as it is three times faster. */
export class RowList {
  rows = new Int32Array(0);
  count = 0;

  /** Empties the list, with room for so many. */
  clear(room: number): void {
    if (this.rows.length < room) this.rows = new Int32Array(room);
    this.count = 0;
  }

  add(row: number): void {
    this.rows[this.count] = row;
    this.count += 1;
  }
}

/** Rows of the visit log, sorted into those that count for each purpose. Visits count by when they joined. */
export class VisitBatch {
  /** In the names of the view. */
  log: VisitLog = { count: 0 } as VisitLog;
  /** The same with each area's own steps and needs, which twins are told apart by. */
  own: VisitLog = this.log;
  /** Contacts: visits joined in the window, one row for each, served or not (the first stretch). */
  readonly sought = new RowList();
  /** Contacts that were started. */
  readonly started = new RowList();
  /** Every stretch of visits joined in the window that was started. */
  readonly stretches = new RowList();
  /** Last stretches of visits joined in the window that were started. */
  readonly concluded = new RowList();
  /** Stretches that hold units in the window, whenever joined. */
  readonly held = new RowList();
  /** Decisions taken in the window. */
  readonly decided = new RowList();
  /** Units x seconds held in the window; 0 for rows that are not in `held`. */
  heldSeconds = new Float64Array(0);
  /** Service and group of each row of a visit, as one number: 2 x service + background. */
  serviceGroup = new Int32Array(0);
  /** Waits of all batches so far, by service and group. */
  readonly waits: Histograms;
  private readonly lists = [this.sought, this.started, this.stretches, this.concluded, this.held, this.decided];

  constructor(private readonly view: WorldView) {
    this.waits = new Histograms(2 * view.serviceCount);
  }

  /** Sorts the rows of a log. */
  read(logged: VisitLog): void {
    const { commons, area } = this.view;
    this.own = commons === null ? logged : withCommonServices(logged, commons);
    const log = commons === null ? logged : commonVisits(logged, commons);
    this.log = log;
    const { count, service, background, part, joined, started, released, finish, next, units } = log;
    for (const list of this.lists) list.clear(count);
    if (this.heldSeconds.length < count) {
      this.heldSeconds = new Float64Array(count);
      this.serviceGroup = new Int32Array(count);
    }
    const { heldSeconds, serviceGroup } = this;
    const { from, to, fromSecond, toSecond } = this.view.window;
    for (let row = 0; row < count; row += 1) {
      heldSeconds[row] = 0;
      const isInside = joined[row]! >= from && joined[row]! < to;
      serviceGroup[row] = 2 * service[row]! + background[row]!;
      if (area !== null && commons!.areaOfStep[logged.step[row]!] !== area) continue;
      if (service[row] === NONE) {
        if (isInside) this.decided.add(row);
        continue;
      }
      const hasStarted = started[row]! < NEVER;
      if (hasStarted) {
        const seconds = Math.min(instant(released[row]!), toSecond) - Math.max(instant(started[row]!), fromSecond);
        if (seconds > 0) {
          heldSeconds[row] = units[row]! * seconds;
          this.held.add(row);
        }
      }
      if (!isInside) continue;
      const isFirst = part[row] === 0;
      if (isFirst) this.sought.add(row);
      if (hasStarted) this.stretches.add(row);
      if (hasStarted && isFirst) {
        this.started.add(row);
        this.waits.add(serviceGroup[row]!, started[row]! - joined[row]!);
      }
      if ((hasStarted || !isFirst) && isLast(finish[row]!, next[row]!)) this.concluded.add(row);
    }
  }
}

/** Whether a stretch that finishes so, with that step next, is the last of its visit. */
export function isLast(finish: number, next: number): boolean {
  if (finish === Finish.preempted) return next !== NONE;
  return finish !== Finish.stopped && finish !== Finish.handedOver && finish !== Finish.restarted;
}

/** Rows of the outcome log. */
export class OutcomeBatch {
  /** In the names of the view. */
  log: OutcomeLog = { count: 0 } as OutcomeLog;
  /** The same with each area's own steps and needs. */
  own: OutcomeLog = this.log;
  /** Episodes of people: no background work, no candidates that were absorbed, and no records. */
  readonly people = new RowList();
  /** Episodes of people that opened in the window and were not there from the start. */
  readonly opened = new RowList();

  constructor(private readonly view: WorldView) {}

  /** Sorts the rows of a log. */
  read(logged: OutcomeLog): void {
    const { commons, area } = this.view;
    const log = commons === null ? logged : commonOutcomes(logged, commons);
    this.own = logged;
    this.log = log;
    const { from, to } = this.view.window;
    const { count, absorbed, stock, background, opened } = log;
    const { view } = this;
    this.people.clear(count);
    this.opened.clear(count);
    for (let row = 0; row < count; row += 1) {
      if (background[row] === 1 || absorbed[row] === 1 || isRecorded(view, logged, row)) continue;
      if (area !== null && areaOfOutcome(logged, row, commons!) !== area) continue;
      this.people.add(row);
      if (stock[row] === 0 && opened[row]! >= from && opened[row]! < to) this.opened.add(row);
    }
  }
}

/** Whether a row of the outcome log, as it was logged, is of a record, kept for a while, and not of anybody's episode. */
export function isRecorded({ recordStep }: WorldView, { step }: OutcomeLog, row: number): boolean {
  const at = step[row]!;
  return at !== NONE && recordStep[at] === 1;
}

/** Rows of the log of levels. */
export class LevelBatch {
  log: LevelLog = { count: 0 } as LevelLog;
  /** Hours that lie wholly in the window. */
  readonly measured = new RowList();

  constructor(private readonly view: WorldView) {}

  /** Sorts the rows of a log. */
  read(logged: LevelLog): void {
    const { commons, area } = this.view;
    const log = commons === null ? logged : commonLevels(logged, commons);
    this.log = log;
    const { firstHour, lastHour } = this.view.window;
    const { count, hour } = log;
    this.measured.clear(count);
    for (let row = 0; row < count; row += 1)
      if (
        hour[row]! >= firstHour &&
        hour[row]! < lastHour &&
        (area === null || commons!.areaOfService[logged.service[row]!] === area)
      )
        this.measured.add(row);
  }
}
