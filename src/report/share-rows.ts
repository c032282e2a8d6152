/** Shares of runs or of people with their intervals, one below the other, and the shares that are asked for as lines. */

import { percentage } from './numbers.js';
import type { Panel, Row } from './panels/chart.js';
import { rowsInWords } from './panels/level-rows.js';
import { type Reference, rowPanel } from './panels/row-panel.js';
import { PALETTE } from './theme.js';
import { listed } from './words.js';

/** One row: what it is for, its numbers in text, and as shares; null where there is nothing to judge by. */
export interface ShareRow {
  readonly label: string;
  readonly text: string;
  readonly share: { readonly mean: number; readonly low: number; readonly high: number } | null;
  /** Whether it reaches what is asked for; hollow where it does not. */
  readonly isEnough: boolean;
}

/** Shares nearer than this have no room for a label each. */
const CLOSE = 0.2;
const NOTHING = { mean: null, low: null, high: null, place: 0, isConstant: false } as const;

/** The panel of such rows. */
export function sharePanel(title: string, axis: string, rows: readonly ShareRow[], asked: readonly number[]): Panel {
  const drawn = rows.map(({ label, text, share, isEnough }): Row => {
    const shown =
      share === null
        ? NOTHING
        : { mean: 100 * share.mean, low: 100 * share.low, high: 100 * share.high, place: 0, isConstant: false };
    return { series: label, label, text, shown, colour: PALETTE[0], shape: 'circle', mark: 'dot', filled: isEnough };
  });
  const references = labelled([...asked].sort((one, other) => one - other));
  return {
    group: null,
    title,
    note: '',
    alt: `Dot chart with 95% intervals: ${title}. ${rowsInWords(drawn)}`,
    spec: rowPanel({ rows: drawn, domain: [0, 100], axis, references }),
  };
}

/** Lines of shares; where labels would run into each other, the last of them names them all. */
function labelled(shares: readonly number[]): Reference[] {
  let near: number[] = [];
  return shares.map((share, place) => {
    near.push(share);
    const isNear = (shares[place + 1] ?? Number.POSITIVE_INFINITY) - share < CLOSE;
    const label = isNear ? '' : listed(near.map(percentage));
    if (!isNear) near = [];
    return { at: 100 * share, label, dashed: true };
  });
}
