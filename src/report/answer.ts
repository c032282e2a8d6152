import type { Results } from '../experiment/index.js';
import { caveats, fewRuns } from './caveats.js';
import { Figures } from './figures.js';
import { inForceInWords } from './in-force.js';
import { inputsOf, weakestGrade } from './inputs.js';
import { armsInWords } from './landing.js';
import { runs } from './setting.js';
import { oneWorldInWords, sizeInWords, worldAnswers } from './statements.js';
import { unrecordedInWords } from './unrecorded.js';
import { listed } from './words.js';

/** The answer of a run, for a terminal and for the head of a report. */
export interface Answer {
  /** Sizes with intervals, and what they rest on, in one paragraph. */
  readonly headline: string;
  /** The same, a part to a line: with several policies, the size of each by itself. */
  readonly paragraphs: readonly string[];
  /** One line a statement, the policy's label first where there are several. */
  readonly lines: readonly string[];
  /** The same lines by policy, without its label. */
  readonly groups: readonly { readonly label: string; readonly lines: readonly string[] }[];
  /** What could change the answer, the gravest first. */
  readonly caveats: readonly string[];
}

/** The headline in parts: the condition, a size for each policy (or statement for one world), and the evidence. */
export interface Headline {
  readonly opening: string;
  readonly sizes: readonly string[];
  readonly evidence: string;
}

/** The headline of a run in parts with what could change it, for a page of its own. */
export function answerInParts(results: Results): Headline & { readonly caveats: readonly string[] } {
  const figures = new Figures(results);
  return { ...headlineOf(figures), caveats: caveats(figures) };
}

/** What too few replications of a run cannot tell; null where there are enough. */
export function fewRunsInWords(results: Results): string | null {
  return fewRuns(results.design.replications);
}

/** The headline of a run in parts, for a page that can set them apart. */
export function headlineOf(figures: Figures): Headline {
  const grade = weakestGrade(inputsOf(figures.results));
  const recorded =
    grade === null
      ? 'No input has a recorded grade of evidence.'
      : `The weakest evidence it rests on is grade ${grade}.`;
  const unrecorded = unrecordedInWords(figures.results);
  const evidence = unrecorded === null ? recorded : `${recorded} ${unrecorded}`;
  if (figures.policyWorlds.length === 0) {
    return {
      opening: `Simulated, ${figures.labels.world(figures.baseline.id)}:`,
      sizes: oneWorldInWords(figures),
      evidence,
    };
  }
  const { completed } = figures.results.design.replications;
  return {
    opening: `Simulated change against the baseline, if all else stays the same; ${completed === 1 ? 'one paired run' : `mean over ${runs(figures)}`}:`,
    sizes: figures.policyWorlds.map((world) => {
      const said = `${figures.labels.worldName(world.id)}: ${sizeInWords(figures, world)}.`;
      const force = inForceInWords(figures, world);
      return force === null ? said : `${said} ${force}`;
    }),
    evidence,
  };
}

/** The size of what each world other than the baseline changes, in words, in the order given. */
export function sizesInWords(
  results: Results,
): readonly { readonly world: string; readonly label: string; readonly size: string }[] {
  const figures = new Figures(results);
  return figures.policyWorlds.map((world) => ({
    world: world.id,
    label: figures.labels.worldName(world.id),
    size: sizeInWords(figures, world),
  }));
}

/**
 * The answer of a run in words: what changes for people, hours, waits and needs not met, with intervals; direction words
 * only where an interval lies on one side of zero.
 */
export function answerInWords(results: Results): Answer {
  const figures = new Figures(results);
  const { opening, sizes, evidence } = headlineOf(figures);
  const groups = worldAnswers(figures).map(({ world, people, hours, duty, waits, unmet }) => ({
    label: figures.labels.worldName(world),
    lines: [
      ...people,
      ...hours,
      ...duty,
      ...waits,
      ...unmet,
      ...armsInWords(
        figures,
        figures.policyWorlds.find(({ id }) => id === world),
      ),
    ],
  }));
  const lines = groups.flatMap(({ label, lines: own }) =>
    groups.length === 1 ? own : own.map((line) => `${label}: ${line}`),
  );
  const headline = [opening, ...sizes, evidence].join(' ');
  const paragraphs = sizes.length < 2 ? [headline] : [opening, ...sizes.map((size) => `- ${size}`), evidence];
  return { headline, paragraphs, lines, groups, caveats: caveats(figures) };
}

/** What a run is about, for its title: its policies against the baseline, or its one world. */
export function subjectInWords(figures: Figures): string {
  const others = figures.policyWorlds.map(({ id }) => figures.labels.worldName(id));
  return others.length === 0 ? figures.labels.world(figures.baseline.id) : `${listed(others)} against the baseline`;
}
