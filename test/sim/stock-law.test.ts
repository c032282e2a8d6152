/**
 * Whom a stock is drawn of, against the law of people who each come by themselves: of frailty times rate and stay r, inside for
 * the share r/(1 + r) of the time. So drawn, those left outside bring as many as go: the sum of r over them is r/(1 + r) added
 * up over everybody. Drawn by weights without replacement it is nearly so where few are inside, and less so where many are.
 */
import { expect, it } from 'vitest';
import { MOST_LOAD } from '../../src/scenarios/checks/stock.js';
import { Census } from '../../src/sim/census.js';
import { drawAt, keyOf, seedWords } from '../../src/sim/draws.js';
import { quantile } from '../../src/sim/index.js';
import { buildWorld } from '../support/worlds.js';

const PEOPLE = 1000;
const FRAILTY = { kind: 'lognormal', mu: -0.5, sigma: 1 } as const;
/** What those left outside bring beyond what goes, as a share of it, over so many replications. */
function driftAt(load: number, replications: number): number {
  const seed = seedWords('stock law');
  const byReplication = Array.from({ length: replications }, (_, replication) => {
    const chance = { seed, replication };
    const rates = Array.from(
      { length: PEOPLE },
      (__, person) => load * quantile(FRAILTY, drawAt(chance, keyOf('person', 'anyshire', person), 'frailty', 0)),
    );
    const inside = rates.reduce((sum, r) => sum + r / (1 + r), 0);
    const world = buildWorld({
      horizon: 1,
      population: PEOPLE,
      frailty: FRAILTY,
      services: { bed: PEOPLE },
      pathways: { p: { stay: { seize: 'bed', for: 12 }, out: { leave: 'done' } } },
      stock: { found: { count: Math.round(inside), step: 'p.stay', phase: 'serving', load } },
    });
    const found = new Set(new Census(world, chance).inStock(world.stock).get('found'));
    const brought = rates.reduce((sum, r, person) => sum + (found.has(person) ? 0 : r), 0);
    return { brought, inside };
  });
  const sum = (of: 'brought' | 'inside') => byReplication.reduce((all, one) => all + one[of], 0);
  return sum('brought') / sum('inside') - 1;
}

it('is balanced to half a hundredth at the load per head that `check` warns above', () => {
  expect(Math.abs(driftAt(MOST_LOAD, 100))).toBeLessThan(0.005);
});

it('is not where many are inside: by 1 to 2 hundredths at a load of a tenth, by 10 to 20 at one', () => {
  const [tenth, one] = [driftAt(0.1, 60), driftAt(1, 60)];
  expect(tenth).toBeGreaterThan(0.01);
  expect(tenth).toBeLessThan(0.02);
  expect(one).toBeGreaterThan(0.1);
  expect(one).toBeLessThan(0.2);
});
