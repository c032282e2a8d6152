import { type AreaShare, peopleOfAreas, sharedOut } from './area-shares.js';
import { notThere, readAddress, replaceAt, valueAt } from './editing/address.js';
import { isGradual, scaleValue } from './editing/blend.js';
import type { ProblemList } from './problems.js';
import type { ScenarioDraft, WrittenScenario } from './schema/scenario.js';
import { branchAt, child, type MapTree, type Path, plain, type Tree, withBranch } from './tree.js';

/** An area with its number of people. */
export interface AreaSize {
  readonly id: string;
  readonly label: string;
  readonly population: number;
}

/** A multiplier of a value in one area, and where it was written. */
interface Multiplier {
  readonly address: readonly string[];
  readonly by: number;
  readonly where: Path;
}

/** A scenario of several areas as one of them sees it: a scenario of one area. */
export interface AreaPart extends AreaSize {
  readonly tree: Tree;
  readonly root: Tree;
  readonly multipliers: readonly Multiplier[];
  /** Where it has a share of one area: what it has of what is stated of the whole. */
  readonly share?: AreaShare;
}

/** Blocks in which areas may differ: what a policy may change, and who is there at the start. */
const DIFFERS = ['arrivals', 'clocks', 'needs', 'pathways', 'services', 'stock'];

/**
 * The scenarios of one area that a scenario is made of: itself where it has one `area`; else one for each of `areas`, with
 * what is set there in place. Faults are told of the root, which declares them.
 */
export function areaParts(
  head: Pick<WrittenScenario, 'area' | 'areas'>,
  trees: { readonly tree: Tree; readonly root: Tree },
  list: ProblemList,
): AreaPart[] {
  const { tree, root } = trees;
  const { area, areas } = head;
  if (areas === undefined) {
    const { id = '', label = id, population = 1 } = area ?? {};
    return [{ id, label, population, tree, root, multipliers: [] }];
  }
  const told = list.problems.length;
  const people = peopleOfAreas(head, root, list);
  if (list.problems.length > told) list.doubts.add('areas');
  const shares = areas.flatMap(({ id, share }) => (share === undefined ? [] : [{ id, share }]));
  const known = new Set<string>();
  return areas.map(({ id, label = id, scale = {} }, index) => {
    const path = ['areas', index];
    const population = people[index] ?? 1;
    if (known.has(id)) {
      list.at(root, [...path, 'id'], {
        message: `Two areas have the id \`${id}\`.`,
        expected: 'an id of its own for each area',
        next: 'Rename one of them.',
      });
    }
    known.add(id);
    const alone = (of: Tree) => aloneIn(of, index, population);
    const sets = child(branchAt(root, path), 'set');
    const written = alone(root);
    const set = [...(sets?.kind === 'map' ? sets.entries : [])].flatMap(([what, value]) => {
      const address = addressIn(what, plain(written), [...path, 'set', what], root, list);
      return address === null ? [] : [[address, value] as const];
    });
    const withSets = (of: Tree) =>
      set.reduce((sofar, [address, value]) => withBranch(sofar, address, value), alone(of));
    const multipliers = Object.entries(scale).flatMap(([what, by]): Multiplier[] => {
      const where = [...path, 'scale', what];
      const address = addressIn(what, plain(written), where, root, list, false);
      return address === null ? [] : [{ address, by, where }];
    });
    const own = withSets(tree);
    const part = { id, label, population, tree: own, root: root === tree ? own : withSets(root), multipliers };
    if (area === undefined || shares.length === 0) return part;
    return { ...part, share: { id, all: shares, people: area.population, own: set.map(([address]) => address) } };
  });
}

/** A scenario with the one area under `area`, and without the list. */
function aloneIn(tree: Tree, index: number, population: number): Tree {
  const all = child(tree, 'areas');
  const own = child(all, index);
  if (tree.kind !== 'map' || own?.kind !== 'map') return tree;
  const written = child(own, 'population') ?? child(own, 'share') ?? own;
  const people: Tree = {
    kind: 'scalar',
    at: written.at,
    key: written.key,
    value: population,
    text: String(population),
  };
  const named = [...own.entries].filter(([key]) => ['id', 'label'].includes(key));
  const entries = new Map([...named, ['population', people] as const]);
  const area: MapTree = { ...own, key: null, entries };
  return {
    ...tree,
    entries: new Map([...[...tree.entries].filter(([key]) => key !== 'areas'), ['area', area] as const]),
  };
}

function addressIn(
  what: string,
  draft: unknown,
  where: Path,
  tree: Tree,
  list: ProblemList,
  isWritten = true,
): readonly string[] | null {
  const address = readAddress(what, isWritten ? draft : null, DIFFERS);
  if (!('message' in address)) return address;
  list.atKey(tree, where, { ...address, found: what });
  return null;
}

/** A scenario with the multipliers of its area; what cannot be multiplied is told where `root` is given. */
export function multiplied(
  draft: ScenarioDraft,
  multipliers: readonly Multiplier[],
  root: Tree | null,
  list: ProblemList,
): ScenarioDraft {
  return multipliers.reduce((sofar, { address, by, where }) => {
    const base = valueAt(sofar, address);
    const scaled = base === undefined || !isGradual(address) ? undefined : scaleValue(base, by);
    if (scaled !== undefined) return replaceAt(sofar, address, scaled);
    if (root !== null) {
      const above = address.slice(0, -1);
      const missing = notThere(above, address.at(-1) ?? '', Object.keys(Object(valueAt(sofar, above))));
      const fault = {
        message: 'This is nothing that can be multiplied.',
        expected: 'the address of a rate, a duration, a capacity or a share',
        next: 'Use `set` to put another value in its place.',
      };
      list.atKey(root, where, base === undefined ? missing : fault);
    }
    return sofar;
  }, draft);
}

/** What an area has of a scenario that is written for the whole; the scenario itself where it states numbers of its own. */
export function partOf(draft: ScenarioDraft, { share }: AreaPart): ScenarioDraft {
  return share === undefined ? draft : sharedOut(draft, share);
}
