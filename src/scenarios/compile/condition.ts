import { type Condition, NONE } from '../../sim/index.js';
import type { ConditionDraft } from '../schema/condition.js';
import type { Path } from '../tree.js';
import type { Compiling } from './context.js';
import type { Names } from './names.js';

/** A test of what a person meets, with names as indexes. */
export function compileCondition(draft: ConditionDraft, path: Path, compiling: Compiling): Condition {
  const { names } = compiling;
  const indexes = (found: readonly string[] | undefined, of: Names, what: string, key: string) =>
    found?.map((name) => compiling.index(of, what, name, [...path, key])).filter((index) => index !== NONE);
  const severity = indexes(draft.severity, names.severities, 'severity', 'severity');
  const channel = indexes(draft.channel, names.channels, 'entry channel', 'channel');
  const cohort = indexes(draft.cohort, names.cohorts, 'cohort', 'cohort');
  const full = indexes(draft.full, names.services, 'service', 'full');
  const closed = indexes(draft.closed, names.services, 'service', 'closed');
  const engaged = indexes(draft.engaged, names.services, 'service', 'engaged');
  const queues = draft.queue === undefined ? undefined : [draft.queue].flat();
  return {
    ...(severity && { severity }),
    ...(channel && { channel }),
    ...(cohort && { cohort }),
    ...(draft.state && { state: compileStateTest(draft.state, [...path, 'state'], compiling) }),
    ...(draft.hours && { hours: draft.hours }),
    ...(full && { full }),
    ...(closed && { closed }),
    ...(engaged && { engaged }),
    ...(queues && {
      queue: queues.map((queue) => ({
        service: compiling.index(names.services, 'service', queue.service, [...path, 'queue', 'service']),
        atLeast: queue['at-least'],
      })),
    }),
    ...(draft.not && { not: compileCondition(draft.not, [...path, 'not'], compiling) }),
  };
}

/** State variables and the values that are meant, as indexes. */
export function compileStateTest(draft: Readonly<Record<string, readonly string[]>>, path: Path, compiling: Compiling) {
  return Object.entries(draft).map(([variable, values]) => ({
    variable: compiling.index(compiling.names.states, 'state', variable, [...path, variable]),
    values: values.map((value) => stateValue(variable, value, [...path, variable], compiling)),
  }));
}

/** Index of a value of a state variable; NONE, with a Problem, when there is no such value. */
export function stateValue(variable: string, value: string, path: Path, compiling: Compiling): number {
  const values = compiling.names.stateValues.get(variable);
  return values === undefined ? NONE : compiling.index(values, `value of \`${variable}\``, value, path);
}
