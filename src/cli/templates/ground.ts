import { relative, resolve } from 'node:path';
import type { LoadedScenario } from '../../scenarios/index.js';
import { ownName } from '../../sim/index.js';
import type { Ground } from './policy.js';

/** A scenario as it is named from this folder: a shipped one by name, another as `./path.yaml`; null when it is outside. */
export function namedFromHere(reference: string, isShipped: boolean): string | null {
  if (isShipped) return reference;
  const path = relative(process.cwd(), resolve(reference)).replaceAll('\\', '/');
  return path.startsWith('..') ? null : `./${path}`;
}

/** What a policy takes hold of in a scenario: the first step to which people come, if need be one where they are served. */
export function groundIn({ scenario: { world, draft } }: LoadedScenario, named: string, starts: string): Ground | null {
  const tables = world.epochs[0]!.tables;
  const entries = [
    ...tables.needs.flatMap(({ channels }) => channels.map(({ entry }) => entry)),
    ...tables.arrivals.filter(({ kind, background }) => kind !== 'people' && !background).map(({ entry }) => entry),
    ...tables.arrivals.filter(({ kind }) => kind !== 'people').map(({ entry }) => entry),
  ];
  const steps = entries.map((at) => tables.steps[at]!).filter(({ verb }) => verb !== 'leave');
  const step = steps.find(({ verb }) => verb === 'seize') ?? steps[0];
  if (step === undefined) return null;
  const services = step.verb === 'seize' ? step.services : [0];
  const service = ownName(tables.services[services[0] ?? 0]?.name ?? '');
  const outcomes = Object.entries(draft.outcomes ?? {});
  const met = outcomes.find(([, outcome]) => typeof outcome === 'string' || !outcome.unmet) ?? outcomes[0];
  if (service === '' || met === undefined) return null;
  return {
    scenario: named,
    title: draft.label ?? draft.scenario,
    who: `those who come to ${ownName(step.name)}`,
    step: ownName(step.name),
    service,
    agency: draft.services?.[service]?.agency ?? null,
    outcome: met[0],
    starts,
  };
}
