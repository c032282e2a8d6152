import type { Fault } from './problems.js';

/** A file that was read. */
export interface SourceFile {
  /** Stable name: `project/…`, relative to the project root, or `shipped/…`. */
  readonly id: string;
  /** As shown to the reader. */
  readonly shown: string;
  readonly text: string;
}

/** What a reference is expected to name. */
export type FileKind = 'scenario' | 'policy' | 'question' | 'evidence' | 'targets' | 'document';

/** Where files come from: the disk, or a set held in memory. */
export interface Files {
  /** The file that a reference names, seen from another file (null: from the command line); or why there is none. */
  readonly find: (reference: string, kind: FileKind, from: SourceFile | null) => SourceFile | Fault;
  /** The evidence that comes with the program. */
  readonly shippedEvidence: () => readonly SourceFile[];
  /** The table of published figures that comes with the program. */
  readonly shippedTargets: () => SourceFile | Fault;
}

/** Is this a file, rather than the reason why there is none? */
export function isFile(found: SourceFile | Fault): found is SourceFile {
  return 'text' in found;
}
