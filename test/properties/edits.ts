/** Edits of small worlds that should change little or nothing. */
import type { ReroutesSpec, StepSpec, TablesSpec, WorldSpec } from '../support/worlds.js';

type Steps = TablesSpec['pathways'];

/** Applies a change to every step of a world, in all epochs. */
export function everyStep(spec: WorldSpec, change: (step: StepSpec, name: string) => StepSpec): WorldSpec {
  const changed = (pathways: Steps): Steps =>
    Object.fromEntries(
      Object.entries(pathways).map(([pathway, steps]) => [
        pathway,
        Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, change(step, `${pathway}.${name}`)])),
      ]),
    );
  return {
    ...spec,
    pathways: changed(spec.pathways),
    later: (spec.later ?? []).map((epoch) => ({
      ...epoch,
      ...(epoch.pathways && { pathways: changed(epoch.pathways) }),
    })),
  };
}

/** The options of every branch and of every reroute the other way round. */
export function optionsReversed(spec: WorldSpec): WorldSpec {
  const reversed = <Item>(options: Readonly<Record<string, Item>>): Record<string, Item> =>
    Object.fromEntries(Object.entries(options).reverse());
  return everyStep(spec, (step) => {
    const reroutes = (step.reroutes ?? []).map((one) => ({ ...one, to: reversed(one.to) }));
    if (!('branch' in step)) return { ...step, reroutes };
    return { ...step, reroutes, branch: { ...step.branch, options: reversed(step.branch.options ?? {}) } };
  });
}

/** An option that nobody takes, before all others of every branch. */
export function withIdleOption(spec: WorldSpec): WorldSpec {
  return everyStep(spec, (step) => {
    if (!('branch' in step)) return step;
    return {
      ...step,
      branch: { ...step.branch, options: { idle: { weight: 0, to: '=lost' }, ...step.branch.options } },
    };
  });
}

/** A service that nobody seeks, a pathway that nobody enters, a stream that brings nobody: all before the others. */
export function withUnusedThings(spec: WorldSpec): WorldSpec {
  return {
    ...spec,
    services: { unused: { capacity: [0, 1, 2], shiftEnd: 'stop' }, ...spec.services },
    pathways: { unused: { unused: { seize: 'unused', for: 1 } }, ...spec.pathways },
    arrivals: { unused: { poisson: { unitRate: 1, rate: 0 }, to: 'unused.unused' }, ...spec.arrivals },
    needs: { ...spec.needs, unused: { unitRate: 1, rate: 0, channels: { call: { weight: 1, to: 'unused.unused' } } } },
  };
}

/** A policy at strength 0: reroutes of nobody at every step, and a date on which nothing changes. */
export function withNullPolicy(spec: WorldSpec): WorldSpec {
  const none = (name: string): ReroutesSpec[number] => ({
    policy: 'null',
    edit: name,
    share: 0,
    to: { away: { weight: 1, to: '=lost' } },
  });
  const edited = everyStep(spec, (step, name) => ({
    ...step,
    reroutes: [...(step.reroutes ?? []), none(name)],
    tag: 1,
  }));
  return { ...edited, policies: ['null'], later: [{ from: 5.25 }, ...(edited.later ?? [])] };
}

/** Nobody has to wait: what happens to one person can happen to no other because of it. */
export function withAmpleServices(spec: WorldSpec): WorldSpec {
  const services = Object.fromEntries(Object.keys(spec.services).map((name) => [name, Number.POSITIVE_INFINITY]));
  return { ...spec, services, later: (spec.later ?? []).map(({ services: _, ...epoch }) => epoch) };
}

/** Names of the seize steps with a service time, as `pathway.step`. */
export function servingSteps(spec: WorldSpec): string[] {
  return Object.entries(spec.pathways).flatMap(([pathway, steps]) =>
    Object.entries(steps).flatMap(([name, step]) =>
      'seize' in step && step.for !== undefined ? [`${pathway}.${name}`] : [],
    ),
  );
}

/** One seize step lasts three hours longer. */
export function withLongerStay(spec: WorldSpec, name: string): WorldSpec {
  return everyStep(spec, (step, own) => (own === name ? { ...step, for: { kind: 'uniform', low: 3, high: 9 } } : step));
}

/** After one seize step comes a stop at a service of its own. */
export function withStepInserted(spec: WorldSpec, name: string): WorldSpec {
  const [pathway = ''] = name.split('.');
  const old = everyStep(spec, (step, own) => (own === name ? { ...step, then: `${pathway}.inserted` } : step));
  const then = spec.pathways[pathway]?.[name.slice(pathway.length + 1)]?.then ?? '=done';
  const inserted: StepSpec = { seize: 'inserted', for: { kind: 'exponential', mean: 1 }, then };
  return {
    ...old,
    services: { inserted: Number.POSITIVE_INFINITY, ...old.services },
    pathways: { ...old.pathways, [pathway]: { ...old.pathways[pathway], inserted } },
  };
}
