/**
 * The rival structures of repeat contact beside each other: how many are back with the same need within a week, four weeks and
 * ninety days in the baseline (people differ), in its rival (contacts bring contacts), and with neither at work. Simulated by
 * `node scripts/validation.mjs rivals`.
 */
import { ratioEstimate } from '../dist/experiment/estimate.js';
import { hashesOf, inFolder, samplesOf, write } from './trial.mjs';

const REPLICATIONS = 4;
const SEED = '1';
/** Long enough after the measured weeks to see who is back within ninety days. */
const FOLLOW_UP = { 'follow-up': '13 weeks' };
const ONE = {
  value: 1,
  assumption: 'The mechanism is taken out, and nobody claims that this is so.',
  grade: 'E',
  range: [1, 1],
};
const WORLDS = [
  { scenario: 'frailty', extends: 'uk-baseline', time: FOLLOW_UP },
  { scenario: 'contagion', extends: 'uk-baseline-contagion', time: FOLLOW_UP },
  {
    scenario: 'neither',
    ...{ extends: 'uk-baseline-contagion', time: FOLLOW_UP },
    parameters: { 'crisis-contagion': ONE, 'report-contagion': ONE },
  },
];
const NEEDS = ['mental-health-crisis', 'concern-for-welfare'];
const SPANS = ['7d', '28d', '90d'];

const round = (value) => (value === null ? null : Number(value.toPrecision(6)));

/** Share of closings of a need after which the same person is back within a span. */
function shareBack(world, need, within) {
  const { cells, values } = world.measures.get('repeat');
  const places = cells.flatMap((cell, at) => (cell.need === need && cell.within === within ? [at] : []));
  const sum = (run, offset) => places.reduce((all, at) => all + run[offset + at], 0);
  const { mean, low, high } = ratioEstimate(
    values.map((run) => sum(run, 0)),
    values.map((run) => sum(run, cells.length)),
  );
  return { mean: round(mean), low: round(low), high: round(high) };
}

/** Runs all three. */
export function rivals(cwd) {
  return inFolder(async (folder) => {
    const worlds = {};
    for (const world of WORLDS) {
      write(folder, { label: world.scenario, family: 'own', ...world });
      const said = await samplesOf(folder, world.scenario, REPLICATIONS, SEED);
      worlds[world.scenario] = NEEDS.flatMap((need) =>
        SPANS.map((within) => ({ need, within, share: shareBack(said, need, within) })),
      );
    }
    return { worlds, replications: REPLICATIONS, hashes: rivalHashes(cwd) };
  });
}

/** What the worlds are now. */
export const rivalHashes = (cwd) => hashesOf(['uk-baseline', 'uk-baseline-contagion'], cwd);
