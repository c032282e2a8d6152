import type { CommandPart } from '../part.js';

/** Tells which assumptions move the headline. */
export const sensitivity: CommandPart = {
  id: 'sensitivity',
  arguments: '<scenario>',
  summary: 'tell which assumptions of a scenario move its headline, and how far',
  description:
    'Puts each assumption that has a range at both ends of it, one at a time, and tells how far that moves the change against ' +
    'the baseline (or, of a scenario that extends nothing, its level), the largest first. The same people and luck are run at ' +
    'every end; worlds that a number does not change are not run again. A world with many assumptions takes long: name a few with --numbers.',
  options: ['numbers', 'headline', 'baseline', 'replications', 'seed', 'workers', 'design', 'out', 'excel', 'force'],
  examples: [
    'spillover sensitivity ./mine.yaml',
    'spillover sensitivity right-care-right-person --numbers right-care-right-person.rcrp-to-ambulance partner-callers --replications 4',
    'spillover sensitivity ./mine.yaml --out out/sensitivity --excel',
    'spillover sensitivity uk-baseline --headline wait-mean:crisis-team:people --numbers crisis-team-staff --replications 4',
  ],
  perform: async (words, options, terminal) => {
    const { search } = await import('../search.js');
    return search('sensitivity', words[0] ?? '', options, terminal);
  },
};
