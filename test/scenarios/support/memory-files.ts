import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FileKind, Files, SourceFile } from '../../../src/scenarios/files.js';
import type { Fault } from '../../../src/scenarios/problems.js';

const LIBRARY = fileURLToPath(new URL('../../../scenarios/', import.meta.url));
const FOLDERS: Readonly<Partial<Record<FileKind, string>>> = { policy: 'policies/' };

/** The files that ship, read once: what is read from them is then known too, as long as nobody changes them. */
export const shipped: ReadonlyMap<string, SourceFile> = new Map(
  ['', 'policies/', 'evidence/'].flatMap((folder) =>
    readdirSync(`${LIBRARY}${folder}`)
      .filter((name) => /\.(yaml|csv)$/.test(name))
      .map((name) => `${folder}${name}`)
      .map((id) => [id, { id: `shipped/${id}`, shown: id, text: readFileSync(`${LIBRARY}${id}`, 'utf8') }]),
  ),
);

/** Files held in memory, by name: those given, before the shipped ones of the same name. */
export class MemoryFiles implements Files {
  readonly all: ReadonlyMap<string, SourceFile>;

  constructor(own: Readonly<Record<string, string>>) {
    const changed = Object.entries(own).map(([name, text]) => [name, { id: name, shown: name, text }] as const);
    this.all = new Map([...shipped, ...changed]);
  }

  find(reference: string, kind: FileKind): SourceFile | Fault {
    const path = reference.replace(/^\.\//, '');
    const name = this.all.has(path) ? path : `${FOLDERS[kind] ?? ''}${reference}.yaml`;
    return (
      this.all.get(name) ?? {
        message: `There is no file \`${reference}\`.`,
        found: reference,
        expected: 'a file that is there',
        next: 'Look at the spelling.',
      }
    );
  }

  shippedEvidence(): SourceFile[] {
    return [...this.all.values()].filter(
      ({ shown }) => shown.startsWith('evidence/') && !shown.endsWith('validation-targets.csv'),
    );
  }

  shippedTargets(): SourceFile | Fault {
    return this.all.get('evidence/validation-targets.csv') as SourceFile;
  }
}
