/**
 * Asks this process's JavaScript engine to make fast code of less. Reading and checking run most of their functions a few
 * times, and making fast code of what ran for a hundredth of a second takes longer than it saves (docs/performance.md).
 */
import { setFlagsFromString } from 'node:v8';

/** Bytecodes that a function runs through before it may be made fast; the default is 67,584. */
const BYTECODES = 1_000_000;

/**
 * Sets it for every thread of this process, so not where anything is simulated. It changes how fast things are, never what
 * they are; what does run for seconds is made fast all the same.
 */
export function compileLess(): void {
  setFlagsFromString(`--interrupt-budget=${BYTECODES}`);
}
