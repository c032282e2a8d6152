/** Debian's `dieharder` fed with draws of the engine: which of its tests, on which draws, and what it says. */
import { execFileSync, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Orders of addresses, as `words.mjs` names them. */
export const STREAMS = ['persons', 'occurrences', 'names', 'counts', 'replications', 'seeds', 'arrivals', 'returns'];
/** The first 32 bits of a draw, and the last 32. */
export const READINGS = ['high', 'low'];
/**
 * A selection that ends in minutes; options of `dieharder`. Two tests take fewer words in each sample. The number of
 * samples stays 100, since with few of them its Kolmogorov-Smirnov test leans towards 1 whatever the generator.
 */
export const SELECTION = [
  '-d 0',
  '-d 2 -t 4000',
  '-d 4',
  '-d 8',
  '-d 11',
  '-d 15',
  '-d 100',
  '-d 102 -t 20000',
  '-d 206',
];
/** Everything that `dieharder` has: hours for each stream. */
export const EVERYTHING = ['-a'];

/** A p-value below this fails. */
export const FAILS = 1e-6;
/** dieharder calls a p-value weak that is nearer to either end than this. */
export const WEAK = 0.005;

/** One line of its answer. */
export interface Line {
  readonly test: string;
  readonly p: number;
}

const words = fileURLToPath(new URL('words.mjs', import.meta.url));

/** The version that is installed; null where there is none. */
export function dieharderVersion(): string | null {
  try {
    return /version (\S+)/.exec(execFileSync('dieharder', ['-l'], { encoding: 'utf8' }))?.[1] ?? null;
  } catch {
    return null;
  }
}

/**
 * What one of its tests says of a stream, read from the beginning; a filter of bytes may spoil the stream on the way.
 * Rejects when it says nothing.
 */
export async function dieharder(stream: string, reading: string, options: string, filter = 'cat'): Promise<Line[]> {
  const source = `'${process.execPath}' '${words}' ${stream} ${reading}`;
  const columns = '-D test_name -D ntuple -D pvalues';
  const command = `${source} | ${filter} | nice -n 10 dieharder -g 200 -S 1 ${options} ${columns}`;
  const child = spawn('/bin/sh', ['-c', command], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  const lines = readLines(text);
  if (lines.length === 0) throw new Error(`dieharder said nothing to ${stream} ${reading} ${options}: ${text}`);
  return lines;
}

/** The p-values in a printed answer. */
export function readLines(text: string): Line[] {
  return [...text.matchAll(/^\s*(\w+)\s*\|\s*(\d+)\|\s*([\d.]+)/gm)].map(([, test, tuple, p]) => ({
    test: `${test} ${tuple}`,
    p: Number(p),
  }));
}
