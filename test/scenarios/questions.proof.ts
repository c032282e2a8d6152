/** Every question that ships makes worlds that can be compared, in every future that it names. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { checkFile, shippedQuestions } from '../../src/scenarios/index.js';
import { told } from './support/load.js';

const SHIPPED = fileURLToPath(new URL('../../scenarios/', import.meta.url));

it.each(shippedQuestions({ cwd: SHIPPED }))('%s', (name) => {
  const { kind, problems, asked } = checkFile(name, { cwd: SHIPPED });
  expect([kind, told(problems)]).toEqual(['question', []]);
  for (const { scenarios } of asked?.arms ?? [])
    expect(scenarios.length).toBe((asked?.question.compared.length ?? 0) + 1);
});
