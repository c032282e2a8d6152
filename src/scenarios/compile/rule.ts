import { type Condition, hashName, type Step } from '../../sim/index.js';
import type { WorldNames } from './names.js';

/**
 * The step with the hash of its rule: of all that it does, in names rather than indexes and without its place in the
 * file, so that the same step has the same hash in two worlds whose indexes differ.
 */
export function withRule(step: Step, names: WorldNames): Step {
  return { ...step, rule: hashName(JSON.stringify(ruleOf(step, names))) };
}

function ruleOf(step: Step, names: WorldNames): unknown {
  const to = (index: number) => names.steps.at(index);
  const services = (indexes: readonly number[]) => indexes.map((index) => names.services.at(index));
  const reroutes = step.reroutes.map((reroute) => ({
    ...reroute,
    from: reroute.from.map((index) => (step.verb === 'branch' ? step.options[index]?.name : index)),
    to: reroute.to.map((option) => [option.name, option.weights, to(option.to)]),
  }));
  switch (step.verb) {
    case 'seize':
      return {
        seize: services(step.services),
        units: step.units,
        mode: step.mode,
        length: step.length,
        keep: step.keep,
        relieves: services(step.relieves),
        priority: step.priority,
        patience: step.patience && { length: step.patience.length, to: to(step.patience.to) },
        ifFull: to(step.ifFull),
        ifClosed: to(step.ifClosed),
        ifPreempted: to(step.ifPreempted),
        retriage: step.retriage && { ...step.retriage, severity: names.severities.at(step.retriage.severity) },
        then: to(step.then),
        reroutes,
      };
    case 'release':
      return { release: services(step.services), then: to(step.then), reroutes };
    case 'delay':
      return { delay: step.length, then: to(step.then), reroutes };
    case 'branch':
      return {
        cases: step.cases.map((each) => [each.name, conditionOf(each.when, names), to(each.to)]),
        options: byName(step.options.map((option) => [option.name, option.weights, to(option.to)] as const)),
        reroutes,
      };
    case 'mark': {
      const sets = step.sets.map(({ variable, value }) => {
        const name = names.states.at(variable);
        return [name, names.stateValues.get(name)?.at(value)] as const;
      });
      return { mark: byName(sets), severity: names.severities.at(step.severity), then: to(step.then), reroutes };
    }
    case 'start':
      return { start: to(step.entry), then: to(step.then), reroutes };
    case 'leave':
      return { leave: names.outcomes.at(step.outcome), reroutes };
  }
}

function conditionOf(condition: Condition, names: WorldNames): unknown {
  return {
    severity: condition.severity?.map((index) => names.severities.at(index)),
    channel: condition.channel?.map((index) => names.channels.at(index)),
    cohort: condition.cohort?.map((index) => names.cohorts.at(index)),
    state: condition.state?.map(({ variable, values }) => {
      const name = names.states.at(variable);
      return [name, values.map((value) => names.stateValues.get(name)?.at(value))];
    }),
    hours: condition.hours?.join(''),
    full: condition.full?.map((index) => names.services.at(index)),
    closed: condition.closed?.map((index) => names.services.at(index)),
    engaged: condition.engaged?.map((index) => names.services.at(index)),
    queue: condition.queue?.map(({ service, atLeast }) => [names.services.at(service), atLeast]),
    not: condition.not && conditionOf(condition.not, names),
  };
}

/** Rows in order of their names: the order of a race over names does not matter. */
function byName<T extends readonly [string, ...unknown[]]>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (a[0] < b[0] ? -1 : 1));
}
