/** The turns of one episode in one world: what it sought and what was decided, in the order in which it happened. */
import { FIRST_REROUTE, NONE } from '../sim/index.js';
import type { Pair, Side } from './pair.js';

/** A visit sought, or a decision, of one episode in one world. */
export interface Turn {
  /** Step in the world's own order. */
  readonly own: number;
  /** Step under its joint index. */
  readonly step: number;
  /** Hour at which it was sought or decided. */
  readonly hour: number;
  /** Hour at which the person went on: end of service, or leaving the line. */
  readonly until: number;
  /** Code of a decision, or NONE for a visit. */
  readonly decision: number;
  readonly inputs: number;
  /** Joint service of a visit, or NONE. */
  readonly service: number;
  readonly finish: number;
  /** Step taken next in the world's own order, or NONE where it was cut short. */
  readonly next: number;
}

/** Whether a turn is a policy's reroute. */
export function isReroute({ decision }: Turn): boolean {
  return decision >= FIRST_REROUTE;
}

/** Whether a turn is a reroute that overrules the decision before it: of the same step, at the same instant. */
export function overrules(turn: Turn, before: Turn | undefined): boolean {
  if (before === undefined || !isReroute(turn) || isReroute(before)) return false;
  return before.decision !== NONE && before.own === turn.own && before.hour === turn.hour;
}

/** The part of a path that takes no time. */
function promptPath(pair: Pair, side: Side, from: number, hour: number): readonly number[] {
  const path = pair.pathFrom(side, from, hour);
  const delay = path.findIndex((step) => pair.tablesAt(side, hour).steps[step]!.verb === 'delay');
  return delay === -1 ? path : path.slice(0, delay);
}

/**
 * Puts turns in the order in which they happened. They come as they were logged: visits when they were over. Turns of
 * the same instant follow the pathway: each leads to the next.
 */
export function inOrder(pair: Pair, side: Side, logged: readonly Turn[]): readonly Turn[] {
  const sorted = isSorted(logged) ? logged : logged.toSorted((a, b) => a.hour - b.hour);
  const ordered: Turn[] = [];
  for (let at = 0; at < sorted.length; ) {
    const { hour } = sorted[at]!;
    let end = at + 1;
    while (end < sorted.length && sorted[end]!.hour === hour) end += 1;
    if (end === at + 1) ordered.push(sorted[at]!);
    else order(pair, side, ordered, sorted.slice(at, end));
    at = end;
  }
  return ordered;
}

function isSorted(turns: readonly Turn[]): boolean {
  for (let at = 1; at < turns.length; at += 1) if (turns[at]!.hour < turns[at - 1]!.hour) return false;
  return true;
}

/** Adds the turns of an instant, in their order, to those before them. */
function order(pair: Pair, side: Side, ordered: Turn[], instant: Turn[]): void {
  while (instant.length > 0) {
    const place = instant.length === 1 ? 0 : following(pair, side, ordered.at(-1), instant);
    ordered.push(instant[place]!);
    instant.splice(place, 1);
  }
}

/** Which of the turns of an instant comes first, after the turn before. */
function following(pair: Pair, side: Side, before: Turn | undefined, instant: readonly Turn[]): number {
  if (before !== undefined) {
    const reroute = instant.findIndex((turn) => overrules(turn, before));
    if (reroute !== -1) return reroute;
    for (const step of pair.pathFrom(side, before.next, before.until)) {
      const place = instant.findIndex(({ own }) => own === step);
      if (place !== -1) return place;
    }
  }
  // Nothing says what came before: the one to which no other of them leads, or if they go round, leads without delay.
  const anyhow = leader(instant, ({ next, until }) => pair.pathFrom(side, next, until));
  if (anyhow !== -1) return anyhow;
  const promptly = leader(instant, ({ next, until }) => promptPath(pair, side, next, until));
  return promptly === -1 ? 0 : promptly;
}

/** The first of some turns to which no path of any of them leads, or -1. */
function leader(turns: readonly Turn[], path: (turn: Turn) => readonly number[]): number {
  return turns.findIndex(({ own }) => !turns.some((turn) => path(turn).includes(own)));
}
