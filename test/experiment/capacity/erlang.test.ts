/** Staffing that Erlang's formula asks for is found by simulation, and more of it never does worse. */
import { expect, it } from 'vitest';
import { erlangC } from '../../theory/support/erlang.js';
import { plantedQuestions, searched, seenWithin } from './planted.js';

it('the planted answers are what the formula says', () => {
  for (const { rate, length, within, share, staffed, answer } of plantedQuestions(100, 'erlang')) {
    const needed = staffed + answer;
    expect(seenWithin(needed, rate, length, within)).toBeGreaterThan(share + 0.05);
    expect(seenWithin(needed - 1, rate, length, within)).toBeLessThan(share - 0.05);
    expect(seenWithin(needed, rate, length, 0)).toBeCloseTo(1 - erlangC(needed, rate * length), 12);
  }
});

it.each(plantedQuestions(2, 'erlang'))('question %# is answered', async (question) => {
  const { answers, reversals, tried } = await searched(question, 'erlang');
  expect(answers).toMatchObject([{ status: 'found', low: question.answer, high: question.answer }]);
  // Means of a column are over the same runs, however many more some capacities were run to be sure.
  expect(new Set(tried.map(({ estimate }) => estimate.n)).size).toBe(1);
  expect(tried.every(({ estimate, runs }) => estimate.n <= runs)).toBe(true);
  expect(reversals.filter(({ isClear }) => isClear)).toEqual([]);
});
