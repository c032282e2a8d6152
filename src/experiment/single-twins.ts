/** Compares background work that is one visit in both worlds and goes the same way: it is the same, or at other times. */
import { NOBODY, NONE } from '../sim/index.js';
import { Class } from './differences.js';
import type { KeyTable } from './key-table.js';
import { BASELINE, type Pair, POLICY, type Side } from './pair.js';
import {
  cohortIn,
  lowerIn,
  SINGLE_FLOATS,
  SINGLE_WORDS,
  Single,
  SingleHour,
  severityIn,
  upperIn,
} from './single-rows.js';
import type { TwinEpisode } from './twin-episode.js';
import type { VisitAccounts } from './visit-accounts.js';

/** Compares such episodes, one after another. */
export class SingleTwins {
  /**
   * @param singles The rows of such episodes.
   * @param episode Filled with each that differs.
   * @param unchanged Counts those that do not, of people and of background work.
   * @param hear Told of each that differs.
   */
  constructor(
    private readonly pair: Pair,
    private readonly singles: KeyTable,
    private readonly accounts: VisitAccounts,
    private readonly episode: TwinEpisode,
    private readonly unchanged: [number, number],
    private readonly hear: (episode: TwinEpisode) => void,
  ) {}

  /** Compares an episode, of which each world has a row. */
  compare(baseline: number, policy: number): void {
    const { singles } = this;
    const { words, floats } = singles;
    const at = SINGLE_FLOATS * baseline;
    const twin = SINGLE_FLOATS * policy;
    const opened = floats[at + SingleHour.joined]!;
    const closed = floats[at + SingleHour.released]!;
    const late = floats[twin + SingleHour.joined]! - opened;
    const over = floats[twin + SingleHour.released]!;
    const isSame =
      over === closed &&
      late === 0 &&
      floats[at + SingleHour.started] === floats[twin + SingleHour.started] &&
      floats[at + SingleHour.requested] === floats[twin + SingleHour.requested];
    if (isSame) {
      const { from, to } = this.pair.views[POLICY].window;
      if (opened >= from && opened < to) this.unchanged[1] += 1;
      return;
    }
    const { episode } = this;
    const whose = words[SINGLE_WORDS * baseline + Single.whose]!;
    this.accounts.readSingle(singles, baseline, policy);
    episode.person = NOBODY;
    episode.isBackground = true;
    episode.need = upperIn(whose);
    episode.cohort = cohortIn(singles.note(policy));
    episode.severity = severityIn(singles.note(baseline));
    episode.outcome[BASELINE] = this.outcome(BASELINE, lowerIn(whose));
    episode.outcome[POLICY] = this.outcome(POLICY, lowerIn(whose));
    episode.high = singles.high(baseline);
    episode.low = singles.low(baseline);
    episode.opened = opened;
    episode.closed[BASELINE] = closed;
    episode.closed[POLICY] = over;
    episode.cause = (over === closed ? late < 0 : over < closed) ? 'earlier' : 'later';
    episode.fork = null;
    // Work that comes at another hour, though nothing before it does: the hazard of its coming is another one.
    episode.base = late === 0 ? Class.background : Class.directHazard;
    episode.owner = null;
    this.hear(episode);
  }

  private outcome(side: Side, joint: number): number {
    return joint === NONE ? NONE : this.pair.outcomes.own[side][joint]!;
  }
}
