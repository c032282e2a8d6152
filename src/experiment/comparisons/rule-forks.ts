import { comparison } from '../comparison.js';
import { UNATTRIBUTED } from '../fork.js';
import { BASELINE, POLICY } from '../pair.js';
import { placesOf } from '../places.js';
import { aWeek } from '../window.js';

/** Where contacts go that an edited rule sent elsewhere: the next place in the baseline and in the policy world. */
export const ruleForks = comparison({
  id: 'rule-forks',
  label: 'Contacts sent elsewhere by a rule',
  unit: 'contacts a week',
  dimensions: ['from', 'to', 'policy'],
  description:
    'Episodes whose first difference between the worlds is due to an edited rule and falls in the measured period, by the next service sought in the baseline and in the policy world (none:<outcome> if the person leaves first, censored if the run ends first).',
  isSparse: true,
  cells(pair) {
    const places = placesOf(pair);
    const policies = [...pair.views[POLICY].world.policies, UNATTRIBUTED];
    return places.flatMap((from) => places.flatMap((to) => policies.map((policy) => ({ from, to, policy }))));
  },
  begin(pair) {
    const places = placesOf(pair).length;
    const { world, window } = pair.views[POLICY];
    const policies = world.policies.length + 1;
    const cells = new Float64Array(places * places * policies);
    return {
      episode({ fork }) {
        if (fork?.cause !== 'rule' || fork.hours[BASELINE] < window.from || fork.hours[BASELINE] >= window.to) return;
        cells[(fork.from * places + fork.to) * policies + fork.policy]! += 1;
      },
      finish: () => aWeek(cells, window),
    };
  },
});
