/** What a pathway is made of, in compiled tables: lengths, tests, branches and steps. Durations are in hours. */

/** Index that stands for "no step", "no service", "no need": absence is a named constant. */
export const NONE = -1;

/** A duration distribution, in hours. Its quantile function is in `distributions.ts`. */
export type DistributionSpec =
  | { readonly kind: 'deterministic'; readonly value: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  | { readonly kind: 'erlang'; readonly shape: number; readonly mean: number }
  | { readonly kind: 'gamma'; readonly shape: number; readonly mean: number }
  | { readonly kind: 'weibull'; readonly shape: number; readonly scale: number }
  | { readonly kind: 'lognormal'; readonly mu: number; readonly sigma: number }
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  /** Observed values, ascending, with shares that add to 1. */
  | { readonly kind: 'empirical'; readonly values: readonly number[]; readonly shares: readonly number[] }
  /** One of several distributions, by shares that add to 1. */
  | { readonly kind: 'mixture'; readonly parts: readonly DistributionSpec[]; readonly shares: readonly number[] }
  /** Another distribution, given that it lies from `low` to `high` (perhaps Infinity), both included. */
  | { readonly kind: 'truncated'; readonly of: DistributionSpec; readonly low: number; readonly high: number };

/** One number for every hour of the week, Monday 00:00 first (168 of them). */
export type WeekPattern = readonly number[];

/**
 * A test of what the person meets: all of its parts must hold. Absent parts hold.
 * Severities, channels and cohorts are lists of indexes, one of which must match.
 */
export interface Condition {
  readonly severity?: readonly number[];
  readonly channel?: readonly number[];
  readonly cohort?: readonly number[];
  /** Person states: variable index and the values, one of which must match. Transient people have value 0 of each. */
  readonly state?: readonly { readonly variable: number; readonly values: readonly number[] }[];
  /** 168 entries, 1 where the condition holds. */
  readonly hours?: WeekPattern;
  /** Services that must all have no idle unit: units in use >= capacity. */
  readonly full?: readonly number[];
  /** Services that must all have capacity 0 now. */
  readonly closed?: readonly number[];
  /** Services whose waiting line must hold at least so many. */
  readonly queue?: readonly { readonly service: number; readonly atLeast: number }[];
  /** Services of each of which a unit picked at random must be in use: holds by chance, with the share in use. */
  readonly engaged?: readonly number[];
  readonly not?: Condition;
}

/** How long something lasts: a name (addresses the draw, may be shared by steps), and one distribution per severity. */
export interface Length {
  readonly name: string;
  readonly bySeverity: readonly DistributionSpec[];
}

/** A share branch of a step's own, after the step's rule is decided, that moves exactly the edited share. */
export interface Reroute {
  /** Address of the draw: (key, policy, edit, k-th decision). */
  readonly policy: string;
  readonly edit: string;
  /** Options of a branch step whose takers may be rerouted (indexes into `options`); empty: all who enter the step. */
  readonly from: readonly number[];
  /** Chance per severity, 0 to 1. */
  readonly share: readonly number[];
  /**
   * Share of people who follow the policy, each of them always or never: a draw at (person, policy), a passer-by's at
   * their episode. Absent: everybody does.
   */
  readonly followers?: number;
  /** Where the rerouted go: a race over names, as for a branch. */
  readonly to: readonly BranchOption[];
}

/** One way out of a branch, chosen by share. */
export interface BranchOption {
  /** Option name: addresses the race. */
  readonly name: string;
  /** Weight by severity, >= 0; each severity's weights add to 1. */
  readonly weights: readonly number[];
  readonly to: number;
}

interface StepBase {
  /** Full name, `pathway.step`. */
  readonly name: string;
  readonly pathway: number;
  /** Hash of the compiled rule (text, 16 hex digits): equal in two worlds when the step is the same. */
  readonly rule: string;
  /** 0, or 1 + the index in `World.policies` of the last policy that edited this step. */
  readonly tag: number;
  /** Reroutes of this step; for a branch they apply after its race, else on entering the step. */
  readonly reroutes: readonly Reroute[];
}

/**
 * Waits for units of one or more services, holds them, is served, and gives them back.
 * `together`: all or nothing, holding nothing meanwhile. `hold-first`: one after another in the order given, holding.
 */
export interface SeizeStep extends StepBase {
  readonly verb: 'seize';
  readonly services: readonly number[];
  readonly units: readonly number[];
  readonly mode: 'together' | 'hold-first';
  /** Service time; null: units are only seized, and `then` follows at once. */
  readonly length: Length | null;
  /** Keep the units after the service time, until a `release`, a `relieves`, or `leave`. */
  readonly keep: boolean;
  /** Services held from earlier steps that are given back at the moment this step's service starts. */
  readonly relieves: readonly number[];
  /** Priority class by severity; 0 goes first. */
  readonly priority: readonly number[];
  readonly patience: { readonly length: Length; readonly to: number } | null;
  /** Where to when the line's room is full; NONE where every service has unlimited room. */
  readonly ifFull: number;
  /** Where to when a service has no capacity at the moment; NONE: wait. */
  readonly ifClosed: number;
  /** Where to when somebody more urgent takes the place at a service that pre-empts by `reroute`; NONE elsewhere. */
  readonly ifPreempted: number;
  readonly retriage: Retriage | null;
  readonly then: number;
}

/** A second look at somebody who still waits, so long after they came to the step. */
export interface Retriage {
  readonly length: Length;
  /** Priority class from then on, by severity (the new one, where it changes); the place in line is by hour of joining. */
  readonly priority: readonly number[];
  /** New severity, or NONE. */
  readonly severity: number;
}

/** Gives back all units held of the services named (empty: of all). */
export interface ReleaseStep extends StepBase {
  readonly verb: 'release';
  readonly services: readonly number[];
  readonly then: number;
}

/** Time passes, with whatever is held kept. */
export interface DelayStep extends StepBase {
  readonly verb: 'delay';
  readonly length: Length;
  readonly then: number;
}

/** Cases are tried in order; when none holds, the race over `options` decides. */
export interface BranchStep extends StepBase {
  readonly verb: 'branch';
  readonly cases: readonly { readonly name: string; readonly when: Condition; readonly to: number }[];
  readonly options: readonly BranchOption[];
}

/** Changes the person's state, or this episode's severity. */
export interface MarkStep extends StepBase {
  readonly verb: 'mark';
  readonly sets: readonly { readonly variable: number; readonly value: number }[];
  /** New severity, or NONE. */
  readonly severity: number;
  readonly then: number;
}

/** Opens a parallel contact of the same person: key (parent key, step name, n). It inherits severity and channel. */
export interface StartStep extends StepBase {
  readonly verb: 'start';
  readonly entry: number;
  readonly then: number;
}

/** Ends the episode; everything held is given back. */
export interface LeaveStep extends StepBase {
  readonly verb: 'leave';
  readonly outcome: number;
}

/** A step of a pathway: what is done, and which step follows. */
export type Step = SeizeStep | ReleaseStep | DelayStep | BranchStep | MarkStep | StartStep | LeaveStep;
