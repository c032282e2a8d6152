/**
 * The slow account of displacement: both whole logs as plain objects, and every definition of docs/displacement.md asked
 * of every visit. It was written from that page, and shares with what it judges only the logs and the forks of the
 * twins, which have tests of their own. Start here, then `classes.ts`, `visits.ts` and `hops.ts`.
 */
import { classOf, either, type Fork, inWorld, isChanged, isInBoth, ownerOf, type Twins, twinsOf } from './classes.js';
import { declinesOf } from './hops.js';
import type { Story } from './story.js';
import { type Visit, visitsOf } from './visits.js';

export type { Fork } from './classes.js';
export { type Story, storyOf } from './story.js';

/** Totals in whole counts and seconds: by comparison, then by cell as `dimension dimension …`; nothing where 0. */
export type Told = Record<string, Record<string, number>>;

/** What came of it: the account, and episodes whose order at one instant could not be tried, whose hops are missing. */
export interface Account {
  readonly told: Told;
  readonly unordered: number;
}

const LINES = ['requested', 'served', 'unmet', 'censored', 'again', 'repeated', 'holding'] as const;
const SUPPLY: Readonly<Record<string, string>> = { touched: 'freed' };

/** Accounts for a baseline and a policy world. */
export function slowAccount(stories: readonly [Story, Story], forks: ReadonlyMap<string, Fork>): Account {
  const twins = twinsOf(stories, forks);
  const told: Told = {};
  const add = (id: string, cell: string, amount: number) => {
    told[id] ??= {};
    told[id][cell] = (told[id][cell] ?? 0) + amount;
  };
  let unordered = 0;
  for (const key of twins.keys) {
    const own = either(twins, key);
    if (isInMeasured(twins, own.opened)) add('bystanders', `${groupOf(own)} all`, 1);
    if (!isChanged(twins, key)) continue;
    const base = classOf(twins, key);
    const isRule = forks.get(key)?.cause === 'rule';
    countVisits(twins, key, base, add);
    if (isInMeasured(twins, own.opened)) {
      const of = isRule ? 'touched' : base;
      if (of === 'bystander' || of === 'background') add('bystanders', `${groupOf(own)} ${wayOf(twins, key)}`, 1);
      if (!isInBoth(twins, key)) countAlone(twins, key, add);
    }
    if (isRule && !countHops(twins, key, add)) unordered += 1;
  }
  return { told: withoutZeros(told), unordered };
}

type Add = (id: string, cell: string, amount: number) => void;

const groupOf = ({ background }: { readonly background: boolean }) => (background ? 'background' : 'people');

function isInMeasured({ stories }: Twins, hour: number): boolean {
  const { warmUp, measuredEnd } = stories[1].world;
  return hour >= warmUp && hour < measuredEnd;
}

/** How a bystander's episode differs. */
function wayOf(twins: Twins, key: string): string {
  const [before, after] = [inWorld(twins, 0, key), inWorld(twins, 1, key)];
  if (before === undefined || after === undefined) return 'one-world';
  if (twins.forks.has(key)) return 'rerouted';
  if (after.closed !== before.closed) return after.closed > before.closed ? 'later' : 'earlier';
  return after.opened < before.opened ? 'earlier' : 'later';
}

function countAlone(twins: Twins, key: string, add: Add): void {
  const owner = ownerOf(twins, key);
  const isInduced = inWorld(twins, 1, key) !== undefined;
  add('induced', `${owner} ${isInduced ? 'induced' : 'prevented'}`, 1);
  add('induced', `${owner} net`, isInduced ? 1 : -1);
}

function countVisits(twins: Twins, key: string, base: string, add: Add): void {
  const fork = twins.forks.get(key);
  const group = groupOf(either(twins, key));
  const worlds = ([0, 1] as const).map((side) => {
    const own = inWorld(twins, side, key);
    return own === undefined ? new Map<string, Visit>() : visitsOf(twins.stories[side], own);
  });
  for (const name of new Set(worlds.flatMap((visits) => [...visits.keys()]))) {
    const both = worlds.map((visits) => visits.get(name));
    const isTouched =
      fork?.cause === 'rule' &&
      both.some((visit, side) => {
        const hour = fork.hours[side as 0 | 1];
        return visit !== undefined && (visit.joined >= hour || visit.released > hour);
      });
    const of = isTouched ? 'touched' : base;
    const [before, after] = both;
    const service = (before ?? after)!.service;
    const change = (value: (visit: Visit) => number) => (after ? value(after) : 0) - (before ? value(before) : 0);
    add(
      'contacts-by-class',
      `${service} ${of}`,
      change(({ contact }) => contact),
    );
    for (const who of [of, 'everybody'])
      add(
        'waiting-by-class',
        `${service} ${who}`,
        change(({ contact, wait }) => contact * wait),
      );
    const used = change((visit) => visit.used);
    add('supply-ledger', `${service} ${SUPPLY[of] ?? of}`, of === 'touched' ? -used : used);
    add('supply-ledger', `${service} spare`, -used);
    for (const line of LINES)
      for (const who of of === 'touched' ? ['touched', 'everybody'] : ['everybody'])
        add(
          'demand-ledger',
          `${service} ${who} ${line === 'again' ? 'sought-again' : line}`,
          change((visit) => visit[line]),
        );
    if (of === 'bystander' || of === 'background') countBystander(service, group, before, after, add);
  }
}

function countBystander(
  service: string,
  group: string,
  before: Visit | undefined,
  after: Visit | undefined,
  add: Add,
): void {
  const cell = (kind: string) => `${service} ${group} ${kind}`;
  if (after === undefined) add('bystander-visits', cell('dropped'), before!.contact);
  else if (before === undefined) add('bystander-visits', cell('added'), after.contact);
  else if (before.contact === 1 && after.wait !== before.wait)
    add('bystander-visits', cell(after.wait > before.wait ? 'delayed' : 'sooner'), 1);
}

/** Counts the declines after a rule's fork; false where the order of an instant could not be tried. */
function countHops(twins: Twins, key: string, add: Add): boolean {
  const { hours, turns } = twins.forks.get(key)!;
  if (!isInMeasured(twins, hours[0])) return true;
  for (const side of [0, 1] as const) {
    const story = twins.stories[side];
    const returns = [...story.episodes.values()].filter(({ parent, parallel }) => parent === key && !parallel);
    const back = Math.min(Infinity, ...returns.map(({ opened }) => opened));
    const declines = declinesOf(story, story.episodes.get(key)!, turns[side], back);
    if (declines === null) return false;
    declines.forEach(({ service, reason, to }, at) => {
      add(
        'hops',
        `${side === 0 ? 'baseline' : 'policy'} ${at < 3 ? at + 1 : '4-or-more'} ${service} ${reason} ${to}`,
        1,
      );
    });
  }
  return true;
}

function withoutZeros(told: Told): Told {
  return Object.fromEntries(
    Object.entries(told).map(([id, cells]) => [
      id,
      Object.fromEntries(Object.entries(cells).filter(([, amount]) => amount !== 0)),
    ]),
  );
}
