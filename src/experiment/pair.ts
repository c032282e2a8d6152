/** A policy world beside the baseline: the same names under one index, whatever the order in each file. */
import { NONE, type Step, type Tables } from '../sim/index.js';
import { rememberedPaths } from './paths.js';
import type { WorldView } from './view.js';

/** Which world of a pair: 0 the baseline, 1 the policy world. */
export type Side = 0 | 1;
/** The world that is compared with. */
export const BASELINE = 0;
/** The world in question. */
export const POLICY = 1;

/** Names of two worlds as one list: the baseline's in their order, then those that only the policy world has. */
export interface Joined {
  readonly names: readonly string[];
  /** For each side, the joint index of each of its own indexes. */
  readonly of: readonly [Int32Array, Int32Array];
  /** For each side, its own index of each joint index, or NONE. */
  readonly own: readonly [Int32Array, Int32Array];
}

/** Two worlds to be compared. */
export interface Pair {
  readonly views: readonly [WorldView, WorldView];
  /** Services, without records (NONE under their own index), in the names that all areas have; steps and needs are each area's own. */
  readonly services: Joined;
  readonly steps: Joined;
  readonly agencies: Joined;
  readonly outcomes: Joined;
  readonly needs: Joined;
  /** Tables in force at an hour. */
  tablesAt(side: Side, hour: number): Tables;
  /** The step of a joint index as it stands in a world at an hour, or null where that world has none. */
  stepAt(side: Side, step: number, hour: number): Step | null;
  /** Whether a step's rule differs between the worlds, each at its own hour, or only one of them has the step. */
  isEdited(step: number, baselineHour: number, policyHour?: number): boolean;
  /** Whether it is edited under any of the tables. */
  isEverEdited(step: number): boolean;
  /** Steps from one on to the next that leaves a trace (a visit, records apart, a decision or the end), that one included. */
  pathFrom(side: Side, step: number, hour: number): readonly number[];
}

/** Joins two lists of names; those left out have the joint index NONE. */
export function joinNames(
  baseline: readonly string[],
  policy: readonly string[],
  leftOut: ReadonlySet<string> = new Set(),
): Joined {
  const names = [...new Set([...baseline, ...policy])].filter((name) => !leftOut.has(name));
  const places = new Map(names.map((name, at) => [name, at]));
  const of = (own: readonly string[]) => Int32Array.from(own, (name) => places.get(name) ?? NONE);
  const sides = [of(baseline), of(policy)] as const;
  const back = (joint: Int32Array) => {
    const own = new Int32Array(names.length).fill(NONE);
    joint.forEach((place, at) => {
      if (place !== NONE) own[place] = at;
    });
    return own;
  };
  return { names, of: sides, own: [back(sides[0]), back(sides[1])] };
}

/** Makes two worlds ready to be compared. */
export function pairOf(baseline: WorldView, policy: WorldView): Pair {
  const views = [baseline, policy] as const;
  const join = (names: (view: WorldView) => readonly string[], leftOut?: ReadonlySet<string>) =>
    joinNames(names(baseline), names(policy), leftOut);
  const records = views.flatMap(({ names }) =>
    names.services.flatMap(({ id, record }) => (record === true ? [id] : [])),
  );
  const steps = join(({ world }) => world.epochs[0]!.tables.steps.map(({ name }) => name));
  const tablesAt = (side: Side, hour: number) => views[side].world.epochs[views[side].epochAt(hour)]!.tables;
  const stepAt = (side: Side, step: number, hour: number) => {
    const own = steps.own[side][step]!;
    return own === NONE ? null : tablesAt(side, hour).steps[own]!;
  };
  const isEdited = (step: number, baselineHour: number, policyHour = baselineHour) =>
    stepAt(BASELINE, step, baselineHour)?.rule !== stepAt(POLICY, step, policyHour)?.rule;
  const hours = [...new Set(views.flatMap(({ world }) => world.epochs.map(({ from }) => from)))];
  const pairs = hours.flatMap((one) => hours.map((two) => [one, two] as const));
  const ever = Uint8Array.from(steps.names, (_, step) => Number(pairs.some(([one, two]) => isEdited(step, one, two))));
  return {
    views,
    steps,
    services: join(({ names }) => names.services.map(({ id }) => id), new Set(records)),
    agencies: join(({ names }) => names.agencies.map(({ id }) => id)),
    outcomes: join(({ names }) => names.outcomes.map(({ id }) => id)),
    needs: join(({ world }) => world.epochs[0]!.tables.needs.map(({ name }) => name)),
    tablesAt,
    stepAt,
    isEdited,
    isEverEdited: (step) => ever[step] === 1,
    pathFrom: rememberedPaths(views),
  };
}
