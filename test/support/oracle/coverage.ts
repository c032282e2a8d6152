/** What a comparison of the two engines has covered: rules of the model, and events that fell on the same instant. */
import { Finish } from '../../../src/sim/log.js';
import type { World } from '../../../src/sim/world.js';
import type { Story } from './rows.js';

/** Counts by name; the oracle notes what its logs do not show, the rest is read from the logs. */
export class Coverage {
  readonly counts = new Map<string, number>();

  note(what: string, times = 1): void {
    if (times > 0) this.counts.set(what, (this.counts.get(what) ?? 0) + times);
  }

  /** Reads a story for what it shows. */
  noteStory(world: World, { visits, outcomes, levels }: Story): void {
    const { steps } = world.epochs[0]?.tables ?? { steps: [] };
    /** How the stretch before ended, by visit. */
    const stretches = new Map<string, string>();
    for (const row of visits) {
      const step = steps[row.step];
      for (const [name, code] of Object.entries(Finish)) if (row.finish === code) this.note(`finish: ${name}`);
      if (row.decision >= 2000)
        this.note(`reroute: ${step?.verb === 'branch' ? 'after a branch' : 'before another step'}`);
      else if (row.decision >= 0) this.note(`branch: ${row.decision >= 1000 ? 'option' : 'case'}`);
      if (step?.verb !== 'seize' || row.decision >= 0) continue;
      const visit = [row.keyHigh, row.keyLow, row.service, row.visit].join();
      const before = stretches.get(visit);
      if (before !== undefined && row.started < Infinity) this.note(`goes on: ${before}`);
      stretches.set(visit, Object.entries(Finish).find(([, code]) => code === row.finish)?.[0] ?? '');
      if (step.services.length > 1) this.note(`seize: ${step.mode}`);
      if (row.units > 1) this.note('seize: several units');
      if (step.length === null) this.note('seize: without service');
      if (row.ended < row.released && row.finish === Finish.released) this.note('seize: kept');
      if (row.finish === Finish.reneged && row.started < Infinity) this.note('seize: gives up half way');
      if (row.finish === Finish.full && row.started < Infinity) this.note('seize: refused half way');
    }
    for (const row of outcomes) {
      if (row.absorbed === 1) this.note('outcome: absorbed');
      else if (row.stock === 1)
        this.note(row.person >= 0 ? 'outcome: of stock, a person' : 'outcome: of stock, transient');
      else if (row.person >= 0) this.note('outcome: of a person');
      else this.note('outcome: of a transient');
    }
    for (const row of levels) if (row.inUse > row.staffed) this.note('shift: hours with overtime');
    for (const { phase, holding, step } of world.stock) {
      this.note(`stock: ${phase} (${steps[step]?.verb})${holding.length > 0 ? ', holding' : ''}`);
    }
  }

  /** One line for each name, in alphabetical order. */
  table(): string {
    const rows = [...this.counts].sort(([one], [other]) => (one < other ? -1 : 1));
    return rows.map(([name, count]) => `${String(count).padStart(9)}  ${name}`).join('\n');
  }
}
