/** Follows one person through a replication of one or two worlds. */
import { type LogReader, NOBODY, seedWords } from '../sim/index.js';
import { episodeId, episodeKey } from './episode-id.js';
import { settingOf } from './folding.js';
import { type Parting, Partings } from './partings.js';
import { Collector, episodesOf, type PersonTrace, parentOf, type Whose } from './person-story.js';
import { runTogether } from './together.js';
import type { LogPlan } from './visit-log.js';

/**
 * Follows one person through one replication.
 * @param id Number of a person of the area, or id of an episode: its person is followed, or, for a passer-by, the
 *   episodes that came from one another.
 * @returns null where no world has an episode of that id.
 */
export function tracePerson(plan: LogPlan, id: string): PersonTrace | null {
  const found = episodeKey(id) === null ? { person: Number(id) } : whoseEpisode(plan, id);
  if (found === null) return null;
  const { views, pairs } = settingOf(plan.worlds);
  const partings: Parting[] = [];
  const finder = pairs[0] === undefined ? null : new Partings(pairs[0], (parting) => partings.push(parting));
  const collectors = views.map(
    (view, at) => new Collector(view, plan.worlds[at]!.description.id, found, finder?.readers[at] ?? null),
  );
  replay(plan, collectors);
  finder?.finish();
  const person = 'person' in found ? String(found.person) : [...found.episodes][0]!;
  return { person, episodes: episodesOf(collectors, partings) };
}

function replay({ worlds, seed, replication }: LogPlan, readers: readonly LogReader[]): void {
  const all = worlds.map(({ world }) => world);
  runTogether(all, { seed: seedWords(seed), replication }, readers);
}

/** Whose episode it is; for a passer-by, all that it came from and all that came from it, the first of them first. */
function whoseEpisode(plan: LogPlan, id: string): Whose | null {
  let person = NOBODY;
  let isKnown = false;
  const parents = new Map<string, string>();
  const children = new Map<string, string[]>();
  const reader: LogReader = {
    visits: () => {},
    levels: () => {},
    outcomes: (log) => {
      for (let row = 0; row < log.count; row += 1) {
        const own = episodeId(log.keyHigh[row]!, log.keyLow[row]!);
        if (own === id) {
          isKnown = true;
          person = log.person[row]!;
        }
        const parent = parentOf(log, row);
        if (parent === null || log.person[row] !== NOBODY || parents.has(own)) continue;
        parents.set(own, parent);
        children.set(parent, [...(children.get(parent) ?? []), own]);
      }
    },
  };
  replay(
    plan,
    plan.worlds.map(() => reader),
  );
  if (!isKnown) return null;
  if (person !== NOBODY) return { person };
  let first = id;
  for (let above = parents.get(first); above !== undefined; above = parents.get(first)) first = above;
  const episodes = new Set([first]);
  for (const one of episodes) for (const child of children.get(one) ?? []) episodes.add(child);
  return { episodes };
}
