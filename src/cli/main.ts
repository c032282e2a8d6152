#!/usr/bin/env node
/** The command `spillover`: parse, call, exit code. */
import { isatty } from 'node:tty';
import { CommanderError } from 'commander';
import { Exit, type ExitCode } from './exit.js';
import { perform } from './program.js';
import { plain } from './terminal.js';

/** A terminal that is closed takes no more: nobody is there to be told, and what is done is put in its place all the same. */
function isGone(error: NodeJS.ErrnoException, stream: NodeJS.WriteStream): boolean {
  return error.code === 'EIO' && stream.isTTY;
}

/** A reader that has seen enough (`spillover describe … | head`) is no fault; a disk that is full is told where it can be. */
function onClosedOutput(error: NodeJS.ErrnoException): void {
  if (isGone(error, process.stdout)) return;
  if (error.code === 'EPIPE') process.exit(Exit.done);
  process.stderr.write(plain(`What was to be printed could not be written: ${error.message}\n`));
  process.exit(Exit.failed);
}

/** Says what went wrong where it was not the user's doing, and returns the exit code. */
function explain(error: unknown): ExitCode {
  if (error instanceof CommanderError) {
    const asked = ['commander.helpDisplayed', 'commander.version'].includes(error.code);
    return asked ? Exit.done : Exit.usage;
  }
  const known = error instanceof Error && error.name === 'InvariantError';
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(plain(known ? `A run failed.\n${message}\n` : `A fault in spillover itself: ${message}\n`));
  if (error instanceof Error && process.argv.includes('--verbose'))
    process.stderr.write(`${plain(error.stack ?? '')}\n`);
  return Exit.failed;
}

const terminals = [0, 1, 2].filter(isatty);
process.stdout.on('error', onClosedOutput);
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (!isGone(error, process.stderr)) process.exit(error.code === 'EPIPE' ? Exit.done : Exit.failed);
});
process.exitCode = await perform(process.argv.slice(2)).catch(explain);
// A terminal that is closed by now cannot be given back as it was found, at which Node would abort.
if (!terminals.every(isatty)) process.kill(process.pid, 'SIGHUP');
