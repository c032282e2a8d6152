import type { CommandPart } from '../part.js';

/** Options that say nothing to a check of the warm-up. */
const IDLE_IN_CHECK = ['out', 'force', 'excel', 'look-ahead'] as const;

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
    'excel',
    'force',
    'check-warm-up',
  ],
  examples: [
    'spillover run uk-baseline',
    'spillover run ./mine.yaml --replications 50 --seed 7 --out out/mine',
    'spillover run oregon-style --design go-live --look-ahead --replications 4',
    'spillover run ./mine.yaml --check-warm-up',
  ],
  idle: (_words, given) => {
    const idle = IDLE_IN_CHECK.find((name) => given.has(name));
    if (!given.has('check-warm-up') || idle === undefined) return null;
    return {
      option: `--${idle}`,
      fault: {
        message: '--check-warm-up prints what it finds, of the weeks that the scenario states, and writes nothing.',
        found: `--${idle} beside --check-warm-up`,
        expected: 'one of the two',
        next: `Leave --${idle} out, or run without --check-warm-up: every report says whether the warm-up was long enough.`,
      },
    };
  },
  perform: async (words, options, terminal) => {
    if (options.checkWarmUp === true) {
      const { proposeWarmUp } = await import('../propose-warm-up.js');
      return proposeWarmUp(words, options, terminal);
    }
    const { study } = await import('../study.js');
    return study('run', words, options, terminal);
  },
};
