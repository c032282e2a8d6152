import { comparison } from '../comparison.js';
import { OWNERS } from '../differences.js';
import { POLICY } from '../pair.js';
import { aWeek } from '../window.js';

const KINDS = ['induced', 'prevented', 'net'] as const;
const [INDUCED, PREVENTED, NET] = [0, 1, 2] as const;

/** Episodes that only one world has, by what they are owed to. */
export const induced = comparison({
  id: 'induced',
  label: 'Episodes induced and prevented',
  unit: 'episodes a week',
  dimensions: ['owner', 'kind'],
  description:
    'Episodes that opened in the measured period in the policy world only (induced) or in the baseline only (prevented), and induced less prevented (net). Each is owed to the fork of the episode that it came from, else to an earlier fork of the same person, else to an earlier delay as a bystander, else to an edited hazard.',
  cells: () => OWNERS.flatMap((owner) => KINDS.map((kind) => ({ owner, kind }))),
  begin(pair) {
    const { window } = pair.views[POLICY];
    const cells = new Float64Array(OWNERS.length * KINDS.length);
    /** Induced less prevented, counted apart. */
    let net = 0;
    return {
      episode({ owner, cause, opened }) {
        if (owner === null || opened < window.from || opened >= window.to) return;
        const sign = cause === 'induced' ? 1 : -1;
        const at = KINDS.length * owner;
        cells[at + (sign === 1 ? INDUCED : PREVENTED)]! += 1;
        cells[at + NET]! += sign;
        net += sign;
      },
      finish(totals) {
        const sum = OWNERS.reduce((all, _, owner) => all + cells[KINDS.length * owner + NET]!, 0);
        totals.close('episodes induced less prevented, by owner', sum, 'in all', net);
        return aWeek(cells, window);
      },
    };
  },
});
