import type { Question } from '../scenarios/index.js';
import { type AskedArm, type AskedNumber, AskedNumbers } from './asked.js';
import { caveats, lackingFutures } from './caveats.js';
import { isCreated, SIZE_NOT_SETTLED } from './created-outcomes.js';
import { inputsOf, weakestGrade } from './inputs.js';
import { plain } from './labels.js';
import { direction } from './numbers.js';
import { cutAtNothing } from './possible.js';
import { runs, setting } from './setting.js';
import { differenceInWords, levelInShort, levelInWords } from './words.js';

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

/** True where what is counted is there with a policy and in no run of the baseline, whatever the interval says. */
function isOccurring(numbers: AskedNumbers, found: AskedNumber): boolean {
  const { figures, question } = numbers;
  const { measure } = question.figures.find(({ id }) => id === found.figure)!;
  const baseline = numbers.of(found.figure).find(({ future }) => future === found.future)!;
  return isCreated(figures, baseline.raw.level, found.raw.level, figures.unit(measure));
}

function sentenceOf(numbers: AskedNumbers, answer: Question['answers'][number]): string {
  const found = numbers
    .of(answer.figure)
    .find(({ world, future }) => world === answer.of && (future?.named ?? null) === answer.future)!;
  const { change, before } = found;
  const side = change === null ? 'unclear' : direction(change);
  const occurs = change !== null && side === 'unclear' && isOccurring(numbers, found);
  const start = { up: answer.more, down: answer.fewer, unclear: answer.unclear ?? CANNOT_BE_TOLD }[
    occurs ? 'up' : side
  ];
  const scale = numbers.scale(answer.figure);
  const label = plain(numbers.question.figures.find(({ id }) => id === answer.figure)!.label);
  const where = found.future === null ? '' : ` (${plain(found.future.label)})`;
  const told = change === null ? 'not available' : differenceInWords(change, scale);
  const size = occurs ? levelInWords(cutAtNothing(change), scale) : told;
  const of = found.future === null ? '' : ' of that future';
  const none = occurs ? `none in any run, ${SIZE_NOT_SETTLED}` : before === null ? null : levelInShort(before, scale);
  const base = none === null ? '' : `; in the baseline${of} ${none}`;
  return `${plain(start).replace(/[.:;,]+$/, '')}: ${label}, ${size}, with ${numbers.world(answer.of)}${where}${base}.`;
}
