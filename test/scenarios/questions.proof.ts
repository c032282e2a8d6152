/** Every question that ships makes worlds that can be compared, in every future that it names. */
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { checkFile, shippedQuestions } from '../../src/scenarios/index.js';
import { recordProof } from '../support/proof-page/record.js';
import { told } from './support/load.js';

const SHIPPED = fileURLToPath(new URL('../../scenarios/', import.meta.url));

const names = shippedQuestions({ cwd: SHIPPED });
const made: string[] = [];

afterAll(() => {
  if (made.length === names.length) recordProof('questions', made);
});

it.each(names)('%s', (name) => {
  const { kind, problems, asked } = checkFile(name, { cwd: SHIPPED });
  expect([kind, told(problems)]).toEqual(['question', []]);
  for (const { scenarios } of asked?.arms ?? [])
    expect(scenarios.length).toBe((asked?.question.compared.length ?? 0) + 1);
  made.push(`${name}: ${asked?.arms.length} futures of ${(asked?.question.compared.length ?? 0) + 1} worlds`);
});
