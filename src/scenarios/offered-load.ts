/**
 * Offered load: how many units each service would need on average if nobody ever waited, gave up or was turned away
 * (arrival rate x mean service time x units). Followed step by step for each source and cohort; where the way depends on
 * queues, hours or a person's state, the share branch is followed and the result is marked as rough.
 */
import { type Condition, mean, NONE, peopleOf, type Step, type Tables, type World } from '../sim/index.js';

/** Load of one service [units in demand], and whether all of it could be followed exactly. */
export interface OfferedLoad {
  units: number;
  exact: boolean;
  /** Of it, what surely comes and waits there until it is served: nobody gives up or is turned away, here or before. */
  staying: number;
}

/** People on their way [per hour, by severity]. */
interface Flow {
  readonly rates: readonly number[];
  readonly exact: boolean;
}

/** Ways longer than this are cut; each round of a loop that most people leave is a fraction of the one before. */
const MOST_ROUNDS = 2000;
const NEGLIGIBLE = 1e-12;

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const times = (rates: readonly number[], shares: readonly number[]) =>
  rates.map((rate, at) => rate * (shares[at] ?? 0));

/** What of a flow is the same for all who are in it. */
interface Group {
  readonly channel: number;
  /** NONE of people who have no cohort. */
  readonly cohort: number;
}

/** For each severity 1 or 0, when a condition can be decided from severity, channel and cohort alone; else null. */
function decided(when: Condition, group: Group, severities: number): readonly number[] | null {
  const { severity, channel: channels, cohort: cohorts, not, ...others } = when;
  if (Object.keys(others).length > 0) return null;
  const inner = not ? decided(not, group, severities) : null;
  if (not && inner === null) return null;
  const reached =
    (channels === undefined || channels.includes(group.channel)) &&
    (cohorts === undefined || cohorts.includes(group.cohort));
  return Array.from({ length: severities }, (_, at) =>
    reached && (severity === undefined || severity.includes(at)) && inner?.[at] !== 1 ? 1 : 0,
  );
}

/** Where a flow goes after a step. */
function onward(step: Step, flow: Flow, group: Group): [number, Flow][] {
  const ways: [number, Flow][] = [];
  let { rates, exact } = flow;
  const send = (to: number, part: readonly number[]) => ways.push([to, { rates: part, exact }]);
  const reroute = (part: readonly number[], option: number | null): readonly number[] =>
    step.reroutes.reduce((left, { from, share, to }) => {
      if (option !== null && from.length > 0 && !from.includes(option)) return left;
      for (const way of to) send(way.to, times(times(left, share), way.weights));
      return left.map((rate, at) => rate * (1 - (share[at] ?? 0)));
    }, part);
  if (step.verb === 'branch') {
    for (const { when, to } of step.cases) {
      const holds = decided(when, group, rates.length);
      if (holds === null) exact = false;
      else send(to, times(rates, holds));
      if (holds !== null) rates = rates.map((rate, at) => rate * (1 - (holds[at] ?? 0)));
    }
    for (const [at, { weights, to }] of step.options.entries()) send(to, reroute(times(rates, weights), at));
    return ways;
  }
  const staying = reroute(rates, null);
  if (step.verb === 'leave') return ways;
  if (step.verb === 'start') send(step.entry, staying);
  if (
    step.verb === 'seize' &&
    (step.patience || step.ifFull !== NONE || step.ifClosed !== NONE || step.ifPreempted !== NONE)
  )
    exact = false;
  const marked = step.verb === 'mark' && step.severity !== NONE;
  send(step.then, marked ? staying.map((_, at) => (at === step.severity ? total(staying) : 0)) : staying);
  return ways;
}

/** Adds what a flow asks of the services of a step. */
function addLoad(step: Step, flow: Flow, isPatient: boolean, loads: readonly OfferedLoad[]): void {
  if (step.verb !== 'seize') return;
  const { length } = step;
  const staysHere =
    step.patience === null && step.ifFull === NONE && step.ifClosed === NONE && step.ifPreempted === NONE;
  const stays = isPatient && staysHere && flow.exact;
  const hours = length ? times(flow.rates, length.bySeverity.map(mean)) : [];
  for (const [at, service] of step.services.entries()) {
    const load = loads[service];
    if (load === undefined) continue;
    const units = total(hours) * (step.units[at] ?? 1);
    load.units += units;
    if (stays) load.staying += units;
    if (!flow.exact || step.keep || length === null) load.exact = false;
  }
}

/** Entries into the pathways [per hour, by severity], and who makes them; `need` NONE: people without one. */
function sources(world: World, tables: Tables): { entry: number; need: number; group: Group; flow: Flow }[] {
  const needs = tables.needs.flatMap((need, index) => {
    const cohorts = world.cohorts.map(({ share }, at) => ({ cohort: at, times: share * (need.byCohort[at] ?? 1) }));
    const groups = cohorts.length > 0 ? cohorts : [{ cohort: NONE, times: 1 }];
    const calendar = average(need.calendar.map((height, hour) => height * (need.hours[hour] ?? 1)));
    const onsets = peopleOf(world, need.area) * need.rate * calendar;
    const exact = need.byState.every((multiplier) => multiplier.times === 1);
    return groups.flatMap(({ cohort, times: multiple }) =>
      need.channels.map(({ channel, weights, entry }) => {
        const rates = need.severity.map((share, at) => onsets * multiple * share * (weights[at] ?? 0));
        return { entry, need: index, group: { channel, cohort }, flow: { rates, exact } };
      }),
    );
  });
  const streams = tables.arrivals.flatMap((stream) => {
    const { entry, channel, severity } = stream;
    if (stream.kind === 'people') return [];
    const perHour =
      stream.kind === 'renewal'
        ? 1 / mean(stream.interval)
        : stream.rate * average(stream.calendar.map((height, hour) => height * (stream.hours[hour] ?? 1)));
    const group = { channel, cohort: NONE };
    return [
      { entry, need: stream.need, group, flow: { rates: severity.map((share) => share * perHour), exact: true } },
    ];
  });
  return [...needs, ...streams];
}

/** Whether clocks take people with a need out of the lines in which they wait. */
function isTakenOut({ clocks }: Tables, need: number): boolean {
  return clocks.some((clock) => clock.runs === 'waiting' && clock.rate > 0 && (clock.need === need || need === NONE));
}

/** Offered load of each service in the first epoch, or that of other tables, in the order of the world's services. */
export function offeredLoads(
  world: World,
  tables: Tables | undefined = world.epochs[0]?.tables,
): readonly OfferedLoad[] {
  if (tables === undefined) return [];
  const returns = tables.clocks.some(({ expires }) => expires.does === 'open' || expires.does === 'go');
  const closed = tables.arrivals.some(({ kind }) => kind === 'people');
  const loads = tables.services.map((): OfferedLoad => ({ units: 0, staying: 0, exact: !returns && !closed }));
  for (const { entry, need, group, flow } of sources(world, tables)) {
    const isPatient = !isTakenOut(tables, need);
    const start = total(flow.rates);
    let under = new Map<number, Flow>([[entry, flow]]);
    for (let round = 0; round < MOST_ROUNDS && under.size > 0; round++) {
      const next = new Map<number, Flow>();
      for (const [at, here] of under) {
        const step = tables.steps[at];
        if (step === undefined || total(here.rates) <= start * NEGLIGIBLE) continue;
        addLoad(step, here, isPatient, loads);
        for (const [to, part] of onward(step, here, group)) {
          const known = next.get(to);
          const rates = known ? known.rates.map((rate, index) => rate + (part.rates[index] ?? 0)) : part.rates;
          next.set(to, { rates, exact: part.exact && (known?.exact ?? true) });
        }
      }
      under = next;
    }
  }
  return loads;
}
