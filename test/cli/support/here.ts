/** The command in the process of the test: for what `spillover` beside it shows once, and need not start a program for again. */
import { CommanderError } from 'commander';
import { vi } from 'vitest';
import { Exit } from '../../../src/cli/exit.js';
import { perform } from '../../../src/cli/program.js';
import { cleanEnvironment, type Outcome } from './spillover.js';

/**
 * Performs a command to its end, as the program does with the same words in the same folder. Words that commander refuses
 * are wrong usage, as they are to the program (help.test.ts has it refuse them); a fault of its own fails the test.
 */
export async function here(words: readonly string[], cwd: string): Promise<Outcome> {
  const before = { cwd: process.cwd(), env: process.env };
  const said = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      said[name] += text;
      return true;
    }),
  );
  process.env = cleanEnvironment({});
  process.chdir(cwd);
  try {
    return { code: await perform(words).catch(refusal), ...said };
  } finally {
    process.chdir(before.cwd);
    process.env = before.env;
    for (const spy of spies) spy.mockRestore();
  }
}

/** The exit code of words that are refused; anything else that was thrown is thrown on. */
function refusal(error: unknown): number {
  if (error instanceof CommanderError && error.exitCode !== 0) return Exit.usage;
  throw error;
}
