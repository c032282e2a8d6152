/** A question in words, without its answer. */
import type { AskedFigure, Question } from '../../scenarios/index.js';

function figureInWords({ id, label, measure, where }: AskedFigure): string {
  const cells = Object.entries(where).map(([dimension, ids]) => `${dimension} ${ids.join(' or ')}`);
  return `  ${label} [${id}]: ${measure}${cells.length === 0 ? '' : ` of ${cells.join(', ')}`}`;
}

/** What a question asks, what it compares, which figures answer it, and what the model can and cannot say. */
export function questionInWords(question: Question, reference: string): string {
  const { id, title, asked, source, world, compared, futures, figures, canSay, cannotSay } = question;
  return [
    `${title} [${id}]`,
    asked,
    ...(source === null ? [] : [`Asked by: ${source}`]),
    '',
    `Compared with ${world}${futures.length === 0 ? '' : `, as things are and in ${futures.join(', ')}`}`,
    ...compared.map((each) => `  ${each.label} [${each.id}]`),
    '',
    'Figures that answer it',
    ...figures.map(figureInWords),
    '',
    `What the model can say: ${canSay}`,
    `What it cannot say: ${cannotSay}`,
    '',
    `Answer it: spillover ask ${reference}`,
  ].join('\n');
}
