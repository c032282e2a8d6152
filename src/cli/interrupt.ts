/**
 * Ctrl-C: the first one asks for an orderly end; the second one ends at once and keeps nothing. A terminal that is closed asks
 * for an orderly end too, and may do so twice: the shell passes on what the system has sent.
 */
import { Exit } from './exit.js';
import type { Terminal } from './terminal.js';

/**
 * Listens for Ctrl-C, for the request to end and for the end of the terminal while `work` runs, and hands it the signal to stop.
 * @param outcome What becomes of the work that is done, in words without a full stop.
 */
export async function interruptible<Result>(
  terminal: Terminal,
  outcome: string,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const listen = () => {
    if (controller.signal.aborted) process.exit(Exit.interrupted);
    terminal.note(`Stopping. ${outcome}; press Ctrl-C again to stop at once.`);
    controller.abort();
  };
  process.on('SIGINT', listen);
  process.on('SIGTERM', listen);
  const close = () => controller.abort();
  process.on('SIGHUP', close);
  try {
    return await work(controller.signal);
  } finally {
    process.off('SIGINT', listen);
    process.off('SIGTERM', listen);
    process.off('SIGHUP', close);
  }
}
