/** What `ask` does: a question's comparison run, its page written, and the answer told. */
import { relative } from 'node:path';
import { type AnsweredQuestion, answerOf, askedOutputs, loadAsked } from './asked.js';
import { claimOrTell, writeAside } from './claim.js';
import { Exit, type ExitCode } from './exit.js';
import { MANIFEST } from './files.js';
import { interruptible } from './interrupt.js';
import { type Request, today } from './manifest.js';
import { inOneLine } from './one-line.js';
import { type Options, seedOf } from './options.js';
import { plainTable } from './plain-table.js';
import { tellWritten } from './tell-written.js';
import type { Terminal } from './terminal.js';

/** Answers a question and says what came of it. */
export function ask(reference: string, options: Options, terminal: Terminal): Promise<ExitCode> {
  return interruptible(terminal, 'A question needs all of its runs, so nothing is written', (signal) =>
    perform(reference, options, signal, terminal),
  );
}

async function perform(
  reference: string,
  options: Options,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<ExitCode> {
  const ready = await loadAsked(reference, { cwd: process.cwd() }, terminal);
  if (ready === null) return Exit.usage;
  const claim = claimOrTell(options.out ?? `out/${ready.loaded.question.id}`, options, terminal);
  if (claim === null) return Exit.usage;
  try {
    const request: Request = {
      command: 'ask',
      scenarios: [ready.ref],
      design: null,
      seed: seedOf(options),
      replications: options.replications ?? ready.replications,
      precision: null,
      fourArms: null,
      ...(options.excel === true && { excel: true as const }),
      date: today(),
    };
    const { seed, replications } = request;
    const answered = await answerOf(ready, { seed, replications, workers: options.workers }, signal, terminal);
    if (answered === null) return signal.aborted ? Exit.interrupted : Exit.usage;
    const outputs = await askedOutputs(answered, request.date, request.excel);
    const { results, done: circumstances } = answered;
    const failure = await writeAside(claim, { request, results, files: ready.files, outputs, circumstances });
    if (failure !== null) {
      terminal.fault(failure);
      return Exit.failed;
    }
    const { folder, reason } = claim.keep();
    terminal.phase('wrote the page');
    await tell(answered, relative(process.cwd(), folder) || folder, [...outputs.keys(), MANIFEST], terminal);
    if (reason === null) return Exit.done;
    terminal.fault(reason);
    return Exit.failed;
  } finally {
    claim.discard();
  }
}

/** The answer, what the model can and cannot say, the paths; or all of it as one JSON document. */
async function tell(
  { asked, answer }: AnsweredQuestion,
  folder: string,
  files: readonly string[],
  terminal: Terminal,
): Promise<void> {
  const { question, arms } = asked;
  if (terminal.json) {
    const figures = arms.flatMap(({ future, rows }) => rows.map((row) => ({ ...row, future: future?.id ?? null })));
    terminal.document({
      schemaVersion: 1,
      question: question.id,
      title: question.title,
      answer,
      notes: asked.notes,
      figures,
      folder,
      files,
    });
    return;
  }
  terminal.heading(inOneLine(question.title));
  terminal.answer(answer.opening);
  for (const sentence of answer.sentences) terminal.answer(`- ${sentence}`);
  terminal.answer(answer.evidence);
  terminal.answer(`\nWhat the model can say: ${inOneLine(answer.canSay)}`);
  terminal.answer(`What it cannot say: ${inOneLine(answer.cannotSay)}`);
  terminal.heading('\nWhat could change this');
  for (const caveat of [...asked.notes, ...answer.caveats]) terminal.answer(`- ${caveat}`);
  const told = {
    'question.html': 'the question and its answer, for any browser',
    'figures.csv': 'its figures',
    'report.html': 'the full report, with tables/ and results.json; a folder with the same for each future',
  };
  tellWritten(folder, told, terminal);
}

/** Lists the questions that ship. */
export async function listQuestions(terminal: Terminal): Promise<ExitCode> {
  const { formatProblems, loadQuestionCard, shippedQuestions } = await import('../scenarios/index.js');
  const where = { cwd: process.cwd() };
  const read = shippedQuestions(where).map((name) => loadQuestionCard(name, where));
  const problems = read.flatMap((each) => (each.ok ? [] : each.problems));
  if (problems.length > 0) {
    terminal.fault(formatProblems(problems));
    return Exit.usage;
  }
  const questions = read.flatMap((each) => (each.ok ? [each.question] : []));
  if (terminal.json) terminal.document({ schemaVersion: 1, questions });
  else
    terminal.answer(
      plainTable([['question', 'what is asked'], ...questions.map(({ id, title }) => [id, inOneLine(title)])]),
    );
  return Exit.done;
}
