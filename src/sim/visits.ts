/**
 * Visits under way: one use of one service by one episode, waiting in its line, being served, or kept after that. A row
 * is reused once the visit has been logged.
 */
import { copied } from './calendar.js';
import { NEVER } from './log.js';
import { type EpisodeId, FreeRows, NO_ROW, type VisitId } from './rows.js';

/** Where a visit stands. */
export const Stage = { waiting: 0, served: 1, kept: 2 } as const;

/** Columns of visits. */
export class Visits {
  declare readonly rows: FreeRows;
  declare private size: number;
  declare episode: Int32Array;
  /** The step at which it was joined. */
  declare step: Int32Array;
  declare service: Int16Array;
  declare units: Int32Array;
  /** Visit number of this episode at this service. */
  declare ordinal: Int32Array;
  declare part: Int32Array;
  declare joined: Float64Array;
  declare started: Float64Array;
  /** When the present stretch began to be waited for: joined, or the end of the stretch before. */
  declare since: Float64Array;
  declare ended: Float64Array;
  /** Requested [seconds]. */
  declare requested: Float64Array;
  declare stage: Uint8Array;
  /** Class that it waits or is served with: its step's priority + 1, unless it was triaged again. */
  declare lineClass: Uint8Array;
  /** 1: waits before everybody, its work having been stopped at a shift's end. */
  declare isFirst: Uint8Array;
  /** Neighbours in the waiting line. */
  declare ahead: Int32Array;
  declare behind: Int32Array;
  /** Order in line: when it (or the first of a hold-first step) joined. */
  declare rank: Float64Array;
  /** Step that follows it, known once its service is over and its units are kept. */
  declare onward: Int32Array;
  /** Next visit of the same episode, in order of joining. */
  declare nextOfEpisode: Int32Array;

  constructor() {
    this.rows = new FreeRows();
    this.size = 512;
    const { size } = this;
    this.episode = new Int32Array(size);
    this.step = new Int32Array(size);
    this.service = new Int16Array(size);
    this.units = new Int32Array(size);
    this.ordinal = new Int32Array(size);
    this.part = new Int32Array(size);
    this.joined = new Float64Array(size);
    this.started = new Float64Array(size);
    this.since = new Float64Array(size);
    this.ended = new Float64Array(size);
    this.requested = new Float64Array(size);
    this.stage = new Uint8Array(size);
    this.lineClass = new Uint8Array(size);
    this.isFirst = new Uint8Array(size);
    this.ahead = new Int32Array(size);
    this.behind = new Int32Array(size);
    this.rank = new Float64Array(size);
    this.onward = new Int32Array(size);
    this.nextOfEpisode = new Int32Array(size);
  }

  /** Rows ever in use at once. */
  get used(): number {
    return this.rows.used;
  }

  /** A row for a new visit that joins now and has not started. */
  take(episode: EpisodeId, step: number, service: number, units: number, joined: number): VisitId {
    const row = this.rows.take();
    if (row >= this.size) this.grow();
    this.episode[row] = episode;
    this.step[row] = step;
    this.service[row] = service;
    this.units[row] = units;
    this.part[row] = 0;
    this.joined[row] = joined;
    this.rank[row] = joined;
    this.started[row] = NEVER;
    this.since[row] = joined;
    this.ended[row] = NEVER;
    this.requested[row] = 0;
    this.stage[row] = Stage.waiting;
    this.nextOfEpisode[row] = NO_ROW;
    return row as VisitId;
  }

  /** Gives the row of a logged visit back. */
  give(visit: VisitId): void {
    this.episode[visit] = NO_ROW;
    this.rows.give(visit);
  }

  private grow(): void {
    this.size *= 2;
    const { size } = this;
    this.episode = copied(this.episode, new Int32Array(size));
    this.step = copied(this.step, new Int32Array(size));
    this.service = copied(this.service, new Int16Array(size));
    this.units = copied(this.units, new Int32Array(size));
    this.ordinal = copied(this.ordinal, new Int32Array(size));
    this.part = copied(this.part, new Int32Array(size));
    this.joined = copied(this.joined, new Float64Array(size));
    this.started = copied(this.started, new Float64Array(size));
    this.since = copied(this.since, new Float64Array(size));
    this.ended = copied(this.ended, new Float64Array(size));
    this.requested = copied(this.requested, new Float64Array(size));
    this.stage = copied(this.stage, new Uint8Array(size));
    this.lineClass = copied(this.lineClass, new Uint8Array(size));
    this.isFirst = copied(this.isFirst, new Uint8Array(size));
    this.ahead = copied(this.ahead, new Int32Array(size));
    this.behind = copied(this.behind, new Int32Array(size));
    this.rank = copied(this.rank, new Float64Array(size));
    this.onward = copied(this.onward, new Int32Array(size));
    this.nextOfEpisode = copied(this.nextOfEpisode, new Int32Array(size));
  }
}
