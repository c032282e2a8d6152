/**
 * The engine against a slow, obvious one that was written from the model's description alone: on random small worlds both
 * tell the same story, row for row. A table of what was covered is printed; nothing in the model may be missing from it.
 */
import { expect, it } from 'vitest';
import { expectAlike } from './alike.js';

/** `npm run proof` asks for thousands. */
const WORLDS = 250;

const COVERED = [
  'branch: case',
  'branch: option',
  'clock: after, mark',
  'clock: after, open',
  'clock: life, of somebody inside',
  'clock: life, of somebody outside',
  'clock: waiting, go',
  'clock: waiting, leave',
  'clock: waiting, mark',
  'finish: censoredHeld',
  'finish: censoredWaiting',
  'finish: closed',
  'finish: decided',
  'finish: full',
  'finish: gridlock',
  'finish: handedOver',
  'finish: overtaken',
  'finish: released',
  'finish: reneged',
  'finish: stopped',
  'gridlock: fatal',
  'outcome: absorbed',
  'outcome: of a person',
  'outcome: of a transient',
  'outcome: of stock, a person',
  'outcome: of stock, transient',
  'points: a higher strip opens later',
  'points: accepted, strip 0',
  'points: accepted, strip 1',
  'points: accepted, strip 2',
  'points: rejected, strip 0',
  'points: rejected, strip 1',
  'points: rejected, strip 2',
  'reroute: after a branch',
  'reroute: before another step',
  'same instant: arrivals, arrivals',
  'same instant: capacityChanges, arrivals',
  'same instant: capacityChanges, delayEnds',
  'same instant: delayEnds, arrivals',
  'same instant: delayEnds, delayEnds',
  'same instant: reneges, hourMarks',
  'same instant: serviceEnds, capacityChanges',
  'same instant: serviceEnds, delayEnds',
  'same instant: serviceEnds, reneges',
  'same instant: serviceEnds, serviceEnds',
  'seize: gives up half way',
  'seize: goes before a worse class',
  'seize: hold-first',
  'seize: kept',
  'seize: refused half way',
  'seize: relieves',
  'seize: several units',
  'seize: together',
  'seize: without service',
  'shift: goes on after hand-over',
  'shift: goes on after stop',
  'shift: hours with overtime',
  'step: branch',
  'step: delay',
  'step: leave',
  'step: mark',
  'step: release',
  'step: seize',
  'step: start',
  'stock: serving (delay)',
  'stock: serving (seize)',
  'stock: waiting (seize)',
  'stock: waiting (seize), holding',
  'world: with a second epoch',
];

it('engine and oracle tell the same story of random small worlds, row for row', { timeout: 600_000 }, () => {
  const coverage = expectAlike(WORLDS, 2026);
  process.stdout.write(`${WORLDS} worlds told alike by engine and oracle\n${coverage.table()}\n`);
  expect(COVERED.filter((name) => !coverage.counts.has(name))).toEqual([]);
});
