/** Parts that some random worlds have beside their own: so that what is rare by chance alone comes up often enough. */
import type { StepSpec } from './world-steps.js';
import type { ArrivalsSpec, ClockSpec } from './worlds.js';

/** Pathways and who comes to them. */
interface Fragment {
  readonly pathways: Readonly<Record<string, Record<string, StepSpec>>>;
  readonly arrivals: Readonly<Record<string, ArrivalsSpec>>;
}

const take = (seize: string): StepSpec => ({ seize, for: 1, keep: true, ifFull: '=lost' });

/** Two pathways that take the same services in opposite orders, and hold on to what they have. */
export const GREEDY: Fragment = {
  pathways: {
    'greedy-one': { first: take('alpha'), second: take('bravo'), out: { leave: 'done' } },
    'greedy-other': { first: take('bravo'), second: take('alpha'), out: { leave: 'done' } },
  },
  arrivals: {
    'greedy-one': { every: 2, to: 'greedy-one.first' },
    'greedy-other': { every: 3, to: 'greedy-other.first' },
  },
};

/** Nothing or an hour. */
const atOnce = { kind: 'empirical', values: [0, 1], shares: [0.5, 0.5] } as const;

/**
 * People who come and wait in whole hours, and for whom things that take no time follow each other at one instant: they
 * give up, are sent on by a clock or are looked at again, pause for no time, and seek the same service anew.
 */
export const SUDDEN = {
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
      soon: { delay: 0 },
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
  /** Those who come by the door have a need, where there is one, so that clocks send them on. */
  arrivals: (needs: readonly string[]): Record<string, ArrivalsSpec> => ({
    'sudden-door': { every: 1, to: 'sudden.door', ...(needs[0] !== undefined && { need: needs[0] }) },
    'sudden-look': { every: 2, to: 'sudden.look' },
  }),
} satisfies { pathways: Fragment['pathways']; arrivals: unknown };

/** The clock that sends them on while they wait. */
export function suddenClocks(needs: readonly string[]): Record<string, ClockSpec> {
  const [need] = needs;
  if (need === undefined) return {};
  return { sudden: { runs: 'waiting', need, rate: 0.5, expires: { go: 'sudden.soon' } } };
}
