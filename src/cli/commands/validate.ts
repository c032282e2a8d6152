import type { CommandPart } from '../part.js';

/** Compares the shipped worlds with published figures. */
export const validate: CommandPart = {
  id: 'validate',
  arguments: '',
  summary: 'compare the shipped worlds with published figures',
  description:
    'Runs the worlds that the targets name and prints a scorecard: each published figure with its range, what was ' +
    'simulated with its interval, and whether it is inside. Exit code 3 when a figure that counts is outside.',
  options: ['replications', 'seed', 'workers', 'targets', 'reading', 'figure', 'knock-out', 'measure'],
  examples: [
    'spillover validate',
    'spillover validate --replications 40 --json',
    'spillover validate --knock-out ./scenarios/knock-outs/ample-beds.yaml',
  ],
  perform: async (_words, options, terminal) => {
    const { score } = await import('../score.js');
    return score(options, terminal);
  },
};
