/** Whose visits a comparison must keep in full: only those who can come to a step that the policy edits. */
import { type Step, successors, type World } from '../sim/index.js';
import { BASELINE, type Pair, POLICY, type Side } from './pair.js';

/** Steps that a step may lead somebody to, in this episode or in one that it starts. */
function waysOn(step: Step): number[] {
  return step.verb === 'start' ? [...successors(step), step.entry] : successors(step);
}

/** A way in: the step, and the need, whose clocks may move people on. */
interface Entry {
  readonly step: number;
  readonly need: number;
}

/** Steps that can be reached from some, under any of the tables of a world. */
function reachable(world: World, from: readonly Entry[]): Uint8Array {
  const reached = new Uint8Array(world.epochs[0]!.tables.steps.length);
  const needs = new Set(from.map(({ need }) => need));
  const clocked = world.epochs.flatMap(({ tables }) =>
    tables.clocks.flatMap(({ expires, need }) => (expires.does === 'go' && needs.has(need) ? [expires.step] : [])),
  );
  const left = [...from.map(({ step }) => step), ...clocked];
  for (let step = left.pop(); step !== undefined; step = left.pop()) {
    if (reached[step] === 1) continue;
    reached[step] = 1;
    for (const { tables } of world.epochs) left.push(...waysOn(tables.steps[step]!));
  }
  return reached;
}

/** Who may come: people, or background work. */
export type Group = 'people' | 'background';

/** Ways into a world, by the name of the stream, channel, stock or clock. */
function entriesOf(world: World, group: Group): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  const add = (name: string, entry: Entry) => found.set(name, [...(found.get(name) ?? []), entry]);
  const isIn = (background: boolean) => background === (group === 'background');
  for (const { tables } of world.epochs) {
    for (const { name, background, entry, need } of tables.arrivals)
      if (isIn(background)) add(`arrivals/${name}`, { step: entry, need });
    if (group === 'background') continue;
    tables.needs.forEach(({ name, channels }, need) => {
      for (const { channel, entry } of channels) add(`need/${name}/${channel}`, { step: entry, need });
    });
    for (const { name, expires } of tables.clocks)
      if (expires.does === 'open') add(`clock/${name}`, { step: expires.entry, need: expires.need });
  }
  for (const { name, background, step, need } of world.stock)
    if (isIn(background)) add(`stock/${name}`, { step, need });
  return found;
}

/**
 * For each side, 1 at the steps where a group must be followed: all that can be reached from a way in from which, in
 * either world, an edited step can be reached.
 */
export function followedSteps(pair: Pair, group: Group): readonly [Uint8Array, Uint8Array] {
  const worlds = [pair.views[BASELINE].world, pair.views[POLICY].world] as const;
  const entries = [entriesOf(worlds[BASELINE], group), entriesOf(worlds[POLICY], group)] as const;
  const names = [...new Set([...entries[BASELINE].keys(), ...entries[POLICY].keys()])];
  const from = (side: Side, wanted: readonly string[]) => wanted.flatMap((name) => entries[side].get(name) ?? []);
  const meetsEdit = (side: Side, name: string) =>
    reachable(worlds[side], from(side, [name])).some(
      (reached, step) => reached === 1 && pair.isEverEdited(pair.steps.of[side][step]!),
    );
  const followed = names.filter((name) => meetsEdit(BASELINE, name) || meetsEdit(POLICY, name));
  return [reachable(worlds[BASELINE], from(BASELINE, followed)), reachable(worlds[POLICY], from(POLICY, followed))];
}
