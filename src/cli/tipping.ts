/** What `tipping` does: the load or the lever at which a service stops meeting its standard. */
import type { Member } from '../experiment/index.js';
import type { Lever } from '../scenarios/index.js';
import { Exit, type ExitCode } from './exit.js';
import { interruptible } from './interrupt.js';
import { tellOptionFault } from './option-fault.js';
import { DEFAULT_SEED, type Options } from './options.js';
import { oneAfterAnother } from './progress.js';
import { loadSearched, type Searched, standardQuestion } from './searched-worlds.js';
import type { Terminal } from './terminal.js';

/** Where loads are looked for, unless it is said otherwise. */
const LOADS = [0.25, 4] as const;
/** A point is narrowed down to this share of a load of 1, or of the range of a lever. */
const FINENESS = 0.005;

/** Finds it and says so. */
export function findTippingPoint(scenario: string, options: Options, terminal: Terminal): Promise<ExitCode> {
  return interruptible(terminal, 'No answer is printed', (signal) => perform(scenario, options, signal, terminal));
}

/** What is moved: between which values, from where, and the world at each. */
interface Moved {
  readonly what: 'load' | Lever;
  readonly between: readonly [number, number];
  readonly start: number | null;
  readonly worldAt: (at: number) => Member['world'] | null;
}

async function perform(
  reference: string,
  options: Options,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<ExitCode> {
  const where = { cwd: process.cwd(), design: options.design };
  if ((options.load === true) === (options.lever !== undefined)) {
    const message = 'It is not said what is to be moved.';
    tellOptionFault(
      '--load',
      { message, expected: '--load, or --lever with a lever', next: 'Write one of the two.' },
      terminal,
    );
    return Exit.usage;
  }
  const searched = await loadSearched([reference], options.service ?? '', where, terminal);
  const question = searched === null ? null : standardQuestion(searched, terminal);
  if (searched === null || question === null) return Exit.usage;
  const moved =
    options.load === true ? await moveLoad(searched, options, terminal) : await moveLever(reference, options, terminal);
  if (moved === null) return Exit.usage;
  const { defaultWorkers, findTipping, respond, roomFor } = await import('../experiment/index.js');
  const { formatProblems } = await import('../scenarios/index.js');
  const { scenario, service, loaded } = searched;
  const replications = options.replications ?? loaded.replications;
  const workers = Math.min(options.workers ?? defaultWorkers(), replications);
  const problem = roomFor(scenario, replications, workers);
  if (problem !== null) {
    terminal.fault(formatProblems([problem]));
    return Exit.usage;
  }
  const seed = options.seed ?? DEFAULT_SEED;
  const { share } = service.standard!;
  const [low, high] = moved.between;
  const tolerance = FINENESS * (moved.what === 'load' ? 1 : high - low);
  const progress = oneAfterAnother(terminal);
  let isRefused = false;
  const found = await findTipping({
    ...{ low, high, start: moved.start, tolerance, share },
    respond: async (at) => {
      const world = moved.worldAt(at);
      if (world === null) {
        isRefused = true;
        return null;
      }
      const onProgress = (done: number, total: number) => progress.told(`at ${Number(at.toPrecision(4))}`, done, total);
      const { dictionary } = scenario;
      return respond({ world, dictionary }, question, { seed, from: 0, to: replications, workers, signal, onProgress });
    },
  }).finally(progress.stop);
  if (found === null) return isRefused ? Exit.usage : Exit.interrupted;
  const { tippingInWords } = await import('../report/index.js');
  const { area, design, worlds } = loaded.plan;
  const words = tippingInWords(found, {
    ...{ area, design, service, replications, tolerance },
    time: scenario.world,
    worlds: worlds.map(({ description }) => description),
    moved: moved.what === 'load' ? null : moved.what,
    streams: options.streams ?? null,
  });
  if (terminal.json) {
    const request = {
      scenario: scenario.description.id,
      service: service.id,
      moved: moved.what,
      between: moved.between,
    };
    const rest = { streams: options.streams ?? null, replications, seed, tolerance, share };
    terminal.document({ schemaVersion: 1, answer: words, request: { ...request, ...rest }, ...found });
    return Exit.done;
  }
  const { plainTable } = await import('./plain-table.js');
  terminal.heading(words.headline);
  terminal.answer(`\n${plainTable(words.points)}`);
  terminal.heading('\nHow to read this');
  for (const note of words.notes) terminal.answer(`- ${note}`);
  return Exit.done;
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
    worldAt: (at) => withLoad(scenario.world, at, options.streams ?? null),
  };
}

async function moveLever(reference: string, options: Options, terminal: Terminal): Promise<Moved | null> {
  const { compileWorld, formatProblems, leversOf, loadScenario, unknownName } = await import('../scenarios/index.js');
  const where = { cwd: process.cwd(), design: options.design };
  const loaded = loadScenario(reference, where);
  if (!loaded.ok) return null;
  const levers = leversOf(loaded.scenario);
  const name = options.lever ?? '';
  const lever = levers.find((one) => `${one.policy}.${one.lever}` === name);
  if (lever === undefined) {
    const known = levers.map((one) => `${one.policy}.${one.lever}`);
    tellOptionFault(
      '--lever',
      unknownName('lever', name, known, 'Name a policy of the scenario, a dot, and its lever.'),
      terminal,
    );
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
  const worldAt = (at: number) => {
    const value = `${Number(at.toPrecision(12))}${lever.unit}`;
    const set = loadScenario(reference, { ...where, levers: [{ policy: lever.policy, lever: lever.lever, value }] });
    if (set.ok) return compileWorld(set.scenario);
    terminal.fault(formatProblems(set.problems));
    terminal.fault(`\nThat is with the lever at ${value}. Look in a narrower range with --between.`);
    return null;
  };
  return { what: lever, between: [between[0]!, between[1]!], start: null, worldAt };
}
