import { Exit } from '../exit.js';
import type { CommandPart } from '../part.js';

/** Prints the JSON Schema of scenario, policy or targets files, for editors. */
export const schema: CommandPart = {
  id: 'schema',
  arguments: '[kind]',
  summary: 'print the JSON Schema of a kind of file, for editors',
  description:
    'Prints what a file of one kind (scenario, policy, targets or question; scenario if none is named) may hold, as JSON Schema ' +
    'draft 7. An editor that speaks YAML then completes keys, explains them and marks mistakes while you type, once the ' +
    'first line of a file names it: # yaml-language-server: $schema=scenario.schema.json',
  options: [],
  examples: ['spillover schema > scenario.schema.json', 'spillover schema policy > policy.schema.json'],
  perform: async ([word = 'scenario'], _options, terminal) => {
    const { jsonSchema, nearestName, SCHEMA_KINDS } = await import('../../scenarios/index.js');
    const kind = SCHEMA_KINDS.find((each) => each === word);
    if (kind === undefined) {
      const near = nearestName(word, SCHEMA_KINDS);
      terminal.fault(
        `There is no schema called ${word}. Expected one of ${SCHEMA_KINDS.join(', ')}.` +
          `${near === null ? '' : ` Did you mean ${near}?`}`,
      );
      return Exit.usage;
    }
    if (terminal.json) terminal.document(jsonSchema(kind));
    else terminal.answer(JSON.stringify(jsonSchema(kind), null, 1));
    return Exit.done;
  },
};
