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
    ...costing(members),
    needs: rows(members, 'needs'),
    outcomes: rows(members, 'outcomes'),
    steps: rows(members, 'steps'),
  };
}

/** Services by their ids, and what they are called. */
export interface ServiceNames {
  readonly services: readonly { readonly id: string; readonly label: string }[];
}

/** What a service is called where a sentence names it: its label, else its id. */
export function serviceName({ services }: ServiceNames, id: string): string {
  return services.find((service) => service.id === id)?.label || id;
}

/** Prices as the first world with unit costs has them; budgets of all. */
function costing(members: readonly Member[]): Pick<Dictionary, 'costing'> {
  const [first, ...others] = members.flatMap(({ dictionary }) => dictionary.costing ?? []);
  if (first === undefined) return {};
  const known = new Map([first, ...others].flatMap(({ budgets }) => budgets.map((row) => [row.id, row] as const)));
  return { costing: { baseYear: first.baseYear, budgets: [...known.values()] } };
}

function rows<Table extends Exclude<keyof Member['dictionary'], 'costing'>>(
  members: readonly Member[],
  table: Table,
): Member['dictionary'][Table][number][] {
  const known = new Map<string, Member['dictionary'][Table][number]>();
  for (const { dictionary } of members)
    for (const row of dictionary[table]) if (!known.has(row.id)) known.set(row.id, row);
  return [...known.values()];
}
