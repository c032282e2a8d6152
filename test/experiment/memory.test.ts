import { describe, expect, it } from 'vitest';
import { settingOf } from '../../src/experiment/folding.js';
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
