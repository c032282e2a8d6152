/** Whose hazards and clocks a policy edits: by need and cohort, at any hour. */
import type { Clock, Need, StateMultiplier } from '../sim/index.js';
import { NONE } from '../sim/index.js';
import { BASELINE, type Pair, POLICY, type Side } from './pair.js';

/** Needs and cohorts whose hazards differ between two worlds. */
export class HazardEdits {
  private readonly cohorts: number;
  /** need x cohort: 1 where the onset or a clock of the need is edited. */
  private readonly any: Uint8Array;
  /** need x cohort: 1 where a clock is that can end or turn an episode of the need. */
  private readonly clocks: Uint8Array;

  constructor(private readonly pair: Pair) {
    const { names } = pair.needs;
    this.cohorts = pair.views[BASELINE].world.cohorts.length;
    this.any = new Uint8Array(names.length * this.cohorts);
    this.clocks = new Uint8Array(names.length * this.cohorts);
    const hours = new Set(pair.views.flatMap(({ world }) => world.epochs.map(({ from }) => from)));
    for (const hour of hours) this.compare(hour);
  }

  /** Whether the hazard of a need's onset, or one of its clocks, is edited for a cohort. */
  isEdited(need: number, cohort: number): boolean {
    return need !== NONE && this.any[need * this.cohorts + cohort] === 1;
  }

  /** Whether a clock that can end or turn an episode of the need is edited. */
  isClockEdited(need: number, cohort: number): boolean {
    return need !== NONE && this.clocks[need * this.cohorts + cohort] === 1;
  }

  private compare(hour: number): void {
    const { pair, cohorts } = this;
    const [before, after] = [pair.tablesAt(BASELINE, hour), pair.tablesAt(POLICY, hour)];
    pair.needs.names.forEach((name, need) => {
      const [own, other] = [before, after].map(({ needs }) => needs.find((one) => one.name === name));
      for (let cohort = 0; cohort < cohorts; cohort += 1)
        if (this.onset(BASELINE, own, cohort) !== this.onset(POLICY, other, cohort))
          this.any[need * cohorts + cohort] = 1;
    });
    const names = new Set([...before.clocks, ...after.clocks].map(({ name }) => name));
    for (const name of names) {
      const [own, other] = [before, after].map(({ clocks }) => clocks.find((one) => one.name === name));
      if (this.clock(BASELINE, own) === this.clock(POLICY, other)) continue;
      for (const [side, clock] of [
        [BASELINE, own],
        [POLICY, other],
      ] as const)
        if (clock) this.note(side, clock);
    }
  }

  /** An edited clock concerns its own need and the one that it opens; one for life concerns every need. */
  private note(side: Side, { runs, need, expires }: Clock): void {
    const { needs } = this.pair;
    const isForLife = runs === 'life' || need === NONE;
    const own = isForLife ? needs.names.map((_, at) => at) : [needs.of[side][need]!];
    const opened = expires.does === 'open' ? [needs.of[side][expires.need]!] : [];
    for (const one of [...own, ...opened]) this.any.fill(1, one * this.cohorts, (one + 1) * this.cohorts);
    if (runs === 'after') return;
    for (const one of own) this.clocks.fill(1, one * this.cohorts, (one + 1) * this.cohorts);
  }

  private onset(side: Side, need: Need | undefined, cohort: number): string {
    if (need === undefined) return '';
    const { rate, hours, byCohort, byState } = need;
    return JSON.stringify([rate * (byCohort[cohort] ?? 1), hours, this.multipliers(side, byState)]);
  }

  private clock(side: Side, clock: Clock | undefined): string {
    if (clock === undefined) return '';
    const { world } = this.pair.views[side];
    const { runs, outcomes, rate, byFrailty, bySeverity, byState, from, until, expires } = clock;
    // How people leave in one world only is the doing of its steps, and no edit of a clock that may follow.
    const other = this.pair.views[side === BASELINE ? POLICY : BASELINE].world.outcomes;
    const after = outcomes
      .flatMap((at) => world.outcomes[at] ?? [])
      .filter((name) => other.includes(name))
      .sort();
    const step = 'step' in expires ? expires.step : 'entry' in expires ? expires.entry : NONE;
    const to = step === NONE ? '' : world.epochs[0]!.tables.steps[step]!.name;
    const shown = String(until);
    return JSON.stringify([runs, after, rate, byFrailty, bySeverity, this.multipliers(side, byState), from, shown, to]);
  }

  private multipliers(side: Side, byState: readonly StateMultiplier[]): unknown {
    const { states } = this.pair.views[side].world;
    return byState.map(({ variable, value, times }) => [
      states[variable]?.name,
      states[variable]?.values[value],
      times,
    ]);
  }
}
