/** What `capacity` searches for: the smallest number of added units that restores a measure, or meets a standard. */
import type { LoadOptions } from '../scenarios/index.js';
import { asks, hoursAdded, planOf, unitsOfVisits } from './capacity-plan.js';
import { unitWord } from './describe/quantities.js';
import { tellOptionFault } from './option-fault.js';
import type { Options } from './options.js';
import type { Search } from './search.js';
import { loadSearched, rootOf, type Searched } from './searched-worlds.js';
import type { Terminal } from './terminal.js';

/** Makes the search ready; null when something was wrong, and was told. */
export async function prepareCapacity(
  reference: string,
  options: Options,
  where: LoadOptions,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<Search | null> {
  const restores = options.restore !== undefined;
  if (restores === (options.meetStandard === true)) {
    const message = 'It is not said what the added capacity is for.';
    const expected = '--restore with a measure, or --meet-standard';
    tellOptionFault('--restore', { message, expected, next: 'Write one of the two.' }, terminal);
    return null;
  }
  const baseline = restores ? (options.baseline ?? (await rootOf(reference, where))) : null;
  const references = baseline === null ? [reference] : [baseline, reference];
  const searched = await loadSearched(references, options.service, where, terminal);
  if (searched === null) return null;
  if (restores && searched.baseline === null) {
    const message = `${searched.scenario.description.id} extends nothing, so it has no baseline to return to.`;
    const next = 'Name one with --baseline, or ask --meet-standard.';
    tellOptionFault('--baseline', { message, expected: 'a scenario of the same family', next }, terminal);
    return null;
  }
  const asked = await asks(searched, options, terminal);
  if (asked === null) return null;
  const plan = await planOf(searched, asked, options, signal, terminal);
  if (plan === null) return null;
  const tried = new Map<number, string>();
  return {
    loaded: searched.loaded,
    soFar: () => [...tried].sort(([one], [other]) => one - other).map(([, line]) => line),
    first: plan.first,
    most: plan.most,
    workers: plan.workers,
    carryOut: async (told) => {
      const { measures, studyCapacity } = await import('../experiment/index.js');
      const { capacityAnswer } = await import('../report/index.js');
      const onProgress = (added: number | null, done: number, total: number) =>
        told(whichCapacity(added, searched), done, total);
      const onTried = (added: number, met: number, of: number) => {
        const line = `${whichCapacity(added, searched)}: target met in ${met} of ${of} ${of === 1 ? 'run' : 'runs'}`;
        tried.set(added, line);
        terminal.phase(line);
      };
      const study = await studyCapacity({ ...plan, onProgress, onTried });
      if (study === null) return null;
      const { question, target, first, most, limit, seed } = plan;
      const { area, design, worlds } = searched.loaded.plan;
      const answer = capacityAnswer(study, {
        ...{ area, design, service: searched.service, target, most },
        measure: measures.find(({ id }) => id === question.measure)!,
        time: searched.scenario.world,
        worlds: worlds.map(({ description }) => description),
        hours: options.addTo ?? null,
        unitsOfVisits: await unitsOfVisits(searched),
        hoursAdded: await hoursAdded(searched, options.addTo),
        agencies: searched.scenario.dictionary.agencies,
        baseYear: searched.scenario.dictionary.costing?.baseYear ?? null,
      });
      const { id } = searched.scenario.description;
      const goal = target.kind === 'restore' ? { restore: searched.baseline!.description.id } : { share: target.share };
      const request = { scenario: id, service: searched.service.id, question, ...goal, addTo: options.addTo ?? null };
      const document = { schemaVersion: 1, answer: answer.words, request: { ...request, first, most, limit, seed } };
      const replications = Math.max(...study.tried.map(({ runs }) => runs));
      return { answer, document: { ...document, ...study }, replications };
    },
  };
}

/** What is being run, for progress. */
function whichCapacity(added: number | null, { service }: Searched): string {
  if (added === null) return 'of the baseline';
  if (added === 0) return `with no ${service.unit} added`;
  return Number.isFinite(added) ? `with ${added} ${unitWord(added, service)} added` : `with ample ${service.unit}`;
}
