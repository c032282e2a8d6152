import type { Cell, Estimate, MeasureEntry, Results, WeeklySeries, WorldDescription } from '../experiment/index.js';
import { type Labels, labelsOf, plain } from './labels.js';
import { type Shown, shown, shownBeside } from './numbers.js';
import { cutToPossible } from './possible.js';
import { withoutRecords } from './records.js';
import { type Scale, scaleOf } from './scale.js';

/** A cell as one text, whatever the order of its dimensions. */
function cellKey(cell: Cell): string {
  let key = '';
  for (const dimension of Object.keys(cell).sort()) key += `${dimension}\u0000${cell[dimension]}\u0001`;
  return key;
}

/** What a run says of a measure in one cell. */
interface Said {
  readonly cell: Cell;
  /** By world. */
  readonly levels: Map<string, Estimate>;
  readonly changes: Map<string, Estimate>;
  /** Size of the largest level, or number of a comparison, in any world; null where there is none. */
  largest: number | null;
}

/** The numbers of a Results document by world, measure and cell, at the scale and rounding at which all parts print them. */
export class Figures {
  readonly results: Results;
  readonly baseline: WorldDescription;
  /** Worlds other than the baseline, in the order given. */
  readonly policyWorlds: readonly WorldDescription[];
  readonly labels: Labels;
  /** By measure, and in it by cell, in the order of the document. */
  private readonly said = new Map<string, Map<string, Said>>();
  private readonly series = new Map<string, WeeklySeries[]>();
  private readonly measures: ReadonlyMap<string, MeasureEntry>;
  /** Units of measures in words. */
  private readonly units: ReadonlyMap<string, string>;

  constructor(all: Results) {
    const results = withoutRecords(all);
    this.results = results;
    const first = results.worlds[0];
    this.baseline = results.worlds.find((world) => world.id === results.baseline) ?? first!;
    this.policyWorlds = results.worlds.filter((world) => world !== this.baseline);
    this.labels = labelsOf({ ...results, dictionary: all.dictionary }, this.baseline);
    this.measures = new Map(results.dictionary.measures.map((measure) => [measure.id, measure]));
    this.units = new Map(results.dictionary.measures.map(({ id, unit }) => [id, plain(unit)]));
    for (const row of results.estimates) this.take(row, true);
    for (const row of results.differences) this.take(row, false);
    for (const row of results.weekly) {
      const key = `${row.measure}\u0002${cellKey(row.cell)}`;
      const rows = this.series.get(key);
      if (rows === undefined) this.series.set(key, [row]);
      else rows.push(row);
    }
  }

  private take(row: Estimate & { world: string; measure: string; cell: Cell }, isLevel: boolean): void {
    const cells = this.said.get(row.measure) ?? new Map<string, Said>();
    this.said.set(row.measure, cells);
    const key = cellKey(row.cell);
    const said = cells.get(key) ?? { cell: row.cell, levels: new Map(), changes: new Map(), largest: null };
    cells.set(key, said);
    (isLevel ? said.levels : said.changes).set(row.world, row);
    if (row.mean !== null && (isLevel || this.measures.get(row.measure)?.kind === 'comparison'))
      said.largest = Math.max(said.largest ?? 0, Math.abs(row.mean));
  }

  private find(measure: string, cell: Cell): Said | undefined {
    return this.said.get(measure)?.get(cellKey(cell));
  }

  /** True when the run has at least one number of this measure or comparison. */
  has(measure: string): boolean {
    return this.measures.has(measure) && this.said.has(measure);
  }

  /** Cells for which any world has a number of this measure, in the order of the document. */
  cells(measure: string): readonly Cell[] {
    return [...(this.said.get(measure)?.values() ?? [])].map((said) => said.cell);
  }

  /** An estimate of one world as computed, or null. */
  rawLevel(world: string, measure: string, cell: Cell): Estimate | null {
    return this.find(measure, cell)?.levels.get(world) ?? null;
  }

  /** A difference from the baseline, or a comparison's own number, as computed, or null. */
  rawChange(world: string, measure: string, cell: Cell): Estimate | null {
    return this.find(measure, cell)?.changes.get(world) ?? null;
  }

  /** What the worlds were followed by, week by week, for a measure and cell; none where the run does not have it. */
  weekly(measure: string, cell: Cell): readonly WeeklySeries[] {
    return this.series.get(`${measure}\u0002${cellKey(cell)}`) ?? [];
  }

  /** Unit of a measure in words: `contacts a week`; empty where the run does not have it. */
  unit(measure: string): string {
    return this.units.get(measure) ?? '';
  }

  /** How the numbers of a measure and cell are printed: the same in every world, in levels and in differences. */
  scale(measure: string, cell: Cell): Scale {
    return scaleOf(this.unit(measure), this.find(measure, cell)?.largest ?? 1);
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
    if (raw === null) return null;
    const level = this.rawLevel(this.baseline.id, measure, cell)?.mean ?? null;
    return shownBeside(raw, level, this.scale(measure, cell).factor);
  }
}
