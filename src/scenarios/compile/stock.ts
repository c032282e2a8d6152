import { type DistributionSpec, NONE, type Stock } from '../../sim/index.js';
import type { BySeverity } from '../schema/by-severity.js';
import type { ScenarioDraft } from '../schema/scenario.js';
import type { Path } from '../tree.js';
import { stateValue } from './condition.js';
import type { Compiling } from './context.js';
import { compileShares } from './shares-by-name.js';

/** People who are inside at hour 0; `root` is the root of `extends`, so that all worlds of a family start alike. */
export function compileStock(root: ScenarioDraft, compiling: Compiling): Stock[] {
  const { names } = compiling;
  return Object.entries(root.stock ?? {}).map(([name, stock]) => {
    const path = ['stock', name];
    const persons = !(stock.transient ?? false);
    if (stock.phase === 'waiting' && stock.waited === undefined) {
      compiling.problem([...path, 'waited'], {
        message: 'It does not say how long they have waited.',
        expected: '`waited: …` for a stock that is waiting',
        next: 'Write a duration or a distribution.',
      });
    }
    const load = stock.load;
    if (persons && load === undefined) {
      compiling.problem([...path, 'load'], {
        message: 'It does not say how often people come into this stock, so it is not known whom to draw.',
        expected: '`load: {rate: …, stay: …}`, or `transient: true`',
        next: 'Write `load: …` here.',
      });
    }
    const perPerson = load === undefined ? 0 : load.rate.perHead + load.rate.fixed / compiling.population;
    const stay = stock.phase === 'serving' ? stayAt(root, stock.step) : undefined;
    return {
      name,
      count: compiling.wholeAmount(stock.people),
      need: stock.need === undefined ? NONE : compiling.index(names.needs, 'need', stock.need, [...path, 'need']),
      step: compiling.target(stock.step, null, [...path, 'step']),
      phase: stock.phase,
      waited: stock.waited ?? null,
      ...(stay === undefined ? {} : { stay: compiling.bySeverity(stay.values, stay.path) }),
      holding: Object.entries(stock.holding ?? {}).map(([service, held]) => ({
        service: compiling.index(names.services, 'service', service, [...path, 'holding', service]),
        units: held.units ?? 1,
        since: held.since,
      })),
      persons,
      load: load === undefined ? 0 : perPerson * load.stay,
      severity: compileShares(stock.severity, names.severities, 'severity', [...path, 'severity'], compiling),
      channel: stock.channel === undefined ? NONE : (names.channels.find(stock.channel) ?? NONE),
      sets: Object.entries(stock.set ?? {}).map(([variable, value]) => ({
        variable: compiling.index(names.states, 'state', variable, [...path, 'set', variable]),
        value: stateValue(variable, value, [...path, 'set', variable], compiling),
      })),
      background: stock.background ?? false,
    };
  });
}

/** How long the root says that a step lasts, and where it says so. */
function stayAt(
  root: ScenarioDraft,
  address: string,
): { values: BySeverity<DistributionSpec>; path: Path } | undefined {
  const [pathway = '', name = ''] = address.split('.');
  const step = root.pathways?.[pathway]?.steps[name];
  if (step === undefined) return undefined;
  const path = ['pathways', pathway, 'steps', name];
  if ('delay' in step) return { values: step.delay, path: [...path, 'delay'] };
  if ('seize' in step && step.for !== undefined) return { values: step.for, path: [...path, 'for'] };
  return undefined;
}
