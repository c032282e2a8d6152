/** The gallery: a small static site of every question and comparison that ships, with a report of each. */
import { basename } from 'node:path';
import type { Results } from '../experiment/index.js';
import type { GalleryCard } from '../report/index.js';
import type { LoadOptions, ShippedComparison } from '../scenarios/index.js';
import { answerOf, loadAsked } from './asked.js';
import { loadWorlds } from './load-worlds.js';
import { simulate } from './simulate.js';
import type { Terminal } from './terminal.js';

/** What the gallery is made of, and how it is run. */
export interface GalleryPlan {
  /** Folder of scenarios, policies and questions. */
  readonly library: string;
  /** In place of what each file states; undefined: as stated. */
  readonly replications: number | undefined;
  readonly workers: number | undefined;
  readonly seed: string;
  /** Ids of the questions and comparisons to show; undefined: all. */
  readonly only: readonly string[] | undefined;
}

/** A gallery: its files by path, or the names that were asked for and are not there. */
export type Gallery =
  | { readonly ok: true; readonly files: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly reason: string | null };

/** What has been made so far. */
interface Making {
  readonly plan: GalleryPlan;
  readonly where: LoadOptions;
  readonly files: Map<string, string>;
  /** The run with the fewest replications. */
  fewest: Results | null;
}

const STOPPED: Gallery = { ok: false, reason: null };

/**
 * Runs every question and comparison and makes the pages. Not done, without a reason, where it was stopped or something was
 * wrong, which has then been told.
 */
export async function makeGallery(plan: GalleryPlan, signal: AbortSignal, terminal: Terminal): Promise<Gallery> {
  const { nearestName, shippedComparisons, shippedQuestions } = await import('../scenarios/index.js');
  const { galleryIndex, fewRunsInWords } = await import('../report/index.js');
  const where = { cwd: plan.library, root: plan.library, shipped: plan.library };
  const isAsked = (id: string) => plan.only === undefined || plan.only.includes(id);
  const [questions, comparisons] = [shippedQuestions(where), shippedComparisons(where)];
  const known = [...questions, ...comparisons.map(({ id }) => id)];
  const unknown = plan.only?.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    const near = nearestName(unknown, known);
    return {
      ok: false,
      reason: `There is no question or comparison ${unknown}.${near === null ? '' : ` Did you mean ${near}?`}`,
    };
  }
  const making: Making = { plan, where, files: new Map(), fewest: null };
  const all = known.filter(isAsked);
  const asked: GalleryCard[] = [];
  for (const name of questions.filter(isAsked)) {
    terminal.note(`${asked.length + 1} of ${all.length}: ${name}`);
    const card = await showQuestion(name, making, signal, terminal);
    if (card === null) return STOPPED;
    asked.push(card);
  }
  const compared: GalleryCard[] = [];
  for (const comparison of comparisons.filter(({ id }) => isAsked(id))) {
    terminal.note(`${asked.length + compared.length + 1} of ${all.length}: ${comparison.id}`);
    const card = await showComparison(comparison, making, signal, terminal);
    if (card === null) return STOPPED;
    compared.push(card);
  }
  const few = making.fewest === null ? null : fewRunsInWords(making.fewest);
  return { ok: true, files: new Map([['index.html', galleryIndex(asked, compared, few)], ...making.files]) };
}

function ran(results: Results, making: Making): void {
  const runs = (one: Results) => one.design.replications.completed;
  if (making.fewest === null || runs(results) < runs(making.fewest)) making.fewest = results;
}

async function showQuestion(
  name: string,
  making: Making,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<GalleryCard | null> {
  const { questionFiles, renderReport } = await import('../report/index.js');
  const ready = await loadAsked(name, making.where, terminal);
  if (ready === null) return null;
  const { seed, workers, replications = ready.replications } = making.plan;
  const answered = await answerOf(ready, { seed, workers, replications }, signal, terminal);
  if (answered === null) return null;
  ran(answered.results, making);
  const folder = `questions/${name}/`;
  for (const [path, text] of await questionFiles(answered.asked, { gallery: '../../index.html' }))
    making.files.set(folder + path, text);
  for (const { future, results } of answered.asked.arms)
    making.files.set(`${folder}${future === null ? '' : `${future.id}/`}report.html`, await renderReport(results));
  return {
    title: answered.asked.question.title,
    said: answered.answer.sentences.slice(0, 1),
    links: [
      { text: 'Answer, figures and text', to: `${folder}question.html` },
      { text: 'Full report', to: `${folder}report.html` },
    ],
  };
}

async function showComparison(
  { id, baseline, scenario }: ShippedComparison,
  making: Making,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<GalleryCard | null> {
  const { answerInParts, fewRunsInWords, galleryComparison, galleryText, renderReport } = await import(
    '../report/index.js'
  );
  const loaded = await loadWorlds([baseline, scenario], making.where, terminal);
  if (loaded === null) return null;
  const { seed, workers, replications = loaded.replications } = making.plan;
  const done = await simulate({ ...loaded.plan, seed, workers, replications }, signal, terminal);
  if (done === null || signal.aborted) return null;
  ran(done.results, making);
  const { opening, sizes, evidence, caveats } = answerInParts(done.results);
  const written = [...loaded.files].map(([path, text]) => ({
    path,
    name: path.replace(/^(shipped|project)\//, ''),
    text,
  }));
  const isPolicy = ({ path }: { path: string }) => /\/policies\//.test(path);
  const isOwn = (file: { path: string }) =>
    isPolicy(file) || basename(file.path, '.yaml') === basename(scenario, '.yaml');
  const scenarios = written.filter(({ path }) => path.endsWith('.yaml'));
  const further = scenarios
    .filter((each) => !isOwn(each))
    .map(({ name, text }) => {
      const page = `texts/${name.replaceAll('/', '-').replace(/\.yaml$/, '.html')}`;
      making.files.set(page, galleryText({ name, text }));
      return { name, to: `../../${page}` };
    });
  const folder = `comparisons/${id}/`;
  // By the scenario's own name: several scenarios may have the same policy.
  const [against = '', title = ''] = done.results.worlds.map(({ label }) => label);
  const shown = {
    title,
    ...{ against, opening, sizes, evidence, caveats, few: fewRunsInWords(done.results) },
    command: `spillover compare ${[baseline, scenario].map((ref) => ref.replace(/^\.\//, './scenarios/')).join(' ')}`,
    texts: [...scenarios.filter(isOwn)]
      .sort((one, other) => Number(isPolicy(one)) - Number(isPolicy(other)))
      .map(({ name, text }) => ({ name, text })),
    further,
  };
  making.files.set(`${folder}index.html`, galleryComparison(shown));
  making.files.set(`${folder}report.html`, await renderReport(done.results));
  return {
    title,
    said: [`Against: ${against}`, ...sizes],
    links: [
      { text: 'Answer and text', to: `${folder}index.html` },
      { text: 'Full report', to: `${folder}report.html` },
    ],
  };
}
