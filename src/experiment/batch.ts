/**
 * Batches of a log with what measures share worked out once: which rows count, and how long things took. Lists and
 * columns are scratch that the next batch overwrites.
 */
import { Finish, type LevelLog, NEVER, NOBODY, NONE, type OutcomeLog, type VisitLog } from '../sim/index.js';
import { areaOfOutcome, commonLevels, commonOutcomes, commonVisits, withCommonServices } from './areas.js';
import { Histograms } from './histogram.js';
import { type Back, type Closings, Spells } from './spells.js';
import type { WorldView } from './view.js';
import { VisitTotals } from './visit-totals.js';
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

/** Rows of visits for each purpose: of everybody, or of people alone. */
class VisitRows {
  /** Contacts: visits joined in the window, one row for each, served or not (the first stretch). */
  readonly sought = new RowList();
  /** Contacts that were started. */
  readonly started = new RowList();
  /** Last stretches of visits joined in the window that were started. */
  readonly concluded = new RowList();
  /** Stretches that hold units in the window, whenever joined. */
  readonly held = new RowList();

  clear(room: number): void {
    this.sought.clear(room);
    this.started.clear(room);
    this.concluded.clear(room);
    this.held.clear(room);
  }
}

/** Rows of people alone. Most rows are of background work, which most measures leave out. */
class PeopleRows extends VisitRows {
  /** First stretches of visits, whenever joined. */
  readonly first = new RowList();
  /** Every stretch of visits joined in the window that was started. */
  readonly stretches = new RowList();
  /** Decisions taken in the window. */
  readonly decided = new RowList();

  override clear(room: number): void {
    super.clear(room);
    this.first.clear(room);
    this.stretches.clear(room);
    this.decided.clear(room);
  }
}

/** Rows of the visit log, sorted into those that count for each purpose. Visits count by when they joined. */
export class VisitBatch {
  /** In the names of the view. */
  log: VisitLog = { count: 0 } as VisitLog;
  /** The same with each area's own steps and needs, which twins are told apart by. */
  own: VisitLog = this.log;
  /** Rows of everybody, background work included, and of people alone. */
  readonly all = new VisitRows();
  readonly people = new PeopleRows();
  /** Rows of the area that is counted. */
  private readonly counted = new RowList();
  /** Units x seconds held in the window, of the rows that are counted; 0 for those that are not in `held`. */
  heldSeconds = new Float64Array(0);
  /** Service and group of each row of a visit, as one number: 2 x service + background. */
  serviceGroup = new Int32Array(0);
  /** Of all batches so far: totals, and waits by service and group. */
  readonly totals: VisitTotals;
  readonly waits: Histograms;

  constructor(private readonly view: WorldView) {
    this.totals = new VisitTotals(view.serviceCount);
    this.waits = new Histograms(2 * view.serviceCount);
  }

  /** Sorts the rows of a log. */
  read(logged: VisitLog): void {
    const { commons, area } = this.view;
    this.own = commons === null ? logged : withCommonServices(logged, commons);
    this.log = commons === null ? logged : commonVisits(logged, commons);
    const { count } = this.log;
    this.all.clear(count);
    this.people.clear(count);
    if (this.heldSeconds.length < count) {
      this.heldSeconds = new Float64Array(count);
      this.serviceGroup = new Int32Array(count);
    }
    this.counted.clear(count);
    for (let row = 0; row < count; row += 1)
      if (area === null || commons!.areaOfStep[logged.step[row]!] === area) this.counted.add(row);
    this.sortHeld();
    this.sortSought();
    this.sortPeople();
  }

  /** Sorts the rows of everybody by what is held, in a loop without a call, as are those of most rows. */
  private sortHeld(): void {
    const { heldSeconds, serviceGroup, counted } = this;
    const { service, background, started, released, units } = this.log;
    const { fromSecond, toSecond } = this.view.window;
    const { rows } = counted;
    const sums = this.totals.heldSeconds;
    const held = this.all.held.rows;
    let holding = 0;
    for (let at = 0; at < counted.count; at += 1) {
      const row = rows[at]!;
      heldSeconds[row] = 0;
      if (service[row] === NONE) continue;
      const group = 2 * service[row]! + background[row]!;
      serviceGroup[row] = group;
      if (started[row] === NEVER) continue;
      const seconds = Math.min(instant(released[row]!), toSecond) - Math.max(instant(started[row]!), fromSecond);
      if (seconds <= 0) continue;
      heldSeconds[row] = units[row]! * seconds;
      sums[group]! += units[row]! * seconds;
      held[holding] = row;
      holding += 1;
    }
    this.all.held.count = holding;
  }

  /** Sorts the rows of everybody whose visit joined in the window. */
  private sortSought(): void {
    const { all, counted, serviceGroup, totals, waits } = this;
    const { service, joined, started, part, finish, next } = this.log;
    const { from, to } = this.view.window;
    for (let at = 0; at < counted.count; at += 1) {
      const row = counted.rows[at]!;
      if (service[row] === NONE || joined[row]! < from || joined[row]! >= to) continue;
      const hasStarted = started[row] !== NEVER;
      const group = serviceGroup[row]!;
      if (part[row] === 0) {
        all.sought.add(row);
        totals.sought[group]! += 1;
        if (hasStarted) {
          all.started.add(row);
          totals.started[group]! += 1;
          waits.add(group, started[row]! - joined[row]!);
        }
      }
      if ((hasStarted || part[row] !== 0) && isLast(finish[row]!, next[row]!)) {
        all.concluded.add(row);
        totals.concluded[group]! += 1;
      }
    }
  }

  /** Sorts the rows of people. */
  private sortPeople(): void {
    const { people, counted, heldSeconds } = this;
    const { service, background, joined, started, part, finish, next } = this.log;
    const { from, to } = this.view.window;
    const { rows } = counted;
    for (let at = 0; at < counted.count; at += 1) {
      const row = rows[at]!;
      if (background[row] === 1) continue;
      const isInside = joined[row]! >= from && joined[row]! < to;
      if (service[row] === NONE) {
        if (isInside) people.decided.add(row);
        continue;
      }
      const isFirst = part[row] === 0;
      const hasStarted = started[row] !== NEVER;
      if (isFirst) people.first.add(row);
      if (heldSeconds[row]! > 0) people.held.add(row);
      if (!isInside) continue;
      if (isFirst) people.sought.add(row);
      if (hasStarted) people.stretches.add(row);
      if (hasStarted && isFirst) people.started.add(row);
      if ((hasStarted || !isFirst) && isLast(finish[row]!, next[row]!)) people.concluded.add(row);
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
  /** Of these the ones with a person of the area and a need, whom an episode can follow. */
  readonly persons = new RowList();
  /** Episodes of people that opened in the window and were not there from the start. */
  readonly opened = new RowList();
  /** Who comes back, as far as it is asked for, and what this batch has settled of it. */
  private readonly spells = new Map<Back, Spells>();
  private readonly closings = new Map<Back, Closings>();

  constructor(private readonly view: WorldView) {}

  /** Closings that are settled with this batch: worked out once, whoever asks. To be asked for with every batch or with none. */
  settled(back: Back): Closings {
    const spells = this.spells.get(back) ?? new Spells(this.view, back);
    const closings = this.closings.get(back) ?? spells.read(this);
    this.spells.set(back, spells);
    this.closings.set(back, closings);
    return closings;
  }

  /** Closings that no batch has settled, once the last one has been read. */
  left(back: Back): Closings {
    this.closings.clear();
    return this.spells.get(back)!.finish();
  }

  /** Sorts the rows of a log. */
  read(logged: OutcomeLog): void {
    this.closings.clear();
    const { commons, area } = this.view;
    const log = commons === null ? logged : commonOutcomes(logged, commons);
    this.own = logged;
    this.log = log;
    const { from, to } = this.view.window;
    const { count, absorbed, stock, background, opened, person, need } = log;
    const { view } = this;
    this.people.clear(count);
    this.persons.clear(count);
    this.opened.clear(count);
    for (let row = 0; row < count; row += 1) {
      if (background[row] === 1 || absorbed[row] === 1 || isRecorded(view, logged, row)) continue;
      if (area !== null && areaOfOutcome(logged, row, commons!) !== area) continue;
      this.people.add(row);
      if (person[row] !== NOBODY && need[row] !== NONE) this.persons.add(row);
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
