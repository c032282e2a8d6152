import { OutcomeLog, VisitLog } from '../sim/index.js';

/** A log of some rows of another, in their order. */
export function chosen<Log extends VisitLog | OutcomeLog>(log: Log, rows: readonly number[]): Log {
  const own = (log instanceof VisitLog ? new VisitLog(rows.length) : new OutcomeLog(rows.length)) as Log;
  for (const [name, column] of Object.entries(log)) {
    if (!ArrayBuffer.isView(column)) continue;
    const copied = own[name as keyof Log] as Float64Array;
    rows.forEach((row, at) => {
      copied[at] = (column as Float64Array)[row]!;
    });
  }
  own.count = rows.length;
  return own;
}
