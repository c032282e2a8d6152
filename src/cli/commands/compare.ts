import type { CommandPart } from '../part.js';

/** Simulates scenarios with the same people and the same luck, and compares each with the first. */
export const compare: CommandPart = {
  id: 'compare',
  arguments: '<baseline> <scenario...>',
  summary: 'compare scenarios with a baseline, person by person',
  description:
    'Simulates a baseline and one or more scenarios with the same people and the same luck, so that every difference ' +
    'is the doing of a policy, and writes a report of what changed, for whom, and where the demand went. With --futures, ' +
    'all of it again in each future that no policy controls, and a grid of policies and futures, as a page and as CSV.',
  options: [
    'replications',
    'precision',
    'precision-measures',
    'max-replications',
    'seed',
    'workers',
    'design',
    'look-ahead',
    'four-arms',
    'futures',
    'out',
    'excel',
    'force',
  ],
  examples: [
    'spillover compare uk-baseline right-care-right-person',
    'spillover compare uk-baseline right-care-right-person drug-diversion portugal-style --out out/three',
    'spillover compare uk-baseline ./mine.yaml --precision 2% --precision-measures unmet,staff-hours:police',
    'spillover compare uk-baseline right-care-right-person --four-arms crisis-team',
    'spillover compare uk-whole oregon-style --futures supply-shock,winter',
    'spillover compare uk-whole oregon-style --design go-live --look-ahead --replications 4',
    'spillover compare uk-baseline ./mine.yaml --json | jq .answer',
  ],
  perform: async (words, options, terminal) => {
    if (options.futures !== undefined) {
      const { crossed } = await import('../crossing.js');
      return crossed(words, options.futures, options, terminal);
    }
    const { study } = await import('../study.js');
    return study('compare', words, options, terminal);
  },
};
