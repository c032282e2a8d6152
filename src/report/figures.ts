import type { Cell, Estimate, MeasureEntry, Results, WorldDescription } from '../experiment/index.js';
import { type Labels, labelsOf, plain } from './labels.js';
import { type Shown, shown, shownDifference } from './numbers.js';
import { cutToPossible } from './possible.js';
import { withoutRecords } from './records.js';
import { type Scale, scaleOf } from './scale.js';

/** A cell as one text, whatever the order of its dimensions. */
export function cellKey(cell: Cell): string {
  return Object.keys(cell)
    .sort()
    .map((dimension) => `${dimension}\u0000${cell[dimension]}`)
    .join('\u0001');
}

/** The numbers of a Results document by world, measure and cell, at the scale and rounding at which all parts print them. */
export class Figures {
  readonly results: Results;
  readonly baseline: WorldDescription;
  /** Worlds other than the baseline, in the order given. */
  readonly policyWorlds: readonly WorldDescription[];
  readonly labels: Labels;
  private readonly levels = new Map<string, Estimate>();
  private readonly changes = new Map<string, Estimate>();
  private readonly cellsByMeasure = new Map<string, Map<string, Cell>>();
  private readonly largest = new Map<string, number>();
  private readonly measures: ReadonlyMap<string, MeasureEntry>;

  constructor(all: Results) {
    const results = withoutRecords(all);
    this.results = results;
    const first = results.worlds[0];
    this.baseline = results.worlds.find((world) => world.id === results.baseline) ?? first!;
    this.policyWorlds = results.worlds.filter((world) => world !== this.baseline);
    this.labels = labelsOf({ ...results, dictionary: all.dictionary }, this.baseline);
    this.measures = new Map(results.dictionary.measures.map((measure) => [measure.id, measure]));
    for (const row of results.estimates) this.take(this.levels, row);
    for (const row of results.differences) this.take(this.changes, row);
  }

  private take(into: Map<string, Estimate>, row: Estimate & { world: string; measure: string; cell: Cell }): void {
    const cell = cellKey(row.cell);
    into.set(`${row.world}\u0002${row.measure}\u0002${cell}`, row);
    const cells = this.cellsByMeasure.get(row.measure) ?? new Map<string, Cell>();
    if (!cells.has(cell)) cells.set(cell, row.cell);
    this.cellsByMeasure.set(row.measure, cells);
    const key = `${row.measure}\u0002${cell}`;
    const levelled = into === this.levels || this.measures.get(row.measure)?.kind === 'comparison';
    if (levelled && row.mean !== null) this.largest.set(key, Math.max(this.largest.get(key) ?? 0, Math.abs(row.mean)));
  }

  /** True when the run has at least one number of this measure or comparison. */
  has(measure: string): boolean {
    return this.measures.has(measure) && this.cellsByMeasure.has(measure);
  }

  /** Cells for which any world has a number of this measure, in the order of the document. */
  cells(measure: string): readonly Cell[] {
    return [...(this.cellsByMeasure.get(measure)?.values() ?? [])];
  }

  /** An estimate of one world as computed, or null. */
  rawLevel(world: string, measure: string, cell: Cell): Estimate | null {
    return this.levels.get(`${world}\u0002${measure}\u0002${cellKey(cell)}`) ?? null;
  }

  /** A difference from the baseline, or a comparison's own number, as computed, or null. */
  rawChange(world: string, measure: string, cell: Cell): Estimate | null {
    return this.changes.get(`${world}\u0002${measure}\u0002${cellKey(cell)}`) ?? null;
  }

  /** Unit of a measure in words: `contacts a week`; empty where the run does not have it. */
  unit(measure: string): string {
    return plain(this.measures.get(measure)?.unit ?? '');
  }

  /** How the numbers of a measure and cell are printed: the same in every world, in levels and in differences. */
  scale(measure: string, cell: Cell): Scale {
    const size = this.largest.get(`${measure}\u0002${cellKey(cell)}`) ?? 1;
    return scaleOf(this.unit(measure), size);
  }

  /** A level as printed, its interval cut to what is possible. */
  level(world: string, measure: string, cell: Cell): Shown | null {
    const raw = this.rawLevel(world, measure, cell);
    if (raw === null) return null;
    const { factor } = this.scale(measure, cell);
    return cutToPossible(shown(raw, factor), this.measures.get(measure)?.unit ?? '', factor);
  }

  /** A difference from the baseline, or a comparison's own number, as printed; null where there is none. */
  change(world: string, measure: string, cell: Cell): Shown | null {
    const raw = this.rawChange(world, measure, cell);
    return raw === null ? null : shownDifference(raw, this.scale(measure, cell).factor);
  }
}
