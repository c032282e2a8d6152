/** Finds people for whom a policy changes something, so that one of them can be followed. */
import { seedWords } from '../sim/index.js';
import { settingOf } from './folding.js';
import { type Parting, Partings } from './partings.js';
import { runTogether } from './together.js';
import type { LogPlan } from './visit-log.js';

/**
 * Kinds of changed people. `touched`: an edited rule sent them elsewhere, or something of theirs changed after that;
 * `bystanders`: all others who went another way, or have an episode in one world only, though no hazard of theirs is
 * edited; `delayed`: all others whose way is the same, and later.
 */
export const CHANGED = ['touched', 'bystanders', 'delayed'] as const;
/** One of the kinds. */
export type Changed = (typeof CHANGED)[number];

/** Somebody for whom a policy changes something: the first episode that says so. */
export interface ChangedPerson {
  /** Number in the area, or for a passer-by the id of the episode: what `trace --person` takes. */
  readonly person: string;
  readonly parting: Parting;
}

/** How many people of each kind there are, and the first of them by number, passers-by last. */
export type ChangedPeople = Readonly<
  Record<Changed, { readonly count: number; readonly first: readonly ChangedPerson[] }>
>;

/**
 * People whose changed episode opened in the measured period of one replication of a baseline and a policy world, each
 * counted once, under the first kind that holds.
 * @param most How many of each kind to name.
 */
export function findChanged({ worlds, seed, replication }: LogPlan, most: number): ChangedPeople {
  const { views, pairs } = settingOf(worlds);
  const pair = pairs[0]!;
  const partings: Parting[] = [];
  const finder = new Partings(pair, (parting) => {
    if (!parting.isBackground) partings.push(parting);
  });
  const all = views.map(({ world }) => world);
  runTogether(all, { seed: seedWords(seed), replication }, finder.readers);
  finder.finish();
  const { window } = views[1]!;
  const isMeasured = ({ opened }: Parting) => opened >= window.from && opened < window.to;
  const firsts = new Map<string, { readonly kind: Changed; readonly parting: Parting }>();
  for (const parting of partings.filter(isMeasured)) {
    const kind = kindOf(parting);
    if (kind === null) continue;
    const person = parting.person === null ? parting.episode : String(parting.person);
    const known = firsts.get(person);
    if (known === undefined || isBefore(kind, parting, known)) firsts.set(person, { kind, parting });
  }
  const people = [...firsts].sort(([one], [other]) => inOrder(one, other));
  const named = (kind: Changed) => {
    const own = people.filter(([, found]) => found.kind === kind);
    return { count: own.length, first: own.slice(0, most).map(([person, { parting }]) => ({ person, parting })) };
  };
  return { touched: named('touched'), bystanders: named('bystanders'), delayed: named('delayed') };
}

/** The kind of an episode; null where only times differ, and not for the worse, or where an edited hazard is the reason. */
function kindOf({ whose, change, laterBy }: Parting): Changed | null {
  if (whose === 'touched') return 'touched';
  if (whose !== 'bystander' || change === 'earlier') return null;
  if (change !== 'later') return 'bystanders';
  return laterBy !== null && laterBy > 0 ? 'delayed' : null;
}

function isBefore(
  kind: Changed,
  parting: Parting,
  known: { readonly kind: Changed; readonly parting: Parting },
): boolean {
  const place = CHANGED.indexOf(kind) - CHANGED.indexOf(known.kind);
  return place < 0 || (place === 0 && parting.opened < known.parting.opened);
}

/** Numbers first, in their order; then ids. */
function inOrder(one: string, other: string): number {
  const [a, b] = [Number(one), Number(other)];
  if (Number.isNaN(a) !== Number.isNaN(b)) return Number.isNaN(a) ? 1 : -1;
  return Number.isNaN(a) ? (one < other ? -1 : 1) : a - b;
}
