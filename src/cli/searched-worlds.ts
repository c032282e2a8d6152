/** What the searches of `capacity` and `tipping` share: the scenario, its service, and a question of it. */
import { join, relative } from 'node:path';
import type { MeasureAt, Member } from '../experiment/index.js';
import type { LoadOptions } from '../scenarios/index.js';
import { type LoadedWorlds, loadWorlds } from './load-worlds.js';
import { tellOptionFault } from './option-fault.js';
import type { Options } from './options.js';
import type { Terminal } from './terminal.js';

/** A service as worlds name it. */
export type ServiceRow = Member['dictionary']['services'][number];

/** The scenario at the root of what another one extends, by a reference from here; null when it is that root itself. */
export async function rootOf(reference: string, options: LoadOptions): Promise<string | null> {
  const { loadScenario } = await import('../scenarios/index.js');
  const loaded = loadScenario(reference, options);
  if (!loaded.ok || loaded.scenario.root === loaded.entry) return null;
  const { root } = loaded.scenario;
  if (root.startsWith('shipped/')) return root.slice('shipped/'.length).replace(/\.yaml$/, '');
  return `./${relative(options.cwd, join(loaded.project, root.slice('project/'.length)))}`;
}

/** A scenario to be searched, with the world that it is compared with, if any. */
export interface Searched {
  readonly scenario: Member;
  readonly baseline: Member | null;
  readonly service: ServiceRow;
  readonly loaded: LoadedWorlds;
}

/** Loads worlds, the last of which is searched, and finds the service; null when something was wrong, and was told. */
export async function loadSearched(
  references: readonly string[],
  service: string | undefined,
  options: LoadOptions,
  terminal: Terminal,
): Promise<Searched | null> {
  const loaded = await loadWorlds(references, options, terminal);
  if (loaded === null) return null;
  const { worlds } = loaded.plan;
  const scenario = worlds.at(-1)!;
  const known = scenario.dictionary.services;
  const row = known.find(({ id }) => id === service);
  if (row === undefined) {
    const { listNames, unknownName } = await import('../scenarios/index.js');
    const names = known.map(({ id }) => id);
    const next = `Look at \`spillover describe ${scenario.description.id}\`.`;
    const unsaid = {
      message: 'It is not said which service is meant.',
      expected: `one of ${listNames(names, names.length)}`,
      next: 'Write --service and one of these.',
    };
    tellOptionFault(
      '--service',
      service === undefined ? unsaid : unknownName('service', service, names, next),
      terminal,
    );
    return null;
  }
  return { scenario, baseline: worlds.length > 1 ? worlds[0]! : null, service: row, loaded };
}

/** The question whether the service is within its standard; null, told, when it has none. */
export async function standardQuestion({ scenario, service }: Searched, terminal: Terminal): Promise<MeasureAt | null> {
  if (service.standard !== null) return { measure: 'within-standard', where: { service: service.id } };
  const { listNames } = await import('../scenarios/index.js');
  const judged = scenario.dictionary.services.filter(({ standard }) => standard !== null).map(({ id }) => id);
  tellOptionFault(
    '--service',
    {
      message: `The service \`${service.id}\` has no waiting-time standard.`,
      found: service.id,
      expected:
        judged.length === 0
          ? 'a service with `standard:`, but none has one'
          : `one of ${listNames(judged, judged.length)}`,
      next: 'Choose one of these, or write `standard: {within: …, share: …, source: …}` under the service.',
    },
    terminal,
  );
  return null;
}

/** Threads that run so many replications of worlds side by side; null, told, where not even that many fit into memory. */
export async function workersFor(
  members: readonly Member[],
  replications: number,
  options: Options,
  terminal: Terminal,
): Promise<number | null> {
  const { defaultWorkers, roomFor } = await import('../experiment/index.js');
  const workers = Math.min(options.workers ?? defaultWorkers(), replications);
  const problem = roomFor(members, replications, workers);
  if (problem === null) return workers;
  const { formatProblems } = await import('../scenarios/index.js');
  terminal.fault(formatProblems([problem]));
  return null;
}
