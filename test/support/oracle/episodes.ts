/** Episodes open and close. */
import { NEVER, NOBODY } from '../../../src/sim/log.js';
import { NONE } from '../../../src/sim/world.js';
import { bare, type Key, NO_KEY, race } from './chance.js';
import { settleEpisode, startAfterClocks, stopClocks, waitingClocks } from './clocks.js';
import { enter } from './pathway.js';
import { at, type Episode, type Person, type Run } from './state.js';

/** What is known of an episode when it opens. */
export interface Opening {
  readonly key: Key;
  readonly parent: Key;
  readonly person: Person | null;
  readonly need: number;
  readonly severity: number;
  readonly channel: number;
  readonly background: boolean;
  readonly isParallel: boolean;
  readonly entry: number;
}

/** Opens an episode and lets it go as far as it gets at once. */
export function openEpisode(run: Run, opening: Opening): void {
  enter(run, newEpisode(run, opening, run.now, false), opening.entry);
}

/** An open episode that is nowhere yet. */
export function newEpisode(run: Run, opening: Opening, opened: number, isStock: boolean): Episode {
  const { entry, ...known } = opening;
  const episode: Episode = {
    ...known,
    isStock,
    opened,
    step: entry,
    isOpen: true,
    visit: null,
    delay: null,
    held: [],
    counts: new Map(),
    clocks: [],
  };
  run.episodes.push(episode);
  episode.person?.episodes.push(episode);
  episode.clocks.push(...waitingClocks(run, episode));
  settleEpisode(run, episode);
  return episode;
}

/** True while the person has an open episode of the need; parallel contacts do not count. */
export function hasOpen(person: Person, need: number): boolean {
  return person.episodes.some((episode) => episode.need === need && !episode.isParallel);
}

/** The episode is over: its row, and the clocks that its outcome starts. Everything held must have been given back. */
export function closeEpisode(run: Run, episode: Episode, outcome: number, step: number): void {
  if (episode.held.length > 0) throw new Error('an episode that is over holds units');
  episode.isOpen = false;
  stopClocks(run, episode.clocks);
  run.calendar.cancel(episode.delay);
  run.episodes.splice(run.episodes.indexOf(episode), 1);
  episode.person?.episodes.splice(episode.person.episodes.indexOf(episode), 1);
  writeOutcome(run, episode, run.now, outcome, step);
  if (episode.person?.alive) startAfterClocks(run, episode, episode.person, outcome);
}

export function writeOutcome(run: Run, episode: Episode, closed: number, outcome: number, step: number): void {
  run.meetings.atPerson(episode.person ?? episode);
  run.story.outcomes.push({
    person: episode.person?.index ?? NOBODY,
    keyHigh: episode.key.high,
    keyLow: episode.key.low,
    parentHigh: episode.parent.high,
    parentLow: episode.parent.low,
    need: episode.need,
    cohort: episode.person?.cohort ?? 0,
    severity: episode.severity,
    channel: episode.channel,
    background: episode.background ? 1 : 0,
    opened: episode.opened,
    closed,
    outcome,
    absorbed: 0,
    stock: episode.isStock ? 1 : 0,
    parallel: episode.isParallel ? 1 : 0,
    step,
    besideFrom: besideFrom(episode.person, episode),
  });
}

/** A need that arises (again) in somebody who is already being seen for it: noted, and nothing else. */
export function writeAbsorbed(run: Run, person: Person, key: Key, parent: Key, need: number): void {
  run.meetings.atPerson(person);
  run.story.outcomes.push({
    person: person.index,
    keyHigh: key.high,
    keyLow: key.low,
    parentHigh: parent.high,
    parentLow: parent.low,
    need,
    cohort: person.cohort,
    severity: 0,
    channel: NONE,
    background: 0,
    opened: run.now,
    closed: run.now,
    outcome: NONE,
    absorbed: 1,
    stock: 0,
    parallel: 0,
    step: NONE,
    besideFrom: besideFrom(person, null),
  });
}

/** Opening of the youngest other open episode of a person that is no parallel contact. */
function besideFrom(person: Person | null, but: Episode | null): number {
  const others = (person?.episodes ?? []).filter((one) => one !== but && !one.isParallel);
  return others.length === 0 ? NEVER : Math.max(...others.map(({ opened }) => opened));
}

/** Severity of a new episode: a race with the name of its need, arrivals or stock in the address. */
export function severityOf(run: Run, key: Key, source: string, shares: readonly number[]): number {
  const runners = run.world.severities.map((name, index) => ({ name, weight: at(shares, index) }));
  return race(run.chance, key, `severity/${bare(source)}`, runners, 0);
}

/** An onset that was accepted: absorbed by an open episode of the need, or the beginning of one. */
export function onset(run: Run, person: Person, needIndex: number, key: Key): void {
  if (hasOpen(person, needIndex)) {
    writeAbsorbed(run, person, key, NO_KEY, needIndex);
    return;
  }
  const need = at(run.tables.needs, needIndex);
  const severity = severityOf(run, key, need.name, need.severity);
  const channels = need.channels.map(({ channel, weights }) => ({
    name: at(run.world.channels, channel),
    weight: at(weights, severity),
  }));
  const { channel, entry } = at(need.channels, race(run.chance, key, `channel/${bare(need.name)}`, channels, 0));
  const opening = { key, parent: NO_KEY, person, need: needIndex, severity, channel, background: false };
  openEpisode(run, { ...opening, isParallel: false, entry });
}
