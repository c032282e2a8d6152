/** Compares background work that is one visit in both worlds and goes the same way: it is the same, or at other times. */
import { NOBODY, NONE } from '../sim/index.js';
import { Class } from './differences.js';
import { BASELINE, type Pair, POLICY, type Side } from './pair.js';
import { cohortIn, type Records, SINGLE_FLOATS, SINGLE_WORDS, Single, SingleHour, severityIn } from './single-rows.js';
import type { TwinEpisode } from './twin-episode.js';
import type { VisitAccounts } from './visit-accounts.js';

/** Compares such episodes, one after another. */
export class SingleTwins {
  /**
   * @param episode Filled with each that differs.
   * @param unchanged Counts those that do not, of people and of background work.
   * @param hear Told of each that differs.
   */
  constructor(
    private readonly pair: Pair,
    private readonly accounts: VisitAccounts,
    private readonly episode: TwinEpisode,
    private readonly unchanged: [number, number],
    private readonly hear: (episode: TwinEpisode) => void,
  ) {}

  /** Compares an episode, of which each world has a record. */
  compare(baseline: Records, own: number, policy: Records, other: number): void {
    const { floats } = baseline;
    const at = SINGLE_FLOATS * own;
    const twin = SINGLE_FLOATS * other;
    const opened = floats[at + SingleHour.joined]!;
    const closed = floats[at + SingleHour.released]!;
    const late = policy.floats[twin + SingleHour.joined]! - opened;
    const over = policy.floats[twin + SingleHour.released]!;
    const isSame =
      over === closed &&
      late === 0 &&
      floats[at + SingleHour.started] === policy.floats[twin + SingleHour.started] &&
      floats[at + SingleHour.requested] === policy.floats[twin + SingleHour.requested];
    if (isSame) {
      const { from, to } = this.pair.views[POLICY].window;
      if (opened >= from && opened < to) this.unchanged[1] += 1;
      return;
    }
    const { episode } = this;
    const { words } = baseline;
    this.accounts.readSingle(baseline, own, policy, other);
    const word = SINGLE_WORDS * own;
    const last = SINGLE_WORDS * other;
    episode.person = NOBODY;
    episode.isBackground = true;
    episode.need = words[word + Single.need]!;
    episode.cohort = cohortIn(policy.words[last + Single.mark]!);
    episode.severity = severityIn(words[word + Single.mark]!);
    episode.outcome[BASELINE] = this.outcome(BASELINE, words[word + Single.outcome]!);
    episode.outcome[POLICY] = this.outcome(POLICY, words[word + Single.outcome]!);
    episode.high = words[word + Single.high]!;
    episode.low = words[word]!;
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
