/**
 * Where draws and counters live. Every drawn name of a world gets a row (its salt is looked up by row), and every name
 * that an episode counts (lengths, lines, decisions) gets a slot among that episode's counters. Steps that one episode
 * can walk between share a set of slots; others reuse the same ones, which keeps an episode's row short.
 */
import { refuseCollisions } from './draws.js';
import { successors } from './successors.js';
import type { World } from './world.js';
import { NONE } from './world.js';

/** The list of drawn names, each once; a name's row is its place in the list. */
export class Addresses {
  readonly names: string[] = [];
  private readonly rows = new Map<string, number>();

  /** The row of a name, new or known. */
  row(name: string): number {
    const known = this.rows.get(name);
    if (known !== undefined) return known;
    this.names.push(name);
    this.rows.set(name, this.names.length - 1);
    return this.names.length - 1;
  }

  /** Throws an InvariantError when two names would share their draws. */
  check(): void {
    refuseCollisions(this.names);
  }
}

/** Counter slots, by group of connected steps. */
export class Slots {
  private readonly parents: Int32Array;
  private readonly groups = new Map<number, Map<string, number>>();

  constructor(world: World) {
    this.parents = Int32Array.from({ length: stepCount(world) }, (_, step) => step);
    for (const { tables } of world.epochs) {
      tables.steps.forEach((step, index) => {
        for (const to of successors(step)) this.join(index, to);
      });
    }
    this.joinClocks(world);
  }

  /** The slot of a counted name for the episodes that can be at a step. */
  slot(step: number, name: string): number {
    const group = this.find(step);
    const slots = this.groups.get(group) ?? new Map<string, number>();
    this.groups.set(group, slots);
    const known = slots.get(name);
    if (known !== undefined) return known;
    slots.set(name, slots.size);
    return slots.size - 1;
  }

  /** Slots that an episode needs at most. */
  get width(): number {
    return Math.max(1, ...[...this.groups.values()].map((slots) => slots.size));
  }

  /** A clock may send an episode of its need anywhere: then all entries of that need are one group. */
  private joinClocks(world: World): void {
    for (const { tables } of world.epochs) {
      for (const clock of tables.clocks) {
        if (clock.expires.does !== 'go') continue;
        const target = clock.expires.step;
        for (const arrivals of tables.arrivals) if (arrivals.need === clock.need) this.join(target, arrivals.entry);
        for (const channel of tables.needs[clock.need]?.channels ?? []) this.join(target, channel.entry);
        for (const stock of world.stock) if (stock.need === clock.need) this.join(target, stock.step);
        for (const step of tables.steps) if (step.verb === 'start') this.join(target, step.entry);
        for (const other of tables.clocks) {
          if (other.expires.does === 'open' && other.expires.need === clock.need)
            this.join(target, other.expires.entry);
        }
      }
    }
  }

  private join(a: number, b: number): void {
    if (a === NONE || b === NONE) return;
    this.parents[this.find(a)] = this.find(b);
  }

  private find(step: number): number {
    let root = step;
    while (this.parents[root] !== root) root = this.parents[root];
    this.parents[step] = root;
    return root;
  }
}

function stepCount(world: World): number {
  return world.epochs[0].tables.steps.length;
}
