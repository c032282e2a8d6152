import type { EpochDraft } from '../draft.js';
import type { ScenarioDraft } from '../schema/scenario.js';
import { Names, type WorldNames } from './names.js';
import { ONE_COHORT } from './people.js';
import { ONE_AGENCY } from './services.js';

/** Severity of everything, in a scenario that declares none. */
const ONE_SEVERITY = 'any';

/** Every name of a world: of all its epochs, so that indexes are the same in each. */
export function collectNames(
  drafts: readonly EpochDraft[],
  root: ScenarioDraft,
  policies: readonly string[],
): WorldNames {
  const scenarios = drafts.map((draft) => draft.scenario);
  const keys = (of: (draft: ScenarioDraft) => object | undefined) =>
    new Names(scenarios.flatMap((draft) => Object.keys(of(draft) ?? {})));
  const states = Object.entries(root.people?.states ?? {});
  const agencies = keys((draft) => draft.agencies);
  return {
    agencies: agencies.list.length === 0 ? new Names([ONE_AGENCY]) : agencies,
    outcomes: keys((draft) => draft.outcomes),
    channels: new Names(scenarios.flatMap(channelsOf)),
    severities: new Names(root.severities ?? [ONE_SEVERITY]),
    cohorts: new Names(root.people?.cohorts === undefined ? [ONE_COHORT] : Object.keys(root.people.cohorts)),
    states: new Names(states.map(([name]) => name)),
    stateValues: new Map(states.map(([name, state]) => [name, new Names(state.values)])),
    services: keys((draft) => draft.services),
    needs: keys((draft) => draft.needs),
    pathways: keys((draft) => draft.pathways),
    steps: new Names(stepNames(drafts)),
    policies: new Names(policies),
  };
}

function channelsOf(draft: ScenarioDraft): string[] {
  const fromNeeds = Object.values(draft.needs ?? {}).flatMap((need) => Object.keys(need.channels));
  const others = [
    ...Object.values(draft.arrivals ?? {}).map((stream) => stream.channel),
    ...Object.values(draft.clocks ?? {}).map((clock) =>
      'channel' in clock.expires ? clock.expires.channel : undefined,
    ),
    ...Object.values(draft.stock ?? {}).map((stock) => stock.channel),
  ];
  return [...fromNeeds, ...others.filter((channel) => channel !== undefined)];
}

/** Steps in file order, each pathway's followed by the `=outcome` steps that it uses. */
function stepNames(drafts: readonly EpochDraft[]): string[] {
  const pathways = new Map<string, { steps: Set<string>; leaves: Set<string> }>();
  for (const draft of drafts) {
    for (const [name, pathway] of Object.entries(draft.scenario.pathways ?? {})) {
      const found = pathways.get(name) ?? { steps: new Set(), leaves: new Set() };
      pathways.set(name, found);
      for (const [id, step] of Object.entries(pathway.steps)) {
        found.steps.add(`${name}.${id}`);
        for (const leave of outcomesIn(step)) found.leaves.add(`${name}.${leave}`);
        for (const reroute of draft.reroutes.get(`${name}.${id}`) ?? []) {
          for (const { target } of reroute.to) if (target.startsWith('=')) found.leaves.add(`${name}.${target}`);
        }
      }
    }
  }
  return [...pathways.values()].flatMap(({ steps, leaves }) => [...steps, ...leaves]);
}

/** Every `=outcome` that a step names. */
function outcomesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('=') ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(outcomesIn);
}
