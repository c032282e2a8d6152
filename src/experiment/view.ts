import { ownNames } from '../scenarios/index.js';
import type { Tables, World } from '../sim/index.js';
import { type Commons, commonsOf } from './areas.js';
import { type Costs, costsOf } from './costs.js';
import type { Dictionary, WorldDescription } from './results.js';
import { type Period, WEEK, type Window, windowBetween, windowOf } from './window.js';

/** What a world is called and made of: of one area in the world's own order, of several in the names that all areas have. */
export type Names = Omit<Dictionary, 'measures'>;

/** One world of an experiment: compiled, described, and plain enough to be sent to a worker. */
export interface Member {
  readonly world: World;
  readonly description: WorldDescription;
  readonly dictionary: Names;
}

/** A world as the folds of its log see it: who is who, and what counts. */
export interface WorldView {
  readonly world: World;
  readonly names: Names;
  /** The same in the world's own order: the row of a service is its index in the world. */
  readonly own: Names;
  /** Where there are several areas: which of the names each thing of the world goes by. */
  readonly commons: Commons | null;
  /** The area whose people alone are counted; null: everybody. */
  readonly area: number | null;
  readonly window: Window;
  /** Whole weeks of the run, from hour 0 to the horizon. */
  readonly weeks: number;
  /** Agency of each service. */
  readonly agency: Int32Array;
  /** 1 where a unit of the service is a member of staff. */
  readonly staff: Uint8Array;
  /** 1 where a service is a record of who is where, which serves nobody. */
  readonly record: Uint8Array;
  /** 1 where a step, in the world's own order, belongs to a pathway that holds records and no service: what goes through it is no episode of anybody's. */
  readonly recordStep: Uint8Array;
  /** Standard of each service [hours], NaN where it has none. */
  readonly within: Float64Array;
  /** 1 where an outcome means that the need was not met. */
  readonly unmet: Uint8Array;
  /** Unit costs of services. */
  readonly costs: Costs;
  readonly serviceCount: number;
  /** step x service: 1 where the service is the first that the step seizes (records apart), so that a joint visit is counted once. */
  readonly lead: Uint8Array;
  /** Place of the tables in force at an hour. */
  epochAt(hour: number): number;
  /** Places in `names` of a service and of a step of the world. */
  serviceOf(own: number): number;
  stepOf(own: number): number;
}

/** The same world with the people of one area alone. */
export function viewIn(view: WorldView, area: number): WorldView {
  return { ...view, area };
}

/** Makes a world ready to be folded, over its measured period or over another one. */
export function viewOf({ world, dictionary }: Pick<Member, 'world' | 'dictionary'>, period?: Period): WorldView {
  const starts = Float64Array.from(world.epochs, ({ from }) => from);
  const commons = commonsOf(world, dictionary);
  const serviceOf = (own: number) => commons?.services[own] ?? own;
  const stepOf = (own: number) => commons?.steps[own] ?? own;
  const record = Uint8Array.from(dictionary.services, (service) => Number(service.record === true));
  const isRecord = (own: number) => record[serviceOf(own)] === 1;
  const serviceCount = dictionary.services.length;
  const epochs = world.epochs.map((epoch) => epoch.tables);
  return {
    world,
    names: dictionary,
    own: ownNames(world, dictionary),
    commons,
    area: null,
    window: period === undefined ? windowOf(world) : windowBetween(period.from, period.to),
    weeks: Math.floor(world.horizon / WEEK),
    agency: Int32Array.from(dictionary.services, ({ agency }) => world.agencies.indexOf(agency)),
    staff: Uint8Array.from(dictionary.services, ({ staff }) => Number(staff)),
    record,
    recordStep: recordSteps(epochs, isRecord),
    within: Float64Array.from(dictionary.services, ({ standard }) => standard?.within ?? Number.NaN),
    unmet: Uint8Array.from(dictionary.outcomes, ({ unmet }) => Number(unmet)),
    costs: costsOf(dictionary),
    serviceCount,
    lead: leads(epochs, serviceCount, isRecord, (step, service) => stepOf(step) * serviceCount + serviceOf(service)),
    epochAt(hour) {
      let at = starts.length - 1;
      while (at > 0 && starts[at]! > hour) at -= 1;
      return at;
    },
    serviceOf,
    stepOf,
  };
}

/** @param cellOf Place of a step and a service of the world, by its own order. */
function leads(
  epochs: readonly Tables[],
  serviceCount: number,
  isRecord: (service: number) => boolean,
  cellOf: (step: number, service: number) => number,
): Uint8Array {
  const lead = new Uint8Array((epochs[0]?.steps.length ?? 0) * serviceCount);
  for (const { steps } of epochs)
    steps.forEach((step, index) => {
      if (step.verb !== 'seize') return;
      const first = step.services.find((service) => !isRecord(service)) ?? step.services[0]!;
      lead[cellOf(index, first)] = 1;
    });
  return lead;
}

/** Steps of pathways that seize something, and records alone. */
function recordSteps(epochs: readonly Tables[], isRecord: (service: number) => boolean): Uint8Array {
  const seizes = epochs.flatMap(({ steps }) => steps.flatMap((step) => (step.verb === 'seize' ? [step] : [])));
  const seizing = new Set(seizes.map(({ pathway }) => pathway));
  const serving = new Set(seizes.flatMap(({ pathway, services }) => (services.every(isRecord) ? [] : [pathway])));
  return Uint8Array.from(epochs[0]?.steps ?? [], ({ pathway }) =>
    Number(seizing.has(pathway) && !serving.has(pathway)),
  );
}
