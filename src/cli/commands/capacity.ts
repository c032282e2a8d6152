import type { CommandPart } from '../part.js';

/** Finds how much capacity would make up for what a policy does, or would meet a standard. */
export const capacity: CommandPart = {
  id: 'capacity',
  arguments: '<scenario>',
  summary: 'find the added capacity that restores a measure or meets a standard',
  description:
    'Finds the smallest number of added units of a service by which a measure returns to its baseline, or the service ' +
    'meets its waiting-time standard, in at least 50, 80 and 95% of replications. Units are added to every hour on duty. ' +
    'The same people and luck are run at every capacity, and more replications are run until it is clear that the answer ' +
    'is enough and one fewer is not, or --up-to is reached.',
  options: [
    ...(['service', 'restore', 'meet-standard', 'baseline', 'where', 'add-to', 'limit'] as const),
    ...(['replications', 'up-to', 'seed', 'workers', 'design', 'out', 'excel', 'force'] as const),
  ],
  examples: [
    'spillover capacity right-care-right-person --service crisis-line --restore wait-mean',
    'spillover capacity right-care-right-person --service partner-teams --restore wait-mean --replications 10',
    "spillover capacity uk-baseline --service liaison --meet-standard --add-to 'mon-fri 08:00-20:00'",
  ],
  idle: (_words, given) => {
    const idle = (['where', 'baseline'] as const).find((name) => given.has(name));
    if (!given.has('meet-standard') || idle === undefined) return null;
    return {
      option: `--${idle}`,
      fault: {
        message:
          'A standard is about the waits of the service itself: there is no measure to bring back to a baseline.',
        found: `--${idle} beside --meet-standard`,
        expected: `--restore with --${idle}, or --meet-standard alone`,
        next: `Leave --${idle} out, or ask --restore.`,
      },
    };
  },
  perform: async (words, options, terminal) => {
    const { search } = await import('../search.js');
    return search('capacity', words[0] ?? '', options, terminal);
  },
};
