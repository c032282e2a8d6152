import { alikeFirst, listNames, nearestName, type Problem } from '../scenarios/index.js';
import { headlineName } from './headline-name.js';
import { measures } from './measures/index.js';
import type { Cell, Headline } from './results.js';
import { MOST_HEADLINES } from './sequential.js';
import { type Member, viewOf } from './view.js';

/** Headline measures, or why they cannot be those. */
export type Headlines =
  | { readonly ok: true; readonly headlines: readonly Headline[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Headline measures from their names, which must be measures of every world.
 * @param option Where they were named.
 * @param names Left out: needs not met where an outcome is unmet, and the staff hours of the agencies that policies start
 * from (of all agencies where none is named).
 * @param most How many may be named: few where their intervals hold together, and any number where each is told for itself.
 */
export function readHeadlines(
  names: readonly string[] | undefined,
  worlds: readonly Member[],
  option = '--precision-measures',
  most = MOST_HEADLINES,
): Headlines {
  const wanted = [...new Set(names ?? usualNames(worlds))];
  if (wanted.length === 0 || wanted.length > most) {
    const isNone = wanted.length === 0;
    const message = isNone
      ? 'No headline measure is named.'
      : 'Too many headline measures: each widens the intervals of all.';
    const next = isNone ? BY_MEASURE_AND_CELL : 'Name those that the decision rests on.';
    const fault = { message, found: String(wanted.length), expected: `1 to ${most} measures`, nearest: null, next };
    return { ok: false, problems: [{ ...placeOf(option), ...fault }] };
  }
  const known = cellsOf(worlds);
  const unknown = wanted.filter((name) => !known.has(name));
  if (unknown.length > 0) return { ok: false, problems: unknown.map((name) => unknownIn(option, name, known)) };
  return { ok: true, headlines: wanted.map((name) => known.get(name)!) };
}

/** Every cell that all worlds have, by name. */
function cellsOf(worlds: readonly Member[]): Map<string, Headline> {
  const views = worlds.map((member) => viewOf(member));
  const known = new Map<string, Headline>();
  for (const measure of measures) {
    const [first, ...others] = views.map((view) => measure.cells(view));
    const names = others.map((cells) => new Set(cells.map((cell) => nameOf(measure.id, cell))));
    for (const cell of first ?? []) {
      const name = nameOf(measure.id, cell);
      if (names.every((those) => those.has(name))) known.set(name, { measure: measure.id, cell });
    }
  }
  return known;
}

function nameOf(measure: string, cell: Cell): string {
  return headlineName({ measure, cell });
}

function usualNames(worlds: readonly Member[]): string[] {
  const { outcomes, agencies, services } = worlds[0]!.dictionary;
  const staffed = new Set(services.flatMap(({ agency, staff }) => (staff ? [agency] : [])));
  const ids = agencies.map(({ id }) => id).filter((id) => staffed.has(id));
  const origins = worlds.flatMap(({ description }) => description.policies.map(({ origin }) => origin ?? ''));
  const named = ids.filter((id) => origins.includes(id));
  const hours = (named.length > 0 ? named : ids).map((id) => `staff-hours:${id}`);
  return [...(outcomes.some(({ unmet }) => unmet) ? ['unmet'] : []), ...hours].slice(0, MOST_HEADLINES);
}

const BY_MEASURE_AND_CELL = 'Name them by measure and cell, such as unmet or staff-hours:police.';

function placeOf(option: string) {
  return { file: option, line: 1, column: 1, path: '', isPlaceless: true };
}

/**
 * The name that shares most words with one whose measure there is not: of the measure that is nearly it, or else of those
 * that begin with it, the mean before others.
 */
function likeliest(name: string, id: string, known: Iterable<string>): string | null {
  const ids = measures.map((one) => one.id);
  const alike = [nearestName(id, ids), `${id}-mean`, ...ids.filter((one) => one.startsWith(`${id}-`))];
  // Of names that share as many words, the one with fewest others.
  const names = [...known].sort((one, other) => one.length - other.length);
  const cells = alike.map((one) => names.filter((each) => each.split(':')[0] === one)).find(({ length }) => length > 0);
  return alikeFirst(name, cells ?? [])[0] ?? null;
}

function unknownIn(option: string, name: string, known: ReadonlyMap<string, Headline>): Problem {
  const [id = ''] = name.split(':');
  const measure = measures.find((one) => one.id === id);
  const dimensions = measure?.dimensions.map((dimension) => `<${dimension}>`) ?? [];
  return {
    ...placeOf(option),
    message: 'There is no such headline measure in these worlds.',
    found: name,
    expected:
      measure === undefined
        ? `a measure and its cell; measures are ${listNames(
            alikeFirst(
              id,
              measures.map((one) => one.id),
            ),
          )}`
        : [id, ...dimensions].join(':'),
    nearest: nearestName(name, known.keys()) ?? (measure === undefined ? likeliest(name, id, known.keys()) : null),
    next: BY_MEASURE_AND_CELL,
  };
}
