/** The clocks of a world as measures tell of them: one name in every area, and one for all causes of death together. */
import { type ClockLog, NONE, ownName } from '../sim/index.js';
import type { Fold, Sums } from './measure.js';
import type { WorldView } from './view.js';

/** What is told apart. */
interface Risk {
  readonly names: readonly string[];
  /** Places of the causes of death among them; none or one. */
  readonly deaths: readonly number[];
  /** Place of each clock of the world, and its area (NONE: the only one). */
  readonly of: readonly number[];
  readonly areas: readonly number[];
}

/** What the clocks of a world are told as. Causes of death run on one budget a person, and are told together: `one+other`. */
export function riskOf({ world }: Pick<WorldView, 'world'>): Risk {
  const { clocks } = world.epochs[0]!.tables;
  const lives = [...new Set(clocks.flatMap(({ runs, name }) => (runs === 'life' ? [ownName(name)] : [])))].join('+');
  const told = clocks.map(({ runs, name }) => (runs === 'life' ? lives : ownName(name)));
  const names = [...new Set(told)];
  return {
    names,
    deaths: lives === '' ? [] : [names.indexOf(lives)],
    of: told.map((name) => names.indexOf(name)),
    areas: clocks.map(({ area }) => area ?? NONE),
  };
}

/** Adds up hours or hazards by what is told, of one area where the view is of one. */
export function foldRisk({ view, cells }: Pick<Sums, 'view' | 'cells'>, what: keyof ClockLog): Fold {
  const { of, areas } = riskOf(view);
  return {
    clocks(log) {
      of.forEach((place, clock) => {
        if (view.area === null || areas[clock] === view.area) cells[place]! += log[what][clock]!;
      });
    },
  };
}
