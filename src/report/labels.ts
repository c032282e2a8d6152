import type { Results, WorldDescription } from '../experiment/index.js';
import { UNSEEN } from './unseen.js';
import { sentence } from './words.js';

/** Names of things as a reader sees them, each on one line and free of invisible characters. */
export interface Labels {
  /** What a world is called in tables: the same name as in sentences. */
  world(id: string): string;
  /** What a world is called in sentences: its policy, where it has just one. */
  worldName(id: string): string;
  /** At most 34 characters, different for every world: for rows of charts. */
  shortWorld(id: string): string;
  service(id: string): string;
  agency(id: string): string;
  budget(id: string): string;
  need(id: string): string;
  outcome(id: string): string;
  policy(id: string): string;
  /** A place of a fork: a service, or `no further service` and the outcome. */
  place(id: string): string;
  /** Where a fork leads to: a place, reached by another route where it is the same. */
  destination(from: string, to: string): string;
}

const LONGEST_SHORT_LABEL = 34;
const LONGEST_LABEL = 200;

/** A text as it may be shown: one line, no invisible characters. */
export function plain(text: string): string {
  return text.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
}

/** A label as it may be shown: a text of at most 200 characters. */
function brief(text: string): string {
  const line = plain(text);
  const characters = [...line];
  return characters.length > LONGEST_LABEL ? `${characters.slice(0, LONGEST_LABEL - 1).join('')}…` : line;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A date in words: `2023-03-31` reads `31 March 2023`; what is no ISO date is left as it is. */
export function dateInWords(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? plain(date) : `${Number(day)} ${name} ${year}`;
}

/** An id in words, for want of a label: `crisis-team` reads `Crisis team`. */
function worded(id: string): string {
  return sentence(brief(id).replace(/-/g, ' '));
}

/** What is of one area: `clinic@north`, `visit@north.triage`. */
const OF_AREA = /^([^@]*)@([^.]*)(.*)$/;

function named(entries: readonly { readonly id: string; readonly label: string }[]): (id: string) => string {
  const names = new Map(entries.map((entry) => [entry.id, brief(entry.label) || worded(entry.id)]));
  return (id) => {
    const [, thing = '', area = '', rest = ''] = OF_AREA.exec(id) ?? [];
    return (
      names.get(id) ??
      (area === '' ? worded(id) : `${names.get(thing + rest) ?? worded(thing + rest)} (${brief(area)})`)
    );
  };
}

function shortened(label: string): string {
  const characters = [...label];
  if (characters.length <= LONGEST_SHORT_LABEL) return label;
  return `${characters
    .slice(0, LONGEST_SHORT_LABEL - 1)
    .join('')
    .trimEnd()}…`;
}

/**
 * Names in sentences: a world of one policy goes by the policy's label, where no other world does; any other world, and
 * the baseline, by its own.
 */
function namesOf(worlds: readonly WorldDescription[], baseline: WorldDescription): Map<string, string> {
  const labels = worlds.map(({ id, label }) => brief(label) || worded(id));
  const policies = worlds.map((world) =>
    world !== baseline && world.policies.length === 1 ? brief(world.policies[0]?.label ?? '') : '',
  );
  const isOwn = (name: string, i: number) =>
    name !== '' && worlds.every((_, j) => j === i || (labels[j] !== name && policies[j] !== name));
  return new Map(worlds.map(({ id }, i) => [id, isOwn(policies[i]!, i) ? policies[i]! : labels[i]!]));
}

/** Short names: `Baseline`; else the name, cut where it is long, and told apart from others by the id or a number. */
function shortsOf(names: ReadonlyMap<string, string>, baseline: string): Map<string, string> {
  const shorts = new Map<string, string>();
  const used = new Set<string>();
  for (const [id, name] of names) {
    const label = id === baseline ? 'Baseline' : shortened(name);
    const free = [label, shortened(worded(id)), shortened(`${shorts.size + 1}. ${name}`)];
    const short = free.find((candidate) => !used.has(candidate)) ?? `World ${shorts.size + 1}`;
    used.add(short);
    shorts.set(id, short);
  }
  return shorts;
}

/** The labels of a Results document, or of its worlds and dictionary alone. */
export function labelsOf(results: Pick<Results, 'dictionary' | 'worlds'>, baseline: WorldDescription): Labels {
  const { dictionary } = results;
  const worlds = [baseline, ...results.worlds.filter((world) => world !== baseline)];
  const names = namesOf(worlds, baseline);
  const shorts = shortsOf(names, baseline.id);
  const service = named(dictionary.services);
  const outcome = named(dictionary.outcomes);
  const place = (id: string): string => {
    if (id === 'censored') return 'still under way at the end of the run';
    if (id !== 'none' && !id.startsWith('none:')) return service(id);
    const after = id.slice('none:'.length);
    return after === '' ? 'no further service' : `no further service (${outcome(after)})`;
  };
  return {
    world: (id) => names.get(id) ?? worded(id),
    worldName: (id) => names.get(id) ?? worded(id),
    shortWorld: (id) => shorts.get(id) ?? worded(id),
    service,
    agency: named(dictionary.agencies),
    budget: named(dictionary.costing?.budgets ?? []),
    need: named(dictionary.needs),
    outcome,
    policy: named(results.worlds.flatMap((world) => world.policies)),
    place,
    destination: (from, to) => (from === to ? `${place(to)}, by another route` : place(to)),
  };
}
