import type { Question } from '../scenarios/index.js';
import { type AskedArm, AskedNumbers } from './asked.js';
import { caveats, lackingFutures } from './caveats.js';
import { inputsOf, weakestGrade } from './inputs.js';
import { plain } from './labels.js';
import { direction } from './numbers.js';
import { runs, setting } from './setting.js';
import { differenceInWords, levelInShort } from './words.js';

/** What a question's figures answer, in words. */
export interface QuestionAnswer {
  /** What the sentences rest on: simulated, of how many runs. */
  readonly opening: string;
  /** The answer, a sentence each, with its number and interval. */
  readonly sentences: readonly string[];
  readonly evidence: string;
  readonly canSay: string;
  readonly cannotSay: string;
  /** What could change the answer, the gravest first. */
  readonly caveats: readonly string[];
}

/** How a sentence begins that the runs leave open. */
const CANNOT_BE_TOLD = 'That cannot be told from these runs';

/** The answer of a question: each sentence begins as the question has it for what its figure shows, and gives the number. */
export function questionAnswer(question: Question, arms: readonly AskedArm[]): QuestionAnswer {
  const numbers = new AskedNumbers(question, arms);
  const { figures } = numbers;
  const changes = question.figures.reduce(
    (sum, { id }) => sum + numbers.of(id).filter(({ change }) => change !== null).length,
    0,
  );
  const looked = { count: changes, what: 'changes in the figures of this question' };
  const grade = weakestGrade(arms.flatMap(({ results }) => inputsOf(results)));
  return {
    opening: `Simulated, if all else stays the same; mean over ${runs(figures)} of ${setting(figures).replace(/, simulated$/, '')}.`,
    sentences: question.answers.map((answer) => sentenceOf(numbers, answer)),
    evidence:
      grade === null
        ? 'No input has a recorded grade of evidence.'
        : `The weakest evidence it rests on is grade ${grade}.`,
    canSay: plain(question.canSay),
    cannotSay: plain(question.cannotSay),
    // A future that is lacking as things are may be one of the question's own: which are lacking in all of it is told beside this.
    caveats: caveats(figures, looked).filter((line) => !lackingFutures(figures).includes(line)),
  };
}

function sentenceOf(numbers: AskedNumbers, answer: Question['answers'][number]): string {
  const found = numbers
    .of(answer.figure)
    .find(({ world, future }) => world === answer.of && (future?.named ?? null) === answer.future)!;
  const way = found.change === null ? 'unclear' : direction(found.change);
  const start = { up: answer.more, down: answer.fewer, unclear: answer.unclear ?? CANNOT_BE_TOLD }[way];
  const scale = numbers.scale(answer.figure);
  const label = plain(numbers.question.figures.find(({ id }) => id === answer.figure)!.label);
  const where = found.future === null ? '' : ` (${plain(found.future.label)})`;
  const change = found.change === null ? 'not available' : differenceInWords(found.change, scale);
  const base =
    found.before === null
      ? ''
      : `; in the baseline${found.future === null ? '' : ' of that future'} ${levelInShort(found.before, scale)}`;
  return `${plain(start).replace(/[.:;,]+$/, '')}: ${label}, ${change}, with ${numbers.world(answer.of)}${where}${base}.`;
}
