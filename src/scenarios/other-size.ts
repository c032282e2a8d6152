import type { AreaPart } from './area-parts.js';
import type { Chain } from './chain.js';
import { type ParameterTable, referenceIn } from './parameters.js';
import type { ProblemList } from './problems.js';
import { branchAt, child, type Path, type Tree } from './tree.js';
import { readQuantity } from './units.js';

/** Where a stream of arrivals says how many come. */
const DEMAND = [['rate'], ['every'], ['people']];

/**
 * Warns where an area has another number of people than the one that its scenario extends, while staff or arrivals that
 * are stated as numbers of the whole stay as they were. Shares of an area take theirs of such numbers, and are left out.
 */
export function warnOtherSize(
  chain: Chain,
  areas: readonly AreaPart[],
  table: ParameterTable,
  list: ProblemList,
): void {
  const people = chain.extended === null ? undefined : branchAt(chain.extended, ['area', 'population']);
  const before = readQuantity(people?.kind === 'scalar' ? people.value : null);
  if (before.kind !== 'number') return;
  const begins = chain.files.findIndex(({ file }) => file.id === chain.family);
  const own = chain.files.slice(0, begins + 1).map(({ file }) => file.shown);
  const inherited = new Inherited(new Set(own), table);
  for (const [index, area] of areas.entries()) {
    if (area.share !== undefined || area.population === before.value) continue;
    const services = inherited.among(area, 'services', [['capacity']]);
    const arrivals = inherited.among(area, 'arrivals', DEMAND);
    const streams = [...arrivals, ...inherited.among(area, 'needs', [['onset', 'rate']])];
    const [example] = [...services, ...streams];
    if (example === undefined) continue;
    const path = child(chain.root, 'areas') === undefined ? ['area', 'population'] : ['areas', index, 'population'];
    const [now, then] = [area.population, before.value].map((each) => each.toLocaleString('en-GB'));
    const stay = [counted(services, 'service', 'units of '), counted(streams, 'stream', '', ' of arrivals')];
    const verb = services.length === 0 && streams.length === 1 ? 'stays that' : 'stay those';
    list.warn(chain.root, path, {
      message: `The area has ${now} people in place of ${then}, while the ${stay.filter((each) => each !== '').join(' and the ')} ${verb} of ${then}.`,
      expected: `units and arrivals of an area of ${now}`,
      next:
        `State those of the area itself, such as ${example}; or keep the area of ${then} and ` +
        'read results per head, which hold for another size only where staff are in proportion.',
    });
  }
}

function counted({ length }: readonly string[], one: string, before: string, after = ''): string {
  return length === 0 ? '' : `${before}${length} ${one}${length === 1 ? '' : 's'}${after}`;
}

/** Where a value stands, and the parameter that it names. */
function addressOf(path: Path, value: Tree | undefined): string {
  const name = value === undefined ? null : referenceIn(value);
  return `\`${path.join('.')}\`${name === null ? '' : ` (the parameter \`${name}\`)`}`;
}

/** Finds what a family takes over as it stands. */
class Inherited {
  constructor(
    /** Files of the family, as shown: what is written there is its own. */
    private readonly own: ReadonlySet<string>,
    private readonly table: ParameterTable,
  ) {}

  /** Where a block has a number of the whole that none of the files states and the area does not multiply. */
  among(area: AreaPart, block: string, paths: readonly Path[]): string[] {
    const entries = child(area.tree, block);
    if (entries?.kind !== 'map') return [];
    const multiplied = new Set(area.multipliers.map(({ address }) => address.join('.')));
    return [...entries.entries].flatMap(([name, entry]) => {
      const record = child(entry, 'record');
      if (record?.kind === 'scalar' && record.value === true) return [];
      return paths
        .map((path) => [block, name, ...path])
        .filter((path) => {
          const value = branchAt(area.tree, path);
          return value !== undefined && !multiplied.has(path.join('.')) && this.isOfTheWhole(value);
        })
        .map((path) => addressOf(path, branchAt(area.tree, path)));
    });
  }

  /** Whether a value is inherited, and a number of the whole area: above 0, and not so many of each head. */
  private isOfTheWhole(value: Tree): boolean {
    const found = this.leavesOf(value, new Set());
    if (found === null) return false;
    const quantities = found.map(readQuantity).filter((quantity) => quantity.kind !== 'none');
    const isPerHead = quantities.some(
      (each) => each.kind === 'count per head' || (each.kind === 'rate' && each.perHead),
    );
    return !isPerHead && quantities.some((each) => each.value > 0);
  }

  /** Single values inside of one, with those of the parameters that it names; null where a file of the family states any. */
  private leavesOf(tree: Tree, within: ReadonlySet<string>): unknown[] | null {
    if (this.own.has(tree.at.file)) return null;
    const name = referenceIn(tree);
    const parameter = name === null || within.has(name) ? undefined : child(this.table.tree, name);
    if (name !== null) {
      if (parameter === undefined || this.own.has(parameter.at.file)) return null;
      const parts = [child(parameter, 'value'), child(parameter, 'dated')].filter((part) => part !== undefined);
      return this.leavesOfAll(parts, new Set([...within, name]));
    }
    if (tree.kind === 'scalar') return [tree.value];
    return this.leavesOfAll(
      tree.kind === 'map' ? [...tree.entries.values()] : tree.kind === 'list' ? tree.items : [],
      within,
    );
  }

  private leavesOfAll(parts: readonly Tree[], within: ReadonlySet<string>): unknown[] | null {
    const leaves = parts.map((part) => this.leavesOf(part, within));
    return leaves.includes(null) ? null : leaves.flatMap((each) => each ?? []);
  }
}
