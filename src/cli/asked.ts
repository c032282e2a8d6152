/** A question from its file to its answer: its worlds loaded, run arm by arm, and what is written of them. */
import type { Member, Plan, Results } from '../experiment/index.js';
import type { AskedQuestion, QuestionAnswer } from '../report/index.js';
import type { LoadedQuestion, LoadOptions, Problem, ReadQuestion } from '../scenarios/index.js';
import { IN_QUESTION, lackingInWords } from './lacking.js';
import { type Lacking, type LoadedWorlds, lackingIn, plannedOf, referenceTo } from './load-worlds.js';
import { outputsOf } from './outputs.js';
import { type Done, simulate } from './simulate.js';
import type { Terminal } from './terminal.js';

/** A question that can be run. */
export interface ReadyQuestion {
  readonly loaded: LoadedQuestion;
  /** What each arm runs: as things are, then each future. */
  readonly plans: readonly LoadedWorlds['plan'][];
  /** As the question, or else its world, states. */
  readonly replications: number;
  /** By which the question is found again in a copy of the files. */
  readonly ref: string;
  readonly lacking: readonly Lacking[];
  /** Texts by path, as in `LoadedWorlds`. */
  readonly files: ReadonlyMap<string, string>;
}

/** A question with its answer. */
export interface AnsweredQuestion {
  readonly asked: AskedQuestion;
  readonly answer: QuestionAnswer;
  /** As things are. */
  readonly results: Results;
  readonly done: Done;
}

/** What keeps the figures of a question from being read in its worlds. */
async function figureProblems({ question, problem }: ReadQuestion, worlds: readonly Member[]): Promise<Problem[]> {
  const { figureFaults } = await import('../experiment/index.js');
  return question.figures.flatMap((figure) =>
    figureFaults(figure, worlds).map(({ path, fault }) => problem(['figures', figure.id, ...path], fault)),
  );
}

/** What is wrong with a question that only its worlds, compiled, can tell. */
export async function problemsOfAsked(asked: ReadQuestion): Promise<Problem[]> {
  const planned = await plannedOf(asked.arms[0]?.scenarios ?? []);
  return planned === null ? [] : figureProblems(asked, planned.plan.worlds);
}

/** Loads a question with its worlds; null when there is a problem, which has then been told. */
export async function loadAsked(
  reference: string,
  options: LoadOptions,
  terminal: Terminal,
): Promise<ReadyQuestion | null> {
  const { formatProblems, loadQuestion } = await import('../scenarios/index.js');
  const loaded = loadQuestion(reference, options);
  if (!loaded.ok) {
    terminal.fault(formatProblems(loaded.problems));
    return null;
  }
  if (loaded.warnings.length > 0) terminal.note(`Worth a look:\n${formatProblems(loaded.warnings)}\n`);
  const planned = (await Promise.all(loaded.arms.map(({ scenarios }) => plannedOf(scenarios)))).flatMap(
    (each) => each ?? [],
  );
  const [first] = planned;
  if (first === undefined) return null;
  terminal.phase(
    `read ${loaded.files.length} files, ${planned.reduce((sum, { plan }) => sum + plan.worlds.length, 0)} worlds`,
  );
  const problems = await figureProblems(loaded, first.plan.worlds);
  if (problems.length > 0) {
    terminal.fault(formatProblems(problems));
    return null;
  }
  const { title } = loaded.question;
  const plans = planned.map(({ plan }, at) => {
    const future = loaded.arms[at]?.future ?? null;
    return { ...plan, title: future === null ? title : `${title} (${future.label})` };
  });
  return {
    loaded,
    plans,
    replications: first.replications,
    ref: referenceTo(loaded.entry),
    lacking: await lackingOf(loaded),
    files: new Map(loaded.files.map(({ path, text }) => [path, text])),
  };
}

/** Futures that policies need and that no arm of the question has. */
async function lackingOf({ arms }: LoadedQuestion): Promise<Lacking[]> {
  const lacking = await Promise.all(arms.map(({ scenarios }) => lackingIn(scenarios)));
  return lacking.reduce((sofar, each) =>
    sofar.filter(({ policy, kind }) => each.some((other) => other.policy === policy && other.kind === kind)),
  );
}

/** How many runs, from which seed, on how many workers. */
export type Runs = Pick<Plan, 'seed' | 'replications'> & { readonly workers: number | undefined };

/** Runs every arm of a question; null when it was stopped, or the machine has not the memory, which has then been told. */
export async function answerOf(
  { loaded, plans, lacking }: ReadyQuestion,
  runs: Runs,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<AnsweredQuestion | null> {
  const { askedFigures } = await import('../experiment/index.js');
  const { questionAnswer } = await import('../report/index.js');
  const { question, text } = loaded;
  const all: Done[] = [];
  for (const plan of plans) {
    const done = await simulate({ ...plan, ...runs }, signal, terminal);
    if (done === null || signal.aborted) return null;
    terminal.phase(`simulated ${plan.title}`);
    all.push(done);
  }
  const arms = all.map(({ results, samples }, at) => ({
    future: loaded.arms[at]!.future,
    results,
    rows: askedFigures(samples, question.figures),
  }));
  const [first] = all;
  const done = { ...first!, wallSeconds: all.reduce((sum, { wallSeconds }) => sum + wallSeconds, 0) };
  const notes = lackingInWords(lacking, IN_QUESTION);
  const asked = { question, arms, text, notes };
  return { asked, answer: questionAnswer(question, arms), results: first!.results, done };
}

/**
 * What a question leaves in its folder: its page and figures, its report, and a folder with a report for each future.
 * @param excel Whether the tables are for Excel.
 */
export async function askedOutputs(
  { asked }: AnsweredQuestion,
  runDate: string,
  excel = false,
): Promise<Map<string, string>> {
  const { questionFiles } = await import('../report/index.js');
  const outputs = await questionFiles(asked, { runDate, tables: { excel } });
  for (const { future, results } of asked.arms) {
    const folder = future === null ? '' : `${future.id}/`;
    for (const [path, text] of await outputsOf(results, runDate, excel)) outputs.set(folder + path, text);
  }
  return outputs;
}
