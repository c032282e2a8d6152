/** Whose each visit is, from the definitions alone: all episodes of both worlds are at hand, and each is asked in turn. */
import type { World } from '../../../src/sim/index.js';
import type { Episode, Story } from './story.js';

/** The fork of an episode that both worlds have: its cause, and for each world the hour and the turns before it. */
export interface Fork {
  readonly cause: string;
  readonly hours: readonly [number, number];
  readonly turns: readonly [number, number];
}

/** What is known of both worlds. */
export interface Twins {
  readonly stories: readonly [Story, Story];
  /** Forks by episode, for those whose routes part. */
  readonly forks: ReadonlyMap<string, Fork>;
  /** Keys of all episodes of either world, and by person. */
  readonly keys: readonly string[];
  readonly byPerson: ReadonlyMap<number, readonly string[]>;
  /** Whether an episode differs, once it was asked. */
  readonly changed: Map<string, boolean>;
}

/** Two worlds with the forks of their twins. */
export function twinsOf(stories: readonly [Story, Story], forks: ReadonlyMap<string, Fork>): Twins {
  const keys = [...new Set(stories.flatMap(({ episodes }) => [...episodes.keys()]))];
  const byPerson = new Map<number, string[]>();
  for (const key of keys) {
    const person = stories.map(({ episodes }) => episodes.get(key)).find((one) => one !== undefined)?.person ?? null;
    if (person !== null) byPerson.set(person, [...(byPerson.get(person) ?? []), key]);
  }
  return { stories, forks, keys, byPerson, changed: new Map() };
}

const SIDES = [0, 1] as const;

/** An episode in a world, if that has it. */
export function inWorld({ stories }: Twins, side: 0 | 1, key: string): Episode | undefined {
  return stories[side].episodes.get(key);
}

/** The class of an episode, but for what follows a rule's fork of its own. */
export function classOf(twins: Twins, key: string): string {
  if (SIDES.some((side) => isAfterRule(twins, side, key))) return 'touched';
  if (isUnderEditedHazard(twins, key)) return 'direct-hazard';
  return either(twins, key).background ? 'background' : 'bystander';
}

/** An episode as the baseline has it, or the policy world if only that does. */
export function either(twins: Twins, key: string): Episode {
  return (inWorld(twins, 0, key) ?? inWorld(twins, 1, key))!;
}

/** Whether a rule parted the person's twins, or a passer-by's parent's, before the episode opened in a world. */
function isAfterRule(twins: Twins, side: 0 | 1, key: string): boolean {
  const own = inWorld(twins, side, key);
  if (own === undefined) return false;
  const forked = (of: string) => {
    const fork = twins.forks.get(of);
    return fork?.cause === 'rule' && own.opened >= fork.hours[side];
  };
  if (own.person !== null) return twins.byPerson.get(own.person)!.some(forked);
  if (own.parent === null) return false;
  return forked(own.parent) || (inWorld(twins, side, own.parent) !== undefined && isAfterRule(twins, side, own.parent));
}

/** Whether the policy edits the hazard or a clock of what an episode is for, or did of one that differed before. */
function isUnderEditedHazard(twins: Twins, key: string): boolean {
  const own = either(twins, key);
  if (own.person === null) {
    const [before, after] = SIDES.map((side) => inWorld(twins, side, key)?.opened);
    return own.parent === null && before !== after;
  }
  return isEdited(twins, own) || differedBefore(twins, own, (of) => isOfHazard(twins, of));
}

/** Whether an episode of the person that differs, and opened by then, is of a kind. */
function differedBefore(twins: Twins, { person, opened }: Episode, is: (key: string) => boolean): boolean {
  const others = person === null ? [] : twins.byPerson.get(person)!;
  return others.some((other) => either(twins, other).opened <= opened && isChanged(twins, other) && is(other));
}

/** Whether an edited hazard is why an episode differs. */
function isOfHazard(twins: Twins, key: string): boolean {
  if (isEdited(twins, either(twins, key))) return true;
  return isInBoth(twins, key) ? twins.forks.get(key)?.cause === 'hazard' : ownerOf(twins, key) === 'hazard-edit';
}

/** Whether both worlds have an episode. */
export function isInBoth(twins: Twins, key: string): boolean {
  return SIDES.every((side) => inWorld(twins, side, key) !== undefined);
}

/** Whether anything about an episode differs. */
export function isChanged(twins: Twins, key: string): boolean {
  const known = twins.changed.get(key) ?? differs(twins, key);
  twins.changed.set(key, known);
  return known;
}

function differs(twins: Twins, key: string): boolean {
  const [before, after] = SIDES.map((side) => inWorld(twins, side, key));
  if (before === undefined || after === undefined || twins.forks.has(key)) return true;
  return told(twins.stories[0], before) !== told(twins.stories[1], after);
}

/** Everything that was logged of an episode, as a text in which neither the order of names nor that of the log matters. */
function told({ world }: Story, { opened, closed, outcome, rows }: Episode): string {
  const { steps } = world.epochs[0]!.tables;
  const decided = (step: string, code: number) => {
    const rule = steps.find(({ name }) => name === step)!;
    if (code < 0) return '';
    if (code >= 2000) {
      const { policy, edit, to } = rule.reroutes[Math.floor((code - 2000) / 100)]!;
      return `${policy} ${edit} ${to[code % 100]!.name}`;
    }
    if (rule.verb !== 'branch') return '?';
    return code >= 1000 ? `option ${rule.options[code - 1000]!.name}` : `case ${rule.cases[code]!.name}`;
  };
  const lines = rows.map(({ at, decision, background, ...row }) =>
    JSON.stringify([row, decided(row.step, decision), String(row.started), String(row.ended)]),
  );
  return JSON.stringify([opened, closed, outcome, lines]);
}

/** To what an episode of one world only is owed. */
export function ownerOf(twins: Twins, key: string): string {
  const side = inWorld(twins, 0, key) === undefined ? 1 : 0;
  const own = inWorld(twins, side, key)!;
  if (own.parent !== null) {
    const fork = twins.forks.get(own.parent);
    if (fork?.cause === 'rule' && own.opened >= fork.hours[side]) return 'parent-fork';
    if (inWorld(twins, side, own.parent) !== undefined && !isInBoth(twins, own.parent))
      return ownerOf(twins, own.parent);
    if (own.person === null) return 'bystander-delay';
  }
  if (own.person === null) return 'hazard-edit';
  const others = twins.byPerson.get(own.person)!;
  const isForked = (other: string) => {
    const fork = twins.forks.get(other);
    return fork?.cause === 'rule' && fork.hours[side] <= own.opened;
  };
  if (others.some(isForked)) return 'person-fork';
  const isDelayed = (other: string) => {
    const { opened } = either(twins, other);
    const cause = twins.forks.get(other)?.cause ?? 'times';
    const isOther = cause === 'scarcity' || cause === 'times';
    return (
      isInBoth(twins, other) &&
      isChanged(twins, other) &&
      isOther &&
      !isEdited(twins, either(twins, other)) &&
      opened < own.opened
    );
  };
  return others.some(isDelayed) ? 'bystander-delay' : 'hazard-edit';
}

/** Whether the onset of an episode's need, or a clock that its need or any may end by or come from, is edited. */
function isEdited({ stories }: Twins, { need, cohort }: Episode): boolean {
  if (need === null) return false;
  const [one, other] = [stories[0].world, stories[1].world];
  return hazardsOf(one, other, need, cohort) !== hazardsOf(other, one, need, cohort);
}

/** All hazards that concern a need and a cohort, as a text; ways of leaving that only one of two worlds has are left out. */
function hazardsOf({ epochs, states, outcomes }: World, beside: World, name: string, cohort: number): string {
  const { needs, clocks } = epochs[0]!.tables;
  const place = needs.findIndex((need) => need.name === name);
  const need = needs[place];
  const state = (byState: (typeof clocks)[number]['byState']) =>
    byState.map(({ variable, value, times }) => [states[variable]?.name, states[variable]?.values[value], times]);
  const onset = need === undefined ? null : [need.rate * (need.byCohort[cohort] ?? 1), need.hours, state(need.byState)];
  const own = clocks.filter(
    (clock) =>
      clock.runs === 'life' ||
      clock.need < 0 ||
      clock.need === place ||
      (clock.expires.does === 'open' && clock.expires.need === place),
  );
  return JSON.stringify([
    onset,
    own.map(({ name: clock, rate, bySeverity, byState, byFrailty, from, until, outcomes: after }) => [
      ...[clock, rate, bySeverity, byFrailty, from, String(until)],
      outcomes.filter((outcome, at) => after.includes(at) && beside.outcomes.includes(outcome)).sort(),
      state(byState),
    ]),
  ]);
}
