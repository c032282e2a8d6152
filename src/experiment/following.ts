/** Finds, in a comparison's first replication, one person for each policy world to be followed in the report. */
import type { ClockLog, LogReader, OutcomeLog, VisitLog } from '../sim/index.js';
import type { Setting } from './folding.js';
import type { Pair } from './pair.js';
import { type Parting, Partings } from './partings.js';
import { Collector, episodesOf, type PersonTrace } from './person-story.js';
import { chosen } from './rows-of.js';

/** People among whom somebody is looked for, those with the lowest numbers: what is kept of them stays small. */
export const LOOKED_AT = 10_000;

/**
 * Reads the logs of a replication beside whoever folds them. The person who is followed is, of those looked at, the one
 * with the lowest number who was touched by a rule in an episode that opened in the measured period: a choice that does
 * not look at what happened to them.
 */
export class Following {
  private readonly kept: readonly Kept[];

  constructor(
    private readonly setting: Setting,
    readers: readonly LogReader[],
  ) {
    this.kept = readers.map((reader) => new Kept(reader));
  }

  /** Readers of the worlds' logs, which hand on all that they read. */
  get readers(): readonly LogReader[] {
    return this.kept;
  }

  /** For each policy world, the person who is followed; null where nobody was touched. */
  finish(): (PersonTrace | null)[] {
    return this.setting.pairs.map((pair, at) => follow(pair, this.kept[0]!, this.kept[at + 1]!));
  }
}

function follow(pair: Pair, baseline: Kept, policy: Kept): PersonTrace | null {
  const partings: Parting[] = [];
  const finder = new Partings(pair, (parting) => partings.push(parting));
  baseline.feed(finder.readers[0]);
  policy.feed(finder.readers[1]);
  finder.finish();
  const { window } = pair.views[1];
  const touched = partings.filter(
    ({ opened, whose }) => opened >= window.from && opened < window.to && whose === 'touched',
  );
  const person = Math.min(...touched.map(({ person: number }) => number ?? Number.POSITIVE_INFINITY));
  if (person === Number.POSITIVE_INFINITY) return null;
  const collectors = pair.views.map((view) => new Collector(view, view.world.name, { person }, null));
  baseline.feed(collectors[0]!);
  policy.feed(collectors[1]!);
  return { person: String(person), episodes: episodesOf(collectors, partings) };
}

/** Hands a world's log on, and keeps what is of the people looked at. */
class Kept implements LogReader {
  private readonly logs: (VisitLog | OutcomeLog)[] = [];

  constructor(private readonly onwards: LogReader) {}

  visits(log: VisitLog): void {
    this.keep(log);
    this.onwards.visits(log);
  }

  outcomes(log: OutcomeLog): void {
    this.keep(log);
    this.onwards.outcomes(log);
  }

  clocks(log: ClockLog): void {
    this.onwards.clocks?.(log);
  }

  levels(log: Parameters<LogReader['levels']>[0]): void {
    this.onwards.levels(log);
  }

  /** Hands what was kept to another reader. */
  feed(reader: LogReader): void {
    for (const log of this.logs)
      if ('visit' in log) reader.visits(log);
      else reader.outcomes(log);
  }

  private keep(log: VisitLog | OutcomeLog): void {
    const rows: number[] = [];
    const { person, count } = log;
    for (let row = 0; row < count; row += 1) if (person[row]! >= 0 && person[row]! < LOOKED_AT) rows.push(row);
    if (rows.length > 0) this.logs.push(chosen(log, rows));
  }
}
