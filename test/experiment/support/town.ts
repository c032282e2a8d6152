import { fileURLToPath } from 'node:url';
import type { Plan } from '../../../src/experiment/index.js';
import { compileWorld, describeWorld, formatProblems, loadFamily } from '../../../src/scenarios/index.js';

/** A plan to compare scenarios of the small town (or of another folder), in this thread. */
export function planOf(names: readonly string[], more: Partial<Plan> = {}, folder = 'town'): Plan {
  const cwd = fileURLToPath(new URL(`../${folder}`, import.meta.url));
  const family = loadFamily(
    names.map((name) => `./${name}.yaml`),
    { cwd, root: cwd },
  );
  if (!family.ok) throw new Error(formatProblems(family.problems));
  const described = family.scenarios.map(describeWorld);
  const first = described[0];
  if (first === undefined) throw new Error('no scenario');
  return {
    title: first.title,
    area: first.area,
    ...(first.areas && { areas: first.areas }),
    design: first.design,
    worlds: family.scenarios.map((scenario, at) => {
      const { description, dictionary } = described[at] ?? first;
      return { world: compileWorld(scenario), description, dictionary };
    }),
    seed: 'town',
    replications: 3,
    workers: 0,
    ...more,
  };
}
