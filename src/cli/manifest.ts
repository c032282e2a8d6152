/** The run manifest: everything that is needed to get the same bytes again, and what they were. */
import { createHash } from 'node:crypto';
import { availableParallelism, cpus, platform, release, totalmem } from 'node:os';
import type { Results } from '../experiment/index.js';
import { revision, version } from './program-info.js';

/** Version of the manifest's layout; a newer one is refused by an older program. */
export const MANIFEST_SCHEMA_VERSION = 1;

/** A file with its fingerprint. */
export interface Fingerprint {
  /** From the output folder, with forward slashes. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What was asked for: enough to ask again. */
export interface Request {
  readonly command: 'run' | 'compare';
  /** As given, or relative to `inputs/project` for a file; the first is the baseline. */
  readonly scenarios: readonly string[];
  readonly design: 'steady' | 'go-live' | null;
  readonly seed: string;
  /** The number that was fixed, or with `precision` the most that there may be. */
  readonly replications: number;
  readonly precision: { readonly share: number; readonly measures: readonly string[] } | null;
  /** Services that were ample in two further arms, where that was asked. */
  readonly fourArms: readonly string[] | null;
  /** Day of the run (YYYY-MM-DD): what the report judges sunset dates against. */
  readonly date: string;
}

/** SHA-256 of a text, in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Fingerprints of files by path. */
export function fingerprints(files: ReadonlyMap<string, string>): Fingerprint[] {
  return [...files].map(([path, text]) => ({ path, sha256: sha256(text), bytes: Buffer.byteLength(text) }));
}

/** How the run went on this machine; nothing in it may change a result. */
export interface Circumstances {
  readonly workers: number;
  readonly wallSeconds: number;
}

/**
 * Writes the manifest of a run: what was asked and read, how chance was drawn, the times of the design, what was written,
 * and on which machine. The last is for the record; all else is enough to get the same bytes again.
 */
export function writeManifest(
  request: Request,
  results: Results,
  inputs: ReadonlyMap<string, string>,
  outputs: ReadonlyMap<string, string>,
  circumstances: Circumstances,
): string {
  const { design } = results;
  const manifest = {
    schemaVersion: MANIFEST_SCHEMA_VERSION,
    tool: { name: 'spillover', version: version(), revision: revision() },
    request,
    scenarios: results.worlds.map(({ id, label, owner, hash }) => ({ id, label, owner, hash })),
    inputs: fingerprints(inputs),
    chance: {
      generator: 'spillover addressed draws, 52 bits; key words from the seed by seedrandom 3.0.5',
      seed: design.seed,
      address: 'seed words, replication, 64-bit key of what caused the episode, name of the draw, count',
      sharedByWorlds: true,
      sameInstant: 'time, band, key, sequence of scheduling',
    },
    replications: design.replications,
    time: {
      unit: 'hours from Monday 00:00 of the start week; 24-hour days',
      design: design.kind,
      start: design.start,
      dataCutOff: design.asOf,
      warmUp: design.warmUp,
      warmUpRule: 'as stated by the scenario',
      measured: design.measured,
      followUp: design.followUp,
      startState: 'drawn: the stock that the scenario declares, by length-biased sampling; services otherwise empty',
    },
    outputs: fingerprints(outputs),
    machine: {
      workers: circumstances.workers,
      wallSeconds: circumstances.wallSeconds,
      peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
      node: process.version,
      system: `${platform()} ${release()}`,
      processor: cpus()[0]?.model ?? 'unknown',
      processors: availableParallelism(),
      memoryBytes: totalmem(),
    },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
