import type { Cell } from '../experiment/index.js';
import type { Figures } from './figures.js';

/** Waits under half a minute on average in every world are nobody's trouble [hours]. */
const WORTH_TELLING = 1 / 120;

/** A service at which people wait, and their mean wait in the baseline [hours]. */
export interface WaitingService {
  readonly id: string;
  readonly cell: Cell;
  readonly base: number;
}

/** Services at which people wait half a minute or more on average in some world. */
export function waitingServices(figures: Figures): WaitingService[] {
  return figures.results.dictionary.services.flatMap(({ id }) => {
    const cell = { service: id, group: 'people' };
    const mean = (world: string) => figures.rawLevel(world, 'wait-mean', cell)?.mean ?? 0;
    const longest = Math.max(...figures.results.worlds.map((world) => mean(world.id)));
    return longest >= WORTH_TELLING ? [{ id, cell, base: mean(figures.baseline.id) }] : [];
  });
}
