import { type Arrivals, mean, NONE } from '../../sim/index.js';
import type { ScenarioDraft } from '../schema/scenario.js';
import type { Path } from '../tree.js';
import type { Compiling } from './context.js';
import { EVEN, severityShares, unitRate } from './needs.js';

type ArrivalsDraft = NonNullable<ScenarioDraft['arrivals']>[string];

/** Streams of transient persons. Calendars and unit rates come from `declared`, which no policy and no child may change. */
export function compileArrivals(draft: ScenarioDraft, declared: ScenarioDraft, compiling: Compiling): Arrivals[] {
  const { names } = compiling;
  return Object.entries(draft.arrivals ?? {}).map(([name, stream]): Arrivals => {
    const path = ['arrivals', name];
    const severity =
      stream.severity === undefined
        ? names.severities.list.map((_, index) => (index === 0 ? 1 : 0))
        : severityShares(stream.severity, path, compiling);
    const common = {
      name,
      need: stream.need === undefined ? NONE : compiling.index(names.needs, 'need', stream.need, [...path, 'need']),
      entry: compiling.target(stream.to, null, [...path, 'to']),
      channel: stream.channel === undefined ? NONE : (names.channels.find(stream.channel) ?? NONE),
      severity,
      background: stream.background ?? false,
    };
    return { ...common, ...compileProcess(stream, declared.arrivals?.[name] ?? stream, path, compiling) };
  });
}

type Process =
  | Pick<Extract<Arrivals, { kind: 'poisson' }>, 'kind' | 'unitRate' | 'calendar' | 'rate' | 'hours'>
  | Pick<Extract<Arrivals, { kind: 'renewal' }>, 'kind' | 'interval'>
  | Pick<Extract<Arrivals, { kind: 'people' }>, 'kind' | 'count'>;

function compileProcess(stream: ArrivalsDraft, root: ArrivalsDraft, path: Path, compiling: Compiling): Process {
  const given = [stream.rate, stream.every, stream.people].filter((each) => each !== undefined).length;
  if (given !== 1) {
    compiling.problem(path, {
      message: given === 0 ? 'It does not say how many arrive.' : 'It says in more than one way how many arrive.',
      expected: 'exactly one of `rate` (Poisson), `every` (renewal) and `people` (a closed network)',
      next: given === 0 ? 'Write one of them.' : 'Leave one of them, and delete the others.',
    });
  }
  if (stream.every !== undefined && mean(stream.every) === 0) {
    compiling.problem([...path, 'every'], {
      message: 'With no time between one arrival and the next, there would be no end of them.',
      expected: 'a time that is above 0 on average',
      next: 'Write how long it is from one to the next, such as `20 min`; for nobody, write `rate: 0 per day` in its place.',
    });
  }
  if (stream.every !== undefined) return { kind: 'renewal', interval: stream.every };
  if (stream.people !== undefined) return { kind: 'people', count: compiling.wholeAmount(stream.people) };
  const rate = stream.rate === undefined ? 1 : compiling.amount(stream.rate);
  const unit = root['unit-rate'] ?? root.rate;
  return {
    kind: 'poisson',
    unitRate: unitRate(unit === undefined ? rate : compiling.amount(unit), path, compiling),
    calendar: root.calendar ?? EVEN,
    rate,
    hours: stream.hours ?? EVEN,
  };
}
