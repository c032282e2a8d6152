/**
 * The load, or the strength of a policy, at which a service stops meeting its standard: the root of the share seen within
 * it, with the same replications at every point. The interval holds every point at which the 95% interval of the share
 * does not tell whether the standard is met (D62).
 */
import { ratioDifference, ratioEstimate } from './estimate.js';
import type { Reply } from './measure-at.js';
import type { Estimate } from './results.js';

/** Where a tipping point is looked for. */
export interface TippingSearch {
  readonly low: number;
  readonly high: number;
  /** Looked at first, and then outwards step by step; null: both ends are looked at. */
  readonly start: number | null;
  /** Whether the end away from which it looks is looked at too before it is said that there is no point. */
  readonly bothEnds?: boolean;
  /** The point at which the scenario stands, looked at before all others; null where that is not between the ends. */
  readonly present: number | null;
  /** A root is narrowed down to so much. */
  readonly tolerance: number;
  /** Share that has to be seen within the standard. */
  readonly share: number;
  /** What each replication says at a point: people seen within the standard, of those judged; null when stopped. */
  readonly respond: (at: number) => Promise<readonly Reply[] | null>;
}

/** A point that was looked at. */
export interface TippingPoint {
  readonly at: number;
  /** Share seen within the standard, over all replications. */
  readonly estimate: Estimate;
  /** Replications that met the standard, of those in which anybody can be judged. */
  readonly met: number;
  readonly of: number;
}

/** What came of it. */
export interface Tipping {
  /** `always` and `never`: the standard is met, or not, at every point looked at; `nothing`: nobody can be judged. */
  readonly status: 'found' | 'always' | 'never' | 'nothing';
  /** On which side of the point the standard is not met. */
  readonly missed: 'above' | 'below' | null;
  readonly at: number | null;
  /** 95% interval of the point; an end is null where it lies beyond all points looked at. */
  readonly low: number | null;
  readonly high: number | null;
  readonly points: readonly TippingPoint[];
  /** How it is where the scenario stands; null where that was not looked at. */
  readonly present: TippingPoint | null;
  /** Neighbouring points between which the share crosses the standard once more, the point that was found left out. */
  readonly again: readonly { readonly from: number; readonly to: number }[];
  /** Neighbouring points between which the share clearly moved the other way. */
  readonly reversals: readonly { readonly from: number; readonly to: number }[];
}

/** From one point to the next when looking outwards. */
const STEP = 1.25;
/** A bound of the share, or the share itself. */
type Side = 'low' | 'mean' | 'high';

/** Searches; null when the work was stopped. */
export async function findTipping(search: TippingSearch): Promise<Tipping | null> {
  const known = new Map<number, readonly Reply[]>();
  const look = async (at: number): Promise<boolean> => {
    const replies = known.get(at) ?? (await search.respond(at));
    if (replies !== null) known.set(at, replies);
    return replies !== null;
  };
  const first = search.start === null ? [search.low, search.high] : [search.start];
  for (const at of search.present === null ? first : [search.present, ...first]) if (!(await look(at))) return null;
  const roots = new Map<Side, number | null>();
  for (const side of ['mean', 'low', 'high'] as const) {
    for (;;) {
      const next = nextLook(search, known, side);
      if (typeof next !== 'number') {
        roots.set(side, next.root);
        break;
      }
      if (!(await look(next))) return null;
    }
    if (roots.get('mean') === null) break;
  }
  return summary(search, known, roots);
}

function marginAt(replies: readonly Reply[], side: Side, share: number): number {
  const bound = estimateOf(replies)[side];
  return bound === null ? Number.NaN : bound - share;
}

function estimateOf(replies: readonly Reply[]): Estimate {
  return ratioEstimate(
    replies.map(({ above }) => above),
    replies.map(({ below }) => below),
  );
}

function sorted(known: ReadonlyMap<number, readonly Reply[]>): (readonly [number, readonly Reply[]])[] {
  return [...known].sort(([one], [other]) => one - other);
}

/** The point to look at next for the root of one side, or the root (null: there is none where one may look). */
function nextLook(
  { low, high, start, bothEnds = false, tolerance, share }: TippingSearch,
  known: ReadonlyMap<number, readonly Reply[]>,
  side: Side,
): number | { readonly root: number | null } {
  const margins = sorted(known).map(([at, replies]) => ({ at, margin: marginAt(replies, side, share) }));
  const change = margins.findIndex(({ margin }, place) => place > 0 && margin >= 0 !== margins[place - 1]!.margin >= 0);
  if (change === -1) {
    if (start === null || margins.some(({ margin }) => Number.isNaN(margin))) return { root: null };
    const [first, last] = [margins[0]!.at, margins.at(-1)!.at];
    const isMet = margins[0]!.margin >= 0;
    const outwards = isMet ? Math.min(last * STEP, high) : Math.max(first / STEP, low);
    if (!known.has(outwards)) return outwards;
    // Nothing on the side on which it was expected: the other end may have been asked for.
    const otherEnd = isMet ? low : high;
    return !bothEnds || side !== 'mean' || known.has(otherEnd) ? { root: null } : otherEnd;
  }
  const [left, right] = [margins[change - 1]!, margins[change]!];
  const width = right.at - left.at;
  const root = left.at + (width * left.margin) / (left.margin - right.margin);
  if (width <= tolerance) return { root };
  // Kept off the ends by nearly the tolerance, so that the next two points enclose the root that closely.
  const off = Math.min(0.9 * tolerance, width / 2);
  return Math.min(Math.max(root, left.at + off), right.at - off);
}

function summary(
  { share, present: stands }: TippingSearch,
  known: ReadonlyMap<number, readonly Reply[]>,
  roots: ReadonlyMap<Side, number | null>,
): Tipping {
  const all = sorted(known);
  const points = all.map(([at, replies]): TippingPoint => {
    const judged = replies.filter(({ below }) => below > 0);
    const met = judged.filter(({ above, below }) => above / below >= share).length;
    return { at, estimate: estimateOf(replies), met, of: judged.length };
  });
  const at = roots.get('mean') ?? null;
  const isMet = (point: TippingPoint) => (point.estimate.mean ?? Number.NaN) >= share;
  const first = points[0]!;
  const present = points.find((point) => point.at === stands) ?? null;
  const none = { missed: null, at: null, low: null, high: null, points, present, again: [], reversals: [] };
  if (points.some(({ estimate }) => estimate.mean === null)) return { ...none, status: 'nothing' };
  if (at === null) return { ...none, status: isMet(first) ? 'always' : 'never' };
  const crossings = points.slice(1).flatMap((point, place) => {
    const before = points[place]!;
    return isMet(before) === isMet(point) ? [] : [{ from: before.at, to: point.at }];
  });
  // The lowest crossing is the one that was followed: on which side of it the standard is missed, its own ends say.
  const missed = isMet(first) ? 'above' : 'below';
  const [cautious, hopeful] = [roots.get('low') ?? null, roots.get('high') ?? null];
  const [low, high] = missed === 'above' ? [cautious, hopeful] : [hopeful, cautious];
  const reversals = all.slice(1).flatMap(([to, after], place) => {
    const [from, before] = all[place]!;
    const change = ratioDifference(columns(after), columns(before));
    const isWrong = missed === 'above' ? (change.low ?? 0) > 0 : (change.high ?? 0) < 0;
    return isWrong ? [{ from, to }] : [];
  });
  return { status: 'found', missed, at, low, high, points, present, again: crossings.slice(1), reversals };
}

function columns(replies: readonly Reply[]): [number[], number[]] {
  return [replies.map(({ above }) => above), replies.map(({ below }) => below)];
}
