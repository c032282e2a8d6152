/** What `sensitivity` does: each assumption of a scenario at both ends of its range, one at a time. */
import type { Headline, TriedNumber, WorldSamples } from '../experiment/index.js';
import type { LoadOptions, RangeEnd } from '../scenarios/index.js';
import { type LoadedWorlds, loadWorlds, plannedOf } from './load-worlds.js';
import { tellOptionFault } from './option-fault.js';
import { type Options, seedOf } from './options.js';
import type { Search } from './search.js';
import { rootOf } from './searched-worlds.js';
import { simulate } from './simulate.js';
import type { Terminal } from './terminal.js';

type Row = LoadedWorlds['plan']['worlds'][number]['description']['assumptions'][number];
type Member = LoadedWorlds['plan']['worlds'][number];

/** Makes the trials ready; null when something was wrong, and was told. */
export async function prepareSensitivity(
  reference: string,
  options: Options,
  where: LoadOptions,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<Search | null> {
  const baseline = options.baseline ?? (await rootOf(reference, where));
  const refs = baseline === null ? [reference] : [baseline, reference];
  const loaded = await loadWorlds(refs, where, terminal);
  if (loaded === null) return null;
  const headlines = await headlinesOf(loaded, options, terminal);
  const numbers = headlines === null ? null : await numbersOf(loaded, options, terminal);
  if (headlines === null || numbers === null) return null;
  const { defaultWorkers, headlineName, headlineOf, measures } = await import('../experiment/index.js');
  const replications = options.replications ?? loaded.replications;
  const workers = Math.min(options.workers ?? defaultWorkers(), replications);
  const runs = new Runs(loaded, { ...options, replications }, signal, terminal);
  const tried: TriedNumber[] = [];
  return {
    ...{ loaded, workers, first: replications, most: replications },
    soFar: () => tried.flatMap((number) => lineOf(number, headlines.map(headlineName))),
    carryOut: async () => {
      const plain = await runs.of(loaded.plan.worlds);
      if (plain === null) return null;
      for (const [at, { id, grade, value, range }] of numbers.entries()) {
        terminal.phase(`${id}, ${at + 1} of ${numbers.length}`);
        const ends: Record<RangeEnd['end'], TriedNumber['low']> = { low: null, high: null };
        const answers: typeof ends = { low: null, high: null };
        for (const end of ['low', 'high'] as const) {
          const worlds = await worldsAt(refs, where, { parameter: id, end });
          if (worlds === null) continue;
          const moved = await runs.of(worlds, ` (${id}, ${end} end; number ${at + 1} of ${numbers.length})`);
          if (moved === null) return null;
          ends[end] = headlines.map((headline) => headlineOf(plain, headline, moved));
          answers[end] = headlines.map((headline) => headlineOf(moved, headline));
        }
        tried.push({ id, grade, value, range: range ?? '', ...ends, lowAnswer: answers.low, highAnswer: answers.high });
      }
      const watched = headlines.map((headline) => ({
        name: headlineName(headline),
        measure: measures.find(({ id }) => id === headline.measure)!,
        estimate: headlineOf(plain, headline),
      }));
      const { sensitivityAnswer } = await import('../report/index.js');
      const worlds = loaded.plan.worlds.map(({ description }) => description);
      const scenario = worlds.at(-1)!.id;
      const against = baseline === null ? null : worlds[0]!.id;
      const answer = sensitivityAnswer(tried, watched, { scenario, baseline: against, replications, worlds });
      const request = { scenario, baseline: against, replications, seed: runs.seed };
      const headline = watched.map(({ name, measure, estimate }) => ({ name, unit: measure.unit, ...estimate }));
      return { answer, document: { schemaVersion: 1, answer: answer.words, request, headline, tried }, replications };
    },
  };
}

/** A number that was tried, in a line for each end: how far it moves what was watched. */
function lineOf({ id, ...of }: TriedNumber, names: readonly string[]): string[] {
  return (['low', 'high'] as const).flatMap((end) => {
    const moves = of[end]?.map(({ mean }, at) => `${names[at]} by ${Number((mean ?? 0).toPrecision(3))}`);
    return moves === undefined ? [] : [`${id}, ${end} end: moves ${moves.join(', ')}`];
  });
}

/** Runs worlds by themselves, each once: what does not change with a number is not run again. */
class Runs {
  readonly seed: string;
  private readonly known = new Map<string, WorldSamples>();

  constructor(
    private readonly loaded: LoadedWorlds,
    private readonly options: Options & { readonly replications: number },
    private readonly signal: AbortSignal,
    private readonly terminal: Terminal,
  ) {
    this.seed = seedOf(options);
  }

  /**
   * Samples of each world; null when it was stopped, or there is no room, which was then told.
   * @param which Which of the trials it is, for whoever watches.
   */
  async of(worlds: readonly Member[], which = ''): Promise<WorldSamples[] | null> {
    const found: WorldSamples[] = [];
    for (const member of worlds) {
      const { hash } = member.description;
      let samples = this.known.get(hash);
      if (samples === undefined) {
        const { replications, workers } = this.options;
        const plan = { ...this.loaded.plan, worlds: [member], seed: this.seed, replications, workers };
        const done = await simulate(plan, this.signal, this.terminal, which);
        samples = done?.samples.worlds[0];
        if (done === null || samples === undefined || this.signal.aborted) return null;
        this.known.set(hash, samples);
      }
      found.push(samples);
    }
    return found;
  }
}

/** The same worlds with a number at an end of its range; null where they cannot be so. */
async function worldsAt(
  refs: readonly string[],
  where: LoadOptions,
  moved: RangeEnd,
): Promise<readonly Member[] | null> {
  const { loadFamily } = await import('../scenarios/index.js');
  const loaded = loadFamily(refs, { ...where, moved });
  return loaded.ok ? ((await plannedOf(loaded.scenarios))?.plan.worlds ?? null) : null;
}

/** Numbers of the worlds, each id once, that of the last world before others. */
function rowsOf({ plan }: LoadedWorlds): Row[] {
  const all = [...plan.worlds].reverse().flatMap(({ description }) => description.assumptions);
  return [...new Map(all.toReversed().map((row) => [row.id, row])).values()];
}

/** The numbers to be tried; null when one that is named is not known or has no range, which was then told. */
async function numbersOf(loaded: LoadedWorlds, options: Options, terminal: Terminal): Promise<Row[] | null> {
  const withRange = rowsOf(loaded).filter(({ range }) => range !== null);
  if (options.numbers === undefined) {
    const guesses = withRange.filter(({ source }) => source === null);
    if (guesses.length > 0) return guesses;
    const message = 'The scenario has no assumption, so there is nothing to try but numbers with a source.';
    tellOptionFault('--numbers', { message, expected: 'numbers that have a range' }, terminal);
    return null;
  }
  const known = withRange.map(({ id }) => id);
  const unknown = options.numbers.find((id) => !known.includes(id));
  if (unknown === undefined) return options.numbers.flatMap((id) => withRange.find((row) => row.id === id) ?? []);
  const { unknownName } = await import('../scenarios/index.js');
  const fault = unknownName(
    'number with a range',
    unknown,
    known,
    'Choose one of the log of assumptions that has a range.',
  );
  tellOptionFault('--numbers', fault, terminal);
  return null;
}

async function headlinesOf(
  { plan }: LoadedWorlds,
  options: Options,
  terminal: Terminal,
): Promise<readonly Headline[] | null> {
  const { readHeadlines } = await import('../experiment/index.js');
  const read = readHeadlines(options.headline, plan.worlds, '--headline');
  if (read.ok) return read.headlines;
  const { formatProblems } = await import('../scenarios/index.js');
  terminal.fault(formatProblems(read.problems));
  return null;
}
