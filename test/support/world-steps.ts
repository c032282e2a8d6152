/** Steps of small worlds by hand: see `worlds.ts`. */
import { hashName } from '../../src/sim/draws.js';
import type { BranchOption, Condition, DistributionSpec, Length, Reroute, Step } from '../../src/sim/world.js';
import { NONE } from '../../src/sim/world.js';
import type { WorldSpec } from './worlds.js';

/** Whole hours, a distribution, or one of them for each severity. */
export type Time = number | DistributionSpec | readonly (number | DistributionSpec)[];

type Names = string | readonly string[];
/** Weight (by severity) and where it leads: a step of this pathway, `pathway.step`, or `=outcome`. */
type Options = Readonly<Record<string, { readonly weight: number | readonly number[]; readonly to: string }>>;

export interface ConditionSpec {
  readonly severity?: readonly number[];
  readonly channel?: readonly number[];
  readonly cohort?: readonly number[];
  readonly state?: readonly (readonly [variable: string, values: readonly number[]])[];
  /** Hours of the day. */
  readonly hours?: readonly number[];
  readonly full?: Names;
  readonly closed?: Names;
  readonly queue?: readonly (readonly [service: string, atLeast: number])[];
  readonly engaged?: Names;
  readonly not?: ConditionSpec;
}

export interface BranchSpec {
  readonly cases?: Readonly<Record<string, { readonly when: ConditionSpec; readonly to: string }>>;
  readonly options?: Options;
}

export type ReroutesSpec = readonly {
  readonly policy: string;
  readonly edit: string;
  readonly from?: readonly string[];
  readonly share: number | readonly number[];
  readonly to: Options;
}[];

interface CommonSpec {
  readonly then?: string;
  readonly reroutes?: ReroutesSpec;
  readonly tag?: number;
}

export type StepSpec = CommonSpec &
  (
    | {
        readonly seize: Names;
        readonly units?: number | readonly number[];
        readonly for?: Time;
        readonly length?: string;
        readonly keep?: boolean;
        readonly hold?: 'together' | 'hold-first';
        readonly relieves?: Names;
        readonly priority?: number | readonly number[];
        readonly patience?: { readonly after: Time; readonly to: string };
        readonly ifFull?: string;
        readonly ifClosed?: string;
        readonly ifPreempted?: string;
        readonly retriage?: {
          readonly after: Time;
          readonly priority: number | readonly number[];
          readonly severity?: number;
        };
      }
    | { readonly release: Names }
    | { readonly delay: Time; readonly length?: string }
    | { readonly branch: BranchSpec }
    | { readonly mark: Readonly<Record<string, number>>; readonly severity?: number }
    | { readonly start: string }
    | { readonly leave: string }
  );

export function namesOf(named: object): string[] {
  return Array.isArray(named) ? named : Object.keys(named);
}

/** Every outcome that the steps and clocks of a world mention, in alphabetical order. */
export function outcomesOf(spec: WorldSpec): string[] {
  const left = Object.values(spec.pathways).flatMap((steps) => Object.values(steps));
  const words = JSON.stringify([left, spec.later ?? []]).match(/"=[a-z-]+"/g) ?? [];
  const short = words.map((word) => word.slice(2, -1));
  const long = left.flatMap((step) => ('leave' in step ? [step.leave] : []));
  const clocks = Object.values(spec.clocks ?? {}).flatMap(({ expires }) =>
    'leave' in expires ? [expires.leave] : 'die' in expires ? [expires.die] : [],
  );
  return [...new Set([...short, ...long, ...clocks, 'done'])].sort();
}

/** The distribution for a severity. */
export function timeOf(time: Time, severity: number): DistributionSpec {
  const own = Array.isArray(time) ? (time[severity] ?? time[0]) : time;
  return typeof own === 'number' ? { kind: 'deterministic', value: own } : own;
}

/** A distribution for every severity. */
export function timesOf(spec: WorldSpec, time: Time): DistributionSpec[] {
  return (spec.severities ?? ['any']).map((_, severity) => timeOf(time, severity));
}

/** Index of a step named `pathway.step`, `step` (of the pathway at hand) or `=outcome`. */
export function stepIndex(spec: WorldSpec, name: string, pathway: string): number {
  const steps = Object.entries(spec.pathways).flatMap(([own, list]) =>
    Object.keys(list).map((step) => `${own}.${step}`),
  );
  if (name.startsWith('=')) return steps.length + outcomesOf(spec).indexOf(name.slice(1));
  const index = steps.indexOf(name.includes('.') ? name : `${pathway}.${name}`);
  if (index < 0) throw new Error(`no step ${name} in pathway ${pathway}`);
  return index;
}

export function buildStep(spec: WorldSpec, pathway: string, pathwayIndex: number, name: string): Step {
  const steps = spec.pathways[pathway] ?? {};
  const step = steps[name];
  if (step === undefined) throw new Error(`no step ${name} in pathway ${pathway}`);
  const to = (target: string): number => stepIndex(spec, target, pathway);
  const following = Object.keys(steps)[Object.keys(steps).indexOf(name) + 1];
  const then = (): number => to(step.then ?? following ?? '=done');
  const services = (names: Names | undefined): number[] => indexes(Object.keys(spec.services), names);
  const length = (own: string | undefined, time: Time): Length => {
    return { name: own ?? `${pathway}.${name}`, bySeverity: timesOf(spec, time) };
  };
  const severities = spec.severities ?? ['any'];
  const common = {
    name: `${pathway}.${name}`,
    pathway: pathwayIndex,
    rule: hashName(JSON.stringify(step)),
    tag: step.tag ?? 0,
    reroutes: (step.reroutes ?? []).map((reroute) => buildReroute(spec, reroute, step, to)),
  };
  if ('seize' in step) {
    const wanted = services(step.seize);
    const units = step.units ?? 1;
    const priority = step.priority ?? 0;
    const bySeverity = (classes: number | readonly number[]): number[] =>
      severities.map((_, index) => (typeof classes === 'number' ? classes : (classes[index] ?? 0)));
    return {
      ...common,
      verb: 'seize',
      services: wanted,
      units: wanted.map((_, index) => (typeof units === 'number' ? units : (units[index] ?? 1))),
      mode: step.hold ?? 'together',
      length: step.for === undefined ? null : length(step.length, step.for),
      keep: step.keep ?? step.for === undefined,
      relieves: services(step.relieves),
      priority: bySeverity(priority),
      patience:
        step.patience === undefined
          ? null
          : { length: length(`${pathway}.${name}/patience`, step.patience.after), to: to(step.patience.to) },
      ifFull: step.ifFull === undefined ? NONE : to(step.ifFull),
      ifClosed: step.ifClosed === undefined ? NONE : to(step.ifClosed),
      ifPreempted: step.ifPreempted === undefined ? NONE : to(step.ifPreempted),
      retriage:
        step.retriage === undefined
          ? null
          : {
              length: length(`${pathway}.${name}/retriage`, step.retriage.after),
              priority: bySeverity(step.retriage.priority),
              severity: step.retriage.severity ?? NONE,
            },
      then: then(),
    };
  }
  if ('release' in step) {
    return { ...common, verb: 'release', services: step.release === 'all' ? [] : services(step.release), then: then() };
  }
  if ('delay' in step) return { ...common, verb: 'delay', length: length(step.length, step.delay), then: then() };
  if ('branch' in step) {
    const cases = Object.entries(step.branch.cases ?? {}).map(([own, { when, to: target }]) => {
      return { name: own, when: buildCondition(spec, when), to: to(target) };
    });
    return { ...common, verb: 'branch', cases, options: buildOptions(spec, step.branch.options ?? {}, to) };
  }
  if ('mark' in step) {
    const sets = Object.entries(step.mark).map(([variable, value]) => {
      return { variable: Object.keys(spec.states ?? {}).indexOf(variable), value };
    });
    return { ...common, verb: 'mark', sets, severity: step.severity ?? NONE, then: then() };
  }
  if ('start' in step) return { ...common, verb: 'start', entry: to(step.start), then: then() };
  return { ...common, verb: 'leave', outcome: outcomesOf(spec).indexOf(step.leave) };
}

function indexes(all: readonly string[], names: Names | undefined): number[] {
  const list = names === undefined ? [] : typeof names === 'string' ? [names] : names;
  return list.map((name) => {
    const index = all.indexOf(name);
    if (index < 0) throw new Error(`no service ${name}`);
    return index;
  });
}

function buildOptions(spec: WorldSpec, options: Options, to: (target: string) => number): BranchOption[] {
  return Object.entries(options).map(([name, { weight, to: target }]) => {
    const weights = (spec.severities ?? ['any']).map((_, index) =>
      typeof weight === 'number' ? weight : (weight[index] ?? 0),
    );
    return { name, weights, to: to(target) };
  });
}

function buildReroute(
  spec: WorldSpec,
  reroute: ReroutesSpec[number],
  step: StepSpec,
  to: (target: string) => number,
): Reroute {
  const options = 'branch' in step ? Object.keys(step.branch.options ?? {}) : [];
  const { policy, edit, from = [], share } = reroute;
  return {
    policy,
    edit,
    from: indexes(options, from),
    share: (spec.severities ?? ['any']).map((_, index) => (typeof share === 'number' ? share : (share[index] ?? 0))),
    to: buildOptions(spec, reroute.to, to),
  };
}

function buildCondition(spec: WorldSpec, when: ConditionSpec): Condition {
  const { state, hours, full, closed, queue, engaged, not, ...lists } = when;
  const services = Object.keys(spec.services);
  const states = Object.keys(spec.states ?? {});
  return {
    ...lists,
    ...(state && { state: state.map(([variable, values]) => ({ variable: states.indexOf(variable), values })) }),
    ...(hours && { hours: Array.from({ length: 168 }, (_, hour) => (hours.includes(hour % 24) ? 1 : 0)) }),
    ...(full && { full: indexes(services, full) }),
    ...(closed && { closed: indexes(services, closed) }),
    ...(engaged && { engaged: indexes(services, engaged) }),
    ...(queue && { queue: queue.map(([name, atLeast]) => ({ service: services.indexOf(name), atLeast })) }),
    ...(not && { not: buildCondition(spec, not) }),
  };
}
