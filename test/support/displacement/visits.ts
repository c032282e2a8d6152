/** What each visit of an episode comes to in one world, worked out from its stretches one by one. */
import { Finish } from '../../../src/sim/index.js';
import { type Episode, happened, type Row, type Story, second } from './story.js';

/** A visit, and what it comes to [unit-seconds]. Of those that joined outside of the measured period, only use counts. */
export interface Visit {
  readonly service: string;
  readonly joined: number;
  readonly released: number;
  readonly used: number;
  readonly holding: number;
  readonly contact: 0 | 1;
  /** Person-seconds in line before it first started, whenever it joined. */
  readonly wait: number;
  readonly requested: number;
  readonly served: number;
  readonly unmet: number;
  readonly censored: number;
  readonly again: number;
  readonly repeated: number;
}

/** Stretches of one visit, in their order, and the visits that the same coming to its step sought with it. */
interface Sought {
  readonly name: string;
  readonly stretches: readonly Row[];
  coming: Sought[];
}

/** Visits of an episode, by service and number. */
export function visitsOf(story: Story, { rows }: Episode): Map<string, Visit> {
  const sought = comingsIn(rows);
  const lengths = lengthsOf(story);
  return new Map(sought.map((one) => [one.name, account(story, one, sought, lengths)]));
}

const firstOf = ({ stretches }: Sought) => stretches[0]!;
const lastOf = ({ stretches }: Sought) => stretches.at(-1)!;
/** When somebody has left a line, or service is over. */
const overOf = (one: Sought) => (happened(lastOf(one).started) ? lastOf(one).ended : lastOf(one).released);

/** Visits, each with those that were sought in the same coming to a step. */
function comingsIn(rows: readonly Row[]): Sought[] {
  const names = [...new Set(rows.flatMap((row) => (row.service === null ? [] : [`${row.service} ${row.visit}`])))];
  const all = names.map((name): Sought => {
    const stretches = rows.filter((row) => row.service !== null && `${row.service} ${row.visit}` === name);
    return { name, stretches: [...stretches].sort((one, other) => one.part - other.part), coming: [] };
  });
  all.sort((one, other) => firstOf(one).joined - firstOf(other).joined || firstOf(one).at - firstOf(other).at);
  all.forEach((one, place) => {
    // The same coming: at the same step, while none of those before has been left, and no service twice.
    const before = all.slice(0, place).filter((other) => firstOf(other).step === firstOf(one).step);
    const latest = before.at(-1)?.coming ?? [];
    const isBeside = latest.every(
      (other) => firstOf(other).service !== firstOf(one).service && overOf(other) >= firstOf(one).joined,
    );
    one.coming = latest.length > 0 && isBeside ? latest : [];
    one.coming.push(one);
  });
  return all;
}

/** The service time that is sought at each step, by name. */
function lengthsOf({ world }: Story): ReadonlyMap<string, string> {
  return new Map(
    world.epochs[0]!.tables.steps.flatMap((step) =>
      step.verb === 'seize' && step.length !== null ? [[step.name, step.length.name] as const] : [],
    ),
  );
}

function account({ world }: Story, one: Sought, all: readonly Sought[], lengths: ReadonlyMap<string, string>): Visit {
  const first = firstOf(one);
  const last = lastOf(one);
  const [from, to] = [world.warmUp, world.measuredEnd];
  const inside = (start: number, end: number) =>
    Math.max(0, Math.min(second(end), second(to)) - Math.max(second(start), second(from)));
  const started = one.stretches.filter((row) => happened(row.started));
  // Nobody is in service before the last of what the step needs is there.
  const begun = Math.max(...one.coming.map((each) => firstOf(each).started));
  const idle = happened(first.started) ? Math.max(first.started, Math.min(begun, first.ended)) : 0;
  const early = happened(first.started) ? first.units * (second(idle) - second(first.started)) : 0;
  const worked = (row: Row) => row.units * (second(row.ended) - second(row.started)) - (row === first ? early : 0);
  const lastRestart = started.reduce((latest, row, place) => (row.finish === Finish.restarted ? place : latest), -1);
  const repeated = sum(started.slice(0, lastRestart + 1).map(worked));
  const elapsed = sum(started.slice(lastRestart + 1).map(worked));
  const isInside = first.joined >= from && first.joined < to;
  const isServed =
    happened(begun) &&
    happened(last.started) &&
    (last.finish === Finish.released || (last.finish === Finish.censoredHeld && last.ended < last.released));
  const isCut = last.finish === Finish.censoredHeld || last.finish === Finish.censoredWaiting;
  const isAgain = isSoughtAgain(one, all, lengths);
  const counted = (seconds: number) => (isInside ? seconds : 0);
  const requested = isAgain ? 0 : first.requested;
  const served = isServed ? requested : Math.min(requested, elapsed);
  return {
    service: first.service!,
    joined: first.joined,
    released: last.released,
    used: sum(started.map((row) => row.units * inside(row.started, row.released))),
    holding:
      sum(started.map((row) => row.units * inside(row.ended, row.released))) +
      (happened(first.started) ? first.units * inside(first.started, idle) : 0),
    contact: isInside ? 1 : 0,
    wait: second(happened(first.started) ? first.started : first.released) - second(first.joined),
    requested: counted(requested),
    served: counted(isAgain ? 0 : served),
    unmet: counted(isAgain || isCut ? 0 : requested - served),
    censored: counted(isAgain || !isCut ? 0 : requested - served),
    again: counted(isAgain ? first.requested : 0),
    repeated: counted(repeated),
  };
}

/** Whether the service of a coming never began, and the next coming for the same service time is the one that counts. */
function isSoughtAgain(one: Sought, all: readonly Sought[], lengths: ReadonlyMap<string, string>): boolean {
  const length = lengths.get(firstOf(one).step);
  if (length === undefined || one.coming.every((each) => happened(firstOf(each).started))) return false;
  const comings = [...new Set(all.map(({ coming }) => coming))];
  const later = comings.slice(comings.indexOf(one.coming) + 1);
  return later.some(([lead]) => lengths.get(firstOf(lead!).step) === length);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
