import { assemble, type CheckedScenario } from './assemble.js';
import { checkFamily } from './family.js';
import { type Files, isFile, type SourceFile } from './files.js';
import { DiskFiles, type InputFile, type LoadOptions } from './load.js';
import type { Refused } from './open.js';
import { type Fault, type Problem, ProblemList, problemsIn, sortProblems, unknownName } from './problems.js';
import { readWith } from './read-with.js';
import { type QuestionDraft, question as questionSchema } from './schema/question.js';
import { child, type Path, type Tree } from './tree.js';
import { readSource } from './yaml.js';

/** Id of the world that a question compares with. */
export const BASELINE = 'baseline';

/** A number that a question asks of every world: a measure, added up over the cells that match. */
export interface AskedFigure {
  readonly id: string;
  readonly label: string;
  readonly measure: string;
  /** Values by dimension; all, where one is left out. */
  readonly where: Readonly<Record<string, readonly string[]>>;
}

/** A sentence of the answer: how it begins, by what a figure shows of a world. */
export interface AskedAnswer {
  readonly of: string;
  readonly figure: string;
  /** As the question names it; null: as things are. */
  readonly future: string | null;
  readonly more: string;
  readonly fewer: string;
  /** Null: the usual words. */
  readonly unclear: string | null;
}

/** What a question file says, apart from the worlds that it takes. */
export interface Question {
  readonly id: string;
  readonly title: string;
  readonly asked: string;
  /** Who put it, and where; null where nobody is named. */
  readonly source: string | null;
  readonly world: string;
  readonly compared: readonly { readonly id: string; readonly label: string }[];
  readonly futures: readonly string[];
  readonly figures: readonly AskedFigure[];
  readonly answers: readonly AskedAnswer[];
  readonly canSay: string;
  readonly cannotSay: string;
}

/** The worlds of a question, the baseline first, as things are or in a future. */
export interface QuestionArm {
  /** The future's id and label, and how the question names it; null: as things are. */
  readonly future: { readonly id: string; readonly label: string; readonly named: string } | null;
  readonly scenarios: readonly CheckedScenario[];
}

/** What a question says, and its worlds. */
export interface ReadQuestion {
  readonly question: Question;
  /** As things are, then each future. */
  readonly arms: readonly QuestionArm[];
  /** A fault of what stands at a path of the question. */
  readonly problem: (path: Path, fault: Fault) => Problem;
}

/** A question without faults, with its worlds. */
export interface LoadedQuestion extends ReadQuestion {
  readonly ok: true;
  readonly files: readonly InputFile[];
  readonly warnings: readonly Problem[];
  /** Path of the question among `files`. */
  readonly entry: string;
  /** The question as it is written. */
  readonly text: string;
}

/** Names of the questions that ship. */
export function shippedQuestions(options: LoadOptions): readonly string[] {
  return new DiskFiles(options).shippedNames('question');
}

/** Reads a question (a shipped one by name, or a file by path) with all of its worlds; all Problems are found at once. */
export function loadQuestion(reference: string, options: LoadOptions): LoadedQuestion | Refused {
  const files = new DiskFiles(options);
  const list = new ProblemList();
  const file = files.find(reference, 'question', null);
  if (!isFile(file)) list.word(reference, file);
  const read = isFile(file) ? readQuestion(file, files, list) : null;
  if (read === null || !isFile(file) || list.problems.length > 0) return { ok: false, problems: problemsIn(list) };
  return {
    ok: true,
    ...read,
    files: files.read(),
    warnings: sortProblems(list.warnings),
    entry: file.id,
    text: file.text,
  };
}

/** Reads what a question says, without its worlds. */
export function loadQuestionCard(
  reference: string,
  options: LoadOptions,
): { readonly ok: true; readonly question: Question; readonly text: string } | Refused {
  const files = new DiskFiles(options);
  const list = new ProblemList();
  const file = files.find(reference, 'question', null);
  if (!isFile(file)) list.word(reference, file);
  const read = isFile(file) ? readDraft(file, list) : null;
  if (read === null || !isFile(file) || list.problems.length > 0) return { ok: false, problems: problemsIn(list) };
  return { ok: true, question: questionOf(read.draft), text: file.text };
}

/** A question as its keys have it, with the names in it checked; null, with Problems, where it cannot be relied on. */
function readDraft(file: SourceFile, list: ProblemList): { readonly draft: QuestionDraft; readonly tree: Tree } | null {
  const tree = readSource(file, list);
  if (tree === null || !isQuestion(tree, list)) return null;
  const draft = readWith(questionSchema, tree, list).value;
  if (draft === null || list.problems.length > 0) return null;
  checkNames(draft, tree, list);
  return { draft, tree };
}

/** Reads a question from its file; null, with Problems, where nothing can be made of it. */
export function readQuestion(file: SourceFile, files: Files, list: ProblemList): ReadQuestion | null {
  const read = readDraft(file, list);
  if (read === null) return null;
  const { draft, tree } = read;
  const arms = [null, ...(draft.futures ?? []).keys()].map((future) =>
    armOf(Object.keys(draft.compared), future, { file, tree, files }, list),
  );
  return {
    question: questionOf(draft),
    arms,
    problem: (path, fault) => {
      const one = new ProblemList();
      one.at(tree, path, fault);
      return one.problems[0]!;
    },
  };
}

function isQuestion(tree: Tree, list: ProblemList): boolean {
  if (child(tree, 'question') !== undefined) return true;
  const other = ['scenario', 'policy', 'targets'].find((key) => child(tree, key) !== undefined);
  list.at(tree, ['question'], {
    message: other === undefined ? '`question` is missing.' : `This is a ${other} file, not a question.`,
    found: other === undefined ? 'nothing' : `\`${other}:\``,
    expected: 'a file with `question: id`',
    next: 'Write `question: …` with an id of its own, or name another file.',
  });
  return false;
}

/** Answers name worlds, figures and futures of the question; no world is called as the baseline is. */
function checkNames(draft: QuestionDraft, tree: Tree, list: ProblemList): void {
  if (Object.hasOwn(draft.compared, BASELINE))
    list.atKey(tree, ['compared', BASELINE], {
      message: `\`${BASELINE}\` is the world that the others are compared with.`,
      expected: 'another id',
      next: 'Rename it.',
    });
  const known = {
    of: ['world under `compared`', Object.keys(draft.compared)],
    figure: ['figure of this question', Object.keys(draft.figures)],
    in: ['future of this question', draft.futures ?? []],
  } as const;
  draft.answers.forEach((answer, at) => {
    for (const key of ['of', 'figure', 'in'] as const) {
      const [what, names] = known[key];
      const name = answer[key];
      if (name !== undefined && name !== '' && !names.includes(name))
        list.at(tree, ['answers', at, key], unknownName(what, name, names));
    }
  });
}

interface Asked {
  readonly file: SourceFile;
  readonly tree: Tree;
  readonly files: Files;
}

/** The worlds as things are, or in one of the futures; those with faults are left out, and their Problems told. */
function armOf(compared: readonly string[], future: number | null, asked: Asked, list: ProblemList): QuestionArm {
  const { file, tree, files } = asked;
  const branch = future === null ? undefined : child(child(tree, 'futures'), future);
  const scenarios = [null, ...compared].flatMap((id) => {
    const own = list.beside();
    const written = { file, tree: scenarioTree(tree, id) };
    const made = assemble(written, files, { policies: branch === undefined ? [] : [branch] }, own);
    list.problems.push(...own.problems.map((problem) => placed(problem, asked, id, future)));
    list.warnings.push(...own.warnings.map((warning) => placed(warning, asked, id, future)));
    if (own.incomplete) list.incomplete = true;
    return made === null ? [] : [made];
  });
  if (scenarios.length > compared.length) checkFamily(scenarios, list);
  if (future === null) return { future: null, scenarios };
  const last = scenarios[0]?.policies.at(-1);
  const named = branch?.kind === 'scalar' ? branch.text : '';
  if (last !== undefined && last.draft.future === undefined)
    list.at(tree, ['futures', future], {
      message: `\`${named}\` is a policy, and no future.`,
      expected: 'a change that no policy controls',
      next: 'Name one that `spillover policies` lists as a future, or write `future: kind` in your file.',
    });
  return { future: { id: last?.id ?? named, label: last?.draft.label ?? named, named }, scenarios };
}

/** One of the worlds of a question as a scenario, made of what the question says; the baseline where `id` is null. */
function scenarioTree(question: Tree, id: string | null): Tree {
  const entry = id === null ? undefined : child(child(question, 'compared'), id);
  const at = (entry ?? question).at;
  const name = id ?? BASELINE;
  const parts: readonly (readonly [string, Tree | undefined])[] = [
    ['spillover', child(question, 'spillover')],
    ['scenario', { kind: 'scalar', at, key: entry?.key ?? null, value: name, text: name }],
    ['label', child(entry, 'label')],
    ['extends', child(entry, 'scenario') ?? child(question, 'world')],
    ['policies', child(entry, 'policies')],
    ['time', child(question, 'time')],
  ];
  const there = parts.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  return { kind: 'map', at, key: null, entries: new Map(there) };
}

/** A Problem of one of the worlds, with its path as it is in the question. */
function placed(problem: Problem, { file, tree }: Asked, id: string | null, future: number | null): Problem {
  if (problem.file !== file.shown) return problem;
  const hasOwn = id !== null && child(child(child(tree, 'compared'), id), 'scenario') !== undefined;
  const [key = ''] = problem.path.split(/[.[]/);
  const inEntry = id === null ? '' : `compared.${id}.`;
  if (key === 'extends') return { ...problem, path: hasOwn ? `${inEntry}scenario` : 'world' };
  if (key === 'policies' && future !== null && id === null) return { ...problem, path: `futures.${future}` };
  if (key === 'policies') return { ...problem, path: inEntry + problem.path };
  return problem;
}

function questionOf(draft: QuestionDraft): Question {
  return {
    id: draft.question,
    title: draft.title,
    asked: draft.asked,
    source: draft.source ?? null,
    world: draft.world,
    compared: Object.entries(draft.compared).map(([id, { label }]) => ({ id, label })),
    futures: draft.futures ?? [],
    figures: Object.entries(draft.figures).map(([id, { label, measure, where }]) => ({
      id,
      label,
      measure,
      where: where ?? {},
    })),
    answers: draft.answers.map((answer) => ({
      of: answer.of,
      figure: answer.figure,
      future: answer.in ?? null,
      more: answer.more,
      fewer: answer.fewer,
      unclear: answer.unclear ?? null,
    })),
    canSay: draft['can-say'],
    cannotSay: draft['cannot-say'],
  };
}
