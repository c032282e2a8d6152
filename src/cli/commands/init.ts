import { basename, extname, join, resolve } from 'node:path';
import { Exit } from '../exit.js';
import type { CommandPart } from '../part.js';

/** Name of the scenario in a folder. */
const DEFAULT = 'my-scenario.yaml';

/** Writes a scenario to start from. */
export const init: CommandPart = {
  id: 'init',
  arguments: '[place]',
  summary: 'write a small commented scenario to start from',
  description:
    'Writes a small scenario with comments, which checks and runs as it stands, and the schema with which an editor ' +
    `completes and explains it. The place is a folder (the scenario is then called ${DEFAULT}) or a file that ends in ` +
    '.yaml; this folder if none is named. Nothing that is there already is replaced without --force.',
  options: ['force'],
  examples: ['spillover init', 'spillover init studies/town.yaml'],
  perform: async ([place = '.'], options, terminal) => {
    const { isId, jsonSchema } = await import('../../scenarios/index.js');
    const isFile = ['.yaml', '.yml'].includes(extname(place));
    const path = resolve(isFile ? place : join(place, DEFAULT));
    const id = basename(path, extname(path));
    if (!isId(id)) {
      terminal.fault(
        `${id} cannot be the name of a scenario. Expected lower-case letters, digits and hyphens, beginning with a ` +
          'letter. Try: spillover init my-town.yaml',
      );
      return Exit.usage;
    }
    const { startingScenario } = await import('../templates/scenario.js');
    const { datesFrom } = await import('../templates/dates.js');
    const { typed, writeNew } = await import('../new-files.js');
    const schema = `${JSON.stringify(jsonSchema('scenario'), null, 1)}\n`;
    return writeNew(
      [
        { path, text: startingScenario(id, datesFrom(new Date())), what: 'the scenario, with comments' },
        {
          path: resolve(path, '../scenario.schema.json'),
          text: schema,
          what: 'what may stand in it, for your editor',
          mayStay: true,
        },
      ],
      [`spillover check ${typed(path)}`, `spillover describe ${typed(path)}`, `spillover run ${typed(path)}`],
      options,
      terminal,
    );
  },
};
