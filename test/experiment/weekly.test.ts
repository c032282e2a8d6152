/** Weekly series, worked out by hand. */
import { describe, expect, it } from 'vitest';
import { LevelBatch, OutcomeBatch, VisitBatch } from '../../src/experiment/batch.js';
import type { WorldView } from '../../src/experiment/view.js';
import { weeklySeries } from '../../src/experiment/weekly/index.js';
import type { LevelLog, OutcomeLog, VisitLog } from '../../src/sim/index.js';
import { levelLog, outcomeLog, visitLog } from './support/hand-log.js';

/** Three whole weeks and a day, two services; the window plays no part. */
const view = {
  commons: null,
  area: null,
  weeks: 3,
  serviceCount: 2,
  window: { from: 0, to: 528, weeks: 528 / 168, fromSecond: 0, toSecond: 528 * 3600, firstHour: 0, lastHour: 528 },
  names: { services: [{ id: 'a' }, { id: 'b' }] },
} as unknown as WorldView;

function weeks(id: string, logs: { visits?: VisitLog; outcomes?: OutcomeLog; levels?: LevelLog }): number[] {
  const tracker = weeklySeries.find((one) => one.id === id)!.begin(view);
  const [visits, outcomes, levels] = [new VisitBatch(view), new OutcomeBatch(view), new LevelBatch(view)];
  if (logs.visits) visits.read(logs.visits);
  if (logs.outcomes) outcomes.read(logs.outcomes);
  if (logs.levels) levels.read(logs.levels);
  tracker.visits?.(visits);
  tracker.outcomes?.(outcomes);
  tracker.levels?.(levels);
  tracker.finish?.();
  return [...tracker.result()];
}

describe('weeks', () => {
  it('of open episodes: cut at hour 0 and at the end of the last whole week, groups apart, absorbed ones never', () => {
    const outcomes = outcomeLog(
      { opened: 42, closed: 84 },
      { opened: -500, closed: 168 + 84 },
      { opened: 168, closed: 900 },
      { opened: 400, closed: 400, absorbed: 1 },
      { opened: 500, closed: 520, background: 1 },
    );
    const found = weeks('weekly-open-episodes', { outcomes });
    expect(found.slice(0, 3).map((value) => value * 4)).toEqual([1 + 4, 2 + 4, 4]);
    expect(found.slice(3, 5)).toEqual([0, 0]);
    expect(found[5]).toBeCloseTo(4 / 168, 12);
  });

  it('of units in use and people waiting: means of hours, the hours past the last whole week left out', () => {
    const levels = levelLog(
      { service: 0, hour: 0, inUse: 3600 * 168, waiting: 0 },
      { service: 1, hour: 167, inUse: 0, waiting: 3600 * 84 },
      { service: 1, hour: 168, inUse: 3600 * 42, waiting: 0 },
      { service: 1, hour: 504, inUse: 3600 * 42, waiting: 1 },
    );
    expect(weeks('weekly-in-use', { levels })).toEqual([1, 0, 0, 0, 0.25, 0]);
    expect(weeks('weekly-waiting', { levels })).toEqual([0, 0, 0, 0.5, 0, 0]);
  });

  it('of contacts and waits of people: by the week of joining, whole visits once, those in line at the start apart', () => {
    const visits = visitLog(
      { service: 0, joined: 10, started: 12 },
      { service: 0, joined: 167, started: 171 },
      { service: 0, joined: 167, started: 172, part: 1 },
      { service: 0, joined: 20, background: 1, started: 90 },
      { service: 0, joined: -5, started: 90 },
      { service: 1, joined: 170 },
      { service: 1, joined: 510, started: 511 },
    );
    expect(weeks('weekly-contacts', { visits })).toEqual([2, 0, 0, 0, 1, 0]);
    expect(weeks('weekly-wait', { visits })).toEqual([6, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0]);
  });
});
