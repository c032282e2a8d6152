import { z } from 'zod';
import { idWord } from './ids.js';
import { leaf } from './leaf.js';
import { policyUse } from './policy-use.js';
import { byId } from './records.js';
import { time } from './time.js';
import { version } from './version.js';
import { nameOf, oneOrMany, text } from './words.js';

const scenarioName = nameOf('a scenario: a shipped name, or ./path.yaml');

/** One of the worlds that the question compares: policies on the world, or a scenario of its own. */
const compared = z
  .strictObject({
    label: leaf(text, 'Name of this world, as printed.'),
    scenario: leaf(scenarioName, 'The scenario that it extends. Default: the `world` of the question.').optional(),
    policies: z.array(policyUse).describe('Policies in force in it, in order, as in a scenario.').optional(),
  })
  .describe('A world that the question compares with the baseline.');

const figure = z
  .strictObject({
    label: leaf(text, 'What it counts, as printed.'),
    measure: leaf(nameOf('a measure'), 'Id of the measure.'),
    where: byId(
      leaf(oneOrMany(text), 'Value or values of the dimension.'),
      'Cells to add up: values by dimension; all, where one is left out.',
    ).optional(),
  })
  .describe('A number that answers the question, or part of it.');

const answer = z
  .strictObject({
    of: leaf(nameOf('one of `compared`'), 'The world that is compared with the baseline.'),
    figure: leaf(nameOf('one of `figures`'), 'The figure that decides.'),
    in: leaf(nameOf('one of `futures`'), 'The future in which both are. Default: none.').optional(),
    more: leaf(text, 'How the sentence begins where the figure is clearly higher.'),
    fewer: leaf(text, 'How the sentence begins where the figure is clearly lower.'),
    unclear: leaf(text, 'How it begins where no difference is clear. Default: that it cannot be told.').optional(),
  })
  .describe('A sentence of the answer: how it begins, by what the figure shows; the number follows by itself.');

/** A question file: what was asked, the comparison that it takes, and the figures that answer it. */
export const question = z.strictObject({
  spillover: leaf(version, 'Version of the file format.'),
  question: leaf(idWord, 'Id of the question.'),
  title: leaf(text, 'The question in a line, as printed.'),
  asked: leaf(text, 'The question as it was put.'),
  source: leaf(text, 'Who put it, and where. Default: nobody is named.').optional(),
  world: leaf(scenarioName, 'The scenario that is compared with: the baseline.'),
  time: time
    .partial()
    .describe('What differs from the time of the world, such as how long is measured, and how many replications.')
    .optional(),
  compared: byId(compared, 'The worlds that are compared with the baseline, by id.'),
  futures: z
    .array(leaf(nameOf('a future: a shipped name, or ./path.yaml'), 'A future that no policy controls.'))
    .describe('Futures in which all of it is compared once more. Default: none.')
    .optional(),
  figures: byId(figure, 'The numbers that answer it, by id.'),
  answers: z.array(answer).min(1).describe('The answer, a sentence each; the first is the one that is told first.'),
  'can-say': leaf(text, 'What the model can say about it, in a sentence.'),
  'cannot-say': leaf(text, 'What it cannot say, in a sentence.'),
});
/** A question file as read. */
export type QuestionDraft = z.output<typeof question>;
