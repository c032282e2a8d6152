import type { CheckedScenario } from './assemble.js';
import { referenceIn } from './parameters.js';
import type { AdoptedPolicy } from './policies.js';
import { branchAt, type Path, type Tree } from './tree.js';

/** Blocks whose entries are named one by one, and what one of them is called. */
const ENTRIES: Readonly<Record<string, string>> = {
  arrivals: 'arrivals',
  clocks: 'clock',
  needs: 'need',
  services: 'service',
  stock: 'stock',
};

/**
 * Where each parameter takes effect, by its id in the log of assumptions: `step call.answer`, `service suites`. Parameters
 * that stand in the value of another are followed to where that one is used.
 */
export function whereUsed({ tree, table, policies }: CheckedScenario): ReadonlyMap<string, readonly string[]> {
  const direct = new Map<string, Set<string>>();
  const within = new Map<string, Set<string>>();
  const note = (map: Map<string, Set<string>>, id: string, place: string) =>
    map.set(id, (map.get(id) ?? new Set()).add(place));
  const follow = (top: Tree, idOf: (name: string) => string, placeOf: (path: Path) => string) => {
    for (const { name, path } of referencesIn(top, [])) {
      const [block, owner] = path;
      if (block === 'parameters') {
        // Only what is in a value is in use: a range or a note changes nothing.
        if (path[2] === 'value' || path[2] === 'dated') note(within, idOf(name), idOf(String(owner)));
      } else if (block !== 'levers') note(direct, idOf(name), placeOf(path));
    }
  };
  follow(tree, (name) => name, placeInScenario);
  for (const policy of policies) {
    const isOwn = (name: string) => Object.hasOwn(policy.table.drafts, name);
    const idOf = (name: string) => (isOwn(name) || !Object.hasOwn(table.drafts, name) ? `${policy.id}.${name}` : name);
    follow(policy.tree, idOf, (path) => placeInPolicy(policy, path));
  }
  const all = (id: string, seen: ReadonlySet<string>): string[] => {
    const above = [...(within.get(id) ?? [])].filter((other) => !seen.has(other));
    return [...(direct.get(id) ?? []), ...above.flatMap((other) => all(other, new Set([...seen, other])))];
  };
  const ids = new Set([...direct.keys(), ...within.keys()]);
  return new Map([...ids].map((id) => [id, [...new Set(all(id, new Set([id])))]]));
}

function referencesIn(tree: Tree, path: Path): { name: string; path: Path }[] {
  if (tree.kind === 'map') return [...tree.entries].flatMap(([key, value]) => referencesIn(value, [...path, key]));
  if (tree.kind === 'list') return tree.items.flatMap((item, index) => referencesIn(item, [...path, index]));
  const name = referenceIn(tree);
  return name === null ? [] : [{ name, path }];
}

/** `step call.answer`, `service suites`, `time`. */
function placeInScenario(path: Path): string {
  const [block = '', entry, key, step] = path.map(String);
  if (block === 'pathways' && key === 'steps') return `step ${entry}.${step}`;
  if (block === 'policies') return `policy ${Number(entry) + 1}`;
  const called = ENTRIES[block];
  return called === undefined || entry === undefined ? block : `${called} ${entry}`;
}

function placeInPolicy(policy: AdoptedPolicy, path: Path): string {
  const [block, index, kind, ...below] = path;
  if (block !== 'edits' || index === undefined || kind === undefined) return String(block);
  if (kind === 'add') return placeInScenario(below);
  const edit = branchAt(policy.tree, ['edits', index, kind]);
  const named = (key: string) => {
    const found = edit?.kind === 'map' ? edit.entries.get(key) : undefined;
    return found?.kind === 'scalar' ? found.text : null;
  };
  const what = named('what');
  return what === null ? `step ${named('step') ?? ''}` : placeInScenario(what.split('.'));
}
