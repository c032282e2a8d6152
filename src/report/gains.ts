/** Who gains and who loses, group by group, with small numbers left out. */
import type { Cell } from '../experiment/index.js';
import type { Figures } from './figures.js';
import { suppressed } from './small-numbers.js';

/** The comparison. */
export const GAINS = 'gains-and-losses';

/** What may become of an episode, as printed. */
export const GAIN_KINDS = [
  { kind: 'met', label: 'Need met only with the policy' },
  { kind: 'waits-less', label: 'Waits less' },
  { kind: 'waits-more', label: 'Waits more' },
  { kind: 'not-met', label: 'Need missed only with the policy' },
] as const;

/** A group of people, without the kind. */
type Group = Cell;

/** Everybody. */
export const EVERYBODY: Group = { area: 'all', need: 'all', cohort: 'all', severity: 'all' };

/** Groups of which some world has a number, everybody left out. */
export function gainGroups(figures: Figures): readonly Group[] {
  const groups = figures.cells(GAINS).flatMap(({ kind: _, ...group }) => (group.need === 'all' ? [] : [group]));
  return [...new Map(groups.map((group) => [JSON.stringify(group), group])).values()];
}

/** Whether the number of each group and kind is not told, in a world; that of everybody is one of them. */
export function smallGroups(figures: Figures, world: string): (group: Group, kind: string) => boolean {
  const weeks = figures.results.design.measured / 168;
  const groups = gainGroups(figures);
  const hidden = new Set(
    GAIN_KINDS.flatMap(({ kind }) => {
      const countOf = (group: Group) => (figures.rawChange(world, GAINS, { ...group, kind })?.mean ?? 0) * weeks;
      const small = suppressed(groups.map(countOf));
      const [everybody = false] = suppressed([countOf(EVERYBODY)]);
      return [...groups.filter((_, at) => small[at]), ...(everybody ? [EVERYBODY] : [])].map(
        (group) => `${JSON.stringify(group)} ${kind}`,
      );
    }),
  );
  return (group, kind) => hidden.has(`${JSON.stringify(group)} ${kind}`);
}
