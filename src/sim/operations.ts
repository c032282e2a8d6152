/**
 * A world's steps laid out for the loop: one flat record per step, all of one shape, with rows and slots in place of
 * names. Made once per replication from the compiled tables.
 */
import type { Addresses, Slots } from './addresses.js';
import { ownName } from './areas.js';
import { ConditionPlan } from './conditions.js';
import { LengthPlan } from './lengths.js';
import type { BranchOption, Length, Reroute, SeizeStep, Step } from './world.js';
import { NONE } from './world.js';

/** Code of each verb. */
export const Verb = { seize: 0, release: 1, delay: 2, branch: 3, mark: 4, start: 5, leave: 6 } as const;

const NO_STEPS = new Int32Array(0);

/** A race over option names, its options in name order. */
export class Race {
  /** Names' places in the list as written, in name order. */
  readonly order: Int32Array;
  /** Weights by severity: option (in name order) x severity. */
  readonly weights: Float64Array;
  /** Step of each option, in name order. */
  readonly to: Int32Array;
  readonly count: number;
  /** How many options have weight, by severity, and the first two of them in name order. */
  readonly runners: Uint8Array;
  readonly first: Int16Array;
  readonly second: Int16Array;
  /** Where everybody goes, whatever their severity, without a draw; else NONE. */
  readonly only: number;
  /** Address of the one draw of two options. */
  readonly address: number;
  /** Address of each option's own draw. */
  readonly addresses: Int32Array;

  constructor(base: string, options: readonly BranchOption[], severities: number, addresses: Addresses) {
    const sorted = options
      .map((option, place) => ({ option, place }))
      .sort((a, b) => compare(a.option.name, b.option.name));
    this.count = sorted.length;
    this.order = Int32Array.from(sorted, ({ place }) => place);
    this.to = Int32Array.from(sorted, ({ option }) => option.to);
    this.weights = new Float64Array(sorted.length * severities);
    for (const [at, { option }] of sorted.entries()) this.weights.set(option.weights, at * severities);
    this.runners = new Uint8Array(severities);
    this.first = new Int16Array(severities).fill(-1);
    this.second = new Int16Array(severities).fill(-1);
    for (let severity = 0; severity < severities; severity++) {
      for (let option = 0; option < this.count; option++) {
        if (this.weights[option * severities + severity] <= 0) continue;
        if (this.runners[severity] === 0) this.first[severity] = option;
        else if (this.runners[severity] === 1) this.second[severity] = option;
        this.runners[severity]++;
      }
    }
    const winner = this.first[0];
    const isSure = this.runners.every((runners, severity) => runners === 1 && this.first[severity] === winner);
    this.only = isSure ? this.to[winner] : NONE;
    this.address = addresses.row(base);
    this.addresses = Int32Array.from(sorted, ({ option }) => addresses.row(`${base}/${option.name}`));
  }
}

/** Ascending by UTF-16 code unit, as `<` on strings. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A reroute laid out. */
export interface ReroutePlan {
  /** Options it applies to, as written; empty: everybody. */
  readonly from: readonly number[];
  readonly share: readonly number[];
  /** Share of people who follow the policy, and the address of that draw. */
  readonly followers: number;
  readonly policy: number;
  readonly address: number;
  readonly slot: number;
  readonly race: Race;
}

/** A second look laid out: after how long, and the line class and severity that it gives. */
export interface RetriagePlan {
  readonly length: LengthPlan;
  readonly lineClass: Int32Array;
  readonly severity: number;
}

/** One step, laid out. Fields that a verb does not use hold NONE, null or an empty column. */
export class Operation {
  verb = 0;
  tag = 0;
  then = NONE;
  /** Seize: the only service sought, or NONE when several are. */
  service = NONE;
  services: Int32Array = NO_STEPS;
  units: Int32Array = NO_STEPS;
  /** Counter slot of visits to each service. */
  visitSlots: Int32Array = NO_STEPS;
  holdFirst = false;
  length: LengthPlan | null = null;
  keep = false;
  relieves: Int32Array = NO_STEPS;
  /** Line class by severity; class 0 is kept for stopped work. */
  lineClass: Int32Array = NO_STEPS;
  patience: LengthPlan | null = null;
  patienceTo = NONE;
  ifFull = NONE;
  ifClosed = NONE;
  ifPreempted = NONE;
  retriage: RetriagePlan | null = null;
  cases: readonly { readonly when: ConditionPlan; readonly to: number }[] = [];
  race: Race | null = null;
  /** Counter slot of decisions at a branch, or of contacts started. */
  slot = NONE;
  reroutes: readonly ReroutePlan[] | null = null;
  sets: readonly { readonly variable: number; readonly value: number }[] = [];
  severity = NONE;
  entry = NONE;
  outcome = NONE;
  /** The step's name without its area: part of the key of a parallel contact. */
  name = '';
}

/** What is needed to lay steps out. */
export interface Plan {
  readonly addresses: Addresses;
  readonly slots: Slots;
  /** Every length laid out so far, which are given their salts when all addresses are known. */
  readonly lengths: LengthPlan[];
  readonly severities: number;
  readonly serviceNames: readonly string[];
}

/** Lays out one step. */
export function layOutStep(step: Step, index: number, plan: Plan): Operation {
  const operation = new Operation();
  operation.verb = Verb[step.verb];
  operation.tag = step.tag;
  operation.name = ownName(step.name);
  if (step.reroutes.length > 0)
    operation.reroutes = step.reroutes.map((reroute) => layOutReroute(reroute, index, plan));
  switch (step.verb) {
    case 'seize':
      layOutSeize(operation, step, index, plan);
      break;
    case 'release':
      operation.services = Int32Array.from(step.services);
      operation.then = step.then;
      break;
    case 'delay':
      operation.length = layOutLength(step.length, `length/${step.length.name}`, index, plan);
      operation.then = step.then;
      break;
    case 'branch':
      operation.cases = step.cases.map(({ when, to }) => ({ when: new ConditionPlan(when), to }));
      operation.race = new Race(`branch/${operation.name}`, step.options, plan.severities, plan.addresses);
      operation.slot = plan.slots.slot(index, `branch/${operation.name}`);
      break;
    case 'mark':
      operation.sets = step.sets;
      operation.severity = step.severity;
      operation.then = step.then;
      break;
    case 'start':
      operation.entry = step.entry;
      operation.slot = plan.slots.slot(index, `start/${operation.name}`);
      operation.then = step.then;
      break;
    case 'leave':
      operation.outcome = step.outcome;
      break;
  }
  return operation;
}

function layOutSeize(operation: Operation, step: SeizeStep, index: number, plan: Plan): void {
  const names = step.services.map((service) => plan.serviceNames[service]);
  operation.service = step.services.length === 1 ? step.services[0] : NONE;
  operation.services = Int32Array.from(step.services);
  operation.units = Int32Array.from(step.units);
  operation.visitSlots = Int32Array.from(names, (name) => plan.slots.slot(index, `visit/${name}`));
  operation.holdFirst = step.mode === 'hold-first' && step.services.length > 1;
  operation.keep = step.keep || step.length === null;
  operation.relieves = Int32Array.from(step.relieves);
  operation.lineClass = Int32Array.from(step.priority, (priority) => priority + 1);
  operation.ifFull = step.ifFull;
  operation.ifClosed = step.ifClosed;
  operation.ifPreempted = step.ifPreempted;
  operation.then = step.then;
  if (step.retriage !== null) {
    const { length, priority, severity } = step.retriage;
    operation.retriage = {
      length: layOutLength(length, `retriage/${names.join('+')}`, index, plan),
      lineClass: Int32Array.from(priority, (one) => one + 1),
      severity,
    };
  }
  if (step.length !== null) operation.length = layOutLength(step.length, `length/${step.length.name}`, index, plan);
  if (step.patience !== null) {
    operation.patience = layOutLength(step.patience.length, `patience/${names.join('+')}`, index, plan);
    operation.patienceTo = step.patience.to;
  }
}

function layOutLength(length: Length, address: string, step: number, plan: Plan): LengthPlan {
  const laidOut = new LengthPlan(length, address, step, plan.addresses, plan.slots);
  plan.lengths.push(laidOut);
  return laidOut;
}

function layOutReroute(reroute: Reroute, step: number, plan: Plan): ReroutePlan {
  const address = `policy/${reroute.policy}/${reroute.edit}`;
  return {
    from: reroute.from,
    share: reroute.share,
    followers: reroute.followers ?? 1,
    policy: reroute.followers === undefined ? NONE : plan.addresses.row(`followers/${reroute.policy}`),
    address: plan.addresses.row(address),
    slot: plan.slots.slot(step, address),
    race: new Race(`${address}/to`, reroute.to, plan.severities, plan.addresses),
  };
}
