import type { CommandPart } from '../part.js';

/** Computes an output folder again from what it holds, and compares every byte. */
export const rerun: CommandPart = {
  id: 'rerun',
  arguments: '<folder>',
  summary: 'compute an output folder again and compare every byte',
  description:
    'Reads only the manifest and the inputs in an output folder, computes everything again, and compares the ' +
    'fingerprints of all files. Writes nothing. Exit code 1 when a byte differs.',
  options: ['workers'],
  examples: ['spillover rerun out/uk-baseline', 'spillover rerun out/uk-baseline --workers 1'],
  perform: async (words, options, terminal) => {
    const { repeat } = await import('../repeat.js');
    return repeat(words[0] ?? '', options, terminal);
  },
};
