/** Exit codes of the command. Scripts rely on them: they change only with a new major version. */
export const Exit = {
  /** All was done. */
  done: 0,
  /** A run failed or could not be put in its place, or a rerun did not give the same bytes. */
  failed: 1,
  /** Wrong usage or invalid input; nothing was written. */
  usage: 2,
  /** It ran, but a stated check failed. */
  check: 3,
  /** Stopped by Ctrl-C; `run` and `compare` keep whole replications, other commands nothing. */
  interrupted: 130,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof Exit)[keyof typeof Exit];
