/** What the compiled worlds of a scorecard are, as hashes: they change with anything that changes a result. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describeWorld, loadScenario } from '../dist/scenarios/index.js';

/** Worlds that rows of a scorecard rest on, by id. */
export const worldsOf = (rows) =>
  [...new Set(rows.filter(({ status }) => status !== 'not-modelled').map(({ world }) => world))].sort();

/** Hash of each world, by id. @throws when one cannot be read. */
export function worldHashes(ids) {
  return Object.fromEntries(
    ids.map((id) => {
      const loaded = loadScenario(id, { cwd: process.cwd() });
      if (!loaded.ok) throw new Error(`${id} cannot be read`);
      return [id, describeWorld(loaded.scenario).description.hash];
    }),
  );
}

/** Hash of a file as it is written. @throws when it cannot be read. */
export const fileHash = (file) => createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);

/** Ids under which what was kept and what is there now differ. */
export const changedIn = (kept, present) => Object.keys(kept).filter((id) => kept[id] !== present[id]);
