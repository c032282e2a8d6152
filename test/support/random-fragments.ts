/** Parts that some random worlds have beside their own: so that what is rare by chance alone comes up often enough. */
import type { StepSpec } from './world-steps.js';
import type { ArrivalsSpec, ClockSpec } from './worlds.js';

/** Pathways, who comes to them and what moves people on; in a world with these needs. */
interface Fragment {
  readonly pathways: Readonly<Record<string, Record<string, StepSpec>>>;
  readonly arrivals: (needs: readonly string[]) => Readonly<Record<string, ArrivalsSpec>>;
  readonly clocks: (needs: readonly string[]) => Readonly<Record<string, ClockSpec>>;
}

const take = (seize: string): StepSpec => ({ seize, for: 1, keep: true, ifFull: '=lost' });

/** Two pathways that take the same services in opposite orders, and hold on to what they have. */
export const GREEDY: Fragment = {
  pathways: {
    'greedy-one': { first: take('alpha'), second: take('bravo'), out: { leave: 'done' } },
    'greedy-other': { first: take('bravo'), second: take('alpha'), out: { leave: 'done' } },
  },
  arrivals: () => ({
    'greedy-one': { every: 2, to: 'greedy-one.first' },
    'greedy-other': { every: 3, to: 'greedy-other.first' },
  }),
  clocks: () => ({}),
};

/** Nothing or an hour. */
const atOnce = { kind: 'empirical', values: [0, 1], shares: [0.5, 0.5] } as const;

/**
 * People who come and wait in whole hours, and for whom things that take no time follow each other at one instant: they
 * give up, are sent on by a clock or are looked at again, pause for no time, and seek the same service anew.
 */
export const SUDDEN: Fragment = {
  pathways: {
    sudden: {
      door: { delay: 1 },
      wait: {
        seize: 'alpha',
        for: 1,
        priority: 1,
        retriage: { after: 1, priority: 0 },
        patience: { after: 1, to: 'sudden.soon' },
        ifFull: 'sudden.soon',
        ifPreempted: 'sudden.soon',
        then: '=done',
      },
      // Opens when units of another service come on duty, and at that instant they seek the next.
      gate: { seize: 'bravo', ifFull: 'sudden.look', ifPreempted: 'sudden.look', then: 'sudden.look' },
      soon: { delay: 0, then: 'sudden.look' },
      look: {
        seize: 'alpha',
        for: atOnce,
        retriage: { after: 0, priority: 1 },
        patience: { after: atOnce, to: '=lost' },
        ifFull: '=lost',
        ifPreempted: '=lost',
        then: '=done',
      },
    },
  },
  // Those who come by the door have a need, where there is one, so that a clock sends them on.
  arrivals: ([need]) => ({
    'sudden-door': { every: 1, to: 'sudden.door', ...(need !== undefined && { need }) },
    'sudden-gate': { every: 3, to: 'sudden.gate' },
    'sudden-look': { every: 2, to: 'sudden.look' },
  }),
  clocks: ([need]): Record<string, ClockSpec> =>
    need === undefined ? {} : { sudden: { runs: 'waiting', need, rate: 0.5, expires: { go: 'sudden.soon' } } },
};
