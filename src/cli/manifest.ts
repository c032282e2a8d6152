/** The run manifest: everything that is needed to get the same bytes again, and what they were. */
import { createHash } from 'node:crypto';
import { availableParallelism, cpus, platform, release, totalmem } from 'node:os';
import type { Results } from '../experiment/index.js';
import { MANIFEST_SCHEMA_VERSION, type Manifest } from './manifest-shape.js';
import { revision, version, versionOf } from './program-info.js';

/** A file with its fingerprint. */
export interface Fingerprint {
  /** From the output folder, with forward slashes. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What was asked for: enough to ask again; the date is what the report judges sunset dates against. */
export type Request = Readonly<Manifest['request']>;

/** The date of a request that is made now, as in `2026-03-31`. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** SHA-256 of a text in UTF-8, or of bytes, in hex. */
export function sha256(text: string | Uint8Array): string {
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
  results: Pick<Results, 'worlds' | 'design' | 'warmUp'>,
  inputs: ReadonlyMap<string, string>,
  outputs: ReadonlyMap<string, string>,
  circumstances: Circumstances,
): string {
  const { design } = results;
  const verdicts = results.warmUp.series.map(({ verdict }) => verdict).filter((verdict) => verdict !== 'not judged');
  const manifest: Manifest = {
    schemaVersion: MANIFEST_SCHEMA_VERSION,
    tool: { name: 'spillover', version: version(), revision: revision() },
    request: { ...request, scenarios: [...request.scenarios] },
    scenarios: results.worlds.map(({ id, label, owner, hash }) => ({ id, label, owner, hash })),
    inputs: fingerprints(inputs),
    chance: {
      generator: `spillover addressed draws, 52 bits; key words from the seed by seedrandom ${versionOf('seedrandom')}`,
      seed: design.seed,
      address: 'seed words, replication, 64-bit key of what caused the episode, name of the draw, count',
      sharedByWorlds: true,
      sameInstant: 'time, band, key, sequence of scheduling',
    },
    replications: { ...design.replications },
    time: {
      unit: 'hours from Monday 00:00 of the start week; 24-hour days',
      design: design.kind,
      start: design.start,
      dataCutOff: design.asOf,
      runLength: design.warmUp + design.measured + design.followUp,
      warmUp: design.warmUp,
      warmUpRule: 'as stated by the scenario, checked by MSER with a week as the batch',
      warmUpCheck: {
        statedWeeks: results.warmUp.stated,
        proposedWeeks: results.warmUp.proposed,
        isLongEnough: verdicts.length === 0 ? null : verdicts.every((verdict) => verdict === 'long enough'),
      },
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
