/** What happens to the waits of people, and of other work: clear changes, how many they are, and the largest by name. */
import type { WorldDescription } from '../experiment/index.js';
import type { Figures } from './figures.js';
import { type ClearChange, clearChanges } from './largest.js';
import { direction, percentage } from './numbers.js';
import { fewerSeenInWords } from './seen.js';
import { nothingClear } from './setting.js';
import { WAITING_GROUPS, type WaitingGroup, WITH_WAITS, waitingServices } from './waiting.js';
import { counted, differenceInWords, levelInShort } from './words.js';

/** Changes in waits that are named are at least this share of the baseline's wait. */
const WORTH_NAMING = 0.01;
/** How the waits of each group are called, by themselves and beside a service; what other work is, a line of its own says. */
const WHOSE_WAITS: Readonly<Record<WaitingGroup, readonly [string, string]>> = {
  people: ['Mean waits', 'mean wait'],
  background: ['Mean waits of other work', 'mean wait of other work'],
};

/** Clear changes in the mean waits of a group, those that lengthen and those that shorten, the largest in proportion first. */
function waitChanges(figures: Figures, world: WorldDescription, group: WaitingGroup) {
  const cells = waitingServices(figures, group).map(({ cell }) => cell);
  const changes = clearChanges(figures, 'wait-mean', cells, [world], true);
  const going = (way: 'up' | 'down') => changes.filter(({ shown }) => direction(shown) === way);
  return { services: cells.length, longer: going('up'), shorter: going('down') };
}

/** Behind a fall in a mean wait: of whom it is, where fewer of those who come are seen than in the baseline. */
function ofWhom(
  figures: Figures,
  { id }: WorldDescription,
  { cell, shown }: Pick<ClearChange, 'cell' | 'shown'>,
): string {
  const fewer = direction(shown) === 'down' ? fewerSeenInWords(figures, id, cell) : null;
  return fewer === null ? '' : `, ${fewer}`;
}

/** `3 clear rises and 2 clear falls at 13 services`. */
function tally({ longer, shorter, services }: ReturnType<typeof waitChanges>): string {
  const rises = counted(longer.length, 'clear rise', 'clear rises');
  const falls = counted(shorter.length, 'clear fall', 'clear falls');
  return `${rises} and ${falls} at ${counted(services, 'service', 'services')}`;
}

/** Where the changes that a tally counts are to be found: so many of them are named above it. */
function whereTold(named: number, found: number): string {
  const every = named === 1 ? 'it is above' : 'both are above';
  const largest =
    named === 1 ? 'the largest in proportion is above' : 'the largest rise and fall in proportion are above';
  return `${named === found ? every : largest}; tables/services.csv has every service`;
}

/** The clear changes in waits of a policy world: the largest by name, how many there are, and at how many services. */
export function waits(figures: Figures, world: WorldDescription): string[] {
  return WAITING_GROUPS.flatMap((group) => {
    const found = waitChanges(figures, world, group);
    if (found.services === 0) return [];
    const [title, apart] = WHOSE_WAITS[group];
    const count = found.longer.length + found.shorter.length;
    if (count === 0)
      return [
        `${title}: ${nothingClear(figures)} at any of ${counted(found.services, 'service', 'services')} ${WITH_WAITS}.`,
      ];
    const named = [found.longer, found.shorter].flatMap(
      (those) => those.find(({ size }) => size >= WORTH_NAMING) ?? [],
    );
    const said = named.map(({ cell, shown }) => {
      const scale = figures.scale('wait-mean', cell);
      const level = figures.level(figures.baseline.id, 'wait-mean', cell);
      const base = level === null ? '' : `; in the baseline ${levelInShort(level, scale)}`;
      return `${figures.labels.service(cell.service ?? '')}: ${apart} ${differenceInWords(shown, scale)}${base}${ofWhom(figures, world, { cell, shown })}.`;
    });
    const where =
      said.length === 0
        ? `, under ${percentage(WORTH_NAMING)} of the baseline’s wait; tables/services.csv has every service`
        : `; ${whereTold(said.length, count)}`;
    return [...said, `${title}: ${tally(found)} ${WITH_WAITS}${where}.`];
  });
}

/**
 * Clear changes in waits in one line, so that no rise goes untold, the largest in proportion by name: of people, then of
 * background work. Of one policy these are the largest rise and fall of people, and the largest rise of background work; beside
 * other policies only the largest rise of people, or the largest fall where there is none.
 */
export function waitsInShort(figures: Figures, world: WorldDescription): string[] {
  const isAlone = figures.policyWorlds.length === 1;
  return WAITING_GROUPS.flatMap((group) => {
    const found = waitChanges(figures, world, group);
    const count = found.longer.length + found.shorter.length;
    if (count === 0) return [];
    const title = WHOSE_WAITS[group][0];
    const both = [found.longer[0], found.shorter[0]].filter((change) => change !== undefined);
    const ofPeople = isAlone ? both : both.slice(0, 1);
    const ofOtherWork = isAlone ? found.longer.slice(0, 1) : [];
    const named = group === 'people' ? ofPeople : ofOtherWork;
    const largest = named.map((change) => {
      const service = figures.labels.service(change.cell.service ?? '');
      return `${service}, ${differenceInWords(change.shown, figures.scale('wait-mean', change.cell))}${ofWhom(figures, world, change)}`;
    });
    const counts = `${title.slice(0, 1).toLowerCase()}${title.slice(1)}, ${tally(found)}`;
    if (largest.length === 0) return counts;
    return `${counts}${count > largest.length ? ', in proportion most of all' : ':'} ${largest.join(', and ')}`;
  });
}
