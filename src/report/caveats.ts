import type { Results } from '../experiment/index.js';
import { ratiosTooHighInWords } from './cut-freed.js';
import type { Figures } from './figures.js';
import { fullOriginInWords } from './full-origin.js';
import { startsApartInWords, steadyInWords } from './in-force.js';
import { weakestInWords } from './inputs.js';
import { plain } from './labels.js';
import { type Looked, lookedAt, manyLooked } from './many-looked.js';
import { digits, LEAST_RUNS } from './numbers.js';
import { notSeenInWords } from './seen.js';
import { runs } from './setting.js';
import { unrecordedInWords } from './unrecorded.js';
import { counted, listed } from './words.js';

/** Worlds without a statement of what was checked, and by whom. */
export function unassured(figures: Figures): readonly string[] {
  return figures.results.worlds
    .filter(({ assurance }) => assurance === null)
    .map(({ id }) => figures.labels.worldName(id));
}

/** How many were asked for, and how many there are. */
type Replications = Pick<Results['design']['replications'], 'requested' | 'completed'>;

/** What too few replications cannot tell, and whether more were asked for; null where there are enough. */
export function fewRuns({ requested, completed }: Replications): string | null {
  if (completed >= LEAST_RUNS) return null;
  const enough = `at least ${LEAST_RUNS}`;
  if (completed === 1)
    return (
      `One replication${completed < requested ? ` of ${requested} was completed` : ''}: there are no intervals, so nothing can be concluded about any difference or about its absence. ` +
      `Use ${enough}.`
    );
  const whole = `Only ${counted(completed, 'replication', 'replications')}`;
  const part = `Only ${completed} of ${requested} replications were completed`;
  return (
    `${completed < requested ? part : whole}: intervals are rough, as their own length is hardly known, and what ` +
    `is “not clear” may well be there. Nothing can be concluded about its absence, nor about what is rare. Use ${enough}.`
  );
}

/** Services of which more is asked than they have, each with the worlds in which it is so. */
function overloadsInWords({ labels, results }: Figures): string[] {
  const services = new Set(results.worlds.flatMap(({ overloads = [] }) => overloads.map(({ service }) => service)));
  return [...services].map((id) => {
    const worlds = results.worlds.flatMap((world) => {
      const found = world.overloads?.find(({ service }) => service === id);
      if (found === undefined) return [];
      return `${found.exact ? 'about' : 'at least'} ${digits(100 * found.share, 0)}% of capacity in ${labels.worldName(world.id)}`;
    });
    return (
      `${labels.service(id)}: demand is ${listed(worlds)}. By simple arithmetic its line grows for as long as the run lasts, ` +
      'so waits depend on its length.'
    );
  });
}

/** What is told of worlds alone, as a search has them. */
interface Worlds {
  readonly results: Pick<Results, 'worlds'>;
}

/** Policies that are never in force in what a go-live run measures: each as a sentence. */
export function neverInForce({ results }: Worlds): readonly string[] {
  const policies = results.worlds.flatMap((world) => world.policies);
  return [...new Set(policies.flatMap(({ inForce }) => inForce?.never ?? []))].map(plain);
}

/** Policies that say that they need a future which their world is not in: each as a sentence. */
export function lackingFutures({ results }: Worlds): readonly string[] {
  const policies = results.worlds.flatMap((world) => world.policies);
  const lines = policies.flatMap(({ label, lackingFuture }) => {
    if (lackingFuture === undefined) return [];
    const { kind, reason } = lackingFuture;
    return [`Not enough by itself: ${label} is here without a future of the kind ${kind}. ${reason ?? ''}`.trim()];
  });
  return [...new Set(lines)].map(plain);
}

/** Warnings of the run of which the caveats say the same in words of their own. */
const TOLD_ABOVE = /^(Interrupted: |One replication gives no interval)/;

/** What could change the answer, the gravest first; each a sentence. Of what is looked at, where that is not all of a report. */
export function caveats(figures: Figures, looked: Looked = lookedAt(figures)): readonly string[] {
  const { design, warnings } = figures.results;
  const said: string[] = [...neverInForce(figures), ...lackingFutures(figures)];
  const unchecked = unassured(figures);
  if (unchecked.length > 0) {
    said.push(`Little checking: no assurance statement for ${listed(unchecked)}.`);
  }
  const { requested, completed } = design.replications;
  const few = fewRuns({ requested, completed });
  if (few !== null) said.push(few);
  else if (completed < requested) said.push(`Only ${completed} of ${requested} replications were completed.`);
  const weakest = weakestInWords(figures.results);
  if (weakest !== null) said.push(weakest);
  said.push(...overloadsInWords(figures));
  const notSeen = notSeenInWords(figures);
  if (notSeen !== null) said.push(notSeen);
  const tooHigh = ratiosTooHighInWords(figures);
  if (tooHigh !== null) said.push(tooHigh);
  const full = fullOriginInWords(figures);
  if (full !== null) said.push(full);
  const unrecorded = unrecordedInWords(figures.results);
  if (unrecorded !== null) said.push(unrecorded);
  said.push(
    completed < 2
      ? 'Doubt about inputs and about the structure of the model could change the answer as well.'
      : `Intervals are 95% intervals for the mean over ${runs(figures)}: they hold run-to-run noise only. Doubt about inputs ` +
          'and about the structure of the model is left out of them and could change the answer.',
  );
  said.push(
    design.kind === 'steady'
      ? steadyInWords(figures)
      : 'Go-live design: the time in which policies take hold is part of the answer. Not a forecast.',
  );
  said.push(...startsApartInWords(figures));
  const many = manyLooked(looked, completed);
  if (many !== null) said.push(many);
  if (figures.policyWorlds.length > 0) {
    said.push(
      'Statements about moved contacts and changed routes depend on how the same people are paired between worlds; ' +
        'the means of changes in hours, waits and needs not met are population totals and do not, though their intervals do.',
    );
  }
  return [...said, ...warnings.map(plain).filter((warning) => !said.includes(warning) && !TOLD_ABOVE.test(warning))];
}
