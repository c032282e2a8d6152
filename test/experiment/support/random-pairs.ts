/** Random small worlds beside a policy world that differs in one way or in several. */
import fc from 'fast-check';
import { randomWorld } from '../../support/random-world.js';
import type { StepSpec } from '../../support/world-steps.js';
import type { WorldSpec } from '../../support/worlds.js';
import type { MemberSpec } from './members.js';

/** A change of a world. */
export type Edit = 'capacity' | 'reroute' | 'length' | 'order' | 'rate' | 'inserted-step';

/** What the baseline has, with each service under an agency and the last one a room. */
function dressed(spec: WorldSpec, name: string): MemberSpec {
  const services = Object.keys(spec.services);
  return {
    ...spec,
    name,
    agencies: Object.fromEntries(services.map((service, at) => [service, at % 2 === 0 ? 'health' : 'police'])),
    rooms: services.slice(-1),
    warmUp: 8,
    measuredEnd: spec.horizon - 4,
    unmet: ['lost'],
  };
}

type Pathways = Record<string, Record<string, StepSpec>>;

/** Applies a change to the first step of a kind that is found. */
function changeStep(
  pathways: WorldSpec['pathways'],
  is: (step: StepSpec) => boolean,
  change: (step: StepSpec, name: string) => Record<string, StepSpec>,
): Pathways {
  let isDone = false;
  return Object.fromEntries(
    Object.entries(pathways).map(([pathway, steps]) => [
      pathway,
      Object.fromEntries(
        Object.entries(steps).flatMap(([name, step]) => {
          if (isDone || !is(step)) return [[name, step]];
          isDone = true;
          return Object.entries(change(step, name));
        }),
      ),
    ]),
  );
}

/** A world with an edit made. */
export function edited(spec: MemberSpec, edit: Edit): MemberSpec {
  const services = Object.entries(spec.services);
  const [first = '', own = 1] = services[0] ?? [];
  const pathways = spec.pathways;
  switch (edit) {
    case 'capacity': {
      const service = typeof own === 'number' ? { capacity: own } : own;
      const { capacity } = service;
      const more = typeof capacity === 'number' ? capacity + 1 : capacity.map((units) => units + 1);
      return { ...spec, services: { ...spec.services, [first]: { ...service, capacity: more } }, later: [] };
    }
    case 'reroute':
      return {
        ...spec,
        later: [],
        pathways: changeStep(
          pathways,
          (step) => 'branch' in step,
          (step, name) => ({
            [name]: {
              ...step,
              tag: 2,
              reroutes: [{ policy: 'decline', edit: 'new', share: 0.5, to: { out: { weight: 1, to: '=lost' } } }],
            },
          }),
        ),
      };
    case 'length':
      return {
        ...spec,
        later: [],
        pathways: changeStep(
          pathways,
          (step) => 'seize' in step && typeof step.for === 'number',
          (step, name) => ({ [name]: { ...step, for: 2.5, tag: 1 } as StepSpec }),
        ),
      };
    case 'inserted-step':
      return {
        ...spec,
        later: [],
        pathways: changeStep(
          pathways,
          (step) => 'seize' in step && step.then !== undefined,
          (step, name) => ({
            [name]: { ...step, then: 'added', tag: 1 },
            added: {
              seize: first,
              for: 1,
              ifFull: '=lost',
              tag: 1,
              ...(step.then !== undefined && { then: step.then }),
            },
          }),
        ),
      };
    case 'rate':
      return {
        ...spec,
        later: [],
        needs: Object.fromEntries(
          Object.entries(spec.needs ?? {}).map(([id, need]) => [id, { ...need, rate: need.rate / 2 }]),
        ),
      };
    case 'order':
      return { ...spec, services: { unused: 2, ...Object.fromEntries([...services].reverse()) } };
  }
}

/** A baseline, the edits, and the policy world. */
export const randomPair = fc
  .record({
    spec: randomWorld,
    edits: fc.subarray<Edit>(['capacity', 'reroute', 'length', 'order', 'rate', 'inserted-step'], {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map(({ spec, edits }) => {
    const baseline = dressed({ ...spec, gridlock: 'decline', later: [] }, 'baseline');
    return { baseline, edits, policy: { ...edits.reduce(edited, baseline), name: 'policy' } };
  });

/** Worlds of passers-by without any scarcity (or contacts beside theirs): nothing but the edited rules can part twins. */
export const randomAmplePair = fc
  .record({
    spec: randomWorld.filter(({ pathways }) => !JSON.stringify(pathways).includes('"start":')),
    edits: fc.subarray<Edit>(['reroute', 'inserted-step', 'order'], { minLength: 1 }),
  })
  .map(({ spec, edits }) => {
    const services = Object.fromEntries(Object.keys(spec.services).map((id) => [id, Number.POSITIVE_INFINITY]));
    const own = { ...spec, services, population: 0, needs: {}, clocks: {}, stock: {}, later: [] };
    const arrivals = Object.fromEntries(
      Object.entries(spec.arrivals ?? {}).map(([id, { need: _, ...stream }]) => [id, stream]),
    );
    // No whole hour, so that nothing happens at the very end, which the window leaves out.
    const horizon = spec.horizon + 0.4371;
    const baseline = { ...dressed({ ...own, arrivals, horizon }, 'baseline'), warmUp: 0, measuredEnd: horizon };
    return { baseline, policy: { ...edits.reduce(edited, baseline), name: 'policy' } };
  });

/** A baseline alone. */
export const randomBaseline = randomWorld.map((spec) => dressed({ ...spec, gridlock: 'decline' }, 'baseline'));
