import { Exit } from '../exit.js';
import type { CommandPart } from '../part.js';

/** Tells in plain words what a scenario says. */
export const describe: CommandPart = {
  id: 'describe',
  arguments: '<scenario>',
  summary: 'tell in plain words what a scenario says',
  description:
    'Lists the services with their capacity and offered load, the pathways step by step, the policies and their ' +
    'edits, and every assumption with its source and grade. Runs nothing.',
  options: ['design'],
  examples: ['spillover describe uk-baseline', 'spillover describe ./mine.yaml | less'],
  perform: async (words, options, terminal) => {
    const { loadWorlds } = await import('../load-worlds.js');
    const loaded = await loadWorlds(words, { cwd: process.cwd(), design: options.design }, terminal);
    if (loaded === null) return Exit.usage;
    const { description } = await import('../describe/index.js');
    const [world] = loaded.plan.worlds;
    if (world === undefined) return Exit.usage;
    if (terminal.json) terminal.document({ schemaVersion: 1, ...world.description });
    else terminal.answer(description(world, loaded.plan.area));
    return Exit.done;
  },
};
