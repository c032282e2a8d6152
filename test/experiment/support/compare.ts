import { comparisons } from '../../../src/experiment/comparisons/index.js';
import { settingOf } from '../../../src/experiment/folding.js';
import { replicate } from '../../../src/experiment/replicate.js';
import { seedWords } from '../../../src/sim/index.js';
import { textOf } from './fold.js';
import { type MemberSpec, memberOf } from './members.js';

/** What the comparisons say of a baseline and a policy world in one replication, in all; cells of 0 left out. */
export function compare(
  baseline: MemberSpec,
  policy: MemberSpec,
  replication = 0,
): Record<string, Record<string, number>> {
  const setting = settingOf([memberOf(baseline), memberOf(policy)]);
  const { comparisons: said } = replicate(setting, seedWords('by hand'), replication);
  const weeks = setting.views[0]?.window.weeks ?? Number.NaN;
  const pair = setting.pairs[0];
  return Object.fromEntries(
    comparisons.map(({ id, cells }, at) => {
      const values = said[0]?.[at] ?? new Float64Array();
      const named =
        pair === undefined ? [] : cells(pair).map((cell, place) => [textOf(cell), values[place] ?? 0] as const);
      // Counts and hours of the whole window, to be worked out by hand.
      const total = named.flatMap(([cell, value]) =>
        value === 0 ? [] : [[cell, Math.round(value * weeks * 1e6) / 1e6]],
      );
      return [id, Object.fromEntries(total)];
    }),
  );
}
