import { longest, ownName, type SeizeStep, type Stock, type World } from '../../sim/index.js';
import type { ProblemList } from '../problems.js';
import type { Path, Tree } from '../tree.js';

/**
 * Load per head above which the people drawn for a stock are not quite those of the long run: up to here those left outside
 * bring what goes to within half a hundredth, with frailties as spread as the baseline's or less (D144).
 */
export const MOST_LOAD = 0.02;

/** People who are inside at the start have to fit: into steps that hold or keep them, capacity, and waiting room. */
export function checkStock(world: World, root: Tree, list: ProblemList): void {
  const tables = world.epochs[0]?.tables;
  if (tables === undefined) return;
  const inUse = new Map<number, number>();
  for (const stock of world.stock) {
    const path: Path = ['stock', ownName(stock.name)];
    const step = tables.steps[stock.step];
    if (step === undefined) continue;
    if (stock.persons && stock.load > MOST_LOAD) warnOfLoad(stock, path, root, list);
    const fits =
      stock.phase === 'waiting'
        ? step.verb === 'seize'
        : step.verb === 'delay' || (step.verb === 'seize' && step.length !== null);
    if (!fits) {
      list.at(root, [...path, 'step'], {
        message: stock.phase === 'waiting' ? 'Nobody waits at this step.' : 'Nobody spends time at this step.',
        expected:
          stock.phase === 'waiting' ? 'a step whose verb is `seize`' : 'a `seize` step with `for`, or a `delay` step',
        next: 'Name another step, or change `phase`.',
      });
      continue;
    }
    for (const { service } of stock.holding) {
      if (stock.phase === 'waiting' || step.verb !== 'seize' || !step.relieves.includes(service)) continue;
      const name = tables.services[service]?.name ?? '';
      list.at(root, [...path, 'holding', name], {
        message: `Nobody who is being served at \`${step.name}\` still holds \`${name}\`: that step gives it back when service starts.`,
        expected: 'services that are still held during this step',
        next: `Take \`${name}\` out, or write \`phase: waiting\`.`,
      });
    }
    const serving =
      stock.phase === 'serving' && step.verb === 'seize'
        ? step.services.map((service, nth) => [service, step.units[nth] ?? 1] as const)
        : [];
    for (const [service, units] of [...serving, ...stock.holding.map((held) => [held.service, held.units] as const)]) {
      const used = (inUse.get(service) ?? 0) + units * stock.count;
      inUse.set(service, used);
      const capacity = tables.services[service]?.capacity[0] ?? Number.POSITIVE_INFINITY;
      if (used > capacity && used - units * stock.count <= capacity)
        tellTooMany(path, used, capacity, tables.services[service]?.name ?? '', root, list);
    }
    if (stock.phase !== 'waiting' || step.verb !== 'seize') continue;
    checkPatience(stock, step, root, list);
    const room = Math.min(
      ...step.services.map((service) => tables.services[service]?.room ?? Number.POSITIVE_INFINITY),
    );
    if (stock.count > room) {
      list.at(root, [...path, 'people'], {
        message: 'More people wait at the start than the waiting line has room for.',
        expected: `at most ${room}`,
        next: 'Lower the number, or widen the room.',
      });
    }
  }
}

/** Where many of the population are inside, who they are is drawn by a law that is only nearly that of the long run. */
function warnOfLoad({ load }: Stock, path: Path, root: Tree, list: ProblemList): void {
  list.warn(root, [...path, 'load'], {
    message:
      'So many of the population are inside at once that the people drawn for the start are not quite those of the long run.',
    found: `rate times stay is ${Number(load.toPrecision(3))} a head`,
    expected: `at most ${MOST_LOAD} a head`,
    next: 'Give the run a warm-up of some stays, or leave it, if a drift of a few hundredths in the first stays does no harm.',
  });
}

/** Nobody is found who has waited longer than anybody would. */
function checkPatience(stock: Stock, step: SeizeStep, root: Tree, list: ProblemList): void {
  const { waited } = stock;
  if (waited === null || step.patience === null) return;
  const least = Math.min(...step.patience.length.bySeverity.map(longest));
  if (longest(waited) <= least) return;
  list.at(root, ['stock', ownName(stock.name), 'waited'], {
    message: `People are said to have waited longer than anybody would at \`${step.name}\`.`,
    expected: `at most ${least} h, the longest patience there`,
    next: 'Cut `waited` with `truncated`, or lengthen the patience.',
  });
}

function tellTooMany(path: Path, used: number, capacity: number, service: string, root: Tree, list: ProblemList): void {
  list.at(root, [...path, 'people'], {
    message: `The people inside at the start need more units of \`${service}\` than are on duty then.`,
    found: `${used} units in use on Monday at 00:00`,
    expected: `at most ${capacity}`,
    next: 'Lower the number of people, or raise the capacity.',
  });
}
