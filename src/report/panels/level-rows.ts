import type { Cell } from '../../experiment/index.js';
import type { Figures } from '../figures.js';
import type { WorldStyle } from '../theme.js';
import { levelInShort, NOT_AVAILABLE } from '../words.js';
import type { Row } from './chart.js';

const ABSENT = { mean: null, low: null, high: null, place: 0, isConstant: false } as const;

/** One row for each world: the level of a measure in a cell, as a dot with its interval. */
export function levelRows(
  figures: Figures,
  worlds: readonly WorldStyle[],
  measure: string,
  cell: Cell,
): readonly Row[] {
  return worlds.map(({ id, label, colour, shape }) => {
    const level = figures.level(id, measure, cell);
    const text = level === null ? NOT_AVAILABLE : levelInShort(level, figures.scale(measure, cell));
    return { series: id, label, text, shown: level ?? ABSENT, colour, shape, mark: 'dot', filled: true };
  });
}

/** Rows in a sentence, for text alternatives. */
export function rowsInWords(rows: readonly Row[]): string {
  return `${rows.map(({ label, text }) => `${label} ${text}`).join('; ')}.`;
}
