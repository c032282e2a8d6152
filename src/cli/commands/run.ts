import type { CommandPart } from '../part.js';

/** Simulates one scenario. */
export const run: CommandPart = {
  id: 'run',
  arguments: '<scenario>',
  summary: 'simulate one scenario and write its report',
  description:
    'Simulates one scenario and writes a report, tables and a manifest into a folder. The answer is printed in words.',
  options: ['replications', 'seed', 'workers', 'design', 'out', 'force'],
  examples: ['spillover run uk-baseline', 'spillover run ./mine.yaml --replications 50 --seed 7 --out out/mine'],
  perform: async (words, options, terminal) => {
    const { study } = await import('../study.js');
    return study('run', words, options, terminal);
  },
};
