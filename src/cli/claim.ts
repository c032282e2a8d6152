/** The output folder of a command: claimed before anything is simulated, and filled with what was asked, read and found. */
import type { Results } from '../experiment/index.js';
import { type Claim, claimFolder, MANIFEST } from './files.js';
import { type Circumstances, type Request, writeManifest } from './manifest.js';
import type { Options } from './options.js';
import { INPUTS } from './outputs.js';
import type { Terminal } from './terminal.js';

/** Claims a folder, or says why it cannot be written and what to do: null then. */
export function claimOrTell(path: string, options: Options, terminal: Terminal): Claim | null {
  const claimed = claimFolder(path, options.force === true);
  if (claimed.ok) return claimed.claim;
  terminal.fault(claimed.reason);
  return null;
}

/** What a command leaves in its folder. */
interface Left {
  readonly request: Request;
  readonly results: Pick<Results, 'worlds' | 'design' | 'warmUp'>;
  /** Text of the files that were read, by path in the folder of inputs. */
  readonly files: ReadonlyMap<string, string>;
  /** Text of what was found, by path in the folder. */
  readonly outputs: ReadonlyMap<string, string>;
  readonly circumstances: Circumstances;
}

/** Writes outputs, copies of what was read, and the manifest aside; null, or why they could not be written and what to do. */
export async function writeAside(claim: Claim, left: Left): Promise<string | null> {
  const { request, results, files, outputs, circumstances } = left;
  const inputs = new Map([...files].map(([path, text]) => [`${INPUTS}/${path}`, text]));
  const manifest = writeManifest(request, results, inputs, outputs, circumstances);
  const failure = await claim.write(new Map([...inputs, ...outputs, [MANIFEST, manifest]]));
  return failure === null ? null : `${failure} Make room and run it again, or choose another folder with --out.`;
}
