/** What can be measured: measures, comparisons and weekly series, each in a file of its own that is named after it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { comparisons } from '../../src/experiment/comparisons/index.js';
import { measures } from '../../src/experiment/measures/index.js';
import { weeklySeries } from '../../src/experiment/weekly/index.js';

describe.each([
  ['measures', measures],
  ['comparisons', comparisons],
  ['weekly', weeklySeries],
] as const)('%s', (folder, parts) => {
  const ids = parts.map(({ id }) => id);

  it('are sorted, each under a name that no other has', () => {
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are one in each file, which has the name of its part', () => {
    const files = readdirSync(join(import.meta.dirname, '../../src/experiment', folder));
    expect(files.filter((file) => file !== 'index.ts').sort()).toEqual(ids.map((id) => `${id}.ts`).sort());
  });

  it('say everything, and in the unit what is counted: `contacts a week`, not `a week`', () => {
    for (const { description, label, unit } of parts)
      expect([description, label, unit].every((text) => text !== '')).toBe(true);
    expect(parts.filter(({ unit }) => unit.startsWith('a ')).map(({ id }) => id)).toEqual([]);
  });
});
