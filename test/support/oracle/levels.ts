/** Units in use, people waiting and units on duty, summed second by second. */
import { at, type Level, type Run } from './state.js';

export function noLevel(): Level {
  return { inUse: 0, waiting: 0, staffed: 0, full: 0 };
}

/** Adds up what has been since the last event, in whole seconds. */
export function sumUpTo(run: Run, time: number): void {
  const instant = Math.floor(time * 3600);
  const seconds = instant - run.summedTo;
  run.summedTo = instant;
  if (seconds === 0) return;
  for (const { level, inUse, line, capacity } of run.services) {
    level.inUse += inUse * seconds;
    level.waiting += line.length * seconds;
    level.staffed += capacity * seconds;
    level.full += inUse >= capacity ? seconds : 0;
  }
}

/** Writes the rows of the hour that has just passed. */
export function writeLevels(run: Run, hour: number): void {
  for (const service of run.services.keys()) {
    run.meetings.atService(service);
    const now = at(run.services, service);
    run.story.levels.push({ service, hour, ...now.level });
    now.level = noLevel();
  }
}
