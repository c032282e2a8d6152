import { EXPECTED_DEATHS, foldDeaths } from '../expected-deaths.js';
import { measure } from '../measure.js';

/** Deaths to be expected of those who were at risk, by need [a week]. */
export const expectedDeaths = measure({
  id: 'expected-deaths',
  label: 'Deaths expected',
  unit: 'deaths expected a week',
  dimensions: ['need'],
  better: 'lower',
  description: EXPECTED_DEATHS,
  isSparse: true,
  fold: ({ view, cells }) =>
    foldDeaths(view, (need, _, chance) => {
      cells[need]! += chance;
    }),
});
