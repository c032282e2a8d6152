import type { Dictionary, MeasureEntry } from './results.js';
import type { Member } from './view.js';

/** The dictionary of several worlds: the baseline's rows in their order, then those that later worlds add. */
export function dictionaryOf(members: readonly Member[], kinds: readonly MeasureEntry[]): Dictionary {
  return {
    measures: kinds.map(({ id, label, unit, dimensions, better, description, kind }) => ({
      id,
      label,
      unit,
      dimensions: [...dimensions],
      better,
      description,
      kind,
    })),
    services: rows(members, 'services'),
    agencies: rows(members, 'agencies'),
    needs: rows(members, 'needs'),
    outcomes: rows(members, 'outcomes'),
    steps: rows(members, 'steps'),
  };
}

function rows<Table extends keyof Member['dictionary']>(
  members: readonly Member[],
  table: Table,
): Member['dictionary'][Table][number][] {
  const known = new Map<string, Member['dictionary'][Table][number]>();
  for (const { dictionary } of members)
    for (const row of dictionary[table]) if (!known.has(row.id)) known.set(row.id, row);
  return [...known.values()];
}
