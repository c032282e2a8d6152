/** Every replication has luck of its own, and the same luck whichever others are run. */
import { expect, it } from 'vitest';
import { settingOf } from '../../src/experiment/folding.js';
import { runExperiment } from '../../src/experiment/index.js';
import { replicate } from '../../src/experiment/replicate.js';
import { seedWords } from '../../src/sim/index.js';
import { planOf } from './support/town.js';

const plan = planOf(['queue'], { replications: 4 }, 'precision');
const ran = runExperiment(plan);

it('no two replications say the same, nor the same of any busy service', async () => {
  const experiment = await ran;
  if (!experiment.ok) throw new Error('refused');
  for (const world of experiment.samples.worlds) {
    for (const id of ['wait-mean', 'staff-hours', 'mean-in-use']) {
      const { values } = world.measures.get(id)!;
      expect(new Set(values.map((run) => run.join(' '))).size, `${id} in ${world.id}`).toBe(4);
      const busiest = Math.max(...values.map((run) => Math.max(...run)));
      const place = values[0]!.findIndex((_, at) => values.some((run) => run[at] === busiest));
      expect(new Set(values.map((run) => run[place])).size, `busiest of ${id} in ${world.id}`).toBe(4);
    }
  }
});

it('a replication that is run alone is the one that is run among others', async () => {
  const experiment = await ran;
  if (!experiment.ok) throw new Error('refused');
  const setting = settingOf(plan.worlds);
  for (const replication of [1, 3]) {
    const alone = replicate(setting, seedWords(plan.seed), replication);
    experiment.samples.worlds.forEach((world, at) => {
      const among = [...world.measures.values()].map(({ values }) => values[replication]);
      expect(alone.worlds[at]!.measures).toEqual(among);
    });
  }
});
