/** The figures that a question asks of every world: levels, and changes against the baseline, paired by replication. */
import { type AskedFigure, type Fault, unknownName } from '../scenarios/index.js';
import { isAsked } from './asked-cells.js';
import { meanEstimate, pairedDifference, ratioDifference, ratioEstimate } from './estimate.js';
import type { Measure } from './measure.js';
import { measures } from './measures/index.js';
import type { Estimate } from './results.js';
import type { Samples, WorldSamples } from './samples.js';
import { termOf } from './terms.js';
import { type Member, viewOf } from './view.js';

/** A figure in one world. */
export interface FigureEstimate {
  readonly figure: string;
  readonly world: string;
  readonly level: Estimate;
  /** Against the baseline; null for the baseline itself. */
  readonly change: Estimate | null;
}

/** A fault of a figure, and the keys below the figure to what is at fault. */
export interface FigureFault {
  readonly path: readonly string[];
  readonly fault: Fault;
}

/** What keeps a figure from being read in these worlds; nothing where it can be. */
export function figureFaults({ measure, where }: AskedFigure, members: readonly Member[]): FigureFault[] {
  const of = measures.find(({ id }) => id === measure);
  if (of === undefined) {
    const ids = measures.map(({ id }) => id);
    return [
      { path: ['measure'], fault: unknownName('measure', measure, ids, 'Choose one of docs/data-dictionary.md.') },
    ];
  }
  const odd = Object.keys(where).filter((dimension) => !of.dimensions.includes(dimension));
  if (odd.length > 0)
    return odd.map((dimension) => ({
      path: ['where', dimension],
      fault: unknownName(`dimension of ${measure}`, dimension, of.dimensions, 'Take it out.'),
    }));
  const cells = members.map((member) => of.cells(viewOf(member)));
  const unknown = Object.entries(where).flatMap(([dimension, ids]) => {
    const known = new Set(cells.flat().flatMap((cell) => cell[dimension] ?? []));
    return ids
      .filter((id) => !known.has(id))
      .map((id) => ({ path: ['where', dimension], fault: unknownName(dimension, id, known) }));
  });
  if (unknown.length > 0) return unknown;
  const most = Math.max(...cells.map((own) => own.filter((cell) => isAsked(where, cell)).length));
  const isValue = of.estimator === 'mean' && Number.isNaN(of.absent);
  if (!isValue || most < 2) return [];
  const left = of.dimensions.filter((dimension) => where[dimension]?.length !== 1);
  const fault: Fault = {
    message: `Values of \`${measure}\` cannot be added up, and here are ${most} of them.`,
    expected: `one value each of ${left.map((name) => `\`${name}\``).join(', ')}`,
    next: 'Say under `where` which one is meant.',
  };
  return [{ path: ['where'], fault }];
}

/** Every figure in every world, in the order of the figures; worlds that have no such cell count as 0. */
export function askedFigures(samples: Samples, figures: readonly AskedFigure[]): FigureEstimate[] {
  return figures.flatMap((figure) => {
    const of = measures.find(({ id }) => id === figure.measure)!;
    const isRatio = of.estimator === 'ratio';
    const terms = samples.worlds.map((world) => (hasCell(figure, world) ? termOf(figure, world) : absent(of, world)));
    const [baseline] = terms;
    return samples.worlds.map((world, at) => {
      const [above, below] = terms[at]!;
      const level = isRatio ? ratioEstimate(above, below) : meanEstimate(above);
      const before = at === 0 ? undefined : baseline;
      const change =
        before === undefined
          ? null
          : isRatio
            ? ratioDifference([above, below], before)
            : pairedDifference(above, before[0]);
      return { figure: figure.id, world: world.id, level, change };
    });
  });
}

function hasCell({ measure, where }: AskedFigure, { measures: own }: WorldSamples): boolean {
  return own.get(measure)!.cells.some((cell) => isAsked(where, cell));
}

/** What a world counts as that has none of the cells: nothing of a total, undefined of a value. */
function absent({ estimator, absent: value }: Measure, { measures: own }: WorldSamples): [number[], number[]] {
  const runs = [...own.values()][0]!.values;
  return estimator === 'ratio' ? [runs.map(() => 0), runs.map(() => 0)] : [runs.map(() => value), runs.map(() => 1)];
}
