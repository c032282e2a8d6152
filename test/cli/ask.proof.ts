/** A question in a future, answered and computed again from its folder alone. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { OWN } from '../support/cafe-question.js';
import { recordProof } from '../support/proof-page/record.js';
import { folderWith, spillover } from './support/spillover.js';

it('has a folder for the future, and the same bytes again', () => {
  const home = folderWith(OWN);
  const { code, stdout } = spillover(['ask', './questions/third-worker.yaml', '--workers', '1', '--out', 'out'], home);
  expect(code).toBe(0);
  expect(stdout).toMatch(/\n- Waits are shorter: .* with A third worker \(Future: a dry year\)/);
  expect(readdirSync(join(home, 'out/dry')).sort()).toEqual(['report.html', 'results.json', 'tables']);
  const again = spillover(['rerun', 'out', '--workers', '1'], home).stdout;
  expect(again).toContain('The same bytes: ');
  recordProof('ask', [again.split('\n').find((line) => line.startsWith('The same bytes: ')) ?? '']);
});
