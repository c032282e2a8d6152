import { Exit } from '../exit.js';
import type { CommandPart } from '../part.js';

/** Lists every source that a scenario rests on, and where. */
export const sources: CommandPart = {
  id: 'sources',
  arguments: '[scenario]',
  summary: 'list every source that a scenario rests on, and where it is used',
  description:
    'Lists each piece of evidence and each citation that a number of the scenario or of its policies rests on: what was ' +
    'published, by whom, and which parameters (file and line) and which steps and services use it. uk-baseline if no ' +
    'scenario is named.',
  options: [],
  examples: ['spillover sources', 'spillover sources right-care-right-person --json'],
  perform: async ([reference = 'uk-baseline'], _options, terminal) => {
    const { formatProblems, loadScenario, sourcesOf } = await import('../../scenarios/index.js');
    const loaded = loadScenario(reference, { cwd: process.cwd() });
    if (!loaded.ok) {
      terminal.fault(formatProblems(loaded.problems));
      return Exit.usage;
    }
    const found = sourcesOf(loaded.scenario);
    if (terminal.json) terminal.document({ schemaVersion: 1, scenario: loaded.scenario.world.name, ...found });
    else {
      const { sourcesInWords } = await import('../describe/index.js');
      const { inLines } = await import('../one-line.js');
      terminal.answer(sourcesInWords(inLines(found)));
    }
    return Exit.done;
  },
};
