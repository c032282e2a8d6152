/** Harm, told as rates: what it is, to whom, and how well the hazard behind it is known. */
import type { AssumptionRecord, Cell } from '../experiment/index.js';
import type { Figures } from './figures.js';
import { type Input, inputsOf, weakestGrade } from './inputs.js';
import { plain } from './labels.js';
import { listed } from './words.js';

/** Kinds of harm, in the order in which they are told. */
export const HARM_KINDS = ['untreated', 'custody', 'deaths'] as const;
/** One of them. */
export type HarmKind = (typeof HARM_KINDS)[number];

/** A rate of harm, in every world. */
export interface Harm {
  readonly kind: HarmKind;
  readonly measure: string;
  readonly cell: Cell;
  /** Whose harm, in words. */
  readonly who: string;
  /** Weakest grade of evidence among the inputs of its hazard; null where none is recorded. */
  readonly grade: AssumptionRecord['grade'] | null;
  /** Ids of the inputs of that grade. */
  readonly weakest: readonly string[];
}

/** Every rate of harm that a run has a number for. */
export function harmsOf(figures: Figures): readonly Harm[] {
  const inputs = inputsOf(figures.results);
  return [...untreated(figures), ...inCustody(figures), ...deaths(figures), ...deathsByClock(figures)].map(
    ({ places, ...harm }) => {
      const behind = inputs.filter(({ record }) => record.usedIn.some((place) => places.includes(place)));
      const grade = weakestGrade(behind);
      return { ...harm, grade, weakest: weakestOf(behind, grade) };
    },
  );
}

function weakestOf(behind: readonly Input[], grade: Harm['grade']): string[] {
  return [...new Set(behind.flatMap(({ record }) => (record.grade === grade ? [record.id] : [])))];
}

/** A rate, and where the inputs of its hazard take effect. */
type Placed = Omit<Harm, 'grade' | 'weakest'> & { readonly places: readonly string[] };

/** Hours in line without treatment: as often as the need arises, and as severe as it is. */
function untreated(figures: Figures): Placed[] {
  const measure = 'untreated-hours';
  const { labels } = figures;
  return figures.cells(measure).map((cell) => {
    const { need = '', severity = '' } = cell;
    const who = `${labels.need(need)}, severity ${plain(severity)}`;
    return { kind: 'untreated', measure, cell, who, places: [`need ${need}`] };
  });
}

/** Hours held by the police: as often as the need arises, at a service that is custody. */
function inCustody(figures: Figures): Placed[] {
  const measure = 'held-by-need';
  const { labels, results } = figures;
  const custody = new Set(results.dictionary.services.flatMap((service) => (service.custody ? [service.id] : [])));
  return figures.cells(measure).flatMap((cell): Placed[] => {
    const { service = '', need = '' } = cell;
    if (!custody.has(service)) return [];
    const who = `${labels.need(need)}, ${labels.service(service)}`;
    return [{ kind: 'custody', measure, cell, who, places: [`need ${need}`, `service ${service}`] }];
  });
}

/** Deaths expected: as often as the need arises, by the chances of death at the steps that decide. */
function deaths(figures: Figures): Placed[] {
  const measure = 'expected-deaths';
  const steps = figures.cells('expected-deaths-by-step');
  return figures.cells(measure).map((cell) => {
    const { need = '' } = cell;
    const own = steps.flatMap(({ need: of, step }) => (of === need ? [`step ${step}`] : []));
    return { kind: 'deaths', measure, cell, who: figures.labels.need(need), places: [`need ${need}`, ...own] };
  });
}

/** Deaths expected by the hazard of a clock: as long as people are at risk, by the hazard of each cause. */
function deathsByClock(figures: Figures): Placed[] {
  const measure = 'expected-deaths-by-clock';
  return figures.cells(measure).map((cell) => {
    const causes = (cell.clock ?? '').split('+');
    const who = `everybody at risk, by the hazard of ${listed(causes.map(plain))}`;
    return { kind: 'deaths', measure, cell, who, places: causes.map((cause) => `clock ${cause}`) };
  });
}
