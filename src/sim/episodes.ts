/** Episodes under way: whose, why, where in the pathway, and since when. A row is reused when its episode is over. */
import { copied } from './calendar.js';
import { type EpisodeId, FreeRows, NO_ROW } from './rows.js';

/** What an episode is doing between events. */
export const Status = { free: 0, moving: 1, waiting: 2, served: 3, delayed: 4 } as const;

/** What may be said of an episode under way, a bit each. */
export const Mark = {
  /** A parallel contact: it does not absorb onsets. */
  parallel: 1,
  /** Inside at hour 0. */
  stock: 2,
  /** Its service was started before and waits to be resumed. */
  resuming: 4,
  /** Counted among those who hold while they wait without end. */
  stuck: 8,
  /** Declined, and not yet anywhere else. */
  adrift: 16,
  /** Has a parent: re-presented from another episode, or was started by one. */
  child: 32,
  /** Was given another class while waiting at its present step. */
  retriaged: 64,
} as const;

/** Columns of episodes. */
export class Episodes {
  declare readonly rows: FreeRows;
  declare private size: number;
  /** Counters per row. */
  declare readonly width: number;

  declare keyHigh: Int32Array;
  declare keyLow: Int32Array;
  declare parentHigh: Int32Array;
  declare parentLow: Int32Array;
  /** Row of its person, or NO_ROW for a transient. */
  declare person: Int32Array;
  declare need: Int16Array;
  declare severity: Uint8Array;
  declare channel: Int16Array;
  declare background: Uint8Array;
  declare opened: Float64Array;
  declare step: Int32Array;
  declare status: Uint8Array;
  /** Goes up at every change of what is pending: events scheduled before are void. */
  declare epoch: Int32Array;
  /** Hour at which the service or delay under way ends. */
  declare due: Float64Array;
  /** Service time still owed when it starts [hours]. */
  declare owed: Float64Array;
  /** All of that from its beginning, also when part of it is over: owed once more when it is restarted [hours]. */
  declare whole: Float64Array;
  /** Hour at which patience ends; NEVER without. */
  declare deadline: Float64Array;
  /** Hour at which it is looked at again, at a step that does so; NEVER once it was. */
  declare retriageAt: Float64Array;
  /** Hold-first: place in the step's services of the one sought now. */
  declare seeking: Uint8Array;
  /** Marks that it bears (`Mark`), as bits. */
  declare marks: Uint8Array;
  /** First of its visits, in order of joining. */
  declare firstVisit: Int32Array;
  /** First of its waiting clocks. */
  declare firstClock: Int32Array;
  /** Next and previous of the same person's open episodes. */
  declare nextOfPerson: Int32Array;
  declare previousOfPerson: Int32Array;
  declare counters: Int32Array;

  constructor(width: number) {
    this.rows = new FreeRows();
    this.size = 512;
    this.width = width;
    const { size } = this;
    this.keyHigh = new Int32Array(size);
    this.keyLow = new Int32Array(size);
    this.parentHigh = new Int32Array(size);
    this.parentLow = new Int32Array(size);
    this.person = new Int32Array(size);
    this.need = new Int16Array(size);
    this.severity = new Uint8Array(size);
    this.channel = new Int16Array(size);
    this.background = new Uint8Array(size);
    this.opened = new Float64Array(size);
    this.step = new Int32Array(size);
    this.status = new Uint8Array(size);
    this.epoch = new Int32Array(size);
    this.due = new Float64Array(size);
    this.owed = new Float64Array(size);
    this.whole = new Float64Array(size);
    this.deadline = new Float64Array(size);
    this.retriageAt = new Float64Array(size);
    this.seeking = new Uint8Array(size);
    this.marks = new Uint8Array(size);
    this.firstVisit = new Int32Array(size).fill(NO_ROW);
    this.firstClock = new Int32Array(size).fill(NO_ROW);
    this.nextOfPerson = new Int32Array(size);
    this.previousOfPerson = new Int32Array(size);
    this.counters = new Int32Array(size * width);
  }

  /** A row for a new episode, its counters at 0 and no marks; its lists are empty, as the one before left them. */
  take(): EpisodeId {
    const row = this.rows.take();
    if (row >= this.size) this.grow();
    this.status[row] = Status.moving;
    this.marks[row] = 0;
    const from = row * this.width;
    for (let at = from; at < from + this.width; at++) this.counters[at] = 0;
    return row as EpisodeId;
  }

  /** Gives the row of an episode that is over back; whatever is still pending for it becomes void. */
  give(episode: EpisodeId): void {
    this.status[episode] = Status.free;
    this.epoch[episode]++;
    this.rows.give(episode);
  }

  /** True when the episode bears a mark. */
  bears(episode: EpisodeId, mark: number): boolean {
    return (this.marks[episode] & mark) !== 0;
  }

  /** Puts a mark on an episode. */
  mark(episode: EpisodeId, mark: number): void {
    this.marks[episode] |= mark;
  }

  /** Takes a mark off. */
  unmark(episode: EpisodeId, mark: number): void {
    this.marks[episode] &= ~mark;
  }

  /** How often the episode has counted this slot so far. */
  counted(episode: EpisodeId, slot: number): number {
    return this.counters[episode * this.width + slot];
  }

  /** Counts once more, and says how often it had been before. */
  count(episode: EpisodeId, slot: number): number {
    return this.counters[episode * this.width + slot]++;
  }

  private grow(): void {
    this.size *= 2;
    const { size } = this;
    this.keyHigh = copied(this.keyHigh, new Int32Array(size));
    this.keyLow = copied(this.keyLow, new Int32Array(size));
    this.parentHigh = copied(this.parentHigh, new Int32Array(size));
    this.parentLow = copied(this.parentLow, new Int32Array(size));
    this.person = copied(this.person, new Int32Array(size));
    this.need = copied(this.need, new Int16Array(size));
    this.severity = copied(this.severity, new Uint8Array(size));
    this.channel = copied(this.channel, new Int16Array(size));
    this.background = copied(this.background, new Uint8Array(size));
    this.opened = copied(this.opened, new Float64Array(size));
    this.step = copied(this.step, new Int32Array(size));
    this.status = copied(this.status, new Uint8Array(size));
    this.epoch = copied(this.epoch, new Int32Array(size));
    this.due = copied(this.due, new Float64Array(size));
    this.owed = copied(this.owed, new Float64Array(size));
    this.whole = copied(this.whole, new Float64Array(size));
    this.deadline = copied(this.deadline, new Float64Array(size));
    this.retriageAt = copied(this.retriageAt, new Float64Array(size));
    this.seeking = copied(this.seeking, new Uint8Array(size));
    this.marks = copied(this.marks, new Uint8Array(size));
    this.firstVisit = copied(this.firstVisit, new Int32Array(size).fill(NO_ROW));
    this.firstClock = copied(this.firstClock, new Int32Array(size).fill(NO_ROW));
    this.nextOfPerson = copied(this.nextOfPerson, new Int32Array(size));
    this.previousOfPerson = copied(this.previousOfPerson, new Int32Array(size));
    this.counters = copied(this.counters, new Int32Array(size * this.width));
  }
}
