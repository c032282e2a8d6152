import { asNumber, type Table, type Value } from '../csv.js';
import { COMPARISON_COLUMNS, WORLD_COLUMNS } from '../estimate-columns.js';
import type { Figures } from '../figures.js';
import { EVERYBODY, GAIN_KINDS, GAINS, gainGroups, smallGroups } from '../gains.js';
import { direction } from '../numbers.js';
import { SUPPRESSED } from '../small-numbers.js';

/** Who gains and who loses, by area, need, cohort and severity; small numbers are left out and marked. Null where not asked. */
export function gains(figures: Figures): Table | null {
  if (!figures.results.dictionary.measures.some(({ id }) => id === GAINS)) return null;
  return {
    file: 'gains.csv',
    columns: [
      ...WORLD_COLUMNS,
      ...['area', 'need', 'cohort', 'severity'].map((name) => ({
        ...{ name, type: 'text' as const, unit: '' },
        description: `Id of the ${name}; all: everybody.`,
      })),
      {
        ...{ name: 'kind', type: 'text', unit: '' },
        description:
          'met or not-met (only with the policy), else reached or not-reached (a service only with the policy, or only in the baseline), else waits-less or waits-more.',
      },
      {
        ...{ name: 'mark', type: 'text', unit: '' },
        description: `${SUPPRESSED}: fewer than 10 episodes a run, or the number that would give one such away; the number is left out.`,
      },
      ...COMPARISON_COLUMNS,
    ],
    rows: figures.policyWorlds.flatMap(({ id }) => {
      const isSmall = smallGroups(figures, id);
      return [...gainGroups(figures), EVERYBODY].flatMap((group) =>
        GAIN_KINDS.flatMap(({ kind }): Value[][] => {
          const raw = figures.rawChange(id, GAINS, { ...group, kind });
          const shown = figures.change(id, GAINS, { ...group, kind });
          if (raw === null || shown === null) return [];
          const { area = '', need = '', cohort = '', severity = '' } = group;
          const named = [id, figures.labels.world(id), area, need, cohort, severity, kind];
          const unit = figures.unit(GAINS);
          if (isSmall(group, kind)) return [[...named, SUPPRESSED, unit, null, null, null, raw.n, null]];
          const numbers = [asNumber(raw.mean), asNumber(raw.low), asNumber(raw.high), raw.n];
          return [[...named, '', unit, ...numbers, direction(shown) !== 'unclear']];
        }),
      );
    }),
  };
}
