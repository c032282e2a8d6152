import type { Figures } from './figures.js';
import { plain } from './labels.js';
import { digits } from './numbers.js';
import { duration } from './scale.js';
import { counted, NO_CLEAR_DIFFERENCE, ONE_RUN } from './words.js';

/** Place and period for formal titles: `Anyshire, 1,000,000 people, 13 weeks measured, simulated`. */
export function setting(figures: Figures): string {
  const { area, design } = figures.results;
  const people = `${digits(area.population, 0)} people`;
  return `${plain(area.label) || area.id}, ${people}, ${duration(design.measured)} measured, simulated`;
}

/** The runs that an interval rests on: `20 paired runs` where worlds are compared, `20 runs` where there is one. */
export function runs(figures: Figures): string {
  const { completed } = figures.results.design.replications;
  return counted(
    completed,
    figures.policyWorlds.length > 0 ? 'paired run' : 'run',
    figures.policyWorlds.length > 0 ? 'paired runs' : 'runs',
  );
}

/** What is said where no change is clear; one run cannot tell. */
export function nothingClear({ results }: Figures): string {
  return results.design.replications.completed < 2 ? ONE_RUN : NO_CLEAR_DIFFERENCE;
}

/** What an interval of levels is, for captions. */
export function levelCaption(figures: Figures): string {
  const completed = counted(figures.results.design.replications.completed, 'run', 'runs');
  return `Lines through the marks are 95% intervals for the mean over ${completed}: run-to-run noise only.`;
}

/** What an interval of differences is, for captions. */
export function differenceCaption(figures: Figures): string {
  return (
    `Lines through the marks are 95% intervals for the mean difference from the baseline over ${runs(figures)}: ` +
    'run-to-run noise only.'
  );
}
