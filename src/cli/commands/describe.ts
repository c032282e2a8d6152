import { Exit } from '../exit.js';
import type { CommandPart } from '../part.js';

/** What is told by itself, without a world. */
const ONES: ReadonlySet<string> = new Set(['policy', 'question']);

/** Tells in plain words what a scenario says. */
export const describe: CommandPart = {
  id: 'describe',
  arguments: '<scenario> [other]',
  summary: 'tell in plain words what a scenario says, or how it differs from another',
  description:
    'Lists the services with their capacity and offered load, the pathways step by step, the policies with their edits ' +
    'and levers, and every assumption with its source and grade. With --mermaid, the pathways as diagrams in Markdown. ' +
    'With --diff and a second scenario, what differs between the two, with both values. `describe policy <name>` explains ' +
    'one policy: its edits, its levers with range, default, source and grade, and its variants. `describe question <name>` ' +
    'tells what a question asks, what it compares, and which figures answer it. Runs nothing.',
  options: ['design', 'mermaid', 'diff'],
  examples: [
    'spillover describe uk-baseline',
    'spillover describe ./mine.yaml --mermaid > pathways.md',
    'spillover describe --diff uk-baseline right-care-right-person',
    'spillover describe policy drug-diversion',
    'spillover describe question bridging-the-gap',
  ],
  idle: ([what, name], given) => {
    if (!ONES.has(what ?? '') || name === undefined || given.has('diff')) return null;
    if (given.has('mermaid'))
      return {
        option: '--mermaid',
        fault: {
          message: `A ${what} has no pathways of its own to draw.`,
          found: `--mermaid beside ${what} ${name}`,
          expected: `spillover describe ${what} ${name}`,
          next: 'Leave it out, or draw a scenario: spillover describe uk-baseline --mermaid',
        },
      };
    if (!given.has('design')) return null;
    return {
      option: '--design',
      fault: {
        message: `A ${what} is told as its file has it, whatever the design.`,
        found: `--design beside ${what} ${name}`,
        expected: `spillover describe ${what} ${name}`,
        next: 'Leave it out.',
      },
    };
  },
  perform: async (words, options, terminal) => {
    const { tellOf, tellPolicy, tellQuestion } = await import('../telling.js');
    const [what, name] = words;
    if (what === 'policy' && name !== undefined && options.diff !== true) return tellPolicy(name, terminal);
    if (what === 'question' && name !== undefined && options.diff !== true) return tellQuestion(name, terminal);
    const fault = misuse(words, options.diff === true, options.mermaid === true);
    if (fault === null) return tellOf(words, options, terminal);
    terminal.fault(fault);
    return Exit.usage;
  },
};

/** Why these words and options do not go together; null when they do. */
function misuse(words: readonly string[], diff: boolean, mermaid: boolean): string | null {
  if (diff && mermaid) return 'Write --diff or --mermaid, not both.';
  const [first = '', second] = words;
  const pair = first === 'uk-baseline' ? `${first} right-care-right-person` : `uk-baseline ${first}`;
  if (diff && second === undefined) return `Name two scenarios, such as: spillover describe --diff ${pair}`;
  if (!diff && second !== undefined)
    return `Name one scenario, or compare the two: spillover describe --diff ${first} ${second}`;
  return null;
}
