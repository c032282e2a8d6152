/**
 * What common random numbers buy in the comparisons that ship: for each number that they are quoted by, how many times as
 * many replications independent runs would take. Nothing is required of it: it is printed.
 */
import { expect, it } from 'vitest';
import {
  defaultWorkers,
  NEAR_CRITICAL_FULL,
  NEAR_CRITICAL_OCCUPANCY,
  type PairingGain,
  pairingGains,
  runExperiment,
} from '../../src/experiment/index.js';
import { compileWorld, describeWorld, formatProblems, loadFamily } from '../../src/scenarios/index.js';
import { recordProof } from '../support/proof-page/record.js';

const WORLDS = ['uk-baseline', 'right-care-right-person', 'drug-diversion', 'portugal-style'];

function told({ world, measure, cell, ratio }: PairingGain): string {
  const shown = ratio === Number.POSITIVE_INFINITY ? 'no replication differs' : ratio.toPrecision(3);
  const where = Object.values(cell).filter((id) => id !== 'people');
  return `${world.padEnd(24)} ${measure.padEnd(12)} ${where.join(' ').padEnd(28)} ${shown}`;
}

const order = (one: PairingGain, other: PairingGain): number => other.ratio - one.ratio;

it('variance of independent runs over that of paired ones, for each headline measure of the shipped comparisons', async () => {
  const family = loadFamily(WORLDS, { cwd: process.cwd() });
  if (!family.ok) throw new Error(formatProblems(family.problems));
  const described = family.scenarios.map((scenario) => ({
    ...describeWorld(scenario),
    world: compileWorld(scenario),
  }));
  const { area, design, replications } = described[0]!;
  const worlds = described.map(({ world, description, dictionary }) => ({ world, description, dictionary }));
  const plan = { title: 'pairing', worlds, area, design, replications, seed: 'pairing' };
  const experiment = await runExperiment({ ...plan, workers: defaultWorkers() });
  if (!experiment.ok) throw new Error(formatProblems(experiment.problems));
  const gains = pairingGains(experiment.samples);
  const part = (isNearCritical: boolean) =>
    WORLDS.flatMap((name) =>
      gains
        .filter((gain) => gain.world === name && gain.isNearCritical === isNearCritical)
        .sort(order)
        .map(told),
    );
  const lines = [
    `${replications} replications; independent runs would take so many times as many for the same width`,
    ...part(false),
    '',
    `near-critical: services with occupancy above ${NEAR_CRITICAL_OCCUPANCY} or full for more than ${NEAR_CRITICAL_FULL} of the time, in either world`,
    ...part(true),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  expect(gains.length).toBeGreaterThan(0);
  recordProof('pairing', lines);
});
