/**
 * What a run says about itself: three append-only logs of typed columns, which are all that anyone downstream may read.
 * Each holds a bounded number of rows; when it is full the engine hands it to the reader and starts it afresh.
 */

/** Rows in a log before it is handed over: few enough to stay in a core's cache beside what events touch meanwhile. */
export const LOG_ROWS = 1_024;

/** How a stretch of a visit, or a decision, came to an end. */
export const Finish = {
  /** Service completed (where there was one) and units given back. */
  released: 0,
  /** Work in hand stopped at the end of a shift, to be resumed. */
  stopped: 1,
  /** Work in hand passed to the next shift, or waits for it. */
  handedOver: 2,
  /** Declined: the line's room was full. */
  full: 3,
  /** Declined: nobody on duty, and the step sends people elsewhere then. */
  closed: 4,
  /** Declined: refused to break a gridlock. */
  gridlock: 5,
  /** Gave up waiting. */
  reneged: 6,
  /** Left the line or the service because a clock ran out (recovered, deteriorated, died). */
  overtaken: 7,
  /** Not a visit: a branch or a reroute was decided. */
  decided: 8,
  /** Still waiting at the horizon. */
  censoredWaiting: 9,
  /** Still held at the horizon. */
  censoredHeld: 10,
  /** Made room for somebody more urgent: to be gone on with later, or (with a `next`) declined. */
  preempted: 11,
  /** Made room for somebody more urgent: this stretch is to be done again. */
  restarted: 12,
} as const;
export type Finish = (typeof Finish)[keyof typeof Finish];

/** Person of a transient. */
export const NOBODY = -1;
/** Time of something that did not happen. */
export const NEVER = Infinity;

/** The second of an hour of the run; what came before hour 0 is in nobody's account. */
export function secondOf(hours: number): number {
  return hours > 0 ? Math.floor(hours * 3600) : 0;
}

/**
 * The visit log: a row for each stretch of a visit that is over (one per service of a joint seize), and one for each
 * decision. Times are hours; a visit that never started has `started`, `ended` = NEVER, and `released` = when it left the line.
 */
export class VisitLog {
  declare count: number;
  /** Person, or NOBODY. */
  declare readonly person: Int32Array;
  /** Episode key, high and low word. */
  declare readonly keyHigh: Int32Array;
  declare readonly keyLow: Int32Array;
  /** Need, or NONE. */
  declare readonly need: Int16Array;
  /** Cohort of the person; 0 for a transient. */
  declare readonly cohort: Int16Array;
  declare readonly severity: Uint8Array;
  declare readonly channel: Int16Array;
  /** 1 for background work. */
  declare readonly background: Uint8Array;
  /** Step (index into the world's steps). */
  declare readonly step: Int32Array;
  /** For a decision: case c is c, option o is 1000 + o, reroute r to its option o is 2000 + 100 r + o. Else NONE. */
  declare readonly decision: Int16Array;
  /** For a decision: the bits of the cases that held (case 0 is bit 0), severity in the top four bits. */
  declare readonly inputs: Int32Array;
  /** 0, or 1 + index of the policy that last edited this step. */
  declare readonly tag: Uint8Array;
  /** Service, or NONE for a decision. */
  declare readonly service: Int16Array;
  declare readonly units: Int32Array;
  /** Visit number of this episode at this service, from 0: with episode and service, the visit key. */
  declare readonly visit: Int32Array;
  /** Stretch of the visit, from 0. */
  declare readonly part: Int32Array;
  declare readonly joined: Float64Array;
  declare readonly started: Float64Array;
  /** Service time over (may be before `released`: kept or blocked). */
  declare readonly ended: Float64Array;
  declare readonly released: Float64Array;
  /** Units x length of the service time sought [seconds]; 0 where units are only seized, and on later parts. */
  declare readonly requested: Float64Array;
  declare readonly finish: Uint8Array;
  /** The step taken next, or NONE (the visit goes on in another part, or is censored). */
  declare readonly next: Int32Array;

  constructor(rows = LOG_ROWS) {
    this.count = 0;
    this.person = new Int32Array(rows);
    this.keyHigh = new Int32Array(rows);
    this.keyLow = new Int32Array(rows);
    this.need = new Int16Array(rows);
    this.cohort = new Int16Array(rows);
    this.severity = new Uint8Array(rows);
    this.channel = new Int16Array(rows);
    this.background = new Uint8Array(rows);
    this.step = new Int32Array(rows);
    this.decision = new Int16Array(rows);
    this.inputs = new Int32Array(rows);
    this.tag = new Uint8Array(rows);
    this.service = new Int16Array(rows);
    this.units = new Int32Array(rows);
    this.visit = new Int32Array(rows);
    this.part = new Int32Array(rows);
    this.joined = new Float64Array(rows);
    this.started = new Float64Array(rows);
    this.ended = new Float64Array(rows);
    this.released = new Float64Array(rows);
    this.requested = new Float64Array(rows);
    this.finish = new Uint8Array(rows);
    this.next = new Int32Array(rows);
  }
}

/** One row per episode that is over (or censored: outcome NONE, closed = horizon), and per absorbed candidate. */
export class OutcomeLog {
  declare count: number;
  declare readonly person: Int32Array;
  declare readonly keyHigh: Int32Array;
  declare readonly keyLow: Int32Array;
  /** Key of the episode that this one re-presents from or was started by; 0, 0 where there is none. */
  declare readonly parentHigh: Int32Array;
  declare readonly parentLow: Int32Array;
  declare readonly need: Int16Array;
  declare readonly cohort: Int16Array;
  /** Severity at the end. */
  declare readonly severity: Uint8Array;
  declare readonly channel: Int16Array;
  declare readonly background: Uint8Array;
  declare readonly opened: Float64Array;
  declare readonly closed: Float64Array;
  /** Outcome, or NONE while inside at the horizon. */
  declare readonly outcome: Int16Array;
  /** 1: a candidate during an open episode of the same need, absorbed by it (opened = closed, outcome NONE). */
  declare readonly absorbed: Uint8Array;
  /** 1: present at hour 0 as stock. */
  declare readonly stock: Uint8Array;
  /** 1: a parallel contact, started by another episode of the same person. */
  declare readonly parallel: Uint8Array;
  /** Step at which it ended (the leave step), or where it is when censored, or NONE. */
  declare readonly step: Int32Array;
  /** Hour at which the latest of the person's other episodes under way was opened, parallel contacts apart; NEVER without. */
  declare readonly besideFrom: Float64Array;

  constructor(rows = LOG_ROWS) {
    this.count = 0;
    this.person = new Int32Array(rows);
    this.keyHigh = new Int32Array(rows);
    this.keyLow = new Int32Array(rows);
    this.parentHigh = new Int32Array(rows);
    this.parentLow = new Int32Array(rows);
    this.need = new Int16Array(rows);
    this.cohort = new Int16Array(rows);
    this.severity = new Uint8Array(rows);
    this.channel = new Int16Array(rows);
    this.background = new Uint8Array(rows);
    this.opened = new Float64Array(rows);
    this.closed = new Float64Array(rows);
    this.outcome = new Int16Array(rows);
    this.absorbed = new Uint8Array(rows);
    this.stock = new Uint8Array(rows);
    this.parallel = new Uint8Array(rows);
    this.step = new Int32Array(rows);
    this.besideFrom = new Float64Array(rows);
  }
}

/** One row per service and clock hour: exact integrals over that hour, in unit-seconds or person-seconds. */
export class LevelLog {
  declare count: number;
  declare readonly service: Int16Array;
  /** Hour of the run, from 0. */
  declare readonly hour: Int32Array;
  declare readonly inUse: Float64Array;
  declare readonly waiting: Float64Array;
  /** Unit-seconds on duty (Infinity for ample services). */
  declare readonly staffed: Float64Array;
  /** Seconds during which units in use >= units on duty. */
  declare readonly full: Float64Array;

  constructor(rows = LOG_ROWS) {
    this.count = 0;
    this.service = new Int16Array(rows);
    this.hour = new Int32Array(rows);
    this.inUse = new Float64Array(rows);
    this.waiting = new Float64Array(rows);
    this.staffed = new Float64Array(rows);
    this.full = new Float64Array(rows);
  }
}

/** Reads the logs of one run, a batch at a time; must copy what it keeps. */
export interface LogReader {
  visits(log: VisitLog): void;
  outcomes(log: OutcomeLog): void;
  levels(log: LevelLog): void;
  /** Once, at the end. */
  clocks?(log: ClockLog): void;
}

/** Time at risk in the measured period by clock (its index in the tables); all causes of death of a person are their first. */
export interface ClockLog {
  /** Hours for which it ran at a hazard above 0, added up over everybody. */
  readonly hours: Float64Array;
  /** The hazard integrated over them: how many times it is expected to run out. */
  readonly hazard: Float64Array;
}

/** Totals of one run, all conserved (checked by `conservation.ts` at the end of every run). */
export interface Tally {
  readonly events: number;
  readonly cancelled: number;
  readonly rejected: number;
  readonly opened: number;
  readonly closed: number;
  readonly inside: number;
  readonly absorbed: number;
  readonly declined: number;
  readonly gridlocks: number;
  /** Per service, whole run. */
  readonly services: readonly {
    readonly seized: number;
    readonly released: number;
    readonly held: number;
    readonly staffedSeconds: number;
    readonly overtimeSeconds: number;
    readonly usedSeconds: number;
    readonly idleSeconds: number;
  }[];
}
