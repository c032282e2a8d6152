import type { CommandPart } from '../part.js';

/** Answers a question: runs the comparison that its file names, and writes its page. */
export const ask: CommandPart = {
  id: 'ask',
  arguments: '[question]',
  summary: 'answer a question of policy, or list the questions that ship',
  description:
    'Runs the comparison that a question file names (its world, policies, futures, length and replications) and writes a page ' +
    'with the question, the answer with its interval or that it cannot be told, the figures, and what the model can and cannot ' +
    'say; the full report beside it, and one for each future. A question that ships is a name, one of your own a file. Without ' +
    'a question: lists those that ship. To read one without running it: spillover describe question <name>.',
  options: ['replications', 'seed', 'workers', 'out', 'excel', 'force'],
  examples: [
    'spillover ask',
    'spillover ask bridging-the-gap',
    'spillover ask bridging-the-gap --replications 40 --out out/gap',
    'spillover ask ./mine.yaml --json | jq .answer',
  ],
  perform: async ([question], options, terminal) => {
    const { ask: answer, listQuestions } = await import('../ask.js');
    return question === undefined ? listQuestions(terminal) : answer(question, options, terminal);
  },
};
