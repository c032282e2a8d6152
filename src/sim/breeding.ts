/** A run in which episodes bring episodes without end is stopped with the reason, before memory ends. */
import { Mark, Status } from './episodes.js';
import { InvariantError } from './invariant.js';
import type { State } from './state.js';
import { NONE } from './world.js';

/** Throws, with where most of them are, when more episodes are open than may be. */
export function checkOpen(state: State): void {
  const open = state.opened - state.closed;
  if (open > state.mostOpen) throw tooMany(state, `${open} episodes are open at once`);
}

/** Throws when more clocks run than so many episodes can have. */
export function checkRunning(state: State): void {
  const running = state.clocks.rows.inUse;
  if (running > state.mostOpen * (1 + state.tables.clocks.length))
    throw tooMany(state, `${running} clocks run at once`);
}

function tooMany(state: State, what: string): InvariantError {
  const { episodes, calendar, world, tables } = state;
  const counts = new Map<number, number>();
  let children = 0;
  for (const episode of episodes.all) {
    if (episode.status === Status.free || episode.step === NONE) continue;
    counts.set(episode.step, (counts.get(episode.step) ?? 0) + 1);
    if (episode.bears(Mark.child)) children++;
  }
  const [step, most] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [NONE, 0]);
  const where = step === NONE ? '' : `, most of them (${most}) at ${tables.steps[step].name}`;
  return new InvariantError(
    `${world.name}: ${what} at hour ${calendar.now.toFixed(1)}${where}; at most ${Math.floor(state.mostOpen)} were allowed for. ` +
      `${children} of the open episodes were brought by other episodes. ` +
      'If that is most of them, look for steps that `start` contacts and clocks that `open` episodes which lead back to ' +
      'themselves; if not, the services fall behind for the whole run: raise capacity, or shorten the run.',
  );
}
