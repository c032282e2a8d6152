/** A hundred staffing questions whose answers Erlang's formula gives: at least 95 have to be found. */
import { expect, test } from 'vitest';
import { recordProof } from '../../support/proof-page/record.js';
import { plantedQuestions, searched } from './planted.js';

test('at least 95 of 100 planted answers are found', async () => {
  const lines: string[] = [];
  const missed: string[] = [];
  for (const [at, question] of plantedQuestions(100, 'erlang proof').entries()) {
    const { answers } = await searched(question, `erlang proof ${at}`);
    const { status, low, high } = answers[0]!;
    if (status === 'found' && low === question.answer) continue;
    missed.push(
      `question ${at}: planted ${question.answer} more than ${question.staffed}; ${status}, ${low} to ${high}`,
    );
  }
  lines.push(`${100 - missed.length} of 100 planted answers found`, ...missed);
  process.stdout.write(`${lines.join('\n')}\n`);
  expect(missed.length).toBeLessThanOrEqual(5);
  recordProof('capacity', lines);
}, 7_200_000);
