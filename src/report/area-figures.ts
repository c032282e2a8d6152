import { Figures } from './figures.js';

/** The numbers of the people of each area, with the area in every cell; null where there is one area. */
export function areaFigures({ results }: Figures): Figures | null {
  const { areas } = results;
  if (areas === undefined) return null;
  const estimates = areas.rows.map(({ world, measure, cell, level }) => ({ world, measure, cell, ...level }));
  const differences = areas.rows.flatMap(({ world, measure, cell, change }) =>
    change === null ? [] : [{ world, measure, cell, ...change }],
  );
  return new Figures({ ...results, estimates, differences });
}
