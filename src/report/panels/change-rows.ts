import type { Cell } from '../../experiment/index.js';
import type { Figures } from '../figures.js';
import { direction, type Shown } from '../numbers.js';
import type { WorldStyle } from '../theme.js';
import { differenceInShort } from '../words.js';
import type { Row } from './chart.js';

/** The same numbers with the other sign: for hours that are taken away. */
function turned({ mean, low, high, ...rest }: Shown): Shown {
  const minus = (value: number | null) => (value === null ? null : 0 - value);
  return { mean: minus(mean), low: minus(high), high: minus(low), ...rest };
}

/**
 * The row of a difference from the baseline: hollow where it is not clear; with the other sign where it counts what is
 * taken away. Null where the run does not have it.
 */
export function changeRow(
  figures: Figures,
  world: WorldStyle,
  measure: string,
  cell: Cell,
  label: string,
  mark: Row['mark'],
  takenAway = false,
): Row | null {
  const change = figures.change(world.id, measure, cell);
  if (change === null || change.mean === null) return null;
  const shown = takenAway ? turned(change) : change;
  return {
    series: world.id,
    label,
    text: differenceInShort(shown, figures.scale(measure, cell)),
    shown,
    colour: world.colour,
    shape: world.shape,
    mark,
    filled: direction(shown) !== 'unclear',
  };
}
