/** What `validate` does: the worlds that the targets name are run one by one, and their figures scored. */
import type { Member, Period, Samples } from '../experiment/index.js';
import type { Target, TargetMapping, TargetPeriod } from '../scenarios/index.js';
import { Exit, type ExitCode } from './exit.js';
import { interruptible } from './interrupt.js';
import { type LoadedWorlds, loadWorlds } from './load-worlds.js';
import { tellOptionFault } from './option-fault.js';
import { type Options, seedOf } from './options.js';
import type { KnockOut } from './scorecard-words.js';
import { simulate } from './simulate.js';
import type { Terminal } from './terminal.js';

/** Worlds that the targets need, each once, in the order of the file. */
function worldsOf(targets: readonly Target[]): string[] {
  const named = targets.flatMap(({ world, mapping }) =>
    mapping.kind === 'measured' ? [...(mapping.against === null ? [] : [mapping.against]), world] : [],
  );
  return [...new Set(named)];
}

/** Measures that a target names. */
function measuresIn(mapping: Extract<TargetMapping, { kind: 'measured' }>): string[] {
  return [mapping, ...(mapping.dividedBy === null ? [] : [mapping.dividedBy])]
    .flatMap(({ of, over }) => [...of, ...(Array.isArray(over) ? over : [])])
    .map(({ measure }) => measure);
}

const HOURS_A_DAY = 24;
const MILLISECONDS_A_DAY = 86_400_000;

/** Periods in which the targets read a world, as hours of its run; those that the run does not cover are left out. */
function periodsOf(targets: readonly Target[], name: string, { design, worlds }: LoadedWorlds['plan']): Period[] {
  if (design.kind !== 'go-live') return [];
  const start = Date.parse(design.start) / MILLISECONDS_A_DAY;
  const horizon = worlds[0]?.world.horizon ?? 0;
  const asked = targets.flatMap(({ world, mapping }): (TargetPeriod | null)[] => {
    if (mapping.kind !== 'measured') return [];
    return [world === name ? mapping.during : null, mapping.against === name ? mapping.againstDuring : null];
  });
  const measures = targets.flatMap(({ world, mapping }) =>
    mapping.kind === 'measured' && [world, mapping.against].includes(name) ? measuresIn(mapping) : [],
  );
  const spans = asked.flatMap((period) => {
    if (period === null) return [];
    const { id, from, until } = period;
    return [{ id, from: (from - start) * HOURS_A_DAY, to: (until - start) * HOURS_A_DAY, measures }];
  });
  const inside = spans.filter(({ from, to }) => from >= 0 && to <= horizon);
  return [...new Map(inside.map((span) => [span.id, span])).values()];
}

/** Scores the shipped worlds. */
export function score(options: Options, terminal: Terminal): Promise<ExitCode> {
  return interruptible(terminal, 'No scorecard will be printed', (signal) => perform(options, signal, terminal));
}

async function perform(options: Options, signal: AbortSignal, terminal: Terminal): Promise<ExitCode> {
  if (options.measure !== undefined && options.knockOut === undefined) {
    const message = 'Measures are told with a mechanism and without it, and none is taken out.';
    tellOptionFault(
      '--measure',
      { message, expected: '--knock-out beside it', next: 'Add --knock-out with a policy.' },
      terminal,
    );
    return Exit.usage;
  }
  const { formatProblems, loadTargets, unknownName } = await import('../scenarios/index.js');
  const loaded = loadTargets(options.targets ?? 'targets', { cwd: process.cwd() });
  if (!loaded.ok) {
    terminal.fault(formatProblems(loaded.problems));
    return Exit.usage;
  }
  const ids = loaded.targets.map(({ id }) => id);
  const unknown = options.figure?.find((id) => !ids.includes(id));
  if (unknown !== undefined) {
    tellOptionFault('--figure', unknownName('published figure', unknown, ids, 'Choose one that there is.'), terminal);
    return Exit.usage;
  }
  const targets = loaded.targets.filter(({ id }) => options.figure?.includes(id) ?? true);
  const readings = [...loaded.readings, ...(options.reading ?? [])];
  const { readHeadlines, readingsInUse, roundToInterval, scorecard, withoutMechanism } = await import(
    '../experiment/index.js'
  );
  // Before anything is run: whether there are such measures in every world. Each is told for itself, so that any number will do.
  const members = options.measure === undefined ? [] : await membersOf(targets, terminal);
  if (members === null) return Exit.usage;
  const asked =
    options.measure === undefined
      ? null
      : readHeadlines(options.measure, members, '--measure', Number.POSITIVE_INFINITY);
  if (asked !== null && !asked.ok) {
    terminal.fault(formatProblems(asked.problems));
    return Exit.usage;
  }
  const plain = await simulated([], targets, options, signal, terminal);
  if ('code' in plain) return plain.code;
  const rows = scorecard(plain.samples, targets, { readings });
  const knockOuts: KnockOut[] = [];
  for (const policy of options.knockOut ?? []) {
    const without = await simulated([policy], targets, options, signal, terminal);
    if ('code' in without) return without.code;
    const { figures, measures } = withoutMechanism(
      plain.samples,
      without.samples,
      targets,
      readings,
      asked?.headlines ?? [],
    );
    knockOuts.push({ policy, replications: plain.samples[0]?.replications ?? 0, rows: figures, measures });
  }
  if (terminal.json) {
    terminal.document(options.knockOut === undefined ? rows : { rows, knockOuts });
  } else {
    const { knockOutsInWords, scorecardInWords } = await import('./scorecard-words.js');
    terminal.answer(scorecardInWords(rows, roundToInterval));
    const inUse = [...readingsInUse(targets, readings).values()];
    if (inUse.length > 0)
      terminal.answer(`\nFigures that can be read in two ways were counted by these readings: ${inUse.join(', ')}.`);
    if (knockOuts.length > 0) terminal.answer(`\n${knockOutsInWords(rows, knockOuts, roundToInterval)}`);
  }
  const counted = rows.filter(
    ({ role, status, counts }) => counts && status === 'outside' && (role === 'rate' || role === 'emergent'),
  );
  return counted.length > 0 ? Exit.check : Exit.done;
}

/** The worlds that targets name; null where one cannot be read, which is told. */
async function membersOf(targets: readonly Target[], terminal: Terminal): Promise<Member[] | null> {
  const members: Member[] = [];
  for (const name of worldsOf(targets)) {
    const loaded = await loadWorlds([name], { cwd: process.cwd() }, terminal);
    if (loaded === null) return null;
    members.push(...loaded.plan.worlds);
  }
  return members;
}

/** The worlds that targets name, each run by itself, with policies put on besides; or why they were not. */
async function simulated(
  policies: readonly string[],
  targets: readonly Target[],
  options: Options,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<{ readonly samples: Samples[] } | { readonly code: ExitCode }> {
  const seed = seedOf(options);
  // The same seed draws the same people in every world, so worlds can be run apart and still be compared in pairs.
  const samples: Samples[] = [];
  for (const name of worldsOf(targets)) {
    const world = await loadWorlds([name], { cwd: process.cwd(), policies }, terminal);
    if (world === null) return { code: Exit.usage };
    const periods = periodsOf(targets, name, world.plan);
    const plan = { ...world.plan, periods, seed, replications: options.replications ?? world.replications };
    const done = await simulate({ ...plan, workers: options.workers }, signal, terminal);
    if (done === null) return { code: Exit.usage };
    if (signal.aborted) {
      terminal.note(`Stopped in ${name}; a scorecard needs all of its worlds, so none is printed.`);
      return { code: Exit.interrupted };
    }
    terminal.phase(`simulated ${name}, ${plan.replications} replications`);
    samples.push(done.samples);
  }
  return { samples };
}
