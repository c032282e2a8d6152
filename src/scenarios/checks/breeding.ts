/**
 * Episodes that bring episodes without end: a branching process whose mean number of children is 1 or more (Harris 1963,
 * The Theory of Branching Processes, chapter II). The means are lower bounds: of ways that depend on queues, hours or
 * people the one is taken that brings fewest, so that a warning is never false, but a scenario without one may still breed.
 */
import { NONE, type Step, type Tables, type World } from '../../sim/index.js';
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
  const means = new Map<string, Float64Array[]>();
  const pairings: Pairing[] = [];
  for (let parent = 0; parent < kinds.length; parent++) {
    const { need, isPerson, entry } = kinds[parent] as Kind;
    const group = `${need} ${isPerson}`;
    const table = means.get(group) ?? fewestChildren(tables, sources, need, isPerson);
    means.set(group, table);
    sources.forEach((source, at) => {
      const mean = table[entry]?.[at] ?? 0;
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

/** By step and source: the fewest children that an episode of a need has on average from there on. */
function fewestChildren(tables: Tables, sources: readonly Source[], need: number, isPerson: boolean): Float64Array[] {
  const values = tables.steps.map(() => new Float64Array(sources.length));
  const afterOutcome = (outcome: number, source: Source): number => {
    const clock = tables.clocks[source.clock];
    if (clock === undefined || !isPerson || clock.need !== need || !clock.outcomes.includes(outcome)) return 0;
    return certainChance(clock);
  };
  const waiting = tables.clocks.filter((clock) => clock.runs === 'waiting' && clock.need === need && clock.rate > 0);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let moved = 0;
    // From the last step to the first: ways mostly lead on, and so nearly everything is known after one round.
    for (let index = tables.steps.length - 1; index >= 0; index--) {
      const step = tables.steps[index] as Step;
      sources.forEach((source, at) => {
        const from = (to: number) => values[to]?.[at] ?? 0;
        let fewest = ownWays(step, from, (outcome) => afterOutcome(outcome, source));
        if (step.verb === 'seize' || step.verb === 'delay') {
          for (const { expires } of waiting) {
            if (expires.does === 'go') fewest = Math.min(fewest, from(expires.step));
            if (expires.does === 'leave') fewest = Math.min(fewest, afterOutcome(expires.outcome, source));
          }
        }
        const value = Math.min(MANY, fewest + (source.step === index ? 1 : 0));
        const row = values[index] as Float64Array;
        moved = Math.max(moved, value - (row[at] ?? 0));
        row[at] = value;
      });
    }
    if (moved < 1e-12) break;
  }
  return values;
}

/** What a step leads to, by the way that brings fewest; shares of a branch are averaged, for the severity with fewest. */
function ownWays(step: Step, from: (to: number) => number, after: (outcome: number) => number): number {
  const rerouted = step.reroutes.flatMap(({ to }) => to.filter(({ weights }) => weights.some((weight) => weight > 0)));
  return Math.min(waysOf(step, from, after), ...rerouted.map(({ to }) => from(to)));
}

function waysOf(step: Step, from: (to: number) => number, after: (outcome: number) => number): number {
  switch (step.verb) {
    case 'leave':
      return after(step.outcome);
    case 'branch': {
      const severities = step.options[0]?.weights.length ?? 0;
      const byChance = Array.from({ length: severities }, (_, severity) =>
        step.options.reduce((sum, { to, weights }) => sum + (weights[severity] ?? 0) * from(to), 0),
      );
      return Math.min(...step.cases.map(({ to }) => from(to)), ...byChance);
    }
    case 'seize': {
      const ways = [step.then, step.ifFull, step.ifClosed, step.ifPreempted, step.patience?.to ?? NONE];
      return Math.min(...ways.filter((to) => to !== NONE).map(from));
    }
    default:
      return from(step.then);
  }
}
