/** What `describe` does: scenarios read and told, without running them. */
import type { CheckedScenario, ScenarioDescription } from '../scenarios/index.js';
import { Exit, type ExitCode } from './exit.js';
import { inLines } from './one-line.js';
import type { Options } from './options.js';
import type { Terminal } from './terminal.js';

interface Read {
  readonly scenario: CheckedScenario;
  readonly told: ScenarioDescription;
}

/** Reads every scenario that is named; null when one has a problem, and all problems have then been told. */
async function read(words: readonly string[], options: Options, terminal: Terminal): Promise<readonly Read[] | null> {
  const { describeWorld, formatProblems, loadScenario } = await import('../scenarios/index.js');
  const loaded = words.map((word) => loadScenario(word, { cwd: process.cwd(), design: options.design }));
  const problems = loaded.flatMap((each) => (each.ok ? [] : each.problems));
  if (problems.length > 0) {
    terminal.fault(formatProblems(problems));
    return null;
  }
  const warnings = loaded.flatMap((each) => (each.ok ? each.warnings : []));
  if (warnings.length > 0) terminal.note(`Worth a look:\n${formatProblems(warnings)}\n`);
  return loaded.flatMap((each) => (each.ok ? [{ scenario: each.scenario, told: describeWorld(each.scenario) }] : []));
}

/** Tells one scenario, draws its pathways, or tells how two differ. */
export async function tellOf(words: readonly string[], options: Options, terminal: Terminal): Promise<ExitCode> {
  const found = await read(words, options, terminal);
  const [first, second] = found ?? [];
  if (first === undefined) return Exit.usage;
  const { description, differenceInWords, pathwaysAsMermaid } = await import('./describe/index.js');
  const { ownNames } = await import('../scenarios/index.js');
  const member = ({ scenario: { world }, told }: Read) => ({
    ...inLines(told),
    world,
    dictionary: inLines(ownNames(world, told.dictionary)),
  });
  if (second !== undefined) {
    const { differenceOf } = await import('../scenarios/index.js');
    const difference = differenceOf(first.scenario, second.scenario);
    const [a, b] = [member(first), member(second)];
    if (terminal.json) terminal.document({ schemaVersion: 1, a: a.description.id, b: b.description.id, ...difference });
    else terminal.answer(differenceInWords(a, b, inLines(difference)));
    return Exit.done;
  }
  const { told, scenario } = first;
  const drawn = options.mermaid
    ? pathwaysAsMermaid(scenario.world, ownNames(scenario.world, told.dictionary), told.title)
    : null;
  if (terminal.json)
    terminal.document({ schemaVersion: 1, ...told.description, levers: told.levers, ...(drawn && { mermaid: drawn }) });
  else terminal.answer(drawn ?? description(member(first), inLines(told.area), inLines(told.levers)));
  return Exit.done;
}

/** Tells one policy as its own file has it. */
export async function tellPolicy(reference: string, terminal: Terminal): Promise<ExitCode> {
  const { formatProblems, readPolicyCard } = await import('../scenarios/index.js');
  const read = readPolicyCard(reference, { cwd: process.cwd() });
  if (!read.ok) {
    terminal.fault(formatProblems(read.problems));
    return Exit.usage;
  }
  if (terminal.json) terminal.document({ schemaVersion: 1, ...read.card });
  else {
    const { policyInWords } = await import('./describe/index.js');
    terminal.answer(policyInWords(inLines(read.card)));
  }
  return Exit.done;
}

/** Tells what a question asks, what it compares and which figures answer it, without running it. */
export async function tellQuestion(reference: string, terminal: Terminal): Promise<ExitCode> {
  const { formatProblems, loadQuestionCard } = await import('../scenarios/index.js');
  const read = loadQuestionCard(reference, { cwd: process.cwd() });
  if (!read.ok) {
    terminal.fault(formatProblems(read.problems));
    return Exit.usage;
  }
  if (terminal.json) terminal.document({ schemaVersion: 1, ...read.question });
  else {
    const { questionInWords } = await import('./describe/index.js');
    terminal.answer(questionInWords(inLines(read.question), reference));
  }
  return Exit.done;
}
