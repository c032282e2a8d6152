import type { CommandPart } from '../part.js';

/** Follows one person through a world, or through two side by side. */
export const trace: CommandPart = {
  id: 'trace',
  arguments: '<scenario>',
  summary: 'follow one synthetic person through a world, or through two side by side',
  description:
    'Runs one replication and tells what happened to one synthetic person, visit by visit; with --against, in both ' +
    'worlds side by side, with the place where they part. Without --person, names some people for whom the policy ' +
    'changes something against the baseline that it extends (or --against): touched (a rule of the policy sent them ' +
    'elsewhere, or something of theirs changed after that), bystanders (no rule touched them, and they went another way) ' +
    'or delayed (the same way, later). docs/displacement.md explains the words.',
  options: ['person', 'against', 'list', 'replication', 'seed', 'design'],
  examples: [
    'spillover trace right-care-right-person',
    'spillover trace right-care-right-person --against uk-baseline --list delayed',
    'spillover trace ./mine.yaml --person 4711',
  ],
  perform: async (words, options, terminal) => {
    const { follow } = await import('../follow.js');
    return follow(words, options, terminal);
  },
};
