/**
 * A world's steps laid out for the loop: one flat record per step, all of one shape, with rows and slots in place of
 * names. Made once per replication from the compiled tables.
 */
import type { Account } from './accounts.js';
import type { Addresses, Slots } from './addresses.js';
import { ownName } from './areas.js';
import { ConditionPlan } from './conditions.js';
import type { Salts } from './draws.js';
import { LengthPlan } from './lengths.js';
import { Race } from './race.js';
import type { BranchOption, Length, Reroute, SeizeStep, Step } from './world.js';
import { NONE } from './world.js';

/** Code of each verb. */
export const Verb = { seize: 0, release: 1, delay: 2, branch: 3, mark: 4, start: 5, leave: 6 } as const;

const NONE_OF_THEM = new Int32Array(0);

/** Units of one service that a step seeks. */
export interface Sought {
  readonly account: Account;
  readonly units: number;
  /** Counter slot of visits to the service. */
  readonly slot: number;
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
  // In the order in which an event comes to them, so that few lines of memory are fetched.
  verb = 0;
  reroutes: readonly ReroutePlan[] | null = null;
  then = NONE;
  tag = 0;
  outcome = NONE;
  /** Seize: the one service that is sought, or null when several are. */
  only: Sought | null = null;
  length: LengthPlan | null = null;
  patience: LengthPlan | null = null;
  retriage: RetriagePlan | null = null;
  /** Line class by severity; class 0 is kept for stopped work. */
  lineClass: Int32Array = NONE_OF_THEM;
  /** Services given back when this step's service starts, or null. */
  relieves: Int32Array | null = null;
  keep = false;
  /** Counter slot of decisions at a branch, or of contacts started. */
  slot = NONE;
  cases: readonly { readonly when: ConditionPlan; readonly to: number }[] = [];
  race: Race | null = null;
  ifFull = NONE;
  ifClosed = NONE;
  ifPreempted = NONE;
  patienceTo = NONE;
  /** Seize: all that is sought, in the order given. */
  sought: readonly Sought[] = [];
  holdFirst = false;
  /** Release: the services named. */
  services: Int32Array = NONE_OF_THEM;
  sets: readonly { readonly variable: number; readonly value: number }[] = [];
  severity = NONE;
  entry = NONE;
  /** The step's name without its area: part of the key of a parallel contact. */
  name = '';
}

/** What is needed to lay steps out. */
export interface Plan {
  readonly addresses: Addresses;
  readonly slots: Slots;
  /** All that draws by an address of its own: given its salts when all addresses are known. */
  readonly drawing: { salt(salts: Salts): void }[];
  readonly severities: number;
  readonly accounts: readonly Account[];
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
      operation.race = layOutRace(`branch/${operation.name}`, step.options, plan.severities, plan);
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
  operation.sought = step.services.map((service, at) => ({
    account: plan.accounts[service],
    units: step.units[at],
    slot: plan.slots.slot(index, `visit/${names[at]}`),
  }));
  operation.only = step.services.length === 1 ? operation.sought[0] : null;
  operation.holdFirst = step.mode === 'hold-first' && step.services.length > 1;
  operation.keep = step.keep || step.length === null;
  if (step.relieves.length > 0) operation.relieves = Int32Array.from(step.relieves);
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
  plan.drawing.push(laidOut);
  return laidOut;
}

/** Lays out a race, its draws called after a name. */
export function layOutRace(base: string, options: readonly BranchOption[], severities: number, plan: Plan): Race {
  const laidOut = new Race(base, options, severities, plan.addresses);
  plan.drawing.push(laidOut);
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
    race: layOutRace(`${address}/to`, reroute.to, plan.severities, plan),
  };
}
