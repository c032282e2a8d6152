/** Services that are records serve nobody, and no report tells them beside those that do. */
import { expect, it } from 'vitest';
import type { Results } from '../../src/experiment/index.js';
import { withoutRecords } from '../../src/report/records.js';
import { resultsFixture } from '../support/results-fixture.js';
import { madeUpArms } from '../support/results-ledgers.js';

const RECORD = 'crisis-team';

/** Blocks in which some cell is of a service. */
function blocksOf(results: Results, service: string): string[] {
  const isThere = (value: unknown): boolean =>
    typeof value === 'object' && value !== null
      ? (value as { service?: unknown }).service === service || Object.values(value).some(isThere)
      : false;
  return Object.entries(results).flatMap(([block, value]) => (isThere(value) ? [block] : []));
}

it('are in no block of what is reported but the check of the warm-up', () => {
  const base = resultsFixture();
  const others = base.worlds.slice(1).map(({ id }) => id);
  const effects = madeUpArms(others).effects;
  const [one] = base.estimates.filter(({ cell }) => cell.service === RECORD);
  const { world, measure, cell, ...level } = one!;
  const results: Results = {
    ...base,
    dictionary: {
      ...base.dictionary,
      services: base.dictionary.services.map((service) => ({ ...service, record: service.id === RECORD })),
    },
    fourArms: { services: [], effects: effects.map((effect) => ({ ...effect, cell: { service: RECORD } })) },
    areas: { list: [], rows: [{ world, measure, cell: { area: 'north', ...cell }, level, change: null }] },
  };
  expect(blocksOf(results, RECORD)).toEqual(expect.arrayContaining(['estimates', 'differences', 'fourArms', 'areas']));
  expect(blocksOf(withoutRecords(results), RECORD).filter((block) => block !== 'warmUp')).toEqual([]);
  expect(blocksOf(withoutRecords(base), RECORD)).toEqual(blocksOf(base, RECORD));
});
