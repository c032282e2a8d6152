import { ownName, type World } from '../sim/index.js';
import type { ScenarioDictionary } from './describe.js';

type Named = Pick<ScenarioDictionary, 'services' | 'steps' | 'needs'>;

/** The area in a name, with its mark. */
const AREA = /@([^.]*)/;

/**
 * A dictionary in which what is there once in each area is told for each: `clinic@north` is `Clinic (north)`. Rows are in
 * the order of the world's own indexes.
 */
export function ownNames<Names extends Named>(world: World, names: Names): Names {
  if (world.areas === undefined) return names;
  const { services, steps, needs } = world.epochs[0]!.tables;
  return {
    ...names,
    services: named(services, names.services),
    needs: named(needs, names.needs),
    steps: named(steps, names.steps).map((row) => ({ ...row, pathway: row.id.slice(0, row.id.indexOf('.')) })),
  };
}

function named<Row extends { readonly id: string }>(
  own: readonly { readonly name: string }[],
  rows: readonly Row[],
): Row[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  return own.map(({ name }) => {
    const row = known.get(ownName(name))!;
    const area = AREA.exec(name)?.[1];
    const label = 'label' in row && area !== undefined ? { label: `${String(row.label)} (${area})` } : {};
    return { ...row, ...label, id: name };
  });
}
