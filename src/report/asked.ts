import type { Estimate, FigureEstimate, Results } from '../experiment/index.js';
import type { Question } from '../scenarios/index.js';
import { Figures } from './figures.js';
import { plain } from './labels.js';
import { type Shown, shown, shownDifference } from './numbers.js';
import { cutToPossible } from './possible.js';
import { type Scale, scaleOf } from './scale.js';

/** A question's worlds as things are or in a future, and what its figures say there. */
export interface AskedArm {
  /** Null: as things are. */
  readonly future: { readonly id: string; readonly label: string; readonly named: string } | null;
  readonly results: Results;
  readonly rows: readonly FigureEstimate[];
}

/** A figure in one world of one arm, as printed. */
export interface AskedNumber {
  readonly figure: string;
  readonly future: AskedArm['future'];
  readonly world: string;
  readonly raw: FigureEstimate;
  readonly level: Shown;
  readonly change: Shown | null;
  /** Of the baseline in the same arm. */
  readonly before: Shown | null;
}

/** The numbers of a question, at one scale and rounding for each figure, whatever the world and the future. */
export class AskedNumbers {
  readonly question: Question;
  readonly arms: readonly AskedArm[];
  /** As things are. */
  readonly figures: Figures;
  private readonly scales = new Map<string, Scale>();

  constructor(question: Question, arms: readonly AskedArm[]) {
    this.question = question;
    this.arms = arms;
    this.figures = new Figures(arms[0]!.results);
    for (const { id, measure } of question.figures) {
      const rows = arms.flatMap((arm) => arm.rows.filter(({ figure }) => figure === id));
      const size = Math.max(...rows.map(({ level, change }) => Math.max(sizeOf(level), sizeOf(change))));
      this.scales.set(id, scaleOf(this.figures.unit(measure), size));
    }
  }

  /** How the numbers of a figure are printed. */
  scale(figure: string): Scale {
    return this.scales.get(figure)!;
  }

  /** What a world is called, as the question has it; the baseline by its scenario. */
  world(id: string): string {
    const { compared } = this.question;
    return plain(compared.find((each) => each.id === id)?.label ?? '') || this.figures.labels.world(id);
  }

  /** All numbers of a figure: arm by arm, world by world, the baseline first. */
  of(id: string): readonly AskedNumber[] {
    const measure = this.question.figures.find((figure) => figure.id === id)!.measure;
    const { factor } = this.scale(id);
    const printed = (level: Estimate) => cutToPossible(shown(level, factor), this.figures.unit(measure), factor);
    return this.arms.flatMap(({ future, rows }) => {
      const own = rows.filter(({ figure }) => figure === id);
      const before = own[0] === undefined ? null : printed(own[0].level);
      return own.map((raw) => ({
        figure: id,
        future,
        world: raw.world,
        raw,
        level: printed(raw.level),
        change: raw.change === null ? null : shownDifference(raw.change, factor),
        before,
      }));
    });
  }
}

function sizeOf(estimate: Estimate | null): number {
  return Math.abs(estimate?.mean ?? 0);
}
