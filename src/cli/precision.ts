/** How many replications an analyst asks for: a number, or as many as a precision takes. */
import type { Member, PrecisionRule } from '../experiment/index.js';
import type { Request } from './manifest.js';
import type { Options } from './options.js';
import type { Terminal } from './terminal.js';

/** Replications at most, when nothing is said. */
const MOST = 1024;

/** What was asked for, as it is recorded and as it is run. */
export interface Wanted {
  readonly request: Pick<Request, 'replications' | 'precision'>;
  readonly precision: PrecisionRule | undefined;
}

/** Reads the options; null, with the reason told, when a measure is not there. */
export async function wantedOf(
  options: Options,
  stated: number,
  worlds: readonly Member[],
  terminal: Terminal,
): Promise<Wanted | null> {
  if (options.precision === undefined) {
    return { request: { replications: options.replications ?? stated, precision: null }, precision: undefined };
  }
  const most = options.maxReplications ?? MOST;
  const rule = await ruleOf(options.precision, options.precisionMeasures, most, worlds, terminal);
  if (rule === null) return null;
  const { headlineName } = await import('../experiment/index.js');
  const measures = rule.measures.map(headlineName);
  return { request: { replications: most, precision: { share: options.precision, measures } }, precision: rule };
}

/** A rule of precision from the names of its measures; null, with the reason told, when the worlds do not have them. */
export async function ruleOf(
  share: number,
  names: readonly string[] | undefined,
  most: number,
  worlds: readonly Member[],
  terminal: Terminal,
): Promise<PrecisionRule | null> {
  const { readHeadlines } = await import('../experiment/index.js');
  const read = readHeadlines(names, worlds);
  if (read.ok) return { share, measures: read.headlines, most };
  const { formatProblems } = await import('../scenarios/index.js');
  terminal.fault(formatProblems(read.problems));
  return null;
}
