import type { z } from 'zod';
import { assemble, type CheckedScenario } from './assemble.js';
import { checkPolicyFile } from './check-policy.js';
import { checkFamily } from './family.js';
import { type FileKind, isFile } from './files.js';
import { DiskFiles, type InputFile, type LoadOptions } from './load.js';
import { type Problem, ProblemList, problemsIn, sortProblems } from './problems.js';
import { type ReadQuestion, readQuestion } from './questions.js';
import { readWith } from './read-with.js';
import { type ReadTargets, readTargets, type Target } from './targets.js';
import { child } from './tree.js';
import { readSource } from './yaml.js';

/** Files with faults: nothing can be run, and every fault is told. */
export interface Refused {
  readonly ok: false;
  readonly problems: readonly Problem[];
}

/** Scenarios without faults that can be compared: they share their people and their time. */
export interface LoadedFamily {
  readonly ok: true;
  /** The project root. */
  readonly project: string;
  /** In the order asked for; the first is the baseline. */
  readonly scenarios: readonly CheckedScenario[];
  /** Every file that was read. */
  readonly files: readonly InputFile[];
  /** Worth telling, but no reason to refuse. */
  readonly warnings: readonly Problem[];
}

/** A scenario without faults. */
export interface LoadedScenario extends Omit<LoadedFamily, 'scenarios'> {
  readonly scenario: CheckedScenario;
  /** Path of the entry file among `files`. */
  readonly entry: string;
}

/** Where published figures are found in the results. */
export interface LoadedTargets {
  readonly ok: true;
  readonly targets: readonly Target[];
  /** Readings of figures that count where none is asked for. */
  readonly readings: readonly string[];
  readonly files: readonly InputFile[];
}

/** A document of another kind, without faults. */
export interface LoadedDocument<T> {
  readonly ok: true;
  readonly value: T;
  readonly files: readonly InputFile[];
}

/** What was found in one file. */
export interface CheckedFile {
  readonly kind: 'scenario' | 'policy' | 'targets' | 'question' | 'unknown';
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** Of a question without faults: what it says, and its worlds. */
  readonly asked?: ReadQuestion | null;
}

/**
 * Reads a scenario (a shipped one by name, or a file by path) with everything that it extends, its policies and its
 * evidence, and checks it; all Problems are found at once. Never throws for what a file says.
 */
export function loadScenario(reference: string, options: LoadOptions): LoadedScenario | Refused {
  const loaded = loadFamily([reference], options);
  if (!loaded.ok) return loaded;
  const { scenarios, ...rest } = loaded;
  const [scenario] = scenarios;
  return scenario === undefined ? { ok: false, problems: [] } : { ...rest, scenario, entry: scenario.entry };
}

/** Reads scenarios to be compared, the baseline first, and checks that they can be. */
export function loadFamily(references: readonly string[], options: LoadOptions): LoadedFamily | Refused {
  const files = new DiskFiles(options);
  const list = new ProblemList();
  const members = references.flatMap((reference) => {
    const { design, levers, measure, moved, policies } = options;
    const scenario = assemble(reference, files, { design, measure, policies, levers, moved }, list);
    return scenario === null ? [] : [scenario];
  });
  if (members.length === references.length) checkFamily(members, list);
  else list.incomplete = true;
  if (list.problems.length > 0) return { ok: false, problems: problemsIn(list) };
  return {
    ok: true,
    project: files.root,
    scenarios: members,
    files: files.read(),
    warnings: sortProblems(list.warnings),
  };
}

/** Reads a targets file, `targets` being the shipped one, and the table of published figures that it maps. */
export function loadTargets(reference: string, options: LoadOptions): LoadedTargets | Refused {
  const files = new DiskFiles(options);
  const list = new ProblemList();
  const { targets, readings } = readTargetsFile(reference, files, list);
  if (list.problems.length > 0) return { ok: false, problems: problemsIn(list) };
  return { ok: true, targets, readings, files: files.read() };
}

/** Reads any YAML document with a schema: the one reader for files that are neither scenario, policy nor targets. */
export function readDocument<T>(
  reference: string,
  schema: z.ZodType<T>,
  options: LoadOptions,
): LoadedDocument<T> | Refused {
  const files = new DiskFiles(options);
  const list = new ProblemList();
  const file = files.find(reference, 'document', null);
  if (!isFile(file)) list.word(reference, file);
  const tree = isFile(file) ? readSource(file, list) : null;
  const value = tree === null ? null : readWith(schema, tree, list).value;
  if (list.problems.length > 0 || value === null) return { ok: false, problems: problemsIn(list) };
  return { ok: true, value, files: files.read() };
}

/** Checks one file without running it: a scenario, a policy, a question, or a targets file. */
export function checkFile(reference: string, options: LoadOptions): CheckedFile {
  const files = new DiskFiles(options);
  const list = new ProblemList();
  const kind = kindOf(reference, files, list);
  if (kind === 'unknown') list.incomplete = true;
  if (kind === 'scenario' && assemble(reference, files, { design: options.design }, list) === null)
    list.incomplete = true;
  if (kind === 'policy') checkPolicyFile(reference, files, list);
  if (kind === 'targets') readTargetsFile(reference, files, list);
  const file = kind === 'question' ? files.find(reference, 'question', null) : null;
  if (file !== null && isFile(file)) {
    const asked = readQuestion(file, files, list);
    return { kind, problems: problemsIn(list), warnings: sortProblems(list.warnings), asked };
  }
  return { kind, problems: problemsIn(list), warnings: sortProblems(list.warnings) };
}

/** What a file is, by its keys; a file that cannot be had or read is unknown, and its Problems are in the list. */
function kindOf(reference: string, files: DiskFiles, list: ProblemList): CheckedFile['kind'] {
  const kinds: readonly FileKind[] = ['scenario', 'policy', 'targets', 'question'];
  const found = kinds.map((kind) => files.find(reference, kind, null));
  const file = found.find(isFile);
  if (file === undefined) {
    const [fault] = found;
    if (fault !== undefined && !isFile(fault)) list.word(reference, fault);
    return 'unknown';
  }
  const tree = readSource(file, list);
  if (tree === null) return 'unknown';
  if (child(tree, 'scenario') !== undefined) return 'scenario';
  if (child(tree, 'policy') !== undefined) return 'policy';
  if (child(tree, 'targets') !== undefined) return 'targets';
  if (child(tree, 'question') !== undefined) return 'question';
  list.at(tree, [], {
    message: 'This file does not say what it is.',
    expected: 'one of `scenario: id`, `policy: id`, `question: id` and `targets:`',
    next: 'Write one of these keys.',
  });
  return 'unknown';
}

function readTargetsFile(reference: string, files: DiskFiles, list: ProblemList): ReadTargets {
  const file = files.find(reference, 'targets', null);
  if (!isFile(file)) {
    list.word(reference, file);
    return { targets: [], readings: [] };
  }
  return readTargets(file, files, list);
}
