/** Ledgers of the made-up Results: what some services free and others take up. */
import type { Cell, Results } from '../../src/experiment/index.js';

/** Rule or scarcity in each policy world, of needs not met and of one wait. */
export function madeUpArms(worlds: readonly string[]): NonNullable<Results['fourArms']> {
  const around = (mean: number) => ({ mean, low: mean - Math.abs(mean) / 4, high: mean + Math.abs(mean) / 4, n: 20 });
  const split = (world: string, measure: string, cell: Cell, size: number) => ({
    ...{ world, measure, cell },
    change: around(size),
    rule: around(0.4 * size),
    scarcity: around(0.6 * size),
  });
  const effects = worlds.flatMap((world, at) => [
    split(world, 'unmet', {}, 30 / (at + 1)),
    split(world, 'wait-mean', { service: 'crisis-team', group: 'people' }, 0.3),
  ]);
  return { services: ['crisis-team'], effects };
}

/** Freed hours of each policy world by service; a third is absorbed by bystanders, and the rest is spare. */
const FREED: Record<string, readonly number[]> = {
  patrols: [420, 30, 90],
  'crisis-team': [-160, 0, -20],
  custody: [12, 60, 140],
};

/** Tells each line of the ledgers of supply and demand. */
export function fillLedgers(tell: (measure: string, cell: Cell, values: number[]) => void): void {
  for (const [service, freed] of Object.entries(FREED)) {
    const times = (share: number) => freed.map((hours) => hours * share);
    const supply = { freed: 1, bystander: 0.25, background: 0.1, 'direct-hazard': 0, spare: 0.65 };
    for (const [line, share] of Object.entries(supply)) tell('supply-ledger', { service, line }, times(share));
    const demand = {
      requested: -1,
      served: -0.8,
      unmet: -0.15,
      censored: -0.05,
      'sought-again': 0,
      repeated: 0,
      holding: 0,
    };
    for (const who of ['touched', 'everybody'])
      for (const [line, share] of Object.entries(demand)) tell('demand-ledger', { service, who, line }, times(share));
  }
  for (const [kind, count] of Object.entries({ rerouted: 6, later: 80, earlier: 55, 'one-world': 2, all: 4100 }))
    for (const group of ['people', 'background']) tell('bystanders', { group, kind }, [count, count / 3, count / 2]);
  tell('differences', { group: 'people', cause: 'rule' }, [60, 20, 30]);
  for (const [class_, hours] of Object.entries({ touched: 12, background: 20, bystander: 31, everybody: 63 }))
    tell('waiting-by-class', { service: 'crisis-team', class: class_ }, [hours, 0, hours / 4]);
  for (const [kind, ratio] of Object.entries({ gross: 0.8, net: 1.1 }))
    for (const [hours, share] of Object.entries({ requested: 1, served: 0.85 }))
      tell('displacement-ratio', { agency: 'police', kind, hours }, [ratio * share, ratio * share, ratio * share]);
}
