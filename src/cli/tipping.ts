/** What `tipping` searches for: the load or the lever at which a service stops meeting its standard. */
import type { Member } from '../experiment/index.js';
import type { Fault, Lever, LoadOptions } from '../scenarios/index.js';
import { tellOptionFault } from './option-fault.js';
import { type Options, seedOf } from './options.js';
import type { Search } from './search.js';
import { loadSearched, type Searched, standardQuestion, workersFor } from './searched-worlds.js';
import type { Terminal } from './terminal.js';

/** Where loads are looked for, unless it is said otherwise. */
const LOADS = [0.25, 4] as const;
/** A point is narrowed down to this share of a load of 1, or of the range of a lever. */
const FINENESS = 0.005;

/** What is moved: between which values, from where, and the world at each. */
interface Moved {
  readonly what: 'load' | Lever;
  readonly between: readonly [number, number];
  readonly start: number | null;
  /** Where it stands in the scenario; null where that is no plain number. */
  readonly present: number | null;
  readonly worldAt: (at: number) => Member['world'] | null;
}

/** Makes the search ready; null when something was wrong, and was told. */
export async function prepareTipping(
  reference: string,
  options: Options,
  where: LoadOptions,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<Search | null> {
  if ((options.load === true) === (options.lever !== undefined)) {
    const message = 'It is not said what is to be moved.';
    const expected = '--load, or --lever with a lever';
    tellOptionFault('--load', { message, expected, next: 'Write one of the two.' }, terminal);
    return null;
  }
  const searched = await loadSearched([reference], options.service, where, terminal);
  const question = searched === null ? null : await standardQuestion(searched, terminal);
  if (searched === null || question === null) return null;
  const moved =
    options.load === true
      ? await moveLoad(searched, options, terminal)
      : await moveLever(reference, options, where, terminal);
  if (moved === null) return null;
  const { findTipping, respond } = await import('../experiment/index.js');
  const { scenario, service, loaded } = searched;
  const replications = options.replications ?? loaded.replications;
  const workers = await workersFor([scenario], replications, options, terminal);
  if (workers === null) return null;
  const seed = seedOf(options);
  const { share } = service.standard!;
  const [low, high] = moved.between;
  const tolerance = FINENESS * (moved.what === 'load' ? 1 : high - low);
  const present = moved.present !== null && low <= moved.present && moved.present <= high ? moved.present : null;
  const tried = new Map<number, string>();
  return {
    ...{ loaded, workers, first: replications, most: replications },
    soFar: () => [...tried].sort(([one], [other]) => one - other).map(([, line]) => line),
    carryOut: async (told) => {
      const found = await findTipping({
        ...{ low, high, start: moved.start, bothEnds: options.between !== undefined, present, tolerance, share },
        respond: async (at) => {
          const world = moved.worldAt(at);
          if (world === null) return null;
          const onProgress = (done: number, total: number) => told(`at ${Number(at.toPrecision(4))}`, done, total);
          const work = { seed, from: 0, to: replications, workers, signal, onProgress };
          const replies = await respond({ world, dictionary: scenario.dictionary }, question, work);
          const sum = (of: 'above' | 'below') => (replies ?? []).reduce((all, reply) => all + reply[of], 0);
          const seen = `${Math.round((100 * sum('above')) / sum('below'))}%`;
          if (replies !== null && sum('below') > 0)
            tried.set(
              at,
              `at ${Number(at.toPrecision(4))}: ${seen} seen within the standard, over ${replies.length} ${replies.length === 1 ? 'run' : 'runs'}`,
            );
          return replies;
        },
      });
      if (found === null) return null;
      const { tippingAnswer } = await import('../report/index.js');
      const { area, design, worlds } = loaded.plan;
      const streams = options.streams ?? null;
      const answer = tippingAnswer(found, {
        ...{ area, design, service, replications, tolerance, streams },
        time: scenario.world,
        worlds: worlds.map(({ description }) => description),
        moved: moved.what === 'load' ? null : { ...moved.what, isShare: isShare(moved.what, moved.between) },
      });
      const { what, between } = moved;
      const request = { scenario: scenario.description.id, service: service.id, moved: what, between };
      const rest = { streams, replications, seed, tolerance, share };
      const document = { schemaVersion: 1, answer: answer.words, request: { ...request, ...rest }, ...found };
      return { answer, document, replications };
    },
  };
}

/** Whether a lever is a share of something: a bare number that nobody takes beyond 0 or 1. */
function isShare({ unit, range }: Lever, between: Moved['between']): boolean {
  const [low, high] = range ?? between;
  return unit === '' && low >= 0 && high <= 1;
}

async function moveLoad({ scenario }: Searched, options: Options, terminal: Terminal): Promise<Moved | null> {
  const { streamsOf, unknownName, withLoad } = await import('../scenarios/index.js');
  const known = streamsOf(scenario.world);
  const unknown = options.streams?.find((name) => !known.includes(name));
  const [low, high] = (options.between ?? LOADS) as readonly [number, number];
  if (unknown !== undefined) {
    tellOptionFault(
      '--streams',
      unknownName('need or stream of arrivals', unknown, known, 'Choose one of these.'),
      terminal,
    );
    return null;
  }
  if (low <= 0) {
    const fault = { message: 'A load is above 0.', found: String(low), expected: 'such as 0.5,2' };
    tellOptionFault('--between', fault, terminal);
    return null;
  }
  const start = low <= 1 && 1 <= high ? 1 : low;
  return {
    what: 'load',
    between: [low, high],
    start,
    present: 1,
    worldAt: (at) => withLoad(scenario.world, at, options.streams ?? null),
  };
}

/** Why a lever cannot be looked for between two values, before anything is run: one of them is outside of its range. */
function outsideOf(lever: Lever, between: Moved['between']): Fault | null {
  if (lever.range === null) return null;
  const [low, high] = lever.range;
  if (low <= between[0] && between[1] <= high) return null;
  const shares = between.map((end) => Number((end / 100).toPrecision(12)));
  const isPercentage = lever.unit === '' && high <= 1 && shares.every((share) => low <= share && share <= high);
  return {
    message: `This is outside of the range of the lever \`${lever.policy}.${lever.lever}\`, which is ${low} to ${high}${lever.unit}.`,
    found: between.join(','),
    expected: `two numbers from ${low} to ${high}`,
    next: isPercentage
      ? `Write --between ${shares.join(',')}: a share is written from 0 to 1.`
      : `Write --between ${low},${high}, or a narrower range; left out, all of it is looked at.`,
  };
}

async function moveLever(
  reference: string,
  options: Options,
  where: LoadOptions,
  terminal: Terminal,
): Promise<Moved | null> {
  const { compileWorld, formatProblems, leversOf, loadScenario, unknownName } = await import('../scenarios/index.js');
  const loaded = loadScenario(reference, where);
  if (!loaded.ok) return null;
  const levers = leversOf(loaded.scenario);
  const name = options.lever ?? '';
  const lever = levers.find((one) => `${one.policy}.${one.lever}` === name);
  if (lever === undefined) {
    const known = levers.map((one) => `${one.policy}.${one.lever}`);
    const next =
      known.length === 0
        ? 'This scenario has no policy: name one that has, or ask --load.'
        : 'Name a policy of the scenario, a dot, and its lever.';
    tellOptionFault('--lever', unknownName('lever', name, known, next), terminal);
    return null;
  }
  const between = options.between ?? lever.range;
  if (between === null) {
    const message = `The lever \`${name}\` declares no range of plain numbers.`;
    tellOptionFault(
      '--between',
      { message, expected: 'two numbers', next: 'Say where to look with --between.' },
      terminal,
    );
    return null;
  }
  const outside = outsideOf(lever, between as Moved['between']);
  if (outside !== null) {
    tellOptionFault('--between', outside, terminal);
    return null;
  }
  const worldAt = (at: number) => {
    const value = `${Number(at.toPrecision(12))}${lever.unit}`;
    const set = loadScenario(reference, { ...where, levers: [{ policy: lever.policy, lever: lever.lever, value }] });
    if (set.ok) return compileWorld(set.scenario);
    terminal.fault(formatProblems(set.problems));
    terminal.fault(`\nThat is with the lever at ${value}. Look in a narrower range with --between.`);
    return null;
  };
  return { what: lever, between: [between[0]!, between[1]!], start: null, present: lever.value, worldAt };
}
