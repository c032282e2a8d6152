/** An episode moves through its steps until it waits, is delayed, is served or leaves. */
import { Finish } from '../../../src/sim/log.js';
import { type BranchOption, type BranchStep, type Condition, type MarkStep, NONE } from '../../../src/sim/world.js';
import { Band } from './calendar.js';
import { bare, drawAt, extend, race } from './chance.js';
import { settleEpisode } from './clocks.js';
import { closeEpisode, openEpisode } from './episodes.js';
import { setStates } from './people.js';
import { whoseRow } from './rows.js';
import { giveBack, giveBackAll, join, lengthFor } from './services.js';
import { at, countOf, type Episode, hourOfWeek, type Run, stateOf, stepAt } from './state.js';

/** Comes to a step, and does all that follows from it without time passing. */
export function enter(run: Run, episode: Episode, index: number): void {
  const step = stepAt(run, index);
  run.meetings.atPerson(episode.person ?? episode);
  episode.step = index;
  run.coverage.note(`step: ${step.verb}`);
  if (step.verb === 'branch') {
    branch(run, episode, index, step);
    return;
  }
  const elsewhere = reroute(run, episode, index, NONE);
  if (elsewhere !== NONE) {
    enter(run, episode, elsewhere);
    return;
  }
  switch (step.verb) {
    case 'seize':
      join(run, episode, index);
      return;
    case 'release': {
      const isNamed = (service: number): boolean => step.services.length === 0 || step.services.includes(service);
      for (const place of episode.held.filter((one) => isNamed(one.service))) {
        giveBack(run, episode, place, Finish.released);
      }
      enter(run, episode, step.then);
      return;
    }
    case 'delay': {
      const length = lengthFor(run, episode, step.length);
      countOf(episode, `length/${step.length.name}`);
      delay(run, episode, run.now + length);
      return;
    }
    case 'mark':
      mark(run, episode, step);
      enter(run, episode, step.then);
      return;
    case 'start': {
      const count = countOf(episode, `start/${bare(step.name)}`);
      openEpisode(run, {
        key: extend(episode.key, bare(step.name), count),
        parent: episode.key,
        person: episode.person,
        need: episode.need,
        severity: episode.severity,
        channel: episode.channel,
        background: episode.background,
        isParallel: true,
        entry: step.entry,
      });
      enter(run, episode, step.then);
      return;
    }
    case 'leave':
      giveBackAll(run, episode);
      closeEpisode(run, episode, step.outcome, index);
      return;
  }
}

/** Stays in a delay step until an hour. */
export function delay(run: Run, episode: Episode, until: number): void {
  episode.delay = run.calendar.schedule(until, Band.delayEnds, episode.key, () => {
    const step = stepAt(run, episode.step);
    if (step.verb !== 'delay') throw new Error(`${step.name} is not a delay step`);
    episode.delay = null;
    enter(run, episode, step.then);
  });
}

function mark(run: Run, episode: Episode, step: MarkStep): void {
  if (step.severity !== NONE) {
    episode.severity = step.severity;
    settleEpisode(run, episode);
  }
  if (episode.person !== null) setStates(run, episode.person, step.sets);
}

/** The first case that holds decides; else a race over the options, after which some may be rerouted. */
function branch(run: Run, episode: Episode, index: number, step: BranchStep): void {
  const count = countOf(episode, `branch/${bare(step.name)}`);
  const held = step.cases.map(({ when }) => holds(run, episode, when));
  const inputs = held.reduce((bits, doesHold, which) => (doesHold ? bits | (1 << which) : bits), 0);
  const which = held.indexOf(true);
  if (which >= 0) {
    const { to } = at(step.cases, which);
    writeDecision(run, episode, index, which, inputs, to);
    goOn(run, episode, index, NONE, to);
    return;
  }
  const option = raceOf(run, episode, `branch/${bare(step.name)}`, step.options, count);
  const { to } = at(step.options, option);
  writeDecision(run, episode, index, 1000 + option, inputs, to);
  goOn(run, episode, index, option, to);
}

function goOn(run: Run, episode: Episode, index: number, option: number, to: number): void {
  const elsewhere = reroute(run, episode, index, option);
  enter(run, episode, elsewhere === NONE ? to : elsewhere);
}

/** Where the first reroute that takes this episode sends it, or NONE. */
function reroute(run: Run, episode: Episode, index: number, option: number): number {
  for (const [which, edit] of stepAt(run, index).reroutes.entries()) {
    if (edit.from.length > 0 && !edit.from.includes(option)) continue;
    const address = `policy/${edit.policy}/${edit.edit}`;
    const count = countOf(episode, address);
    if (drawAt(run.chance, episode.key, address, count) >= at(edit.share, episode.severity)) continue;
    if (edit.followers !== undefined && !follows(run, episode, edit.policy, edit.followers)) continue;
    const taken = raceOf(run, episode, `${address}/to`, edit.to, count);
    const { to } = at(edit.to, taken);
    writeDecision(run, episode, index, 2000 + 100 * which + taken, 0, to);
    return to;
  }
  return NONE;
}

/** Whether the person of an episode follows a policy, as they do always or never; a passer-by by their episode. */
function follows(run: Run, episode: Episode, policy: string, share: number): boolean {
  const isFollower = drawAt(run.chance, episode.person?.key ?? episode.key, `followers/${policy}`, 0) < share;
  run.coverage.note(
    `reroute: by ${episode.person === null ? 'passer-by' : 'person'}, ${isFollower ? 'follows' : 'does not'}`,
  );
  return isFollower;
}

function raceOf(run: Run, episode: Episode, base: string, options: readonly BranchOption[], count: number): number {
  const runners = options.map(({ name, weights }) => ({ name, weight: at(weights, episode.severity) }));
  return race(run.chance, episode.key, base, runners, count);
}

/** Whether all parts of a condition hold for this episode, now. */
function holds(run: Run, episode: Episode, when: Condition): boolean {
  const service = (index: number) => at(run.services, index);
  const isEngaged = (index: number): boolean => {
    const { inUse, capacity } = service(index);
    const { name } = at(at(run.world.epochs, 0).tables.services, index);
    return drawAt(run.chance, episode.key, `engaged/${bare(name)}`, 0) * capacity < inUse;
  };
  const { severity, channel, cohort, state, hours, full, closed, queue, engaged, not } = when;
  const parts = {
    severity: severity?.includes(episode.severity),
    channel: channel?.includes(episode.channel),
    cohort: cohort?.includes(episode.person?.cohort ?? 0),
    state: state?.every(({ variable, values }) => values.includes(stateOf(episode.person, variable))),
    hours: hours && at(hours, hourOfWeek(run.now)) === 1,
    full: full?.every((index) => service(index).inUse >= service(index).capacity),
    closed: closed?.every((index) => service(index).capacity === 0),
    queue: queue?.every((one) => service(one.service).line.length >= one.atLeast),
    engaged: engaged?.every(isEngaged),
    not: not && !holds(run, episode, not),
  };
  const asked = Object.entries(parts).filter(([, doesHold]) => doesHold !== undefined);
  for (const [part, doesHold] of asked) run.coverage.note(`condition: ${part}, ${doesHold ? 'holds' : 'does not'}`);
  return asked.every(([, doesHold]) => doesHold);
}

function writeDecision(run: Run, episode: Episode, index: number, decision: number, bits: number, to: number): void {
  run.story.visits.push({
    ...whoseRow(episode),
    step: index,
    decision,
    inputs: bits | (episode.severity << 28),
    tag: stepAt(run, index).tag,
    service: NONE,
    units: 0,
    visit: 0,
    part: 0,
    joined: run.now,
    started: run.now,
    ended: run.now,
    released: run.now,
    requested: 0,
    finish: Finish.decided,
    next: to,
  });
}
