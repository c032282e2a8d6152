/**
 * The only writer to the terminal: the answer goes to standard output, all else to standard error. Text that may come
 * from a scenario is stripped of control characters here, so that a file cannot move the cursor or hide a line.
 */
import { styleText } from 'node:util';
import type { Options } from './options.js';
import { type Progress, startProgress } from './progress.js';

/** What a command may say, and where. */
export interface Terminal {
  /** The answer, on standard output. */
  readonly answer: (text: string) => void;
  /** A heading of the answer. */
  readonly heading: (text: string) => void;
  /** One JSON document, on standard output. */
  readonly document: (value: unknown) => void;
  /** A path, a hint or a warning, on standard error; silent with `--quiet`. */
  readonly note: (text: string) => void;
  /** A fault, on standard error, always. */
  readonly fault: (text: string) => void;
  /** With `--verbose`, a line for a phase that is over. */
  readonly phase: (text: string) => void;
  /** A bar with the time left on a terminal; else a plain line now and then, once it takes longer than 2 s. */
  readonly progress: (total: number, unit: string) => Progress;
  /** True when one JSON document is wanted in place of words. */
  readonly json: boolean;
}

/** Control characters, escapes, and marks that reverse the direction of text; line ends and tabs stay. */
const UNSAFE = /(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff]/gu;

/** Text that is safe on a terminal. */
export function plain(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(UNSAFE, '');
}

/** JSON on one line, in which what `plain` would strip is escaped. */
function json(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Opens the terminal as the options ask. */
export function openTerminal(options: Options): Terminal {
  if (options.color === false) process.env.NO_COLOR = '1';
  const quiet = options.quiet === true;
  const started = performance.now();
  const print = (stream: NodeJS.WriteStream, text: string) => stream.write(`${text}\n`);
  const bold = (stream: NodeJS.WriteStream, text: string) => styleText('bold', text, { stream, validateStream: true });
  return {
    answer: (text) => print(process.stdout, plain(text)),
    heading: (text) => print(process.stdout, bold(process.stdout, plain(text))),
    document: (value) => print(process.stdout, json(value)),
    note: (text) => void (quiet || print(process.stderr, plain(text))),
    fault: (text) => print(process.stderr, plain(text)),
    phase: (text) => {
      if (options.verbose && !quiet)
        print(process.stderr, `[${((performance.now() - started) / 1000).toFixed(2)} s] ${plain(text)}`);
    },
    progress: (total, unit) => startProgress(total, plain(unit), quiet),
    json: options.json === true,
  };
}
