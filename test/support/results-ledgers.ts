/** Ledgers of the made-up Results: what some services free and others take up. */
import type { Cell } from '../../src/experiment/index.js';

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
    tell('bystanders', { group: 'people', kind }, [count, count / 3, count / 2]);
  for (const [class_, hours] of Object.entries({ touched: 12, background: 20, bystander: 31, everybody: 63 }))
    tell('waiting-by-class', { service: 'crisis-team', class: class_ }, [hours, 0, hours / 4]);
  for (const [kind, ratio] of Object.entries({ gross: 0.8, net: 1.1 }))
    for (const [hours, share] of Object.entries({ requested: 1, served: 0.85 }))
      tell('displacement-ratio', { agency: 'police', kind, hours }, [ratio * share, ratio * share, ratio * share]);
}
