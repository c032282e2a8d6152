/**
 * Episodes under way: whose, why, where in the pathway, and since when. A record is used again when its episode is over, so
 * that nothing is allocated once as many are open as ever will be. They are records and not columns because an event reads
 * a score of an episode's fields, and almost never one field of many episodes.
 */
import { Counters } from './counters.js';
import { NEVER, NOBODY } from './log.js';
import { NO_ROW } from './rows.js';
import type { Visit } from './visits.js';

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
  /** Has counted something that its record does not tell. */
  counting: 128,
} as const;

/** Slots whose first count an episode's record tells, a bit each: all that background work has, and more. */
const OWN_SLOTS = 32;

/** One episode under way. */
export class Episode {
  // In the order in which an event comes to them, so that few lines of memory are fetched.
  /** Its place in the table; events and lists of persons name it by this. */
  declare readonly row: number;
  /** Goes up at every change of what is pending: events scheduled before are void. */
  declare epoch: number;
  declare step: number;
  declare status: number;
  /** Marks that it bears (`Mark`), as bits. */
  declare marks: number;
  /** Which of its first slots it has counted, as bits. */
  declare once: number;
  /** First of its visits, in order of joining. */
  declare firstVisit: Visit | null;
  /** Row of the first of its waiting clocks. */
  declare firstClock: number;
  declare keyHigh: number;
  declare keyLow: number;
  /** Number of its person in the area, or NOBODY, and their cohort, 0 for a transient: here too, as each row of the log has them. */
  declare number: number;
  declare cohort: number;
  declare need: number;
  declare severity: number;
  declare channel: number;
  /** 1 for background work. */
  declare background: number;
  /** Row of its person, or NO_ROW for a transient. */
  declare person: number;
  declare opened: number;
  /** Hour at which the service or delay under way ends. */
  declare due: number;
  /** Service time still owed when it starts [hours]. */
  declare owed: number;
  /** All of that from its beginning, also when part of it is over: owed once more when it is restarted [hours]. */
  declare whole: number;
  /** Hour at which patience ends; NEVER without. */
  declare deadline: number;
  /** Hour at which it is looked at again, at a step that does so; NEVER once it was. */
  declare retriageAt: number;
  /** Hold-first: place in the step's services of the one sought now. */
  declare seeking: number;
  declare parentHigh: number;
  declare parentLow: number;
  /** Rows of the next and previous of the same person's open episodes. */
  declare nextOfPerson: number;
  declare previousOfPerson: number;
  /** Next free record, while it is nobody's. */
  declare nextFree: Episode | null;

  constructor(row: number) {
    this.row = row;
    this.epoch = 0;
    this.step = 0;
    this.status = Status.free;
    this.marks = 0;
    this.once = 0;
    this.firstVisit = null;
    this.firstClock = NO_ROW;
    this.keyHigh = 0;
    this.keyLow = 0;
    this.number = NOBODY;
    this.cohort = 0;
    this.need = 0;
    this.severity = 0;
    this.channel = 0;
    this.background = 0;
    this.person = NO_ROW;
    this.opened = NEVER;
    this.due = NEVER;
    this.owed = NEVER;
    this.whole = NEVER;
    this.deadline = NEVER;
    this.retriageAt = NEVER;
    this.seeking = 0;
    this.parentHigh = 0;
    this.parentLow = 0;
    this.nextOfPerson = NO_ROW;
    this.previousOfPerson = NO_ROW;
    this.nextFree = null;
  }

  /** True when it bears a mark. */
  bears(mark: number): boolean {
    return (this.marks & mark) !== 0;
  }

  /** Puts a mark on it. */
  mark(mark: number): void {
    this.marks |= mark;
  }

  /** Takes a mark off. */
  unmark(mark: number): void {
    this.marks &= ~mark;
  }
}

/** The table of episodes. */
export class Episodes {
  /** Every record made so far, by row; those that are free have the status `free`. */
  declare readonly all: Episode[];
  declare private firstFree: Episode | null;
  declare private readonly counters: Counters;

  /** @param width counters of an episode. */
  constructor(width: number) {
    this.all = [];
    this.firstFree = null;
    this.counters = new Counters(width);
  }

  /** A record for a new episode, its counters at 0 and no marks; its lists are empty, as the one before left them. */
  take(): Episode {
    let episode = this.firstFree;
    if (episode === null) episode = this.add();
    else this.firstFree = episode.nextFree;
    episode.status = Status.moving;
    if (episode.bears(Mark.counting)) this.counters.clear(episode.row);
    episode.marks = 0;
    episode.once = 0;
    return episode;
  }

  /** Takes back the record of an episode that is over; whatever is still pending for it becomes void. */
  give(episode: Episode): void {
    episode.status = Status.free;
    episode.epoch++;
    episode.nextFree = this.firstFree;
    this.firstFree = episode;
  }

  /** How often an episode has counted this slot so far. */
  counted(episode: Episode, slot: number): number {
    const beyond = episode.bears(Mark.counting) ? this.counters.counted(episode.row, slot) : 0;
    return slot < OWN_SLOTS && (episode.once & (1 << slot)) !== 0 ? beyond + 1 : beyond;
  }

  /** Counts once more, and says how often it had been before. */
  count(episode: Episode, slot: number): number {
    const bit = 1 << slot;
    if (slot >= OWN_SLOTS) return this.countBeyond(episode, slot);
    if ((episode.once & bit) !== 0) return this.countBeyond(episode, slot) + 1;
    episode.once |= bit;
    return 0;
  }

  /** Counts what an episode's record has no room for: other slots, and its own from the second time on. */
  private countBeyond(episode: Episode, slot: number): number {
    episode.mark(Mark.counting);
    return this.counters.count(episode.row, slot);
  }

  private add(): Episode {
    const episode = new Episode(this.all.length);
    this.all.push(episode);
    this.counters.reserve(episode.row);
    return episode;
  }
}
