import type { Cell } from '../experiment/index.js';
import type { Figures } from './figures.js';
import { duration } from './scale.js';

/** Mean waits under half a minute in every world are nobody's trouble [hours]. */
const WORTH_TELLING = 1 / 120;

/** Which services are told of, after their number: `with a mean wait of 30 seconds or more`. */
export const WITH_WAITS = `with a mean wait of ${duration(WORTH_TELLING)} or more`;

/** A service at which people wait, and their mean wait in the baseline [hours]. */
export interface WaitingService {
  readonly id: string;
  readonly cell: Cell;
  readonly base: number;
}

/** Whose waits are told apart: people followed, and the work that services do anyway. */
export const WAITING_GROUPS = ['people', 'background'] as const;
/** One of them. */
export type WaitingGroup = (typeof WAITING_GROUPS)[number];

/** Services at which a group's mean wait is worth telling in some world. */
export function waitingServices(figures: Figures, group: WaitingGroup = 'people'): WaitingService[] {
  return figures.results.dictionary.services.flatMap(({ id }) => {
    const cell = { service: id, group };
    const mean = (world: string) => figures.rawLevel(world, 'wait-mean', cell)?.mean ?? 0;
    const longest = Math.max(...figures.results.worlds.map((world) => mean(world.id)));
    return longest >= WORTH_TELLING ? [{ id, cell, base: mean(figures.baseline.id) }] : [];
  });
}
