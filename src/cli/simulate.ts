/** Runs a family of worlds with progress on the terminal. */
import type { Experiment, Plan } from '../experiment/index.js';
import type { Terminal } from './terminal.js';

/** What to run; without `workers`, as many as the machine can keep busy. */
export type Work = Omit<Plan, 'workers' | 'onProgress' | 'signal'> & { readonly workers: number | undefined };

/** What came of it. */
export interface Done {
  readonly results: Extract<Experiment, { ok: true }>['results'];
  readonly samples: Extract<Experiment, { ok: true }>['samples'];
  readonly workers: number;
  readonly wallSeconds: number;
}

/** Loads what results are told with. A fault of it shows where it is called for. */
function loadAhead(): void {
  import('../report/index.js').catch(() => {});
}

/**
 * Simulates; null, with the reason told, when the machine has not the memory. Throws InvariantError when a run fails.
 * @param which Which of several it is, for whoever watches the progress; empty where it is the only one.
 */
export async function simulate(work: Work, signal: AbortSignal, terminal: Terminal, which = ''): Promise<Done | null> {
  const { defaultWorkers, runExperiment } = await import('../experiment/index.js');
  const workers = Math.min(work.workers ?? defaultWorkers(), work.replications);
  const [only, ...others] = work.worlds;
  const whose = only !== undefined && others.length === 0 ? ` of ${only.description.id}` : '';
  const atMost = work.precision === undefined ? '' : ' at most';
  const progress = terminal.progress(work.replications, `replications${whose}${atMost}${which}`);
  const onProgress = (done: number, total: number) => {
    progress.update(done);
    // A worker without a replication leaves a processor idle while others run their last.
    if (done < total && total - done < workers) loadAhead();
  };
  const started = performance.now();
  try {
    const result = await runExperiment({ ...work, workers, onProgress, signal });
    if (!result.ok) {
      const { formatProblems } = await import('../scenarios/index.js');
      terminal.fault(formatProblems(result.problems));
      return null;
    }
    const wallSeconds = Math.round(performance.now() - started) / 1000;
    return { results: result.results, samples: result.samples, workers, wallSeconds };
  } finally {
    progress.stop();
  }
}
