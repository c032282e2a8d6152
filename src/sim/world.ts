/**
 * What is run: a world in plain, frozen, structured-cloneable tables, made by compiling a scenario and its policies
 * and never written afterwards. Names have become indexes and units have become hours; rates are per hour.
 * The engine lays these tables out in columns once per replication (`state.ts`, `operations.ts`).
 */

import type { DistributionSpec, Step, WeekPattern } from './step.js';

export type {
  BranchOption,
  BranchStep,
  Condition,
  DelayStep,
  DistributionSpec,
  LeaveStep,
  Length,
  MarkStep,
  ReleaseStep,
  Reroute,
  Retriage,
  SeizeStep,
  StartStep,
  Step,
  WeekPattern,
} from './step.js';
export { NONE } from './step.js';

/** What becomes of work in hand when a shift ends and fewer units follow. */
export type ShiftEnd = 'finish' | 'hand-over' | 'stop';

/**
 * What becomes of somebody who is being served when somebody of a better class comes and units lack: their service goes
 * on later from where it was, or from its beginning, or they go elsewhere. `none`: the comer waits.
 */
export type Preemption = 'none' | 'resume' | 'restart' | 'reroute';

/** A staffed provider with a waiting line. */
export interface Service {
  readonly name: string;
  readonly agency: number;
  /** Units on duty by hour of week; `Infinity` for ample. */
  readonly capacity: WeekPattern;
  /** Room in the waiting line [people]; `Infinity` for no limit. */
  readonly room: number;
  readonly shiftEnd: ShiftEnd;
  readonly preemption: Preemption;
}

/** A multiplier of a hazard while the person's state matches. */
export interface StateMultiplier {
  readonly variable: number;
  readonly value: number;
  readonly times: number;
}

/** A need that arises in persons. */
export interface Need {
  readonly name: string;
  /** Index in `World.areas`: it arises in people of that area. Absent: the only one. */
  readonly area?: number;
  /** Declared by the root and never edited: warps onset time. Mean 1, nowhere 0. */
  readonly calendar: WeekPattern;
  /** Declared by the root and never edited [per hour per person of frailty 1]. */
  readonly unitRate: number;
  /** Current onset hazard [per hour per person of frailty 1, before multipliers]. */
  readonly rate: number;
  /** The world's own calendar on top of the declared one; 1 everywhere unless edited. */
  readonly hours: WeekPattern;
  readonly byCohort: readonly number[];
  readonly byState: readonly StateMultiplier[];
  /** Shares by severity, add to 1; severity is a race with address `severity/<need>/<severity name>`. */
  readonly severity: readonly number[];
  /** Entry channels: a race with address `channel/<need>/<channel name>`; weights by severity. */
  readonly channels: readonly {
    readonly channel: number;
    readonly weights: readonly number[];
    readonly entry: number;
  }[];
}

/** A stream of transient persons. */
export type Arrivals = {
  readonly name: string;
  readonly need: number;
  readonly entry: number;
  readonly channel: number;
  readonly severity: readonly number[];
  /** Work that the services do anyway: contacts that queue and are logged, and are reported apart. */
  readonly background: boolean;
} & (
  | {
      readonly kind: 'poisson';
      /** Declared by the root and never edited [per hour]: sets the windows. */
      readonly unitRate: number;
      /** Declared by the root and never edited: warps time. Mean 1, nowhere 0. */
      readonly calendar: WeekPattern;
      /** Current rate [per hour]. */
      readonly rate: number;
      /** The world's own calendar on top of the declared one. */
      readonly hours: WeekPattern;
    }
  | { readonly kind: 'renewal'; readonly interval: DistributionSpec }
  /** So many people at hour 0, who may come back for ever: a closed network. */
  | { readonly kind: 'people'; readonly count: number }
);

/** A competing hazard with a unit-exponential budget. */
export interface Clock {
  readonly name: string;
  /** Index in `World.areas`. Absent: the only one. */
  readonly area?: number;
  /** `waiting`: runs while an episode of `need` is open and not being served. `after`: starts when one leaves with an
   * outcome of `outcomes`. `life`: one per person, from hour 0 (death). */
  readonly runs: 'waiting' | 'after' | 'life';
  readonly need: number;
  readonly outcomes: readonly number[];
  /** [per hour] */
  readonly rate: number;
  readonly byFrailty: boolean;
  /** By the severity of its episode; a clock of life has none, and goes by none. */
  readonly bySeverity: readonly number[];
  readonly byState: readonly StateMultiplier[];
  /** An `after` clock runs from `from` to `until` hours after the outcome. */
  readonly from: number;
  readonly until: number;
  readonly expires:
    | { readonly does: 'leave'; readonly outcome: number }
    | { readonly does: 'go'; readonly step: number; readonly severity: number }
    | { readonly does: 'open'; readonly need: number; readonly entry: number; readonly channel: number }
    | { readonly does: 'mark'; readonly variable: number; readonly value: number }
    | { readonly does: 'die'; readonly outcome: number };
}

/** People who are already inside at hour 0, in place order; compiled from the root of `extends`. */
export interface Stock {
  readonly name: string;
  /** Index in `World.areas`. Absent: the only one. */
  readonly area?: number;
  readonly count: number;
  readonly need: number;
  /** A seize or delay step in which they are found. */
  readonly step: number;
  /** `serving`: elapsed and residual time by the length-biased law. `waiting`: in the line, with `waited` so far. */
  readonly phase: 'serving' | 'waiting';
  /**
   * `serving`: how long such a stay lasts, by severity, as the root of the family says, so that a policy which lengthens
   * stays does not change who was there before it. Absent: as the step says.
   */
  readonly stay?: readonly DistributionSpec[];
  readonly waited: DistributionSpec | null;
  /** Units held besides, since so long (blocked holds). */
  readonly holding: readonly { readonly service: number; readonly units: number; readonly since: DistributionSpec }[];
  /** True: drawn from the area's people with weight r·S/(1 + r·S); false: transient. */
  readonly persons: boolean;
  /** r·S per unit of frailty: onset rate into this stock times mean stay. */
  readonly load: number;
  readonly severity: readonly number[];
  readonly channel: number;
  readonly sets: readonly { readonly variable: number; readonly value: number }[];
  readonly background: boolean;
}

/** Everything that may change on a date. Each array has the same length and order in every epoch of a world. */
export interface Tables {
  readonly services: readonly Service[];
  readonly steps: readonly Step[];
  readonly needs: readonly Need[];
  readonly arrivals: readonly Arrivals[];
  readonly clocks: readonly Clock[];
}

/** A world: people, services and pathways of one area or several, under given policies, over given hours. */
export interface World {
  readonly name: string;
  /** [hours] from Monday 00:00 of the start week. The measured period is [warmUp, measuredEnd); the run ends at horizon. */
  readonly warmUp: number;
  readonly measuredEnd: number;
  readonly horizon: number;
  readonly area: { readonly name: string; readonly population: number };
  /**
   * Where there are several areas: each of them, `area` being all together. Everything that is of one area is then there
   * once for each, area by area, under a name that says which (`nameIn`); what areas share has its bare name.
   */
  readonly areas?: readonly { readonly name: string; readonly population: number }[];
  /** Frailty: a positive multiplier of hazards with mean 1; null: 1 for everybody. */
  readonly frailty: DistributionSpec | null;
  readonly cohorts: readonly { readonly name: string; readonly share: number }[];
  /** Person state variables; `initial[cohort][value]` are shares that add to 1. */
  readonly states: readonly {
    readonly name: string;
    readonly values: readonly string[];
    readonly initial: readonly (readonly number[])[];
  }[];
  /** Ordered from least to most severe; at least one. */
  readonly severities: readonly string[];
  readonly channels: readonly string[];
  readonly outcomes: readonly string[];
  readonly agencies: readonly string[];
  readonly pathways: readonly { readonly name: string; readonly entry: number }[];
  readonly policies: readonly string[];
  /** At least one; the first is from hour 0 (`from: 0`); ascending. */
  readonly epochs: readonly { readonly from: number; readonly tables: Tables }[];
  readonly stock: readonly Stock[];
  /** What happens when holders wait for each other: the run fails, or the last to join is declined to its `ifFull`. */
  readonly gridlock: 'fail' | 'decline';
}
