/** What Node has compiled for one replication serves the next one: those who read its logs are held until then, and no longer. */
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { comparisons } from '../../src/experiment/comparisons/index.js';
import { settingOf } from '../../src/experiment/folding.js';
import { measures } from '../../src/experiment/measures/index.js';
import { replicate } from '../../src/experiment/replicate.js';
import { seedWords } from '../../src/sim/index.js';
import { planOf } from './support/town.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Replications whose first fold of a kind is still there. */
async function held(begun: readonly WeakRef<object>[]): Promise<number[]> {
  await setImmediate();
  collect();
  return begun.flatMap((fold, replication) => (fold.deref() === undefined ? [] : [replication]));
}

/** Notes what a part begins from now on, without holding it. */
function noted<Args extends unknown[]>(part: { readonly begin: (...args: Args) => object }): WeakRef<object>[] {
  const begun: WeakRef<object>[] = [];
  const { begin } = part;
  Object.assign(part, {
    begin: (...args: Args) => {
      const fold = begin(...args);
      begun.push(new WeakRef(fold));
      return fold;
    },
  });
  return begun;
}

it.each([
  ['measure', ['town'], () => noted(measures[0]!)],
  ['comparison', ['town', 'diverted'], () => noted(comparisons[0]!)],
] as const)('a %s is held until the next replication has run', async (_, worlds, begins) => {
  const { worlds: members } = planOf(worlds);
  const setting = settingOf(members);
  const begun = begins();
  replicate(setting, seedWords('compiled'), 0);
  expect(await held(begun)).toEqual([0]);
  replicate(setting, seedWords('compiled'), 1);
  expect(await held(begun)).toEqual([1]);
  expect(setting.views).toHaveLength(worlds.length);
});
