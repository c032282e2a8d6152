import type { CommandPart } from '../part.js';

/** Simulates one scenario. */
export const run: CommandPart = {
  id: 'run',
  arguments: '<scenario>',
  summary: 'simulate one scenario and write its report',
  description:
    'Simulates one scenario and writes a report, tables and a manifest into a folder. The answer is printed in words. ' +
    'With --check-warm-up, it only says whether the stated warm-up is long enough (exit code 3 when it is not).',
  options: [
    'replications',
    'precision',
    'precision-measures',
    'max-replications',
    'seed',
    'workers',
    'design',
    'look-ahead',
    'out',
    'force',
    'check-warm-up',
  ],
  examples: [
    'spillover run uk-baseline',
    'spillover run ./mine.yaml --replications 50 --seed 7 --out out/mine',
    'spillover run oregon-style --design go-live --look-ahead --replications 4',
    'spillover run ./mine.yaml --check-warm-up',
  ],
  perform: async (words, options, terminal) => {
    if (options.checkWarmUp === true) {
      const { proposeWarmUp } = await import('../propose-warm-up.js');
      return proposeWarmUp(words, options, terminal);
    }
    const { study } = await import('../study.js');
    return study('run', words, options, terminal);
  },
};
