/** What a search found, of capacity, of a tipping point or of numbers that move a headline: in words, in rows of text, as a picture and as tables. */
import type { Table } from './csv.js';
import type { Panel } from './panels/chart.js';

/** Rows of text, heads first. */
export interface SearchRows {
  readonly id: string;
  /** Empty where the headline says what they are. */
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

/** The answer in words: a sentence that can be quoted, the rows that it rests on, what could change it, and how to read it. */
export interface SearchWords {
  readonly headline: string;
  readonly tables: readonly SearchRows[];
  /** What could change the answer, the gravest first. */
  readonly caveats: readonly string[];
  readonly notes: readonly string[];
}

/** The answer as it is told, drawn and written. */
export interface SearchAnswer {
  /** What was asked, as a title. */
  readonly title: string;
  readonly words: SearchWords;
  /** What was tried, with the share that is asked for: its twin in text is the last of the tables in words. */
  readonly chart: { readonly message: string; readonly caption: string; readonly panels: readonly Panel[] };
  readonly tables: readonly Table[];
}
