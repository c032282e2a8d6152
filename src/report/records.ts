import type { Cell, Results } from '../experiment/index.js';

/**
 * Results as they are reported: without the services that are records of who is where, which serve nobody. Their numbers
 * stay in the document itself, and in the check of the warm-up: where a record has not settled, the run has not.
 */
export function withoutRecords(results: Results): Results {
  const { dictionary, fourArms, areas } = results;
  const records = new Set(dictionary.services.flatMap(({ id, record }) => (record === true ? [id] : [])));
  if (records.size === 0) return results;
  const isReported = ({ cell }: { readonly cell: Cell }) => cell.service === undefined || !records.has(cell.service);
  return {
    ...results,
    dictionary: { ...dictionary, services: dictionary.services.filter(({ id }) => !records.has(id)) },
    estimates: results.estimates.filter(isReported),
    differences: results.differences.filter(isReported),
    weekly: results.weekly.filter(isReported),
    ...(fourArms && { fourArms: { ...fourArms, effects: fourArms.effects.filter(isReported) } }),
    ...(areas && { areas: { ...areas, rows: areas.rows.filter(isReported) } }),
    ...(results.recovery && { recovery: results.recovery.filter(({ service }) => !records.has(service)) }),
  };
}
