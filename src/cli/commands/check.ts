import { resolve } from 'node:path';
import type { Problem, ReadQuestion } from '../../scenarios/index.js';
import { compileLess } from '../compiling.js';
import { Exit } from '../exit.js';
import type { CommandPart } from '../part.js';

/** Whether two paths name one file. */
const isSame = (one: string, other: string) => resolve(one) === resolve(other);

/** What only the worlds of a question can tell; loaded here, since most files are no questions. */
async function problemsIn(asked: ReadQuestion): Promise<Problem[]> {
  const { problemsOfAsked } = await import('../asked.js');
  return problemsOfAsked(asked);
}

/** Reads files as a run would, and lists every problem in them. */
export const check: CommandPart = {
  id: 'check',
  arguments: '<file...>',
  summary: 'check scenario, policy, question and targets files without running them',
  description:
    'Reads each file as a run would and lists all problems at once: file, line, column, what was found, what was ' +
    'expected, the nearest valid name and what to do. Exit code 2 when there is any.',
  options: ['design'],
  examples: ['spillover check my-scenario.yaml', 'spillover check scenarios/*.yaml scenarios/policies/*.yaml'],
  perform: async (words, options, terminal) => {
    compileLess();
    const { checkFile, formatProblems } = await import('../../scenarios/index.js');
    const checked = await Promise.all(
      words.map(async (file) => {
        const one = checkFile(file, { cwd: process.cwd(), design: options.design });
        const more = one.asked && one.problems.length === 0 ? await problemsIn(one.asked) : [];
        return { file, ...one, problems: [...one.problems, ...more] };
      }),
    );
    const problems = checked.flatMap((one) => one.problems);
    const warnings = checked.flatMap((one) => one.warnings);
    if (terminal.json) {
      const files = checked.map(({ file, kind, problems: found }) => ({ file, kind, ok: found.length === 0 }));
      terminal.document({ schemaVersion: 1, files, problems, warnings });
    } else {
      for (const { file, kind, problems: found } of checked) {
        if (found.length > 0) continue;
        const users = checked.filter((other) => other.problems.some((problem) => isSame(problem.file, file)));
        terminal.answer(
          users.length === 0
            ? `${file}: no problems (${kind})`
            : `${file}: problems where ${users.map((other) => other.file).join(', ')} uses it, none by itself (${kind})`,
        );
      }
      if (problems.length > 0) terminal.fault(formatProblems(problems));
      if (warnings.length > 0)
        terminal.note(`${problems.length > 0 ? '\n' : ''}Worth a look:\n${formatProblems(warnings)}`);
    }
    return problems.length > 0 ? Exit.usage : Exit.done;
  },
};
