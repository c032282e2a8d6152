/** A capacity is judged by the replications in which somebody comes, and by no others. */
import { expect, it } from 'vitest';
import { studyCapacity } from '../../../src/experiment/capacity.js';
import { compileWorld, describeWorld, loadScenario, withUnits } from '../../../src/scenarios/index.js';
import { inFolder } from '../../scenarios/support/load.js';
import { asScenario } from './planted.js';

it('replications in which nobody comes are none in which the standard is met', async () => {
  // One in 336 hours, over two weeks: nobody comes in e⁻¹ = 0.37 of replications, and who comes is seen at once.
  const text = asScenario({ rate: 1 / 336, length: 0.1, within: 0.1, share: 0.8, staffed: 1, answer: 0 });
  const loaded = inFolder({ 's.yaml': text }, (cwd) => loadScenario('./s.yaml', { cwd }));
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join());
  const world = compileWorld(loaded.scenario);
  const study = await studyCapacity({
    scenario: { ...describeWorld(loaded.scenario), world },
    service: 'desk',
    withUnits: (added) => withUnits(world, 'desk', added, null),
    question: { measure: 'within-standard', where: { service: 'desk' } },
    target: { kind: 'standard', share: 0.8 },
    levels: [0.5],
    ...{ first: 40, most: 40, limit: 2, seed: 'judged', workers: 0 },
  });
  const [first] = study!.tried;
  expect(first).toMatchObject({ added: 0, runs: 40, met: first!.of });
  // 25 expected; 3.5 standard deviations of a binomial to either side.
  expect(Math.abs(first!.of - 40 * (1 - Math.exp(-1)))).toBeLessThan(3.5 * Math.sqrt(40 * 0.37 * 0.63));
});
