/** What a command is: its words, its options and what it does. `program.ts` turns it into help and parsing. */
import type { Fault } from '../scenarios/index.js';
import type { ExitCode } from './exit.js';
import type { OptionName, Options } from './options.js';
import type { Terminal } from './terminal.js';

/** An option that would do nothing, and what to write instead. */
export interface IdleOption {
  readonly option: string;
  readonly fault: Fault;
}

/** One command, one file in `commands/`. */
export interface CommandPart {
  /** As typed, and the name of its file. */
  readonly id: string;
  /** In commander's notation: `<one>`, `<several...>`, `[optional]`. */
  readonly arguments: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** A paragraph, for the command's own help. */
  readonly description: string;
  readonly options: readonly OptionName[];
  /** Lines that really work. */
  readonly examples: readonly string[];
  /**
   * One of the options given on the command line that would do nothing beside these words and the others, or null. Left out:
   * each does something wherever it stands.
   */
  readonly idle?: (words: readonly string[], given: ReadonlySet<OptionName>) => IdleOption | null;
  /** Does it. Heavy modules are imported inside, so that help and mistakes answer at once. */
  readonly perform: (words: readonly string[], options: Options, terminal: Terminal) => Promise<ExitCode>;
}
