/** What `capacity` does: the smallest number of added units that restores a measure, or meets a standard. */
import { asks, planOf } from './capacity-plan.js';
import { Exit, type ExitCode } from './exit.js';
import { interruptible } from './interrupt.js';
import { tellOptionFault } from './option-fault.js';
import type { Options } from './options.js';
import { oneAfterAnother } from './progress.js';
import { loadSearched, rootOf, type Searched } from './searched-worlds.js';
import type { Terminal } from './terminal.js';

/** Finds it and says so. */
export function findCapacity(scenario: string, options: Options, terminal: Terminal): Promise<ExitCode> {
  return interruptible(terminal, 'No answer is printed', (signal) => perform(scenario, options, signal, terminal));
}

async function perform(
  reference: string,
  options: Options,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<ExitCode> {
  const where = { cwd: process.cwd(), design: options.design };
  const restores = options.restore !== undefined;
  if (restores === (options.meetStandard === true)) {
    const message = 'It is not said what the added capacity is for.';
    const expected = '--restore with a measure, or --meet-standard';
    tellOptionFault('--restore', { message, expected, next: 'Write one of the two.' }, terminal);
    return Exit.usage;
  }
  const baseline = restores ? (options.baseline ?? (await rootOf(reference, where))) : null;
  const references = baseline === null ? [reference] : [baseline, reference];
  const searched = await loadSearched(references, options.service ?? '', where, terminal);
  if (searched === null) return Exit.usage;
  if (restores && searched.baseline === null) {
    const message = `${searched.scenario.description.id} extends nothing, so it has no baseline to return to.`;
    const next = 'Name one with --baseline, or ask --meet-standard.';
    tellOptionFault('--baseline', { message, expected: 'a scenario of the same family', next }, terminal);
    return Exit.usage;
  }
  const asked = await asks(searched, options, terminal);
  if (asked === null) return Exit.usage;
  const plan = await planOf(searched, asked, options, signal, terminal);
  if (plan === null) return Exit.usage;
  const { studyCapacity } = await import('../experiment/index.js');
  const progress = oneAfterAnother(terminal);
  const told = (added: number | null, done: number, total: number) =>
    progress.told(whichCapacity(added, searched), done, total);
  const study = await studyCapacity({ ...plan, onProgress: told }).finally(progress.stop);
  if (study === null) return Exit.interrupted;
  const { capacityInWords } = await import('../report/index.js');
  const { measures } = await import('../experiment/index.js');
  const measure = measures.find(({ id }) => id === asked.question.measure)!;
  const { area, design, worlds } = searched.loaded.plan;
  const words = capacityInWords(study, {
    ...{ area, design, measure, service: searched.service, target: asked.target, most: plan.most },
    time: searched.scenario.world,
    worlds: worlds.map(({ description }) => description),
    hours: options.addTo ?? null,
  });
  if (terminal.json) {
    const { question, first, most, limit, seed } = plan;
    const { id } = searched.scenario.description;
    const target =
      asked.target.kind === 'restore' ? { restore: searched.baseline!.description.id } : { share: asked.target.share };
    const request = { scenario: id, service: searched.service.id, question, ...target, addTo: options.addTo ?? null };
    terminal.document({ schemaVersion: 1, answer: words, request: { ...request, first, most, limit, seed }, ...study });
    return Exit.done;
  }
  const { plainTable } = await import('./plain-table.js');
  terminal.heading(words.headline);
  terminal.answer(`\n${plainTable(words.answers)}`);
  terminal.heading(`\n${words.triedTitle}`);
  terminal.answer(plainTable(words.tried));
  terminal.heading('\nHow to read this');
  for (const note of words.notes) terminal.answer(`- ${note}`);
  return Exit.done;
}

/** What is being run, for progress. */
function whichCapacity(added: number | null, { service }: Searched): string {
  if (added === null) return 'of the baseline';
  return `with ${added === 0 ? 'no' : Number.isFinite(added) ? added : 'ample'} ${service.unit} added`;
}
