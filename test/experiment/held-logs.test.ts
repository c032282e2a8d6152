/** Held logs: every reader gets the rows of its world, whole and in their order, and of all that waits what ends first. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HeldLogs } from '../../src/experiment/held-logs.js';
import { LevelLog, type LogReader, OutcomeLog, VisitLog } from '../../src/sim/index.js';

const KINDS = ['visits', 'outcomes', 'levels'] as const;

/** Batches of a world: of which log, how many rows, how long after the batch before it ends, and whether all is read then. */
const batches = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    rows: fc.integer({ min: 1, max: 4 }),
    hours: fc.nat(3),
    read: fc.boolean(),
  }),
  { maxLength: 20 },
);

it('reads every row once, in the order of its world, and what ends first before what ends later', () => {
  fc.assert(
    fc.property(fc.array(batches, { minLength: 1, maxLength: 3 }), (worlds) => {
      const told: { world: number; row: string; until: number; turn: number }[] = [];
      let turn = 0;
      const readers = worlds.map((_, world): LogReader => {
        const tell = (
          kind: string,
          { count }: { count: number },
          ids: Int32Array | Int16Array,
          hours: ArrayLike<number>,
        ) => {
          for (let at = 0; at < count; at += 1)
            told.push({ world, row: `${kind} ${ids[at]}`, until: hours[count - 1]!, turn });
        };
        return {
          visits: (log) => tell('visits', log, log.person, log.released),
          outcomes: (log) => tell('outcomes', log, log.person, log.closed),
          levels: (log) => tell('levels', log, log.service, log.hour),
          clocks: ({ hours }) => told.push({ world, row: `clocks ${hours[0]}`, until: Infinity, turn }),
        };
      });
      const logs = new HeldLogs(readers);
      const written: string[][] = worlds.map(() => []);
      // As the engine does, one log of each kind a world, filled anew for each batch.
      const own = worlds.map(() => ({
        visits: new VisitLog(4),
        outcomes: new OutcomeLog(4),
        levels: new LevelLog(4),
        hour: 0,
      }));
      for (let at = 0; at < Math.max(...worlds.map(({ length }) => length)); at += 1) {
        for (const [world, list] of worlds.entries()) {
          const batch = list[at];
          if (batch === undefined) continue;
          const mine = own[world]!;
          mine.hour += batch.hours;
          const log = mine[batch.kind];
          const [ids, hours] =
            log instanceof LevelLog
              ? [log.service, log.hour]
              : [log.person, log instanceof VisitLog ? log.released : log.closed];
          log.count = batch.rows;
          for (let row = 0; row < batch.rows; row += 1) {
            ids[row] = written[world]!.length;
            hours[row] = mine.hour;
            written[world]!.push(`${batch.kind} ${ids[row]}`);
          }
          if (log instanceof VisitLog) logs.holders[world]!.visits(log);
          else if (log instanceof OutcomeLog) logs.holders[world]!.outcomes(log);
          else logs.holders[world]!.levels(log);
        }
        if (!worlds.some((list) => list[at]?.read)) continue;
        logs.read();
        turn += 1;
      }
      for (const [world, holder] of logs.holders.entries()) {
        holder.clocks!({ hours: Float64Array.of(world), hazard: new Float64Array(1) });
        written[world]!.push(`clocks ${world}`);
      }
      logs.read();
      for (const [world, rows] of written.entries())
        expect(told.filter((one) => one.world === world).map(({ row }) => row)).toEqual(rows);
      for (const [at, { until, turn: when }] of told.entries())
        if (told[at - 1]?.turn === when) expect(until).toBeGreaterThanOrEqual(told[at - 1]!.until);
    }),
    { numRuns: 300 },
  );
});

it('copies into the same few logs, however often it is read', () => {
  const given = new Set<VisitLog>();
  const reader: LogReader = { visits: (log) => void given.add(log), outcomes: () => {}, levels: () => {} };
  const logs = new HeldLogs([reader]);
  const log = new VisitLog(4);
  for (let batch = 0; batch < 20; batch += 1) {
    log.count = 1;
    log.released[0] = batch;
    logs.holders[0]!.visits(log);
    if (batch % 2 === 1) logs.read();
  }
  expect(given.size).toBe(2);
});
