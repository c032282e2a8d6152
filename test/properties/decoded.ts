/** Stories with names in place of indexes, so that worlds can be compared whose tables differ in length and order. */
import { type Chance, Finish, NOBODY, type World } from '../../src/sim/index.js';
import { tellByEngine } from '../support/oracle/compare.js';
import type { OutcomeRow, Story, VisitRow } from '../support/oracle/index.js';
import { buildWorld, type WorldSpec } from '../support/worlds.js';

export interface Decoded {
  /** Rows of the three logs, in order; tags are left out, since they belong to the policy world alone. */
  readonly visits: readonly string[];
  readonly outcomes: readonly string[];
  /** By service. */
  readonly levels: Readonly<Record<string, readonly string[]>>;
  readonly story: Story;
}

/** What the engine says of a world, decoded; only the words `it fails` when it does. */
export function decode(spec: WorldSpec, chance: Chance): Decoded {
  const world = buildWorld(spec);
  const told = tellByEngine(world, chance);
  if (told.fault !== null)
    return { visits: ['it fails'], outcomes: [], levels: {}, story: { visits: [], outcomes: [], levels: [] } };
  const { story } = told;
  const tables = world.epochs[0]?.tables;
  const levels: Record<string, string[]> = {};
  for (const { service, ...row } of story.levels) {
    const name = tables?.services[service]?.name ?? '';
    levels[name] = [...(levels[name] ?? []), JSON.stringify({ ...row, staffed: String(row.staffed) })];
  }
  return {
    visits: story.visits.map((row) => visitInWords(world, row)),
    outcomes: story.outcomes.map((row) => outcomeInWords(world, row)),
    levels,
    story,
  };
}

function visitInWords(world: World, row: VisitRow): string {
  const { steps = [], services = [], needs = [] } = world.epochs[0]?.tables ?? {};
  const { tag, ...rest } = row;
  return JSON.stringify({
    ...rest,
    step: steps[row.step]?.name,
    next: steps[row.next]?.name,
    service: services[row.service]?.name,
    need: needs[row.need]?.name,
    decision: row.finish === Finish.decided ? decisionInWords(world, row) : '',
    started: String(row.started),
    ended: String(row.ended),
  });
}

function decisionInWords(world: World, { step, decision }: VisitRow): string {
  const own = world.epochs[0]?.tables.steps[step];
  if (decision >= 2000) {
    const reroute = own?.reroutes[Math.floor((decision - 2000) / 100)];
    return `${reroute?.policy}/${reroute?.edit}/${reroute?.to[decision % 100]?.name}`;
  }
  if (own?.verb !== 'branch') return '';
  return decision >= 1000 ? `option ${own.options[decision - 1000]?.name}` : `case ${own.cases[decision]?.name}`;
}

function outcomeInWords(world: World, row: OutcomeRow): string {
  const { steps = [], needs = [] } = world.epochs[0]?.tables ?? {};
  return JSON.stringify({
    ...row,
    step: steps[row.step]?.name,
    need: needs[row.need]?.name,
    outcome: world.outcomes[row.outcome],
  });
}

/** The key of an episode as text. */
export function keyOfRow({ keyHigh, keyLow }: { keyHigh: number; keyLow: number }): string {
  return `${keyHigh},${keyLow}`;
}

/**
 * Keys of all episodes that passed a step in some way that the log shows, of everybody else's episodes of the same
 * persons, and of their children and children's children.
 */
export function keysTouched(story: Story, isTouched: (row: VisitRow) => boolean): Set<string> {
  const keys = new Set(story.visits.filter(isTouched).map(keyOfRow));
  const persons = new Set<number>();
  let count = -1;
  while (count !== keys.size) {
    count = keys.size;
    for (const row of story.outcomes) {
      const isOne =
        keys.has(keyOfRow(row)) || keys.has(`${row.parentHigh},${row.parentLow}`) || persons.has(row.person);
      if (!isOne) continue;
      keys.add(keyOfRow(row));
      if (row.person !== NOBODY) persons.add(row.person);
    }
  }
  return keys;
}
