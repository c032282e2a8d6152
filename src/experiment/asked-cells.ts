import type { Cell } from './results.js';

/** Whether a cell is among those asked for: of each dimension that is named, it has the id, or one of the ids. */
export function isAsked(where: Readonly<Record<string, string | readonly string[]>>, cell: Cell): boolean {
  return Object.entries(where).every(([dimension, ids]) => [ids].flat().includes(cell[dimension]!));
}
