/**
 * Random small worlds for the comparison of two engines: a few services and pathways, everything that the model can say,
 * and durations in whole hours more often than not, so that many things happen at the same instant.
 */
import fc from 'fast-check';
import { GREEDY, SUDDEN } from './random-fragments.js';
import { assemble, randomPathway } from './random-steps.js';
import { fitting, randomStock } from './random-stock.js';
import {
  CHANNELS,
  randomCalendar,
  randomCapacity,
  randomTime,
  randomTimes,
  SERVICES,
  SEVERITIES,
  sometimes,
} from './random-times.js';
import type { ArrivalsSpec, ClockSpec, NeedSpec, ServiceSpec, TablesSpec, WorldSpec } from './worlds.js';

const spot = fc.nat({ max: 60 });
const severity = fc.constantFrom([0.5, 0.5], [1, 0], [0.25, 0.75]);
const channel = fc.constantFrom(...CHANNELS);
const entryOf = (entries: readonly string[], which: number): string => entries[which % entries.length] ?? '=lost';

type Drafted<Spec> = (entries: readonly string[], needs: readonly string[]) => Spec;

const randomArrivals: fc.Arbitrary<Drafted<ArrivalsSpec>> = fc
  .record({
    source: fc.oneof(
      { weight: 3, arbitrary: randomTime(1, 4).map((every) => ({ every })) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }).map((people) => ({ people })) },
      {
        weight: 2,
        arbitrary: fc
          .record({
            unitRate: fc.constantFrom(0.25, 0.5, 1),
            rate: fc.constantFrom(0, 0.3, 0.6, 1.5),
            calendar: randomCalendar,
            hours: fc.constantFrom<number | readonly number[]>(1, [1, 2], [0, 1, 3, 1]),
          })
          .map((poisson) => ({ poisson })),
      },
    ),
    to: spot,
    need: sometimes(5, spot),
    channel: sometimes(6, channel),
    severity,
    background: fc.boolean(),
  })
  .map(({ source, to, need, channel: by, ...plain }) => (entries, needs) => ({
    ...plain,
    ...source,
    to: entryOf(entries, to),
    ...(need !== undefined && needs.length > 0 && { need: entryOf(needs, need) }),
    ...(by !== undefined && { channel: by }),
  }));

const randomNeed: fc.Arbitrary<Drafted<NeedSpec>> = fc
  .record({
    calendar: randomCalendar,
    unitRate: fc.constantFrom(0.03125, 0.0625, 0.125),
    rate: fc.constantFrom(0, 0.02, 0.1, 0.3),
    hours: fc.constantFrom<number | readonly number[]>(1, [1, 0, 2]),
    byCohort: fc.constantFrom([1, 1], [0.5, 3]),
    times: fc.constantFrom(0, 0.5, 4),
    severity,
    weight: fc.constantFrom([0.5, 0.25], [1, 1]),
    one: spot,
    two: spot,
  })
  .map(({ times, weight, one, two, ...plain }) => (entries) => ({
    ...plain,
    byState: [['treated', 1, times]],
    channels: {
      call: { weight, to: entryOf(entries, one) },
      'walk-in': { weight: weight.map((share) => 1 - share), to: entryOf(entries, two) },
    },
  }));

const rate = fc.constantFrom(0, 0.05, 0.2, 0.5);

const randomClock: fc.Arbitrary<Drafted<ClockSpec>> = fc
  .record({
    kind: fc.constantFrom('leave', 'go', 'adapt', 'return', 'relapse'),
    need: spot,
    to: spot,
    rate,
    byFrailty: fc.boolean(),
    bySeverity: fc.constantFrom([1, 1], [0.5, 2], [0, 1]),
    times: fc.constantFrom(0, 1, 3),
    severity: fc.constantFrom(-1, 1),
    from: fc.constantFrom(0, 2),
    until: fc.constantFrom(6, 24, Number.POSITIVE_INFINITY),
    outcomes: fc.subarray(['advised', 'done', 'lost', 'treated'], { minLength: 1 }),
    channel,
  })
  .map(
    ({ kind, need, to, times, severity: becomes, from, until, outcomes, channel: by, ...plain }) =>
      (entries, needs) => {
        const own = entryOf(needs, need);
        const common = { ...plain, need: own, byState: [['treated', 1, times]] as const };
        const after = { ...common, runs: 'after' as const, from, until, outcomes };
        const waiting = { ...common, runs: 'waiting' as const };
        if (kind === 'leave') return { ...waiting, expires: { leave: 'recovered' } };
        if (kind === 'go') return { ...waiting, expires: { go: entryOf(entries, to), severity: becomes } };
        if (kind === 'adapt') return { ...waiting, expires: { mark: ['treated', to % 2] } };
        if (kind === 'relapse') return { ...after, expires: { mark: ['treated', to % 2] } };
        return { ...after, expires: { open: entryOf(needs, to), to: entryOf(entries, to), channel: by } };
      },
  );

const randomService: fc.Arbitrary<ServiceSpec> = fc.record({
  capacity: randomCapacity,
  room: fc.constantFrom(0, 1, 3, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY),
  shiftEnd: fc.constantFrom<'finish' | 'hand-over' | 'stop'>('finish', 'hand-over', 'stop'),
  preemption: fc.constantFrom<'none' | 'resume' | 'restart' | 'reroute'>(
    'none',
    'none',
    'none',
    'resume',
    'restart',
    'reroute',
  ),
});

const named = <Item>(prefix: string, items: readonly Item[]): Record<string, Item> =>
  Object.fromEntries(items.map((item, index) => [`${prefix}-${index}`, item]));

const joined = <Item>(own: Readonly<Record<string, Item>>, more: readonly Readonly<Record<string, Item>>[]) =>
  Object.fromEntries([own, ...more].flatMap((part) => Object.entries(part)));

const mapped = <Item, Other>(items: Readonly<Record<string, Item>>, change: (item: Item, name: string) => Other) =>
  Object.fromEntries(Object.entries(items).map(([name, item]) => [name, change(item, name)]));

const randomEpoch = fc.record({
  from: fc.integer({ min: 6, max: 40 }),
  capacity: randomCapacity,
  room: fc.constantFrom(0, 2, Number.POSITIVE_INFINITY),
  which: spot,
  factor: fc.constantFrom(0, 0.5, 3),
  times: randomTimes(0, 3),
});

/** The tables after a date: a capacity, all rates, and the length of one kind of work are others. */
function changed(
  spec: WorldSpec,
  epoch: { capacity: number | number[]; room: number; which: number; factor: number; times: unknown },
) {
  const service = entryOf(Object.keys(spec.services), epoch.which);
  const before = spec.services[service];
  const changes: Partial<TablesSpec> = {
    services: { [service]: { ...(before as ServiceSpec), capacity: epoch.capacity, room: epoch.room } },
    needs: mapped(spec.needs ?? {}, (need) => ({ ...need, rate: need.rate * epoch.factor })),
    clocks: mapped(spec.clocks ?? {}, (clock) => ({ ...clock, rate: clock.rate * epoch.factor })),
    arrivals: mapped(spec.arrivals ?? {}, (arrivals) => {
      if (arrivals.poisson === undefined) return arrivals;
      return { ...arrivals, poisson: { ...arrivals.poisson, rate: arrivals.poisson.rate * epoch.factor } };
    }),
    pathways: mapped(spec.pathways, (steps) =>
      mapped(steps, (step) =>
        'seize' in step && step.for !== undefined ? { ...step, for: epoch.times as number } : step,
      ),
    ),
  };
  return changes;
}

/** A random small world. */
export const randomWorld: fc.Arbitrary<WorldSpec> = fc
  .constantFrom(2, 3, 4)
  .map((count) => SERVICES.slice(0, count))
  .chain((services) =>
    fc.record({
      services: fc.tuple(...services.map(() => randomService)),
      pathways: fc.array(randomPathway(services), { minLength: 2, maxLength: 4 }),
      arrivals: fc.array(randomArrivals, { minLength: 1, maxLength: 3 }),
      needs: fc.array(randomNeed, { maxLength: 2 }),
      clocks: fc.array(randomClock, { maxLength: 4 }),
      dies: sometimes(5, fc.constantFrom(0.01, 0.05)),
      stock: fc.array(randomStock, { maxLength: 3 }),
      population: fc.constantFrom(0, 3, 6),
      isFrail: fc.boolean(),
      horizon: fc.constantFrom(24, 36, 48, 47.5, 180),
      isGreedy: sometimes(2, fc.constant(true)),
      isSudden: sometimes(2, fc.constant(true)),
      gridlock: fc.constantFrom<'fail' | 'decline'>('decline', 'decline', 'fail'),
      epoch: sometimes(6, randomEpoch),
    }),
  )
  .map((draft) => {
    const fragments = [...(draft.isGreedy ? [GREEDY] : []), ...(draft.isSudden ? [SUDDEN] : [])];
    const pathways = joined(
      assemble(draft.pathways),
      fragments.map((one) => one.pathways),
    );
    const entries = Object.entries(pathways).map(([name, steps]) => `${name}.${Object.keys(steps)[0]}`);
    const seats = Object.entries(pathways).flatMap(([name, steps]) =>
      Object.keys(steps).map((step) => `${name}.${step}`),
    );
    const needs = draft.needs.map((_, index) => `need-${index}`);
    const arrivals = named(
      'arrivals',
      draft.arrivals.map((make) => make(entries, needs)),
    );
    const clocks =
      needs.length === 0
        ? {}
        : named(
            'clock',
            draft.clocks.map((make) => make(entries, needs)),
          );
    const dies: Record<string, ClockSpec> = draft.dies
      ? {
          dies: { runs: 'life', rate: draft.dies, byFrailty: true, expires: { die: 'died' } },
          ...(draft.population % 2 === 1 && {
            falls: { runs: 'life', rate: draft.dies / 2, byState: [['treated', 1, 4]], expires: { die: 'fell' } },
          }),
        }
      : {};
    const spec: WorldSpec = {
      horizon: draft.horizon,
      population: draft.population,
      ...(draft.isFrail && { frailty: { kind: 'exponential', mean: 1 } }),
      cohorts: { adults: 0.75, young: 0.25 },
      states: {
        treated: {
          values: ['no', 'yes'],
          initial: [
            [1, 0],
            [0.5, 0.5],
          ],
        },
      },
      severities: SEVERITIES,
      channels: CHANNELS,
      policies: ['divert', 'decline'],
      services: Object.fromEntries(draft.services.map((service, index) => [SERVICES[index] ?? '', service])),
      pathways,
      arrivals: joined(
        arrivals,
        fragments.map((one) => one.arrivals(needs)),
      ),
      needs: named(
        'need',
        draft.needs.map((make) => make(entries, needs)),
      ),
      clocks: joined(
        { ...clocks, ...dies },
        fragments.map((one) => one.clocks(needs)),
      ),
      gridlock: draft.gridlock,
    };
    const stock = fitting(
      spec,
      named(
        'stock',
        draft.stock.map((make) => make(seats, needs)),
      ),
    );
    const later = draft.epoch === undefined ? [] : [{ from: draft.epoch.from, ...changed(spec, draft.epoch) }];
    return { ...spec, stock, later };
  });
