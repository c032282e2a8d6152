/** Which questions can be asked of a world: the cells of a measure that a search may look at. */

import { cellsAsked, type MeasureAt } from './measure-at.js';
import { measures } from './measures/index.js';
import type { Cell } from './results.js';
import type { Member } from './view.js';

/** Measures of which one side is better, so that they can be restored. */
export function restorable(): { readonly id: string; readonly better: 'lower' | 'higher' }[] {
  return measures.flatMap(({ id, better }) => (better === 'neither' ? [] : [{ id, better }]));
}

/** A question, or what keeps it from being asked. */
export type Asking =
  | { readonly ok: true; readonly question: MeasureAt }
  | {
      readonly ok: false;
      /** `unknown`: nothing bears this name. `apart`: the cells of the measure are values that cannot be added up. */
      readonly why: 'unknown' | 'apart';
      /** What the name is of: `measure`, `service in cafe`; or the measure itself. */
      readonly what: string;
      readonly name: string;
      /** Names that there are; or the dimensions that have to be named. */
      readonly known: readonly string[];
    };

/**
 * The question that a measure asks of a service: its cell where the measure is by service, and of people where background
 * work is told apart, unless `where` says otherwise.
 */
export function askOf(measure: string, service: string, where: Cell, members: readonly Member[]): Asking {
  const of = measures.find(({ id }) => id === measure);
  if (of === undefined)
    return unknown(
      'measure',
      measure,
      measures.map(({ id }) => id),
    );
  const { dimensions } = of;
  for (const dimension of Object.keys(where))
    if (!dimensions.includes(dimension)) return unknown(`dimension of ${measure}`, dimension, dimensions);
  const usual = Object.entries({ service, group: 'people' }).filter(([dimension]) => dimensions.includes(dimension));
  const question = { measure, where: { ...Object.fromEntries(usual), ...where } };
  for (const member of members) {
    for (const [dimension, id] of Object.entries(question.where)) {
      if (cellsAsked({ measure, where: { [dimension]: id } }, member).length > 0) continue;
      const known = new Set(cellsAsked({ measure, where: {} }, member).flatMap((cell) => cell[dimension] ?? []));
      return unknown(`${dimension} in ${member.description.id}`, id, [...known]);
    }
    const isValue = of.estimator === 'mean' && Number.isNaN(of.absent);
    const left = dimensions.filter((dimension) => !(dimension in question.where));
    if (isValue && cellsAsked(question, member).length > 1)
      return { ok: false, why: 'apart', what: 'measure', name: measure, known: left };
  }
  return { ok: true, question };
}

function unknown(what: string, name: string, known: readonly string[]): Asking {
  return { ok: false, why: 'unknown', what, name, known };
}
