/** What became of each episode in the policy world, in names: the forks of the twins as a reader follows them. */
import { type LogReader, NOBODY, type OutcomeLog, type VisitLog } from '../sim/index.js';
import { OutcomeBatch, VisitBatch } from './batch.js';
import { type Cause, CLASSES } from './differences.js';
import { episodeId } from './episode-id.js';
import type { Fork } from './fork.js';
import { BASELINE, type Pair, POLICY, type Side } from './pair.js';
import { placesOf } from './places.js';
import type { TwinEpisode } from './twin-episode.js';
import { Twins } from './twins.js';

/** Where the routes of twins part. */
export interface PartingPlace {
  /** [hours] in the baseline. */
  readonly hour: number;
  /** The policy whose rule it was; null where it was no policy's, or no rule. */
  readonly policy: string | null;
  /** Next place in the baseline and in the policy world, as in the comparison `rule-forks`. */
  readonly from: string;
  readonly to: string;
}

/** An episode that is not the same in both worlds. */
export interface Parting {
  readonly episode: string;
  /** Number of the person, or null for a passer-by. */
  readonly person: number | null;
  readonly isBackground: boolean;
  /** [hours] In the baseline, or in the policy world if only that has it. */
  readonly opened: number;
  /** Hours by which it is over later in the policy world; null where only one world has it. */
  readonly laterBy: number | null;
  /** The one cause for which it differs. */
  readonly change: Cause;
  /** Whose it is: touched where a rule parts it, or had parted its person before. */
  readonly whose: (typeof CLASSES)[number];
  /** Where the routes part; null where they do not. */
  readonly at: PartingPlace | null;
}

/** Finds partings: a reader of each world's log, to be fed in turn and then finished. */
export class Partings {
  readonly readers: readonly [LogReader, LogReader];
  private readonly twins: Twins;
  private readonly places: readonly string[];

  constructor(
    private readonly pair: Pair,
    private readonly hear: (parting: Parting) => void,
  ) {
    this.places = placesOf(pair);
    this.twins = new Twins(pair, (episode) => this.tell(episode));
    this.readers = [new TwinReader(this.twins, pair, BASELINE), new TwinReader(this.twins, pair, POLICY)];
  }

  /** Tells of what is left, once both worlds have been read. */
  finish(): void {
    this.twins.finish();
  }

  private tell(episode: TwinEpisode): void {
    const { high, low, person, isBackground, opened, closed, cause, fork } = episode;
    const isAlone = cause === 'prevented' || cause === 'induced';
    this.hear({
      episode: episodeId(high, low),
      person: person === NOBODY ? null : person,
      isBackground,
      opened,
      laterBy: isAlone ? null : closed[POLICY] - closed[BASELINE],
      change: cause,
      whose: CLASSES[episode.class],
      at: fork === null ? null : this.place(fork),
    });
  }

  private place({ cause, hours, policy, from, to }: Fork): PartingPlace {
    const name = cause === 'rule' ? (this.pair.views[POLICY].world.policies[policy] ?? null) : null;
    return { hour: hours[BASELINE], policy: name, from: this.places[from]!, to: this.places[to]! };
  }
}

/** Feeds the twins with one world's log. */
class TwinReader implements LogReader {
  private readonly visitBatch: VisitBatch;
  private readonly outcomeBatch: OutcomeBatch;

  constructor(
    private readonly twins: Twins,
    pair: Pair,
    private readonly side: Side,
  ) {
    this.visitBatch = new VisitBatch(pair.views[side]);
    this.outcomeBatch = new OutcomeBatch(pair.views[side]);
  }

  visits(log: VisitLog): void {
    this.visitBatch.read(log);
    this.twins.visits(this.side, this.visitBatch);
  }

  outcomes(log: OutcomeLog): void {
    this.outcomeBatch.read(log);
    this.twins.outcomes(this.side, this.outcomeBatch);
  }

  levels(): void {}
}
