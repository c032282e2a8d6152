import { checkParameters, namesEvidence } from './check-parameters.js';
import { readEvidence } from './evidence.js';
import { evidenceFiles } from './evidence-files.js';
import { type Files, isFile } from './files.js';
import { checkOnlyWith } from './only-with.js';
import { substitute } from './parameters.js';
import { readPolicyTree } from './policies.js';
import type { ProblemList } from './problems.js';
import { readParameters } from './read-parameters.js';
import { readWith } from './read-with.js';
import { policy as policySchema } from './schema/policy.js';
import { writtenScenario } from './schema/scenario.js';
import { checkStrict } from './strict.js';

/** Checks a policy file by itself; whether what it edits is there shows only on a scenario. */
export function checkPolicyFile(reference: string, files: Files, list: ProblemList): void {
  const file = files.find(reference, 'policy', null);
  if (!isFile(file)) {
    list.word(reference, file);
    return;
  }
  const tree = readPolicyTree(file, list);
  if (tree === null) return;
  const table = readParameters(tree, list);
  // A policy may name parameters of the scenarios that it will be put on, which are not known here.
  list.doubts.add('parameters');
  const draft = readWith(policySchema, substitute(tree, [table], 0, list), list).value;
  draft?.edits.forEach((_, index) => {
    checkOnlyWith(tree, index, Object.keys(writtenScenario.shape), null, list);
  });
  if (draft?.strict) checkStrict(tree, [], list);
  const own = evidenceFiles(tree, file, files, list);
  const shipped = namesEvidence(table) ? files.shippedEvidence() : [];
  checkParameters(table, readEvidence([...shipped, ...own], list), list);
}
