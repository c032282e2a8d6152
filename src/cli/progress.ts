/** Progress with the time left, on standard error. */
import type { SingleBar } from 'cli-progress';

/** How far a long piece of work has come. */
export interface Progress {
  readonly update: (done: number) => void;
  readonly stop: () => void;
}

/** Quiet for so long [ms]; a plain line no more often than every `PLAIN_EVERY`. */
const PLAIN_AFTER = 2000;
const PLAIN_EVERY = 10_000;

/** A bar on a terminal, lines elsewhere, nothing when quiet. */
export function startProgress(total: number, unit: string, quiet: boolean): Progress {
  if (quiet) return { update: () => {}, stop: () => {} };
  const bar = process.stderr.isTTY === true && process.env.TERM !== 'dumb';
  return bar ? barProgress(total, unit) : lineProgress(total, unit);
}

/** Progress of pieces of work that come one after another, each with a name and a number of replications. */
export function oneAfterAnother(terminal: { readonly progress: (total: number, unit: string) => Progress }) {
  let shown: { readonly of: string; readonly progress: Progress } | null = null;
  return {
    told: (what: string, done: number, total: number) => {
      const of = `${what} ${total}`;
      if (shown?.of !== of) {
        shown?.progress.stop();
        shown = { of, progress: terminal.progress(total, `replications ${what}`) };
      }
      shown.progress.update(done);
    },
    stop: () => shown?.progress.stop(),
  };
}

function barProgress(total: number, unit: string): Progress {
  let bar: SingleBar | null = null;
  let latest = 0;
  let stopped = false;
  // Loaded here, so that a command which never waits does not pay for it.
  void import('cli-progress').then(({ default: progress }) => {
    if (stopped) return;
    bar = new progress.SingleBar({
      format: `{bar} {value} of {total} ${unit}, {eta_formatted} left`,
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
      etaBuffer: 20,
      gracefulExit: false,
    });
    bar.start(total, latest);
  });
  return {
    update: (done) => {
      latest = done;
      bar?.update(done);
    },
    stop: () => {
      stopped = true;
      bar?.stop();
    },
  };
}

/** When the next plain line may come: pieces of work that follow one another share it, however short each is. */
let nextLineAt: number | null = null;

function lineProgress(total: number, unit: string): Progress {
  nextLineAt ??= performance.now() + PLAIN_AFTER;
  let first: { readonly at: number; readonly done: number } | null = null;
  return {
    update: (done) => {
      const now = performance.now();
      first ??= { at: now, done };
      if (now < nextLineAt! || done === 0) return;
      nextLineAt = now + PLAIN_EVERY;
      const left = ((now - first.at) / (done - first.done)) * (total - done);
      const until = done > first.done && done < total ? `, ${duration(left)} left` : '';
      process.stderr.write(`${done} of ${total} ${unit} done${until}\n`);
    },
    stop: () => {},
  };
}

/** A time in words that are short enough for a line: `about 40 s`, `about 3 min`. */
function duration(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  return seconds < 100 ? `about ${seconds} s` : `about ${Math.round(seconds / 60)} min`;
}
