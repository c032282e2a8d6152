/**
 * M/M/c with fixed patience, begun from its stationary stock: those who are found in line have waited, and give up when
 * their patience is over, counted from when they came and not from hour 0. From the first hour on as many wait, give up and
 * are served as in the long run, and those who are served have waited as long. Fifty queues side by side in each run.
 */
import { expect, test } from 'vitest';
import { Finish, type Stock, seedWords } from '../../src/sim/index.js';
import { accepted } from '../scenarios/support/load.js';
import { rowsIn } from '../support/verification/exact-groups.js';
import { expectTold } from '../support/verification/told.js';
import { fixedPatience } from './support/patience-fixed.js';
import { behindDraw, lineAt } from './support/patience-fixed-line.js';
import { listen } from './support/read-run.js';
import { sampled } from './support/stock-sample.js';
import { judge, levelFor } from './support/verdict.js';

const QUEUE = { units: 3, arrivals: 5.4, service: 2, patience: 0.5 };
const QUEUES = 50;
const RUNS = 740;
const HOURS = [0, 1];

const number = Array.from({ length: QUEUES }, (_, queue) => queue);
const each = (block: (queue: number) => string): string => number.map((queue) => `  ${block(queue)}\n`).join('');
const text = `spillover: 1
scenario: lines
time: {start: 2024-01-01, measure: ${HOURS.length} h, replications: 1}
area: {id: somewhere, population: 1}
outcomes: {seen: Seen, gone: Gone}
services:
${each((queue) => `desk-${queue}: {capacity: ${QUEUE.units}}`)}arrivals:
${each((queue) => `callers-${queue}: {rate: ${QUEUE.arrivals} per hour, to: call-${queue}.see}`)}stock:
${each(
  (queue) => `served-${queue}: {people: 1, step: call-${queue}.see, phase: serving, transient: true}
  first-${queue}: {people: 1, step: call-${queue}.see, phase: waiting, waited: 1 min, transient: true}
  behind-${queue}: {people: 1, step: call-${queue}.see, phase: waiting, waited: 1 min, transient: true}`,
)}pathways:
${each(
  (queue) => `call-${queue}:
    steps:
      see: {seize: desk-${queue}, for: {exponential: 30 min}, patience: {after: 30 min, to: =gone}, then: =seen}`,
)}`;

test('no drift: as many wait, give up and are served from the first hour on, and they have waited as long', {
  timeout: 300_000,
}, () => {
  const { world } = accepted(text);
  const seed = seedWords('lines');
  const runs = Array.from({ length: RUNS }, (_, replication) => {
    const states = number.map((queue) =>
      lineAt(QUEUE, (queue * RUNS + replication + 0.5) / (QUEUES * RUNS), behindDraw(seed, queue, replication)),
    );
    const stock = world.stock.map((one): Stock => {
      const [who, queue] = one.name.split('-');
      const { served, first, behind } = states[Number(queue)]!;
      if (who === 'served') return { ...one, count: served };
      if (first === null) return { ...one, count: 0 };
      if (who === 'first') return { ...one, count: 1, waited: { kind: 'deterministic', value: first } };
      return { ...one, count: behind, waited: { kind: 'uniform', low: 0, high: first } };
    });
    const found = HOURS.map(() => ({ inUse: 0, waiting: 0, gaveUp: 0, waited: 0 }));
    listen({ ...world, stock }, 'lines', replication, {
      levels: (log) => {
        for (let row = 0; row < log.count; row++) {
          const hour = found[log.hour[row]!]!;
          hour.inUse += log.inUse[row]! / 3600 / QUEUES;
          hour.waiting += log.waiting[row]! / 3600 / QUEUES;
        }
      },
      visits: (log) => {
        for (let row = 0; row < log.count; row++) {
          const started = log.started[row]!;
          if (log.finish[row] === Finish.reneged) found[Math.floor(log.released[row]!)]!.gaveUp += 1 / QUEUES;
          else if (started >= 0 && started < HOURS.length) {
            found[Math.floor(started)]!.waited += (started - log.joined[row]!) / QUEUES;
          }
        }
      },
    });
    return found;
  });

  const exact = fixedPatience(QUEUE.units, QUEUE.arrivals, QUEUE.service, QUEUE.patience);
  const answered = QUEUE.arrivals * (1 - exact.reneging);
  const figures = [
    ['inUse', 'at the desks', 'people', answered / QUEUE.service],
    ['waiting', 'in line', 'people', exact.waiting],
    ['gaveUp', 'give up an hour', 'people', QUEUE.arrivals * exact.reneging],
    ['waited', 'waited by those answered in an hour', 'hours', answered * exact.waitOfServed],
  ] as const;
  const level = levelFor(rowsIn('test/theory/stock-patience.test.ts'));
  const method =
    'M/M/3 with a patience of half an hour, begun from its stationary law; Barrer (1957), Zeltyn & Mandelbaum (2005)';
  for (const hour of HOURS) {
    for (const [of, says, unit, value] of figures) {
      const verdict = judge(sampled(runs.map((run) => run[hour]![of])), value, level);
      const shown = `${says}, hour ${hour + 1}: exact ${value}, simulated ${verdict.mean} ± ${verdict.half}`;
      expect(verdict.holds, shown).toBe(true);
      // Few give up in an hour.
      expect(verdict.width, shown).toBeLessThanOrEqual(of === 'gaveUp' ? 0.04 : 0.025);
      expectTold({ group: 'stock-mmc-d', says: `${says}, hour ${hour + 1}`, unit, method }, verdict);
    }
  }
});
