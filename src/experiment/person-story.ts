/** One person's story, gathered from the logs of one or two worlds. */
import { type LogReader, NOBODY, NONE, type OutcomeLog, type VisitLog } from '../sim/index.js';
import { isRecorded } from './batch.js';
import { episodeId } from './episode-id.js';
import { type LogRow, RowReader } from './log-row.js';
import type { Parting } from './partings.js';
import { chosen } from './rows-of.js';
import type { WorldView } from './view.js';

/** An episode in one world. */
export interface EpisodeSide {
  /** [hours] */
  readonly opened: number;
  readonly closed: number;
  /** Id of the outcome; null where it was still under way when the run ended. */
  readonly outcome: string | null;
  /** Visits and decisions in the order in which they were sought. */
  readonly rows: readonly LogRow[];
}

/** An episode of the person. */
export interface TracedEpisode {
  readonly id: string;
  readonly need: string | null;
  /** The episode that it came from, by a return or as a second contact; null where there is none. */
  readonly parent: string | null;
  /** By world; null in a world that does not have it. */
  readonly sides: readonly (EpisodeSide | null)[];
  /** How the worlds differ; null where they do not, or there is one world. */
  readonly parting: Parting | null;
}

/** A person's story; the first world is the baseline where there are two. */
export interface PersonTrace {
  /** Number in the area, or for a passer-by the id of the first episode. */
  readonly person: string;
  /** Episodes in the order in which they opened. */
  readonly episodes: readonly TracedEpisode[];
}

/** Whose rows are wanted: a person of the area, or a passer-by's episodes. */
export type Whose = { readonly person: number } | { readonly episodes: ReadonlySet<string> };

/** The episode that an episode came from, or null. */
export function parentOf(log: OutcomeLog, row: number): string | null {
  const [high, low] = [log.parentHigh[row]!, log.parentLow[row]!];
  return high === 0 && low === 0 ? null : episodeId(high, low);
}

/** What was collected of an episode in one world. */
interface Collected {
  readonly rows: LogRow[];
  ended?: Pick<EpisodeSide, 'opened' | 'closed' | 'outcome'> & {
    readonly need: string | null;
    readonly parent: string | null;
  };
}

/** Collects one person's rows of a world, and hands them on to whoever compares the worlds. */
export class Collector implements LogReader {
  readonly episodes = new Map<string, Collected>();
  private readonly reader: RowReader;

  constructor(
    private readonly view: WorldView,
    id: string,
    private readonly whose: Whose,
    private readonly onwards: LogReader | null,
  ) {
    this.reader = new RowReader(view, id);
  }

  visits(log: VisitLog): void {
    const own = this.select(log);
    const { view } = this;
    const isRecord = (service: number) => service !== NONE && view.record[view.serviceOf(service)] === 1;
    for (const row of own.filter((one) => !isRecord(log.service[one]!))) {
      const read = this.reader.read(log, row);
      this.episode(read.episode).rows.push(read);
    }
    if (own.length > 0) this.onwards?.visits(chosen(log, own));
  }

  outcomes(log: OutcomeLog): void {
    const own = this.select(log).filter((row) => log.absorbed[row] === 0 && !isRecorded(this.view, log, row));
    const { own: names } = this.view;
    for (const row of own) {
      const outcome = log.outcome[row]!;
      const need = log.need[row]!;
      this.episode(episodeId(log.keyHigh[row]!, log.keyLow[row]!)).ended = {
        opened: log.opened[row]!,
        closed: log.closed[row]!,
        outcome: outcome === NONE ? null : names.outcomes[outcome]!.id,
        need: need === NONE ? null : names.needs[need]!.id,
        parent: parentOf(log, row),
      };
    }
    if (own.length > 0) this.onwards?.outcomes(chosen(log, own));
  }

  levels(): void {}

  private episode(id: string): Collected {
    const collected = this.episodes.get(id) ?? { rows: [] };
    this.episodes.set(id, collected);
    return collected;
  }

  private select(log: VisitLog | OutcomeLog): number[] {
    const { whose } = this;
    const rows: number[] = [];
    for (let row = 0; row < log.count; row += 1) {
      const isOwn =
        'person' in whose
          ? log.person[row] === whose.person
          : log.person[row] === NOBODY && whose.episodes.has(episodeId(log.keyHigh[row]!, log.keyLow[row]!));
      if (isOwn) rows.push(row);
    }
    return rows;
  }
}

/** Episodes of a person, by what was collected in each world and how the worlds differ. */
export function episodesOf(collectors: readonly Collector[], partings: readonly Parting[]): TracedEpisode[] {
  const ids = [...new Set(collectors.flatMap(({ episodes }) => [...episodes.keys()]))];
  const traced = ids.map((id): TracedEpisode => {
    const sides = collectors.map(({ episodes }) => episodes.get(id));
    const ended = sides.find((side) => side?.ended !== undefined)?.ended;
    return {
      id,
      need: ended?.need ?? null,
      parent: ended?.parent ?? null,
      sides: sides.map((side) => (side?.ended === undefined ? null : sideOf(side.ended, side.rows))),
      parting: partings.find(({ episode }) => episode === id) ?? null,
    };
  });
  const opened = ({ sides }: TracedEpisode) =>
    Math.min(...sides.flatMap((side) => (side === null ? [] : [side.opened])));
  return traced.sort((one, other) => opened(one) - opened(other) || (one.id < other.id ? -1 : 1));
}

function sideOf({ opened, closed, outcome }: NonNullable<Collected['ended']>, rows: readonly LogRow[]): EpisodeSide {
  return { opened, closed, outcome, rows: [...rows].sort((one, other) => one.joined - other.joined) };
}
