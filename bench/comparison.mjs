/**
 * What it costs to compare: processor time of one replication of the baseline and a policy world with everything that is
 * asked of them (folding, twins, forks), over that of the same two worlds with nobody reading. Both share a census.
 */
import { settingOf } from '../dist/experiment/folding.js';
import { replicate } from '../dist/experiment/replicate.js';
import { WEEK } from '../dist/experiment/window.js';
import { compileWorld, describeWorld, formatProblems, loadFamily } from '../dist/scenarios/index.js';
import { advance, begin, Census, end, seedWords } from '../dist/sim/index.js';
import { median, secondsOf, spread, WARM_UP } from './rounds.mjs';
import { idle } from './worlds.mjs';

const ID = 'comparison-cost';
const SCENARIOS = ['uk-baseline', 'right-care-right-person'];
/** The worlds with what is known of them, as the command hands them on. */
function membersOf(names) {
  const loaded = loadFamily(names, { cwd: process.cwd() });
  if (!loaded.ok) throw new Error(formatProblems(loaded.problems));
  return loaded.scenarios.map((scenario) => ({ ...describeWorld(scenario), world: compileWorld(scenario) }));
}

/** One replication of the worlds by week, side by side as a comparison runs them, with nobody reading. */
function runUnread(worlds, chance) {
  const census = new Census(worlds[0], chance);
  const states = worlds.map((world) => begin(world, chance, idle, census));
  for (let hour = WEEK; hour < worlds[0].horizon + WEEK; hour += WEEK)
    for (const [at, state] of states.entries()) advance(state, Math.min(hour, worlds[at].horizon));
  states.forEach(end);
}

export function comparisonCost(rounds, progress) {
  const members = membersOf(SCENARIOS);
  const worlds = members.map(({ world }) => world);
  const setting = settingOf(members);
  const seed = seedWords('bench');
  const ratios = [];
  for (let round = 0; round < WARM_UP + Math.min(rounds, 5); round++) {
    const replication = round + 1; // the first replication also looks for a person to follow
    const bare = secondsOf(() => runUnread(worlds, { seed, replication }));
    const asked = secondsOf(() => replicate(setting, seed, replication));
    progress(`comparison round ${round + 1}: two worlds ${bare.toFixed(2)} s, compared ${asked.toFixed(2)} s`);
    if (round >= WARM_UP) ratios.push(asked / bare);
  }
  return [{ id: ID, ratio: median(ratios), note: `${spread(ratios)}; times the two worlds that are compared` }];
}
