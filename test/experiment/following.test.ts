/** The person whom a report follows is the one that the stated rule names, and the story is that which `trace` tells. */
import { describe, expect, it } from 'vitest';
import { findChanged, runExperiment, tracePerson } from '../../src/experiment/index.js';
import { planOf } from './support/town.js';

const plan = planOf(['town', 'diverted', 'more-police'], { replications: 1 });

describe('the person who is followed', () => {
  it('is the touched one with the lowest number, and nobody where no rule touches anybody', async () => {
    const experiment = await runExperiment(plan);
    if (!experiment.ok) throw new Error('refused');
    const pair = { worlds: plan.worlds.slice(0, 2), seed: plan.seed, replication: 0 };
    const [first] = findChanged(pair, 1).touched.first;
    const { followed } = experiment.results;
    expect(followed).toEqual([{ world: 'diverted', trace: tracePerson(pair, first?.person ?? '') }]);
    expect(followed?.[0]?.trace.episodes.some(({ parting }) => parting?.change === 'rule')).toBe(true);
  });
});
