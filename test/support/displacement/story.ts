/** Both whole logs as plain objects with names: what the slow account of displacement reads. */
import { type Chance, NEVER, NONE, type OutcomeLog, run, type VisitLog, type World } from '../../../src/sim/index.js';

/** A stretch of a visit, or a decision. */
export interface Row {
  readonly episode: string;
  readonly background: boolean;
  /** Place in the log. */
  readonly at: number;
  readonly step: string;
  readonly service: string | null;
  readonly decision: number;
  readonly visit: number;
  readonly part: number;
  readonly units: number;
  readonly joined: number;
  readonly started: number;
  readonly ended: number;
  readonly released: number;
  /** Unit-seconds. */
  readonly requested: number;
  readonly finish: number;
  readonly next: string | null;
}

/** An episode of one world, with all that was logged of it. */
export interface Episode {
  readonly key: string;
  /** Null for passers-by. */
  readonly person: number | null;
  readonly background: boolean;
  readonly need: string | null;
  readonly cohort: number;
  readonly opened: number;
  readonly closed: number;
  /** Null where the run ended first. */
  readonly outcome: string | null;
  /** The episode that it came from. */
  readonly parent: string | null;
  /** Started beside its parent, while that goes on. */
  readonly parallel: boolean;
  readonly rows: readonly Row[];
}

/** A world and everything that happened in it, by episode. */
export interface Story {
  readonly world: World;
  readonly episodes: ReadonlyMap<string, Episode>;
}

/** Whole seconds since the start. */
export const second = (hour: number) => Math.floor(hour * 3600);

const keyOf = (high: number, low: number) => `${high >>> 0}.${low >>> 0}`;

/** Rows and episodes of a world whose story is told. */
const MOST = { rows: 20_000, episodes: 2000 };

class TooLong extends Error {}

/** Runs a world and keeps its whole log; null, as soon as that is known, where it is too long to be told slowly. */
export function storyOf(world: World, chance: Chance): Story | null {
  try {
    return wholeStory(world, chance);
  } catch (error) {
    if (error instanceof TooLong) return null;
    throw error;
  }
}

function wholeStory(world: World, chance: Chance): Story {
  const { steps, services, needs } = world.epochs[0]!.tables;
  const rows: Row[] = [];
  const episodes = new Map<string, Omit<Episode, 'rows'> & { readonly rows: Row[] }>();
  const outcomes: Omit<Episode, 'rows'>[] = [];
  const visits = (log: VisitLog) => {
    if (rows.length + log.count > MOST.rows) throw new TooLong();
    for (let at = 0; at < log.count; at += 1)
      rows.push({
        episode: keyOf(log.keyHigh[at]!, log.keyLow[at]!),
        background: log.background[at] === 1,
        at: rows.length,
        step: steps[log.step[at]!]!.name,
        service: log.service[at] === NONE ? null : services[log.service[at]!]!.name,
        decision: log.decision[at]!,
        visit: log.visit[at]!,
        part: log.part[at]!,
        units: log.units[at]!,
        joined: log.joined[at]!,
        started: log.started[at]!,
        ended: log.ended[at]!,
        released: log.released[at]!,
        requested: log.requested[at]!,
        finish: log.finish[at]!,
        next: log.next[at] === NONE ? null : steps[log.next[at]!]!.name,
      });
  };
  const closed = (log: OutcomeLog) => {
    for (let at = 0; at < log.count; at += 1) {
      if (log.absorbed[at] === 1) continue;
      if (outcomes.length === MOST.episodes) throw new TooLong();
      const parent = keyOf(log.parentHigh[at]!, log.parentLow[at]!);
      outcomes.push({
        key: keyOf(log.keyHigh[at]!, log.keyLow[at]!),
        person: log.person[at]! < 0 ? null : log.person[at]!,
        background: log.background[at] === 1,
        need: log.need[at] === NONE ? null : needs[log.need[at]!]!.name,
        cohort: log.cohort[at]!,
        opened: log.opened[at]!,
        closed: log.closed[at]!,
        outcome: world.outcomes[log.outcome[at]!] ?? null,
        parent: parent === '0.0' ? null : parent,
        parallel: log.parallel[at] === 1,
      });
    }
  };
  run(world, chance, { visits, outcomes: closed, levels: () => {} });
  for (const one of outcomes) episodes.set(one.key, { ...one, rows: [] });
  for (const row of rows) episodes.get(row.episode)!.rows.push(row);
  return { world, episodes };
}

/** Whether something happened at all. */
export const happened = (hour: number) => hour < NEVER;
