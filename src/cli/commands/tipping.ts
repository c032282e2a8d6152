import type { CommandPart } from '../part.js';

/** Finds the load, or the strength of a policy, at which a service stops meeting its standard. */
export const tipping: CommandPart = {
  id: 'tipping',
  arguments: '<scenario>',
  summary: 'find the load or the lever at which a service stops meeting its standard',
  description:
    'Finds the multiple of demand (--load), or the value of a policy’s lever (--lever), at which the share of people whom a ' +
    'service sees within its standard falls under the share that the standard asks for, with a 95% interval. The same ' +
    'people and luck are run at every point.',
  options: [
    ...(['service', 'load', 'streams', 'lever', 'between'] as const),
    ...(['replications', 'seed', 'workers', 'design', 'out', 'excel', 'force'] as const),
  ],
  examples: [
    'spillover tipping uk-baseline --service liaison --load --replications 10',
    'spillover tipping right-care-right-person --service crisis-line --lever right-care-right-person.rcrp-declined-lower',
    'spillover tipping right-care-right-person --service crisis-team --lever right-care-right-person.compliance',
  ],
  idle: (_words, given) => {
    if (!given.has('streams') || !given.has('lever')) return null;
    return {
      option: '--streams',
      fault: {
        message: '--streams names what --load multiplies, and a lever multiplies nothing.',
        found: '--streams beside --lever',
        expected: '--load with --streams, or --lever alone',
        next: 'Leave one of the two out.',
      },
    };
  },
  perform: async (words, options, terminal) => {
    const { search } = await import('../search.js');
    return search('tipping', words[0] ?? '', options, terminal);
  },
};
