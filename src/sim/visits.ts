/**
 * Visits under way: one use of one service by one episode, waiting in its line, being served, or kept after that. A record
 * is used again once its visit has been logged.
 */
import type { Account } from './accounts.js';
import type { Episode } from './episodes.js';
import { NEVER, secondOf } from './log.js';

/** Where a visit stands; `free` when the record is nobody's. */
export const Stage = { waiting: 0, served: 1, kept: 2, free: 3 } as const;

/** One visit under way. */
export class Visit {
  // In the order in which an event comes to them, so that few lines of memory are fetched.
  /** Next visit of the same episode, in order of joining; next free record when it is nobody's. */
  declare nextOfEpisode: Visit | null;
  declare stage: number;
  declare episode: Episode;
  /** The service's account. */
  declare account: Account;
  /** The step at which it was joined. */
  declare step: number;
  declare service: number;
  declare units: number;
  /** Visit number of this episode at this service. */
  declare ordinal: number;
  declare part: number;
  /** Second in which the present stretch began to be waited for: when it joined, or the end of the stretch before. */
  declare since: number;
  declare joined: number;
  declare started: number;
  declare ended: number;
  /** Requested [seconds]. */
  declare requested: number;
  /** Class that it waits or is served with: its step's priority + 1, unless it was triaged again. */
  declare lineClass: number;
  /** True: waits before everybody, its work having been stopped at a shift's end. */
  declare isFirst: boolean;
  /** Neighbours in the waiting line. */
  declare ahead: Visit | null;
  declare behind: Visit | null;
  /** Order in line: when it (or the first of a hold-first step) joined. */
  declare rank: number;
  /** Step that follows it, known once its service is over and its units are kept. */
  declare onward: number;

  constructor(episode: Episode, account: Account) {
    this.nextOfEpisode = null;
    this.stage = Stage.free;
    this.episode = episode;
    this.account = account;
    this.step = 0;
    this.service = 0;
    this.units = 0;
    this.ordinal = 0;
    this.part = 0;
    this.since = 0;
    this.joined = NEVER;
    this.started = NEVER;
    this.ended = NEVER;
    this.requested = NEVER;
    this.lineClass = 0;
    this.isFirst = false;
    this.ahead = null;
    this.behind = null;
    this.rank = NEVER;
    this.onward = 0;
  }

  /** Lets it join at an hour. */
  joinAt(hour: number): void {
    this.joined = hour;
    this.rank = hour;
    this.since = secondOf(hour);
  }
}

/** The table of visits. */
export class Visits {
  /** Every record made so far, free ones included. */
  declare readonly all: Visit[];
  declare private firstFree: Visit | null;

  constructor() {
    this.all = [];
    this.firstFree = null;
  }

  /** A record for a new visit that has not started; when it joins is still to be said. */
  take(episode: Episode, step: number, account: Account, units: number): Visit {
    let visit = this.firstFree;
    if (visit === null) visit = this.add(episode, account);
    else this.firstFree = visit.nextOfEpisode;
    visit.episode = episode;
    visit.step = step;
    visit.service = account.service;
    visit.account = account;
    visit.units = units;
    visit.part = 0;
    visit.started = NEVER;
    visit.ended = NEVER;
    visit.requested = 0;
    visit.stage = Stage.waiting;
    visit.nextOfEpisode = null;
    return visit;
  }

  /** Takes back the record of a logged visit. */
  give(visit: Visit): void {
    visit.stage = Stage.free;
    visit.nextOfEpisode = this.firstFree;
    this.firstFree = visit;
  }

  private add(episode: Episode, account: Account): Visit {
    const visit = new Visit(episode, account);
    this.all.push(visit);
    return visit;
  }
}
