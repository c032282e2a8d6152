import type { TopLevelSpec } from 'vega-lite';
import type { Figures } from '../figures.js';
import type { Shown } from '../numbers.js';
import type { WorldStyle } from '../theme.js';

/** One picture of a chart: at most four series, on its own or as one of several small multiples. */
export interface Panel {
  /** Heading over several panels, such as a policy world; null where there is none. */
  readonly group: string | null;
  readonly title: string;
  /** A line under the title; empty where there is none. */
  readonly note: string;
  /** Text alternative: kind of chart, what is compared, the finding, numbers with their intervals. */
  readonly alt: string;
  readonly spec: TopLevelSpec;
}

/** A table in text: numbers are written as in the chart, with their intervals. */
export interface TextTable {
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** A chart: made from Results alone, drawn by `render`, put on the page by the sections. */
export interface Chart {
  /** Name of its file, and of its place in the page. */
  readonly id: string;
  /** Headline message, about ten words. */
  readonly message: string;
  /** Measure, group, place, period and unit. */
  readonly formal: string;
  /** The finding as a sentence, with a number and its interval. */
  readonly finding: string;
  /** What the interval is, and how to read the marks. */
  readonly caption: string;
  /** What is left out, and why; empty where nothing is. */
  readonly notes: readonly string[];
  /** Worlds to explain above the plot; empty where every mark is labelled directly. */
  readonly key: readonly WorldStyle[];
  readonly panels: readonly Panel[];
  /** The plotted numbers. */
  readonly table: TextTable;
  /** The file of the same numbers, beside the report. */
  readonly csv: string;
}

/** Why a chart is left out of a report, in a sentence. */
export interface LeftOut {
  readonly leftOut: string;
}

/** What a chart file declares: where it stands, and how it is made of the numbers of a run. */
export interface ChartPart {
  /** Id of a section of the page, which draws its charts with `figuresOf`. */
  readonly section: string;
  readonly make: (figures: Figures) => Chart | LeftOut;
}

/** One estimate of a chart with its label: what `rowPanel` draws and tables print. */
export interface Row {
  /** Identifies the series: a world, or a kind of change. */
  readonly series: string;
  readonly label: string;
  /** The numbers in text, as printed beside the mark. */
  readonly text: string;
  readonly shown: Shown;
  readonly colour: string;
  readonly shape: WorldStyle['shape'];
  /** A dot, or a dot at the end of a pale bar. */
  readonly mark: 'dot' | 'bar';
  /** Where the mark counts from, in a waterfall: the end of the row before; from zero where it is left out. */
  readonly start?: number;
  /** Filled, or hollow for a difference that is not clear. */
  readonly filled: boolean;
}

/** True where a chart was made. */
export function isChart(made: Chart | LeftOut): made is Chart {
  return 'panels' in made;
}
