/** The same world, told by both engines, and the first difference between the two stories. */
import { expect } from 'vitest';
import {
  advance,
  begin,
  Census,
  type Chance,
  end,
  handOver,
  InvariantError,
  type State,
  seedWords,
  type Tally,
  type World,
} from '../../../src/sim/index.js';
import { Finish } from '../../../src/sim/log.js';
import { NONE } from '../../../src/sim/world.js';
import { Coverage } from './coverage.js';
import { simulate } from './index.js';
import { Listener, type Story, type VisitRow } from './rows.js';

/** A story; with the fault that put an end to it, if one did. */
export interface Told {
  readonly story: Story;
  readonly tally: Tally | null;
  readonly fault: string | null;
}

/** The chance that hand-worked tests use: they hang on no draw but ties of keys. */
export const SOME_CHANCE: Chance = { seed: seedWords('by hand'), replication: 0 };

/** What the engine says of a world; of one that fails, what it had logged by then. */
export function tellByEngine(world: World, chance: Chance): Told {
  const listener = new Listener();
  let state: State | null = null;
  try {
    state = begin(world, chance, listener, new Census(world, chance));
    advance(state, world.horizon);
    return { story: listener.story, tally: end(state), fault: null };
  } catch (error) {
    if (state !== null) handOver(state);
    return { story: listener.story, tally: null, fault: faultOf(error) };
  }
}

/** What the oracle says of it. */
export function tellByOracle(world: World, chance: Chance, coverage = new Coverage()): Told {
  const story: Story = { visits: [], outcomes: [], levels: [] };
  try {
    simulate(world, chance, coverage, story);
    return { story, tally: null, fault: null };
  } catch (error) {
    return { story, tally: null, fault: faultOf(error) };
  }
}

function faultOf(error: unknown): string {
  if (error instanceof InvariantError) return error.message;
  throw error;
}

/** Runs both engines, expects them to agree, and gives the story. */
export function tellBoth(world: World, chance = SOME_CHANCE): Story {
  const engine = tellByEngine(world, chance);
  expect(difference(tellByOracle(world, chance), engine)).toBe(null);
  if (engine.fault !== null) throw new InvariantError(engine.fault);
  return engine.story;
}

/** The first row in which two stories differ, or how they end differently, in words; null when they are the same. */
export function difference(expected: Told, found: Told): string | null {
  return (
    firstDifference('visits', inOrder(expected.story.visits), inOrder(found.story.visits)) ??
    firstDifference('outcomes', inOrder(expected.story.outcomes), inOrder(found.story.outcomes)) ??
    firstDifference('levels', expected.story.levels, found.story.levels) ??
    faultDifference(expected.fault, found.fault) ??
    tallyDifference(expected.story, found.tally)
  );
}

/** Both say what went wrong and at which hour before a colon; what the engine advises after it is its own. */
function faultDifference(expected: string | null, found: string | null): string | null {
  const [one, other] = [expected, found].map((fault) => fault?.split(':')[0] ?? 'no fault');
  return one === other ? null : `the oracle ends with ${one}, the engine with ${other}`;
}

/** As told, but those censored at the horizon, who come last in no order that matters, in the order of their keys. */
function inOrder<Row extends object>(rows: readonly Row[]): Row[] {
  const columns = ['keyHigh', 'keyLow', 'step', 'service', 'part', 'visit'] as (keyof Row)[];
  const isCensored = (row: Row): boolean => {
    const { finish, outcome, absorbed } = row as Record<string, number | undefined>;
    return finish === undefined ? outcome === NONE && absorbed === 0 : finish >= Finish.censoredWaiting;
  };
  const compare = (one: Row, other: Row): number => {
    const column = columns.find((name) => one[name] !== other[name]);
    return column === undefined ? 0 : Number(one[column]) - Number(other[column]);
  };
  return [...rows.filter((row) => !isCensored(row)), ...rows.filter(isCensored).sort(compare)];
}

function firstDifference<Row extends object>(
  log: string,
  expected: readonly Row[],
  found: readonly Row[],
): string | null {
  for (const [index, row] of expected.entries()) {
    const other = found[index];
    if (other === undefined) return `${log}: row ${index} is missing: ${JSON.stringify(row)}`;
    const columns = (Object.keys(row) as (keyof Row)[]).filter(
      (name) => !isSame(Number(row[name]), Number(other[name])),
    );
    if (columns.length === 0) continue;
    return `${log}: row ${index} differs in ${columns.join(', ')}:\n${JSON.stringify(row)}\n${JSON.stringify(other)}`;
  }
  if (found.length > expected.length) return `${log}: ${found.length - expected.length} rows too many`;
  return null;
}

/** Equal, but for the last digits of sums that were made in another order. */
function isSame(expected: number, found: number): boolean {
  return Object.is(expected, found) || Math.abs(expected - found) <= 1e-9 * Math.max(1, Math.abs(expected));
}

function tallyDifference({ visits, outcomes }: Story, tally: Tally | null): string | null {
  if (tally === null) return null;
  const real = outcomes.filter((row) => row.absorbed === 0);
  const refusals: readonly number[] = [Finish.full, Finish.closed, Finish.gridlock, Finish.reneged];
  const isRerouted = (row: VisitRow): boolean => row.finish === Finish.preempted && row.next !== NONE;
  const contacts = visits.filter((row) => refusals.includes(row.finish) || isRerouted(row));
  const refused = new Set(contacts.map((row) => [row.keyHigh, row.keyLow, row.step, row.released, row.finish].join()));
  const locked = [...refused].filter((contact) => contact.endsWith(`,${Finish.gridlock}`));
  const expected = {
    opened: real.length,
    closed: real.filter((row) => row.outcome !== NONE).length,
    inside: real.filter((row) => row.outcome === NONE).length,
    absorbed: outcomes.length - real.length,
    declined: refused.size,
    gridlocks: locked.length,
  };
  for (const [name, count] of Object.entries(expected)) {
    const found = tally[name as keyof typeof expected];
    if (found !== count) return `tally: ${count} ${name}, not ${found}`;
  }
  return null;
}
