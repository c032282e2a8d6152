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

const byHour = (one: Turn, other: Turn) => one.hour - other.hour;

/**
 * Puts turns in the order in which they happened, where they stand. They come as they were logged: visits when they were over.
 * Turns of the same instant follow the pathway: each leads to the next.
 */
export function putInOrder(pair: Pair, side: Side, turns: Turn[]): void {
  if (!isSorted(turns)) turns.sort(byHour);
  for (let at = 0; at < turns.length; at += 1) {
    let end = at + 1;
    while (end < turns.length && turns[end]!.hour === turns[at]!.hour) end += 1;
    if (end > at + 1) bringForward(turns, following(pair, side, turns, at, end), at);
  }
}

function isSorted(turns: readonly Turn[]): boolean {
  for (let at = 1; at < turns.length; at += 1) if (turns[at]!.hour < turns[at - 1]!.hour) return false;
  return true;
}

/** Moves a turn to an earlier place, past those between. */
function bringForward(turns: Turn[], from: number, to: number): void {
  const turn = turns[from]!;
  for (let at = from; at > to; at -= 1) turns[at] = turns[at - 1]!;
  turns[to] = turn;
}

/** Which of the turns of an instant, from one place up to another, comes first after the turn before them. */
function following(pair: Pair, side: Side, turns: readonly Turn[], from: number, end: number): number {
  const before = turns[from - 1];
  if (before !== undefined) {
    for (let at = from; at < end; at += 1) if (overrules(turns[at]!, before)) return at;
    for (const step of pair.pathFrom(side, before.next, before.until))
      for (let at = from; at < end; at += 1) if (turns[at]!.own === step) return at;
  }
  // Nothing says what came before: the one to which no other of them leads, or if they go round, leads without delay.
  const instant = turns.slice(from, end);
  const anyhow = leader(instant, ({ next, until }) => pair.pathFrom(side, next, until));
  if (anyhow !== -1) return from + anyhow;
  const promptly = leader(instant, ({ next, until }) => promptPath(pair, side, next, until));
  return from + Math.max(promptly, 0);
}

/** The first of some turns to which no path of any of them leads, or -1. */
function leader(turns: readonly Turn[], path: (turn: Turn) => readonly number[]): number {
  return turns.findIndex(({ own }) => !turns.some((turn) => path(turn).includes(own)));
}
