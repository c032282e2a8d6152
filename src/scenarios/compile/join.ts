/**
 * The worlds of several areas as one: each keeps what is its own under names of its own, and those who share a service
 * meet there. Areas that share nothing run side by side, and nobody in one can tell that the other is there.
 */
import {
  type Arrivals,
  type Clock,
  type Condition,
  type Need,
  NONE,
  nameIn,
  type Step,
  type Stock,
  type Tables,
  type World,
} from '../../sim/index.js';

/** The world of one area, and how its services stand to those of others. */
export interface Joining {
  readonly area: string;
  readonly world: World;
  /** By name of the service: of the area alone, one for several areas, or none here. */
  readonly belongs: (service: string) => 'own' | 'shared' | 'absent';
}

/** Where the things of one area's world are in the world of all. */
interface Places {
  readonly area: string;
  readonly index: number;
  readonly services: readonly number[];
  readonly steps: number;
  readonly pathways: number;
  readonly needs: number;
}

/** One world of several areas, whose tables are alike but for the areas' own numbers, and change on the same days. */
export function joinAreas(parts: readonly Joining[]): World {
  const [first] = parts;
  if (first === undefined) throw new Error('no areas to join');
  const names = serviceNames(parts);
  const places = parts.map((part, index): Places => {
    const tables = part.world.epochs[0]!.tables;
    return {
      area: part.area,
      index,
      services: tables.services.map(({ name }) =>
        part.belongs(name) === 'absent' ? NONE : names.indexOf(nameOf(part, name)),
      ),
      steps: index * tables.steps.length,
      pathways: index * part.world.pathways.length,
      needs: index * tables.needs.length,
    };
  });
  const each = <T, U>(of: (world: World) => readonly T[], made: (one: T, at: Places) => U): U[] =>
    parts.flatMap(({ world }, index) => of(world).map((one) => made(one, places[index]!)));
  return {
    ...first.world,
    area: {
      name: parts.map(({ area }) => area).join('+'),
      population: parts.reduce((sum, { world }) => sum + world.area.population, 0),
    },
    areas: parts.map(({ world }) => world.area),
    pathways: each(
      ({ pathways }) => pathways,
      ({ name, entry }, at) => ({ name: nameIn(at.area, name), entry: moved(entry, at.steps) }),
    ),
    epochs: first.world.epochs.map(({ from }, epoch): { from: number; tables: Tables } => {
      const tables = (world: World) => world.epochs[epoch]!.tables;
      return {
        from,
        tables: {
          services: names.map((name) => {
            const part = parts.find((one) =>
              tables(one.world).services.some((own) => belongsAs(one, own.name) === name),
            )!;
            const service = tables(part.world).services.find((own) => belongsAs(part, own.name) === name)!;
            return { ...service, name };
          }),
          steps: each((world) => tables(world).steps, stepAt),
          needs: each((world) => tables(world).needs, needAt),
          arrivals: each((world) => tables(world).arrivals, arrivalsAt),
          clocks: each((world) => tables(world).clocks, clockAt),
        },
      };
    }),
    stock: each(({ stock }) => stock, stockAt),
  };
}

/** Names of all services: of the areas in turn, each shared one where it comes first. */
function serviceNames(parts: readonly Joining[]): string[] {
  const names = parts.flatMap((part) =>
    part.world.epochs[0]!.tables.services.flatMap(({ name }) => belongsAs(part, name) ?? []),
  );
  return [...new Set(names)];
}

function belongsAs(part: Joining, service: string): string | null {
  return part.belongs(service) === 'absent' ? null : nameOf(part, service);
}

function nameOf({ area, belongs }: Joining, service: string): string {
  return belongs(service) === 'shared' ? service : nameIn(area, service);
}

function moved(index: number, by: number): number {
  return index === NONE ? NONE : index + by;
}

function stepAt(step: Step, at: Places): Step {
  const to = (index: number) => moved(index, at.steps);
  const services = (own: readonly number[]) => own.map((service) => at.services[service]!);
  const common = {
    name: nameIn(at.area, step.name),
    pathway: moved(step.pathway, at.pathways),
    reroutes: step.reroutes.map((reroute) => ({
      ...reroute,
      to: reroute.to.map((option) => ({ ...option, to: to(option.to) })),
    })),
  };
  switch (step.verb) {
    case 'seize': {
      const sought = services(step.services);
      // Nobody of the area comes to a step that seeks what it does not have.
      if (sought.includes(NONE)) return { ...base(step), ...common, reroutes: [], verb: 'leave', outcome: NONE };
      return {
        ...step,
        ...common,
        services: sought,
        relieves: services(step.relieves).filter((service) => service !== NONE),
        patience: step.patience === null ? null : { ...step.patience, to: to(step.patience.to) },
        ifFull: to(step.ifFull),
        ifClosed: to(step.ifClosed),
        ifPreempted: to(step.ifPreempted),
        then: to(step.then),
      };
    }
    case 'release':
      return {
        ...step,
        ...common,
        services: services(step.services).filter((service) => service !== NONE),
        then: to(step.then),
      };
    case 'branch':
      return {
        ...step,
        ...common,
        cases: step.cases.map((one) => ({ ...one, when: conditionAt(one.when, at), to: to(one.to) })),
        options: step.options.map((option) => ({ ...option, to: to(option.to) })),
      };
    case 'start':
      return { ...step, ...common, entry: to(step.entry), then: to(step.then) };
    case 'leave':
      return { ...step, ...common };
    default:
      return { ...step, ...common, then: to(step.then) };
  }
}

function base({ rule, tag }: Step): Pick<Step, 'rule' | 'tag'> {
  return { rule, tag };
}

function conditionAt(when: Condition, at: Places): Condition {
  const services = (own: readonly number[]) =>
    own.map((service) => at.services[service]!).filter((one) => one !== NONE);
  const { full, closed, engaged, queue, not } = when;
  return {
    ...when,
    ...(full && { full: services(full) }),
    ...(closed && { closed: services(closed) }),
    ...(engaged && { engaged: services(engaged) }),
    ...(queue && {
      queue: queue
        .map((one) => ({ ...one, service: at.services[one.service]! }))
        .filter(({ service }) => service !== NONE),
    }),
    ...(not && { not: conditionAt(not, at) }),
  };
}

function needAt(need: Need, at: Places): Need {
  const channels = need.channels.map((channel) => ({ ...channel, entry: moved(channel.entry, at.steps) }));
  return { ...need, name: nameIn(at.area, need.name), area: at.index, channels };
}

function arrivalsAt(stream: Arrivals, at: Places): Arrivals {
  const { name, need, entry } = stream;
  return { ...stream, name: nameIn(at.area, name), need: moved(need, at.needs), entry: moved(entry, at.steps) };
}

function clockAt(clock: Clock, at: Places): Clock {
  const { expires } = clock;
  const own = { ...clock, name: nameIn(at.area, clock.name), area: at.index, need: moved(clock.need, at.needs) };
  if (expires.does === 'go') return { ...own, expires: { ...expires, step: moved(expires.step, at.steps) } };
  if (expires.does !== 'open') return own;
  const [need, entry] = [moved(expires.need, at.needs), moved(expires.entry, at.steps)];
  return { ...own, expires: { ...expires, need, entry } };
}

function stockAt(stock: Stock, at: Places): Stock {
  return {
    ...stock,
    name: nameIn(at.area, stock.name),
    area: at.index,
    need: moved(stock.need, at.needs),
    step: moved(stock.step, at.steps),
    holding: stock.holding.map((held) => ({ ...held, service: at.services[held.service]! })),
  };
}
