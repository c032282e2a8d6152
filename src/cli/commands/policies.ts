import { Exit } from '../exit.js';
import type { CommandPart } from '../part.js';

/** Lists the policies and futures that ship. */
export const policies: CommandPart = {
  id: 'policies',
  arguments: '',
  summary: 'list the policies and futures that ship',
  description:
    'Lists every policy with the agency whose rule changes, the number of its levers, how far ahead to look, and the steps ' +
    'or values where it starts; then the futures that no policy controls. To read one: spillover describe policy <name>.',
  options: [],
  examples: ['spillover policies', 'spillover policies --json', 'spillover describe policy oregon-style'],
  perform: async (_words, _options, terminal) => {
    const { formatProblems, readPolicyCard, shippedPolicies } = await import('../../scenarios/index.js');
    const where = { cwd: process.cwd() };
    const read = shippedPolicies(where).map((name) => readPolicyCard(name, where));
    const problems = read.flatMap((each) => (each.ok ? [] : each.problems));
    if (problems.length > 0) {
      terminal.fault(formatProblems(problems));
      return Exit.usage;
    }
    const cards = read.flatMap((each) => (each.ok ? [each.card] : []));
    if (terminal.json) terminal.document({ schemaVersion: 1, policies: cards });
    else {
      const { policiesInWords } = await import('../describe/index.js');
      const { inLines } = await import('../one-line.js');
      terminal.answer(policiesInWords(inLines(cards)));
    }
    return Exit.done;
  },
};
