/**
 * The oracle: a slow, obvious engine. It was written from the description of the model alone, with plain objects, arrays
 * and closures, and shares with the real engine only its draws and its quantiles. Given the same world and the same
 * chance both must tell the same story, row for row. Start reading here, then `pathway.ts` and `services.ts`.
 */
import { Finish, NEVER } from '../../../src/sim/log.js';
import { NONE, type World } from '../../../src/sim/world.js';
import { Band, SlowCalendar } from './calendar.js';
import { type Chance, NO_KEY } from './chance.js';
import { startLifeClocks } from './clocks.js';
import { Coverage } from './coverage.js';
import { writeOutcome } from './episodes.js';
import { breakGridlocks } from './gridlock.js';
import { noLevel, sumUpTo, writeLevels } from './levels.js';
import { Meetings } from './meetings.js';
import { populate } from './people.js';
import { activate, onsetStream, startArrivals } from './points.js';
import type { Story } from './rows.js';
import { serveLines, writeVisit } from './services.js';
import { scheduleEpochs, scheduleShifts } from './shifts.js';
import { at, type Run } from './state.js';
import { placeStock } from './stock.js';

export { Coverage } from './coverage.js';
export { Listener, type OutcomeRow, type Story, type VisitRow } from './rows.js';

/** Rows after which a story is too long to be told slowly: people of some random worlds breed without bound. */
const TOO_LONG = 20_000;

/** What is thrown when it is. */
export class TooLong extends Error {}

/** Runs a world from hour 0 to its horizon, and tells all that happened: in a story that is there even if it fails. */
export function simulate(
  world: World,
  chance: Chance,
  coverage = new Coverage(),
  story: Story = { visits: [], outcomes: [], levels: [] },
): Story {
  const run = begin(world, chance, coverage, story);
  for (let event = run.calendar.next(world.horizon); event !== null; event = run.calendar.next(world.horizon)) {
    run.meetings.begin(event);
    sumUpTo(run, event.time);
    run.now = event.time;
    event.happen();
    serveLines(run);
    breakGridlocks(run);
    if (run.story.visits.length + run.story.outcomes.length > TOO_LONG) throw new TooLong();
  }
  run.meetings.close();
  sumUpTo(run, world.horizon);
  if (!Number.isInteger(world.horizon)) writeLevels(run, Math.floor(world.horizon));
  run.now = world.horizon;
  censor(run);
  return run.story;
}

/** Hour 0: the people, those already inside, and everything that will come of itself. */
function begin(world: World, chance: Chance, coverage: Coverage, story: Story): Run {
  const { tables } = at(world.epochs, 0);
  const run: Run = {
    world,
    chance,
    calendar: new SlowCalendar(),
    story,
    coverage,
    meetings: new Meetings(coverage),
    tables,
    now: 0,
    services: tables.services.map(({ capacity }) => {
      return { capacity: at(capacity, 0), inUse: 0, line: [], level: noLevel() };
    }),
    people: populate(world, chance),
    episodes: [],
    streams: [],
    toLookAt: [],
    uprooted: [],
    mayBeLocked: false,
    gridlocks: 0,
    summedTo: 0,
  };
  placeStock(run);
  run.toLookAt.splice(0, run.toLookAt.length, ...tables.services.keys());
  serveLines(run);
  breakGridlocks(run);
  for (const person of run.people) {
    startLifeClocks(run, person);
    for (const [need, { area = 0 }] of tables.needs.entries())
      if (area === person.area) run.streams.push(onsetStream(run, person, need));
  }
  for (const stream of run.streams) activate(run, stream);
  for (const arrivals of tables.arrivals.keys()) startArrivals(run, arrivals);
  for (const service of tables.services.keys()) scheduleShifts(run, service, 1);
  scheduleEpochs(run);
  scheduleHourMark(run, 0);
  return run;
}

/** At the end of every hour its levels are written, after everything else of that instant. */
function scheduleHourMark(run: Run, hour: number): void {
  run.calendar.schedule(hour + 1, Band.hourMarks, NO_KEY, () => {
    writeLevels(run, hour);
    scheduleHourMark(run, hour + 1);
  });
}

/** Everyone still inside at the horizon is logged as such, oldest episode first. */
function censor(run: Run): void {
  for (const episode of run.episodes) {
    for (const place of episode.held) {
      if (place.ended === NEVER) place.ended = run.now;
      place.next = NONE;
      writeVisit(run, episode, place, Finish.censoredHeld);
    }
    for (const place of episode.visit?.sought ?? []) writeVisit(run, episode, place, Finish.censoredWaiting);
    writeOutcome(run, episode, run.now, NONE, episode.step);
  }
}
