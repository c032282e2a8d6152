import { describe, expect, it } from 'vitest';
import { settingOf } from '../../src/experiment/folding.js';
import { contacts } from '../../src/experiment/measures/contacts.js';
import { measures } from '../../src/experiment/measures/index.js';
import { estimateMemory, refuseMemory } from '../../src/experiment/memory.js';
import { planOf } from './support/town.js';

describe('memory', () => {
  const one = settingOf(planOf(['town']).worlds);
  const three = settingOf(planOf(['town', 'diverted', 'null']).worlds);
  it('is estimated by worlds, workers and replications', () => {
    expect(estimateMemory(three, 10, 1)).toBeGreaterThan(1.2 * estimateMemory(one, 10, 1));
    expect(estimateMemory(one, 10, 4)).toBeGreaterThan(3.9 * estimateMemory(one, 10, 1) - 1e6);
    expect(estimateMemory(one, 2, 4)).toBeLessThan(estimateMemory(one, 4, 4));
    expect(estimateMemory(one, 1000, 1)).toBeGreaterThan(estimateMemory(one, 10, 1));
  });
  it('has every measure again for each area, and what is asked of each other period', () => {
    const bare = { ...one, inAreas: [[]] };
    const cells = one.views.reduce(
      (sum, view) => sum + measures.reduce((all, { cells }) => all + 2 * cells(view).length, 0),
      0,
    );
    const three = { ...one, inAreas: [[one.views[0]!, one.views[0]!, one.views[0]!]] };
    const perReplication = (setting: typeof one) => estimateMemory(setting, 11, 1) - estimateMemory(setting, 10, 1);
    expect(perReplication(three) - perReplication(bare)).toBe(3 * 8 * cells);
    expect(estimateMemory(three, 1, 1)).toBeGreaterThan(estimateMemory(bare, 1, 1) + 3 * 8 * cells);
    const spanned = settingOf(planOf(['town']).worlds, [{ id: 'late', from: 24, to: 48, measures: ['contacts'] }]);
    expect(perReplication(spanned) - perReplication(one)).toBe(8 * 2 * contacts.cells(spanned.spanned[0]![0]!).length);
  });
  it('is refused above seven tenths of what is free, with what to do', () => {
    expect(refuseMemory(7e9, 4e9, 10e9, 2)).toBeNull();
    const problem = refuseMemory(7.1e9, 4e9, 10e9, 2);
    expect(problem?.found).toContain('7.1 GB');
    expect(problem?.expected).toContain('7.0 GB');
    expect(problem?.next).toContain('fewer workers');
    const hopeless = refuseMemory(2e18, 8e9, 10e9, 4);
    expect(hopeless?.found).toBe('about over a million GB for 4 at a time');
    expect(hopeless?.next).toMatch(/One at a time needs about 8\.0 GB.*fewer worlds/);
  });
});
