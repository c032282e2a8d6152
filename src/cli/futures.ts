/** The futures that `compare` repeats a comparison in: all of them looked at before anything is run. */
import { basename } from 'node:path';
import type { Fault, Problem } from '../scenarios/index.js';
import { tellOptionFault } from './option-fault.js';
import type { Options } from './options.js';
import type { Terminal } from './terminal.js';

/** Folder and row of the comparison that is in no future. */
export const AS_IT_IS = 'as-it-is';

/**
 * The futures that are named, each once; null when one is not there, is no future, or does not fit the scenarios, or when
 * two would be written to one folder: each with a message of its own, which was then told.
 */
export async function futuresOf(
  refs: readonly string[],
  named: readonly string[],
  { design }: Options,
  terminal: Terminal,
): Promise<readonly string[] | null> {
  const { formatProblems, loadFamily, readPolicyCard } = await import('../scenarios/index.js');
  const where = { cwd: process.cwd(), design };
  const futures = [...new Set(named)];
  const told: (() => void)[] = [];
  const tell = (fault: Fault) => told.push(() => tellOptionFault('--futures', fault, terminal));
  const tellAll = (problems: readonly Problem[]) => told.push(() => terminal.fault(formatProblems(problems)));
  for (const [at, future] of futures.entries()) {
    const folder = basename(future, '.yaml');
    const isTaken = folder === AS_IT_IS || futures.slice(0, at).some((other) => basename(other, '.yaml') === folder);
    const unknown = await unknownFuture(future);
    if (unknown !== null) {
      tell(unknown);
      continue;
    }
    const read = readPolicyCard(future, where);
    if (!read.ok) tellAll(read.problems);
    else if (read.card.future === null) tell(noFuture(future));
    else if (isTaken) tell(takenFolder(future, folder));
  }
  // Whether a future fits is asked where each is one; without any, the scenarios' own faults are told when they are read.
  if (told.length === 0 && loadFamily(refs, where).ok) {
    for (const future of futures) {
      const fitted = loadFamily(refs, { ...where, policies: [future] });
      if (!fitted.ok) tellAll(fitted.problems);
    }
  }
  for (const each of told) each();
  return told.length === 0 ? futures : null;
}

/** What is wrong with the name of a future that does not ship; null for one that does, and for a path. */
async function unknownFuture(name: string): Promise<Fault | null> {
  const { isId, nearestName, listNames, readPolicyCard, shippedPolicies } = await import('../scenarios/index.js');
  const where = { cwd: process.cwd() };
  const shipped = shippedPolicies(where);
  if (!isId(name) || shipped.includes(name)) return null;
  const futures = shipped.filter((each) => {
    const read = readPolicyCard(each, where);
    return read.ok && read.card.future !== null;
  });
  return {
    message: `No future called \`${name}\` comes with the program.`,
    found: name,
    expected: `one of ${listNames(futures, futures.length)}, or a path such as ./${name}.yaml`,
    nearest: nearestName(name, futures),
    next: `\`spillover policies\` tells what each is; to use a file of your own, write its path: ./${name}.yaml.`,
  };
}

function noFuture(name: string): Fault {
  return {
    message: `\`${name}\` is a policy, and no future.`,
    found: name,
    expected: 'a change that no policy controls',
    next: 'Name one that `spillover policies` lists as a future, or write `future: kind` in your file.',
  };
}

function takenFolder(name: string, folder: string): Fault {
  return {
    message: `Two comparisons would be written to the folder ${folder}.`,
    found: name,
    expected: `futures of names of their own, and none called ${AS_IT_IS}`,
    next: 'Give the file another name.',
  };
}
