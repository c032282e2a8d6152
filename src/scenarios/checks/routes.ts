import type { World } from '../../sim/index.js';
import type { Compiling } from '../compile/context.js';
import type { ScenarioDraft } from '../schema/scenario.js';
import { entriesOf, graphOf, reachedFrom, type Way } from './graph.js';
import { pathOf } from './paths.js';

/** Steps that nobody comes to, pathways that nobody can leave, and rounds that take no time. */
export function checkRoutes(world: World, base: World | null, draft: ScenarioDraft, compiling: Compiling): void {
  const names = compiling.names.steps.list;
  const graph = graphOf(world);
  const reached = reachedFrom(entriesOf(world), graph);
  const reachedInBase = base === null ? new Set<string>() : reachedNames(base);
  const unreached = names.filter(
    (name, index) => !reached.has(index) && !reachedInBase.has(name) && !name.includes('.='),
  );
  for (const { name, entry } of world.pathways) {
    const own = names.filter((step) => step.startsWith(`${name}.`) && !step.includes('.='));
    if (own.length > 0 && own.every((step) => unreached.includes(step))) tellPathwayUnreached(name, compiling);
    else
      for (const step of own.filter((each) => unreached.includes(each)))
        tellUnreached(step, names[entry] ?? '', compiling);
  }
  checkEnds(world, graph, reached, draft, compiling);
  checkBlindRounds(withStarts(graph, world), reached, names, compiling);
}

function reachedNames(world: World): Set<string> {
  const steps = world.epochs[0]?.tables.steps ?? [];
  return new Set([...reachedFrom(entriesOf(world), graphOf(world))].map((index) => steps[index]?.name ?? ''));
}

function tellPathwayUnreached(name: string, compiling: Compiling): void {
  compiling.list.atKey(compiling.tree, ['pathways', name], {
    message: `Nobody ever comes to the pathway \`${name}\`.`,
    expected: 'a need, arrivals, a clock or a step of another pathway that leads to it',
    next: 'Lead somebody to it, or take it out.',
    isUnreached: true,
  });
}

function tellUnreached(step: string, entry: string, compiling: Compiling): void {
  compiling.list.atKey(compiling.tree, pathOf(step), {
    message: `The step \`${step}\` is never reached.`,
    expected: `a way that leads to it from \`${entry}\`, where the pathway begins, or from elsewhere`,
    next: 'Name it in a `to` or a `then`, or take it out.',
    isUnreached: true,
  });
}

/** From every step that is reached there has to be a way out, except where a network is closed on purpose. */
function checkEnds(
  world: World,
  graph: readonly (readonly Way[])[],
  reached: ReadonlySet<number>,
  draft: ScenarioDraft,
  compiling: Compiling,
): void {
  const names = compiling.names.steps.list;
  const steps = world.epochs.flatMap(({ tables }) => tables.steps);
  const ends = new Set(steps.filter((step) => step.verb === 'leave').map((step) => names.indexOf(step.name)));
  const backwards: Way[][] = names.map(() => []);
  graph.forEach((ways, from) => {
    for (const way of ways) backwards[way.to]?.push({ ...way, to: from });
  });
  const ending = reachedFrom([...ends], backwards);
  for (const { name } of world.pathways) {
    if (draft.pathways?.[name]?.closed) continue;
    const stuck = names.find((step, index) => step.startsWith(`${name}.`) && reached.has(index) && !ending.has(index));
    if (stuck === undefined) continue;
    compiling.list.atKey(compiling.tree, pathOf(stuck), {
      message: `The pathway \`${name}\` cannot end: from \`${stuck}\` no way leads to an outcome.`,
      expected: 'a way to a step that leaves, or `closed: true` on the pathway of a closed network',
      next: 'Write `then: =outcome` where people leave.',
    });
  }
}

/** The ways of steps, and those of the contacts that they start at once. */
function withStarts(graph: readonly (readonly Way[])[], world: World): Way[][] {
  return graph.map((ways, index) => [
    ...ways,
    ...world.epochs.flatMap(({ tables }): Way[] => {
      const step = tables.steps[index];
      return step?.verb === 'start' ? [{ to: step.entry, blind: true, afterService: false }] : [];
    }),
  ]);
}

/** A round of steps that takes no time and that nothing can break would keep the engine busy for ever. */
function checkBlindRounds(
  graph: readonly (readonly Way[])[],
  reached: ReadonlySet<number>,
  names: readonly string[],
  compiling: Compiling,
): void {
  const blind = graph.map((ways) => ways.filter((way) => way.blind));
  const told = new Set<number>();
  for (const step of reached) {
    if (told.has(step)) continue;
    const round = reachedFrom(
      (blind[step] ?? []).map((way) => way.to),
      blind,
    );
    if (!round.has(step)) continue;
    const members = [...round].filter((each) =>
      reachedFrom(
        (blind[each] ?? []).map((way) => way.to),
        blind,
      ).has(step),
    );
    for (const member of members) told.add(member);
    const first = names[Math.min(...members)] ?? '';
    compiling.list.atKey(compiling.tree, pathOf(first), {
      message: `People could go round from \`${first}\` to itself for ever without any time passing.`,
      found: members.map((member) => names[member]).join(', '),
      expected: 'a service time, a delay or a decision by chance somewhere on the round',
      next: 'Put a `delay` into the round, or send people elsewhere.',
    });
  }
}
