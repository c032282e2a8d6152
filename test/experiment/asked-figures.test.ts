/** The figures of a question against the estimates of the same runs. */
import { expect, it } from 'vitest';
import { askedFigures, figureFaults, runExperiment } from '../../src/experiment/index.js';
import type { AskedFigure } from '../../src/scenarios/index.js';
import { planOf } from './support/town.js';

const plan = planOf(['town', 'diverted'], { replications: 2 });
const figure = (measure: string, where: AskedFigure['where']): AskedFigure => ({
  id: measure,
  label: measure,
  measure,
  where,
});

it('of one cell are its estimate and its difference, to the last digit; of several their sum, run by run', async () => {
  const ran = await runExperiment(plan);
  if (!ran.ok) throw new Error('refused');
  const { results, samples } = ran;
  const [baseline, other] = results.worlds.map(({ id }) => id);
  const agencies = results.dictionary.agencies.map(({ id }) => id);
  const find = <T extends { world: string; measure: string; cell: object }>(
    rows: readonly T[],
    world: string,
    measure: string,
    cell: object,
  ) =>
    rows.find(
      (row) => row.world === world && row.measure === measure && JSON.stringify(row.cell) === JSON.stringify(cell),
    );
  const number = ({ mean, low, high, n }: { mean: unknown; low: unknown; high: unknown; n: unknown }) => ({
    mean,
    low,
    high,
    n,
  });

  for (const [measure, cell] of [
    ['staff-hours', { agency: agencies[0]! }],
    ['wait-mean', { service: results.dictionary.services[0]!.id, group: 'people' }],
  ] as const) {
    const where = Object.fromEntries(Object.entries(cell).map(([name, id]) => [name, [id]]));
    const rows = askedFigures(samples, [figure(measure, where)]);
    expect(rows.map(({ world }) => world)).toEqual([baseline, other]);
    expect(rows[0]).toMatchObject({ change: null, level: number(find(results.estimates, baseline!, measure, cell)!) });
    expect(rows[1]?.level).toEqual(number(find(results.estimates, other!, measure, cell)!));
    expect(rows[1]?.change).toEqual(number(find(results.differences, other!, measure, cell)!));
  }

  const [one, both] = [
    askedFigures(
      samples,
      agencies.map((id) => figure('staff-hours', { agency: [id] })),
    ),
    askedFigures(samples, [figure('staff-hours', {})]),
  ];
  const sum = one.filter(({ world }) => world === other).reduce((all, { change }) => all + (change?.mean ?? 0), 0);
  expect(both[1]?.change?.mean).toBeCloseTo(sum, 9);
  expect(both[1]?.change?.n).toBe(2);
});

it('that no world has are told with the nearest name; values that cannot be added up, with what to say', () => {
  const faults = (measure: string, where: AskedFigure['where']) =>
    figureFaults(figure(measure, where), plan.worlds).map(({ path, fault }) => [
      path.join('.'),
      fault.nearest ?? fault.expected,
    ]);
  expect(faults('staff-hour', {})).toEqual([['measure', 'staff-hours']]);
  expect(faults('staff-hours', { agencie: ['police'] })).toEqual([['where.agencie', 'agency']]);
  expect(faults('staff-hours', { agency: ['polcie'] })).toEqual([['where.agency', 'police']]);
  expect(faults('wait-median', {})).toEqual([['where', expect.stringContaining('`service`')]]);
  expect(faults('staff-hours', { agency: ['police'] })).toEqual([]);
});
