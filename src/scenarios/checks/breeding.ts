/**
 * Episodes that bring episodes without end: a branching process whose mean number of children is 1 or more (Harris 1963,
 * The Theory of Branching Processes, chapter II). The means are lower bounds: of ways that depend on queues, hours or
 * people the one is taken that brings fewest, so that a warning is never false, but a scenario without one may still breed.
 */
import { type BranchOption, NONE, type Step, type Tables, type World } from '../../sim/index.js';
import type { Compiling } from '../compile/context.js';
import type { Path } from '../tree.js';
import { certainChance, growthOf, type Pairing } from './growth.js';
import { pathOf } from './paths.js';

/** What opens an episode because of another: a step that starts one, or a clock that opens one after an outcome. */
interface Source {
  readonly path: Path;
  readonly step: number;
  readonly clock: number;
  readonly entry: number;
  /** Need of the child; NONE: its parent's. */
  readonly need: number;
}

/** Kind of episode, as far as its children depend on it. */
interface Kind {
  readonly need: number;
  readonly isPerson: boolean;
  readonly entry: number;
}

const MOST_ROUNDS = 1000;
/** More children of one kind than this need not be told apart. */
const MANY = 1e6;

/** Warns where simple arithmetic shows that each episode brings one or more others on average. */
export function checkBreeding(world: World, compiling: Compiling): void {
  for (const { tables } of world.epochs) {
    const sources = sourcesOf(tables);
    if (sources.length === 0) continue;
    const pairings = pairingsOf(world, tables, sources);
    const { rate, strongest } = growthOf(pairings);
    // Of shares that cannot be read no mean can be had.
    if (strongest === null || !(rate >= 1 - 1e-9)) continue;
    const { path } = sources[strongest.source] as Source;
    compiling.list.warn(compiling.tree, path, {
      message: `Each episode that begins here brings ${rate < 1.005 ? 'another one' : `at least ${rate.toPrecision(3)} others`} on average, so that their number never settles${rate < 1.005 ? '' : ' but grows until memory ends'}.`,
      expected: 'less than one on average (absorbed contacts and deaths are not counted here)',
      next: 'Let fewer of them lead back here: a lower share or `rate`, or an `until` on the clock.',
    });
    return;
  }
}

function sourcesOf(tables: Tables): Source[] {
  const starts = tables.steps.flatMap((step, index): Source[] =>
    step.verb === 'start'
      ? [{ path: [...pathOf(step.name), 'start'], step: index, clock: NONE, entry: step.entry, need: NONE }]
      : [],
  );
  const clocks = tables.clocks.flatMap(({ name, expires }, index): Source[] =>
    expires.does === 'open'
      ? [{ path: ['clocks', name, 'expires'], step: NONE, clock: index, entry: expires.entry, need: expires.need }]
      : [],
  );
  return [...starts, ...clocks];
}

/** Every kind of episode that can come about, with the kinds that it brings. */
function pairingsOf(world: World, tables: Tables, sources: readonly Source[]): Pairing[] {
  const kinds = firstKinds(world, tables);
  const known = new Map(kinds.map((kind, index) => [JSON.stringify(kind), index]));
  const ways = tables.steps.map(waysOf);
  const means = new Map<string, Means>();
  const pairings: Pairing[] = [];
  for (let parent = 0; parent < kinds.length; parent++) {
    const { need, isPerson, entry } = kinds[parent] as Kind;
    const group = `${need} ${isPerson}`;
    const meanOf = means.get(group) ?? fewestChildren(tables, ways, sources, need, isPerson);
    means.set(group, meanOf);
    sources.forEach((source, at) => {
      const mean = meanOf(entry, source);
      if (mean <= 0) return;
      const kind: Kind = { need: source.clock === NONE ? need : source.need, isPerson, entry: source.entry };
      const child = known.get(JSON.stringify(kind)) ?? kinds.push(kind) - 1;
      known.set(JSON.stringify(kind), child);
      pairings.push({ parent, child, source: at, mean });
    });
  }
  return pairings;
}

function firstKinds(world: World, tables: Tables): Kind[] {
  const all: Kind[] = [
    ...tables.needs.flatMap(({ channels }, need) => channels.map(({ entry }) => ({ need, isPerson: true, entry }))),
    ...tables.arrivals.map(({ need, entry }) => ({ need, isPerson: false, entry })),
    ...world.stock.map(({ need, step, persons }) => ({ need, isPerson: persons, entry: step })),
  ];
  return [...new Map(all.map((kind) => [JSON.stringify(kind), kind])).values()];
}

/** The fewest children by a source that an episode has on average from a step on. */
type Means = (step: number, source: Source) => number;

/** Stands for all sources that bring a kind of episode nothing. */
const NO_SOURCE: Source = { path: [], step: NONE, clock: NONE, entry: NONE, need: NONE };

/** The fewest children that an episode of a need has on average. */
function fewestChildren(
  tables: Tables,
  ways: readonly Ways[],
  sources: readonly Source[],
  need: number,
  isPerson: boolean,
): Means {
  const chanceOf = ({ clock: index }: Source): number => {
    const clock = tables.clocks[index];
    return clock === undefined || !isPerson || clock.need !== need ? 0 : certainChance(clock);
  };
  const bringing = [...sources.filter((source) => source.step !== NONE || chanceOf(source) > 0), NO_SOURCE];
  const chances = bringing.map(chanceOf);
  const values = ways.map(() => new Float64Array(bringing.length));
  const after = (outcome: number, at: number): number =>
    tables.clocks[bringing[at]!.clock]?.outcomes.includes(outcome) ? chances[at]! : 0;
  const waiting = tables.clocks.filter((clock) => clock.runs === 'waiting' && clock.need === need && clock.rate > 0);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let moved = 0;
    // From the last step to the first: ways mostly lead on, and so nearly everything is known after one round.
    for (let index = ways.length - 1; index >= 0; index--) {
      const row = values[index]!;
      const way = ways[index]!;
      for (const [at, source] of bringing.entries()) {
        const from = (to: number) => values[to]?.[at] ?? 0;
        let fewest = Math.min(
          ofWays(way, from),
          way.outcome === NONE ? Number.POSITIVE_INFINITY : after(way.outcome, at),
        );
        for (const { expires } of way.isWaiting ? waiting : []) {
          if (expires.does === 'go') fewest = Math.min(fewest, from(expires.step));
          if (expires.does === 'leave') fewest = Math.min(fewest, after(expires.outcome, at));
        }
        const value = Math.min(MANY, fewest + (source.step === index ? 1 : 0));
        moved = Math.max(moved, value - row[at]!);
        row[at] = value;
      }
    }
    if (moved < 1e-12) break;
  }
  return (step, source) => {
    const at = bringing.indexOf(source);
    return values[step]?.[at < 0 ? bringing.length - 1 : at] ?? 0;
  };
}

/** Where a step leads. */
interface Ways {
  /** Steps that queues, hours, people or a policy may lead to. */
  readonly to: readonly number[];
  /** Options by chance. */
  readonly options: readonly BranchOption[];
  /** NONE where the episode does not end here. */
  readonly outcome: number;
  readonly isWaiting: boolean;
}

function waysOf(step: Step): Ways {
  const rerouted = step.reroutes.flatMap(({ to }) => to.filter(({ weights }) => weights.some((weight) => weight > 0)));
  return {
    to: [...ownWays(step), ...rerouted.map(({ to }) => to)],
    options: step.verb === 'branch' ? step.options : [],
    outcome: step.verb === 'leave' ? step.outcome : NONE,
    isWaiting: step.verb === 'seize' || step.verb === 'delay',
  };
}

function ownWays(step: Step): number[] {
  switch (step.verb) {
    case 'leave':
      return [];
    case 'branch':
      return step.cases.map(({ to }) => to);
    case 'seize':
      return [step.then, step.ifFull, step.ifClosed, step.ifPreempted, step.patience?.to ?? NONE].filter(
        (to) => to !== NONE,
      );
    default:
      return [step.then];
  }
}

/** The way that brings fewest; shares are averaged, for the severity with fewest. */
function ofWays({ to, options }: Ways, from: (to: number) => number): number {
  let fewest = Number.POSITIVE_INFINITY;
  for (const one of to) fewest = Math.min(fewest, from(one));
  for (let severity = 0; severity < (options[0]?.weights.length ?? 0); severity++) {
    let mean = 0;
    for (const option of options) mean += (option.weights[severity] ?? 0) * from(option.to);
    fewest = Math.min(fewest, mean);
  }
  return fewest;
}
