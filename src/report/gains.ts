/** Who gains and who loses, group by group, with small numbers left out. */
import type { Cell } from '../experiment/index.js';
import type { Figures } from './figures.js';
import { areaLabel } from './in-force.js';
import { plain } from './labels.js';
import { direction } from './numbers.js';
import { cutAtNothing } from './possible.js';
import { suppressed } from './small-numbers.js';
import { levelInWords } from './words.js';

/** The comparison. */
export const GAINS = 'gains-and-losses';

/** What may become of an episode, as printed. */
export const GAIN_KINDS = [
  { kind: 'met', label: 'Need met only with the policy' },
  { kind: 'reached', label: 'Reaches a service only with the policy' },
  { kind: 'waits-less', label: 'Waits less' },
  { kind: 'waits-more', label: 'Waits more' },
  { kind: 'not-reached', label: 'Reaches a service only in the baseline' },
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

/** Names of groups: area and cohort where there are several, need and severity. */
export function groupNames(figures: Figures): (group: Group) => string {
  const groups = gainGroups(figures);
  const cohorts = new Set(groups.map(({ cohort }) => cohort)).size;
  const areas = new Set(groups.map(({ area }) => area)).size;
  return ({ area = '', need = '', cohort = '', severity = '' }) =>
    [
      ...(areas > 1 ? [areaLabel(figures, area)] : []),
      need === 'no need' ? 'No need declared' : figures.labels.need(need),
      ...(cohorts > 1 ? [plain(cohort)] : []),
      `severity ${plain(severity)}`,
    ].join(', ');
}

/**
 * How many reach no service with the policy of a world, though they reached one in the baseline and their need counts alike in both;
 * null where that is not clear.
 */
export function noLongerReached(figures: Figures, world: string): string | null {
  const cell = { ...EVERYBODY, kind: 'not-reached' };
  const shown = figures.change(world, GAINS, cell);
  if (shown === null || direction(shown) !== 'up' || smallGroups(figures, world)(EVERYBODY, cell.kind)) return null;
  return levelInWords(cutAtNothing(shown), figures.scale(GAINS, cell));
}

/** Groups that are named among those who are missed only with a policy. */
const NAMED = 2;

/** A group that is missed only with a policy, and how many a week. */
interface Missed {
  readonly size: number;
  readonly text: string;
  readonly isClear: boolean;
}

/**
 * The largest groups of whom some are clearly missed only with the policy of a world, and any larger one of whom that is not
 * clear, in a sentence; none where there are few of each.
 */
export function missedInWords(figures: Figures, world: string): string[] {
  const isSmall = smallGroups(figures, world);
  const name = groupNames(figures);
  const kind = 'not-met';
  const found = gainGroups(figures).flatMap((group): Missed[] => {
    const cell = { ...group, kind };
    const shown = figures.change(world, GAINS, cell);
    if (shown === null || isSmall(group, kind)) return [];
    const size = figures.rawChange(world, GAINS, cell)?.mean ?? 0;
    const text = `${name(group)}: ${levelInWords(cutAtNothing(shown), figures.scale(GAINS, cell))}`;
    return [{ size, text, isClear: direction(shown) === 'up' }];
  });
  found.sort((one, other) => other.size - one.size);
  const clear = found.filter(({ isClear }) => isClear);
  const [largest] = clear;
  if (largest === undefined) return [];
  const larger = found.filter(({ isClear, size }) => !isClear && size > largest.size);
  const texts = (groups: readonly Missed[]) =>
    groups
      .slice(0, NAMED)
      .map(({ text }) => text)
      .join('; ');
  return [
    `Clearly missed only with the policy: ${texts(clear)}. ` +
      (larger.length === 0 ? '' : `Larger, but not clear: ${texts(larger)}. `) +
      'Who they are depends on how the worlds are paired; all groups are in tables/gains.csv.',
  ];
}
