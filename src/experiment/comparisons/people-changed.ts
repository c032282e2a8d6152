import { NOBODY } from '../../sim/index.js';
import type { Comparison } from '../comparison.js';
import { POLICY } from '../pair.js';

const KINDS = ['touched', 'other', 'unchanged'] as const;
const [TOUCHED, OTHER, UNCHANGED] = [0, 1, 2] as const;

/** Episodes of people that go otherwise in the policy world than in the baseline [a week]. */
export const peopleChanged: Comparison = {
  id: 'people-changed',
  label: 'Episodes changed',
  unit: 'episodes a week',
  dimensions: ['kind'],
  better: 'neither',
  description:
    'Episodes of people that opened in the measured period in either world. Touched: sent elsewhere by an edited rule, or changed after that happened to the same person. Other: any other difference of route, time or outcome, or in one world only. Who is changed depends on how the worlds are paired.',
  kind: 'comparison',
  isSparse: false,
  cells: () => KINDS.map((kind) => ({ kind })),
  begin(pair) {
    const { window } = pair.views[POLICY];
    const cells = new Float64Array(KINDS.length);
    /** Hour of the first rule fork of each person who had one. */
    const forked = new Map<number, number>();
    /** Changed episodes of persons, whose kind is known once all forks are. */
    const changed: { readonly person: number; readonly opened: number }[] = [];
    return {
      episode({ person, isBackground, opened, fork, isSame }) {
        const isRule = fork?.cause === 'rule';
        if (isRule && person !== NOBODY) forked.set(person, Math.min(fork.hour, forked.get(person) ?? fork.hour));
        if (isBackground || opened < window.from || opened >= window.to) return;
        if (isSame) cells[UNCHANGED]! += 1;
        else if (isRule) cells[TOUCHED]! += 1;
        else if (person === NOBODY) cells[OTHER]! += 1;
        else changed.push({ person, opened });
      },
      finish() {
        for (const { person, opened } of changed) {
          const since = forked.get(person);
          cells[since !== undefined && opened >= since ? TOUCHED : OTHER]! += 1;
        }
        return cells.map((count) => count / window.weeks);
      },
    };
  },
};
