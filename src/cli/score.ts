/** What `validate` does: the worlds that the targets name are run one by one, and their figures scored. */
import type { Samples } from '../experiment/index.js';
import type { Target } from '../scenarios/index.js';
import { Exit, type ExitCode } from './exit.js';
import { interruptible } from './interrupt.js';
import { loadWorlds } from './load-worlds.js';
import { DEFAULT_SEED, type Options } from './options.js';
import { simulate } from './simulate.js';
import type { Terminal } from './terminal.js';

/** Worlds that the targets need, each once, in the order of the file. */
function worldsOf(targets: readonly Target[]): string[] {
  const named = targets.flatMap(({ world, mapping }) =>
    mapping.kind === 'measured' ? [...(mapping.against === null ? [] : [mapping.against]), world] : [],
  );
  return [...new Set(named)];
}

/** The reading that is scored when none is asked for: the first one that the targets name. */
function firstReading(targets: readonly Target[]): string[] {
  return targets
    .flatMap(({ mapping }) => (mapping.kind === 'measured' && mapping.reading !== null ? [mapping.reading] : []))
    .slice(0, 1);
}

/** Scores the shipped worlds. */
export function score(options: Options, terminal: Terminal): Promise<ExitCode> {
  return interruptible(terminal, 'No scorecard will be printed', (signal) => perform(options, signal, terminal));
}

async function perform(options: Options, signal: AbortSignal, terminal: Terminal): Promise<ExitCode> {
  const { formatProblems, loadTargets } = await import('../scenarios/index.js');
  const loaded = loadTargets(options.targets ?? 'targets', { cwd: process.cwd() });
  if (!loaded.ok) {
    terminal.fault(formatProblems(loaded.problems));
    return Exit.usage;
  }
  const { targets } = loaded;
  const readings = options.reading ?? firstReading(targets);
  const seed = options.seed ?? DEFAULT_SEED;
  // The same seed draws the same people in every world, so worlds can be run apart and still be compared in pairs.
  const samples: Samples[] = [];
  for (const name of worldsOf(targets)) {
    const world = await loadWorlds([name], { cwd: process.cwd() }, terminal);
    if (world === null) return Exit.usage;
    const plan = { ...world.plan, seed, replications: options.replications ?? world.replications };
    const done = await simulate({ ...plan, workers: options.workers }, signal, terminal);
    if (done === null) return Exit.usage;
    if (signal.aborted) {
      terminal.note(`Stopped in ${name}; a scorecard needs all of its worlds, so none is printed.`);
      return Exit.interrupted;
    }
    terminal.phase(`simulated ${name}, ${plan.replications} replications`);
    samples.push(done.samples);
  }
  const { roundToInterval, scorecard } = await import('../experiment/index.js');
  const rows = scorecard(samples, targets, { readings });
  if (terminal.json) {
    terminal.document(rows);
  } else {
    const { scorecardInWords } = await import('./scorecard-words.js');
    terminal.answer(scorecardInWords(rows, roundToInterval));
    if (readings.length > 0)
      terminal.answer(`\nWhere a figure can be read in two ways, it was read by: ${readings.join(', ')}.`);
  }
  const counted = rows.filter(({ role, status }) => status === 'outside' && (role === 'rate' || role === 'emergent'));
  return counted.length > 0 ? Exit.check : Exit.done;
}
