/** Whose each changed episode is: touched by a rule, under an edited hazard, background work, or a bystander's. */
import { NOBODY } from '../sim/index.js';
import { type Cause, Class, Owner } from './differences.js';
import type { Fork } from './fork.js';
import type { HazardEdits } from './hazards.js';
import { KeyTable, moreFloats, NO_ENTRY } from './key-table.js';
import { BASELINE, POLICY, type Side } from './pair.js';
import type { TwinTable } from './twin-table.js';

/**
 * Remembers forks, delays and edited hazards of all episodes, and tells classes once it knows them all. Hours are kept
 * for each world, since an episode belongs to what was before it in its own.
 */
export class Classes {
  /** Episodes that a rule parted, with the hour in each world. */
  private readonly forks = new KeyTable();
  private forkHours = new Float64Array(2 * this.forks.room);
  /** For each side, the hour of each person's first fork by a rule. */
  private readonly firstForks: readonly [Map<number, number>, Map<number, number>] = [new Map(), new Map()];
  /** When each person's first episode opened that went otherwise because of others. */
  private readonly firstDelays = new Map<number, number>();
  /** When each person's first episode opened that differs by an edited hazard. */
  private readonly firstHazards = new Map<number, number>();

  constructor(
    private readonly table: TwinTable,
    private readonly hazards: HazardEdits,
  ) {}

  /** Remembers a changed episode that both worlds have. */
  note(entry: number, cause: Cause, fork: Fork | null): void {
    const person = this.table.person(entry);
    if (cause === 'rule') this.noteFork(entry, person, fork!);
    if (person === NOBODY) return;
    const opened = this.opened(entry);
    if (cause === 'hazard' || this.isEdited(entry)) least(this.firstHazards, person, opened);
    else if (cause === 'scarcity' || cause === 'later' || cause === 'earlier') least(this.firstDelays, person, opened);
  }

  /** Remembers an episode of one world only; those of both must be known. */
  noteAlone(entry: number): void {
    const person = this.table.person(entry);
    if (person === NOBODY) return;
    const isHazard = this.isEdited(entry) || this.owner(entry) === Owner.hazard;
    if (isHazard) least(this.firstHazards, person, this.opened(entry));
  }

  /** The class of an episode, but for what follows a fork of its own. */
  classOf(entry: number, isAlone: boolean): Class {
    const { table } = this;
    if (this.isTouched(entry, BASELINE) || this.isTouched(entry, POLICY)) return Class.touched;
    if (this.isDirect(entry, isAlone)) return Class.directHazard;
    return table.isBackground(entry) ? Class.background : Class.bystander;
  }

  /** To what an episode of one world only is owed. */
  owner(entry: number): Owner {
    const { table } = this;
    const side = table.isIn(BASELINE, entry) ? BASELINE : POLICY;
    const opened = table.opened(side, entry);
    const person = table.person(entry);
    if (table.hasParent(entry)) {
      if (opened >= this.forkOf(table.parentHigh(entry), table.parentLow(entry), side)) return Owner.parentFork;
      const parent = table.keys.find(table.parentHigh(entry), table.parentLow(entry), 0);
      if (parent !== NO_ENTRY && !table.isInBoth(parent)) return this.owner(parent);
      if (person === NOBODY) return Owner.delay;
    }
    if (person === NOBODY) return Owner.hazard;
    if (opened >= (this.firstForks[side].get(person) ?? Infinity)) return Owner.personFork;
    return (this.firstDelays.get(person) ?? Infinity) < opened ? Owner.delay : Owner.hazard;
  }

  private noteFork(entry: number, person: number, { hours }: Fork): void {
    const row = this.forks.add(this.table.keys.high(entry), this.table.keys.low(entry), 0);
    if (2 * row >= this.forkHours.length) this.forkHours = moreFloats(this.forkHours, 2 * this.forks.room);
    this.forkHours.set(hours, 2 * row);
    if (person === NOBODY) return;
    least(this.firstForks[BASELINE], person, hours[BASELINE]);
    least(this.firstForks[POLICY], person, hours[POLICY]);
  }

  /** Hour at which a rule parted an episode in a world; Infinity where none did. */
  private forkOf(high: number, low: number, side: Side): number {
    const row = this.forks.find(high, low, 0);
    return row === NO_ENTRY ? Infinity : this.forkHours[2 * row + side]!;
  }

  /** Whether an episode opened after a rule had parted its person's twins, or for transients its parent's. */
  private isTouched(entry: number, side: Side): boolean {
    const { table } = this;
    if (!table.isIn(side, entry)) return false;
    const opened = table.opened(side, entry);
    const person = table.person(entry);
    if (person !== NOBODY) return opened >= (this.firstForks[side].get(person) ?? Infinity);
    if (!table.hasParent(entry)) return false;
    if (opened >= this.forkOf(table.parentHigh(entry), table.parentLow(entry), side)) return true;
    const parent = table.keys.find(table.parentHigh(entry), table.parentLow(entry), 0);
    return parent !== NO_ENTRY && this.isTouched(parent, side);
  }

  private isDirect(entry: number, isAlone: boolean): boolean {
    const { table } = this;
    const person = table.person(entry);
    if (person === NOBODY) {
      if (table.hasParent(entry)) return false;
      return isAlone || table.opened(BASELINE, entry) !== table.opened(POLICY, entry);
    }
    return this.isEdited(entry) || this.opened(entry) >= (this.firstHazards.get(person) ?? Infinity);
  }

  private isEdited(entry: number): boolean {
    return this.hazards.isEdited(this.table.need(entry), this.table.cohort(entry));
  }

  private opened(entry: number): number {
    return this.table.opened(this.table.isIn(BASELINE, entry) ? BASELINE : POLICY, entry);
  }
}

function least(hours: Map<number, number>, person: number, hour: number): void {
  const before = hours.get(person);
  if (before === undefined || hour < before) hours.set(person, hour);
}
