import { NONE } from '../../sim/index.js';
import { measure } from '../measure.js';

/** Hours that a service is held by people with a need, such as custody by people in crisis [unit hours a week]. */
export const heldByNeed = measure({
  id: 'held-by-need',
  label: 'Hours held, by need',
  unit: 'unit hours a week',
  dimensions: ['service', 'need'],
  better: 'neither',
  description:
    'Hours in the measured period for which units of the service are held by people with the need, in service or kept waiting: of cells, the hours that people in crisis are held in custody.',
  adds: 'seconds',
  isSparse: true,
  fold: ({ view, cells }) => {
    const needs = view.names.needs.length;
    return {
      visits: ({ log, people: { held }, heldSeconds }) => {
        for (let at = 0; at < held.count; at += 1) {
          const row = held.rows[at]!;
          const need = log.need[row]!;
          if (need === NONE) continue;
          cells[log.service[row]! * needs + need]! += heldSeconds[row]!;
        }
      },
    };
  },
});
