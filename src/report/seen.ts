/** Who is behind a mean wait: the visits that were seen, and those that were not when the run ended. */
import type { Cell } from '../experiment/index.js';
import type { Figures } from './figures.js';
import { percentage } from './numbers.js';
import { waitingServices } from './waiting.js';
import { listed } from './words.js';

/** Shares of visits that differ by less are taken for the same. */
const NOTICED = 0.01;
/** Why a visit never started, other than that the run ended. */
const NEVER_STARTED = ['full', 'closed', 'gridlock', 'reneged'] as const;

/** Share of the visits of a group at a service that were seen, in a world; null where nobody came or it is not known. */
function seen(figures: Figures, world: string, cell: Cell): number | null {
  const [came, served] = ['contacts', 'served'].map((measure) => figures.rawLevel(world, measure, cell)?.mean ?? null);
  return came === null || came === 0 || served === null ? null : served! / came!;
}

/**
 * What a fall in a mean wait says where a smaller share of those who come is seen than in the baseline: the longest waits may
 * be of those who no longer count. Null where as many are seen.
 */
export function fewerSeenInWords(figures: Figures, world: string, cell: Cell): string | null {
  const [before, after] = [figures.baseline.id, world].map((id) => seen(figures, id, cell));
  if (before === null || after === null || before! - after! < NOTICED) return null;
  return `a mean over those seen, ${percentage(after!)} of those who came in place of ${percentage(before!)}`;
}

/** Services at which people still waited when the run ended, or left their line by a clock: a caveat; null where nobody did. */
export function notSeenInWords(figures: Figures): string | null {
  const { labels, results } = figures;
  const services = waitingServices(figures).flatMap(({ id, cell }) => {
    const worlds = results.worlds.flatMap((world) => {
      const level = (measure: string, of: Cell) => figures.rawLevel(world.id, measure, of)?.mean ?? null;
      const [came, served] = [level('contacts', cell), level('served', cell)];
      if (came === null || came === 0 || served === null) return [];
      const declined = NEVER_STARTED.reduce(
        (sum, reason) => sum + (level('declined', { service: id, reason }) ?? 0),
        0,
      );
      const open = (came - served - declined) / came;
      return open < NOTICED ? [] : [`${percentage(open)} in ${labels.worldName(world.id)}`];
    });
    return worlds.length === 0 ? [] : [`${labels.service(id)}, ${listed(worlds)}`];
  });
  if (services.length === 0) return null;
  return (
    'Mean waits are over the people who were seen. Neither seen nor turned away nor tired of waiting when the run ended were, of those who came: ' +
    `${services.join('; ')}. Waits there are longer than told, a fall may be none, and some of these needs may yet not be met.`
  );
}
