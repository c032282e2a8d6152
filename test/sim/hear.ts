/** What hand-worked tests hear: both engines tell the same small world, and the story comes back in words. */
import type { Chance } from '../../src/sim/index.js';
import { SOME_CHANCE, tellBoth } from '../support/oracle/compare.js';
import type { Story } from '../support/oracle/index.js';
import { tellOutcomes, tellVisits } from '../support/oracle/tell.js';
import { type ArrivalsSpec, buildWorld, type StepSpec, type WorldSpec } from '../support/worlds.js';

export interface Heard {
  /** `who step service joined started ended released finish -> next`, see `tellVisits`. */
  readonly visits: string[];
  /** `who opened closed outcome`. */
  readonly outcomes: string[];
  readonly story: Story;
}

/** Runs a world in both engines, expects them to agree, and tells it in words. */
export function hear(spec: WorldSpec, chance: Chance = SOME_CHANCE): Heard {
  const world = buildWorld(spec);
  const story = tellBoth(world, chance);
  return { visits: tellVisits(world, story), outcomes: tellOutcomes(world, story), story };
}

interface Visitors {
  readonly arrivals: Record<string, ArrivalsSpec>;
  /** The pathway that they come by: a delay until their hour. */
  readonly door: Record<string, StepSpec>;
}

/**
 * People by name who come to a step at their hours. They are inside from hour 0, behind a door: an arrival would come at
 * the same hours, but each stream can bring only one at an hour of its own.
 */
export function visitors(
  hours: Readonly<Record<string, number>>,
  to: string | Readonly<Record<string, string>>,
): Visitors {
  const names = Object.keys(hours);
  const target = (name: string): string => (typeof to === 'string' ? to : (to[name] ?? ''));
  return {
    arrivals: Object.fromEntries(names.map((name) => [name, { people: 1, to: `door.${name}` }])),
    door: Object.fromEntries(names.map((name) => [name, { delay: hours[name] ?? 0, then: target(name) }])),
  };
}
