/**
 * What it costs to compare: processor time of one replication of the baseline and a policy world with everything that is
 * asked of them (folding, twins, forks), over that of the same two worlds with nobody reading. Both share a census.
 */
import { settingOf } from '../dist/experiment/folding.js';
import { replicate } from '../dist/experiment/replicate.js';
import { runTogether } from '../dist/experiment/together.js';
import { compileWorld, describeWorld, formatProblems, loadFamily } from '../dist/scenarios/index.js';
import { seedWords } from '../dist/sim/index.js';
import { median, secondsOf, spread, WARM_UP } from './rounds.mjs';

const ID = 'comparison-cost';
const SCENARIOS = ['uk-baseline', 'right-care-right-person'];
const idle = { visits() {}, outcomes() {}, levels() {} };

/** The worlds with what is known of them, as the command hands them on. */
function membersOf(names) {
  const loaded = loadFamily(names, { cwd: process.cwd() });
  if (!loaded.ok) throw new Error(formatProblems(loaded.problems));
  return loaded.scenarios.map((scenario) => ({ ...describeWorld(scenario), world: compileWorld(scenario) }));
}

export function comparisonCost(rounds, progress) {
  const members = membersOf(SCENARIOS);
  const worlds = members.map(({ world }) => world);
  const setting = settingOf(members);
  const seed = seedWords('bench');
  const ratios = [];
  for (let round = 0; round < WARM_UP + Math.min(rounds, 5); round++) {
    const replication = round + 1; // the first replication also looks for a person to follow
    const bare = secondsOf(() =>
      runTogether(
        worlds,
        { seed, replication },
        worlds.map(() => idle),
      ),
    );
    const asked = secondsOf(() => replicate(setting, seed, replication));
    progress(`comparison round ${round + 1}: two worlds ${bare.toFixed(2)} s, compared ${asked.toFixed(2)} s`);
    if (round >= WARM_UP) ratios.push(asked / bare);
  }
  return [{ id: ID, ratio: median(ratios), note: `${spread(ratios)}; times the two worlds that are compared` }];
}
