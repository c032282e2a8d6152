/**
 * Asks this process's JavaScript engine to put more functions into the ones that call them. Ours are many and small, so
 * that they can be read; by default calling them takes 5 to 15% of a simulation (docs/performance.md).
 */
import { setFlagsFromString } from 'node:v8';

/** Bytecodes of callees that one function may take in; the default is 920. */
const BYTECODES = 2500;

/**
 * Sets it for every thread of this process. It changes how fast events are, never what they are; an engine that does not
 * know the setting says so on standard error, and goes on without.
 */
export function inlineMore(): void {
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${BYTECODES}`);
}
