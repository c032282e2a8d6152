/** Random small Results documents, for properties of reports: any size of number, any sign, gaps, one world to six. */
import fc from 'fast-check';
import type { Cell, Difference, Estimate, MeasureEntry, Results, WorldEstimate } from '../../src/experiment/index.js';
import { resultsFixture } from './results-fixture.js';
import { MEASURES } from './results-shapes.js';

const SERVICES = ['desk', 'visits', 'beds'];
const AGENCIES = ['north', 'south'];
const OUTCOMES = ['settled', 'missed'];

const base = resultsFixture();

/** A number of any size, zero included. */
const size = fc.oneof(
  fc.constant(0),
  fc.double({ min: -1e7, max: 1e7, noNaN: true }),
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.double({ min: -1e-6, max: 1e-6, noNaN: true }),
);

/** An estimate: with an interval, with one of no width, without one, or not there. */
export const estimate: fc.Arbitrary<Estimate> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(size, size).map(([mean, half]) => interval(mean, Math.abs(half))) },
  { weight: 1, arbitrary: size.map((mean) => interval(mean, 0)) },
  { weight: 1, arbitrary: size.map((mean) => ({ mean, low: null, high: null, n: 1 })) },
  { weight: 1, arbitrary: fc.constant({ mean: null, low: null, high: null, n: 0 }) },
);

function interval(mean: number, half: number): Estimate {
  return { mean, low: mean - half, high: mean + half, n: 5 };
}

/** The cells of a measure over the small dictionary. */
function cellsOf({ id, dimensions }: MeasureEntry): Cell[] {
  const choices: Record<string, readonly string[]> = {
    ...{ service: SERVICES, agency: AGENCIES, need: ['trouble'], outcome: OUTCOMES, hour: ['0', '25', '167'] },
    ...{ group: ['people', 'background'], reason: ['full', 'reneged'], policy: ['p'] },
    ...{ from: ['desk', 'none:missed'], to: ['visits', 'none:settled', 'none'] },
    ...{ class: ['touched', 'bystander', 'everybody'], hours: ['requested', 'served'] },
    ...{ who: ['touched', 'everybody'], line: ['freed', 'bystander', 'spare', 'requested', 'served', 'unmet'] },
    kind: id === 'people-changed' ? ['touched', 'unchanged'] : ['added', 'dropped', 'stretched', 'change'],
  };
  return dimensions.reduce<Cell[]>(
    (cells, dimension) =>
      cells.flatMap((cell) => (choices[dimension] ?? []).map((value) => ({ ...cell, [dimension]: value }))),
    [{}],
  );
}

/** Random Results; a measure may be missing altogether, or from a world. */
export const randomResults: fc.Arbitrary<Results> = fc
  .record({
    worlds: fc.integer({ min: 1, max: 6 }),
    measures: fc.subarray([...MEASURES], { minLength: 1 }),
    numbers: fc.array(estimate, { minLength: 40, maxLength: 40 }),
    origin: fc.constantFrom(null, 'north', 'nobody'),
    standard: fc.constantFrom(null, { within: 4, share: 0.9, source: 'a source' }),
    assured: fc.boolean(),
    completed: fc.integer({ min: 1, max: 5 }),
    kind: fc.constantFrom('steady' as const, 'go-live' as const),
  })
  .map(({ worlds, measures, numbers, origin, standard, assured, completed, kind }) => {
    const ids = Array.from({ length: worlds }, (_, i) => `world-${i + 1}`);
    const estimates: WorldEstimate[] = [];
    const differences: Difference[] = [];
    let next = 0;
    const number = () => {
      next += 7;
      return numbers[next % numbers.length]!;
    };
    for (const world of ids) {
      for (const measure of measures) {
        for (const cell of cellsOf(measure)) {
          const at = { world, measure: measure.id, cell };
          if (measure.kind === 'measure') estimates.push({ ...at, ...number() });
          if (world !== ids[0]) differences.push({ ...at, ...number() });
        }
      }
    }
    const first = base.worlds[1]!;
    return {
      ...base,
      baseline: ids[0]!,
      worlds: ids.map((id, i) => ({
        ...first,
        id,
        label: `World ${i + 1}`,
        policies:
          i === 0
            ? []
            : [{ id: 'p', label: `Policy ${i}`, origin, starts: '2022-11-07', ends: null, edits: ['set x'] }],
        assurance: assured ? first.assurance : null,
      })),
      design: { ...base.design, kind, replications: { requested: 5, completed, rule: 'fixed', precision: null } },
      dictionary: {
        ...base.dictionary,
        measures,
        services: SERVICES.map((id) => ({ id, label: id, agency: 'north', unit: 'people', staff: true, standard })),
        agencies: AGENCIES.map((id) => ({ id, label: id })),
        needs: [{ id: 'trouble', label: 'Trouble' }],
        outcomes: OUTCOMES.map((id) => ({ id, label: id, unmet: id === 'missed' })),
      },
      estimates,
      differences,
      ledger: [],
    };
  });
