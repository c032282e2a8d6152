/** Who comes back after an episode: when the first re-presentation from it opened, in either world. */
import type { OutcomeLog } from '../sim/index.js';
import { KeyTable, moreFloats, NO_ENTRY } from './key-table.js';
import type { Side } from './pair.js';

/** Re-presentations by the episode that they come from. */
export class Returns {
  private readonly table = new KeyTable();
  private opened = new Float64Array(this.table.room);

  /** Notes an episode that came from another (and was not started beside it). */
  note(side: Side, { parentHigh, parentLow, opened }: OutcomeLog, row: number): void {
    const [high, low] = [parentHigh[row]!, parentLow[row]!];
    const known = this.table.find(high, low, side);
    if (known !== NO_ENTRY) {
      this.opened[known] = Math.min(this.opened[known]!, opened[row]!);
      return;
    }
    const entry = this.table.add(high, low, side);
    if (entry >= this.opened.length) this.opened = moreFloats(this.opened, this.table.room);
    this.opened[entry] = opened[row]!;
  }

  /** Hour at which somebody first came back from an episode; NEVER when they did not. */
  after(side: Side, high: number, low: number): number {
    const entry = this.table.find(high, low, side);
    return entry === NO_ENTRY ? Infinity : this.opened[entry]!;
  }
}
