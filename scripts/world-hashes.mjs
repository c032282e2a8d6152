/** What the compiled worlds of a scorecard are, as hashes: they change with anything that changes a result. */
import { describeWorld, loadScenario } from '../dist/scenarios/index.js';

/** Hash of each world that rows of the scorecard rest on, by id. @throws when one cannot be read. */
export async function worldHashes(rows) {
  const ids = [...new Set(rows.filter(({ status }) => status !== 'not-modelled').map(({ world }) => world))].sort();
  return Object.fromEntries(
    ids.map((id) => {
      const loaded = loadScenario(id, { cwd: process.cwd() });
      if (!loaded.ok) throw new Error(`${id} cannot be read`);
      return [id, describeWorld(loaded.scenario).description.hash];
    }),
  );
}
