/** A world of several areas as measures see it: what is there once in each area has one name, and rows have an area. */
import { type LevelLog, NONE, type OutcomeLog, ownName, type VisitLog, type World } from '../sim/index.js';
import type { Dictionary } from './results.js';

/** For each index of a world's own, that of the name which it has in every area; and of what area it is (NONE: shared). */
export interface Commons {
  readonly services: Int32Array;
  readonly steps: Int32Array;
  readonly needs: Int32Array;
  readonly areaOfService: Int32Array;
  readonly areaOfStep: Int32Array;
  readonly areaOfNeed: Int32Array;
}

/** The area in a name, with its mark. */
const AREA = /@[^.]*/;

/** What the names of a world of areas have in common; null where there is one area, and every name is its own. */
export function commonsOf(
  { areas, epochs }: World,
  names: Pick<Dictionary, 'services' | 'steps' | 'needs'>,
): Commons | null {
  if (areas === undefined) return null;
  const { services, steps, needs } = epochs[0]!.tables;
  const places = (list: readonly { readonly id: string }[]) => new Map(list.map(({ id }, at) => [id, at]));
  const common = (own: readonly { readonly name: string }[], list: readonly { readonly id: string }[]) => {
    const known = places(list);
    return Int32Array.from(own, ({ name }) => known.get(ownName(name))!);
  };
  const indexes = new Map(areas.map(({ name }, area) => [`@${name}`, area]));
  const areaOf = (own: readonly { readonly name: string }[]) =>
    Int32Array.from(own, ({ name }) => indexes.get(AREA.exec(name)?.[0] ?? '') ?? NONE);
  return {
    services: common(services, names.services),
    steps: common(steps, names.steps),
    needs: common(needs, names.needs),
    areaOfService: areaOf(services),
    areaOfStep: areaOf(steps),
    areaOfNeed: areaOf(needs),
  };
}

/** Visits with the services that all areas name alike; steps and needs are still each area's own. */
export function withCommonServices(log: VisitLog, commons: Commons): VisitLog {
  return { ...log, service: mapped(log.service, log.count, commons.services) };
}

/** Visits in names that all areas have. */
export function commonVisits(log: VisitLog, commons: Commons): VisitLog {
  const { count } = log;
  const own = withCommonServices(log, commons);
  return {
    ...own,
    step: mapped(log.step, count, commons.steps),
    next: mapped(log.next, count, commons.steps),
    need: mapped(log.need, count, commons.needs),
  };
}

/** Outcomes in names that all areas have. */
export function commonOutcomes(log: OutcomeLog, commons: Commons): OutcomeLog {
  return {
    ...log,
    step: mapped(log.step, log.count, commons.steps),
    need: mapped(log.need, log.count, commons.needs),
  };
}

/** The area of an outcome: of the step that was left, or else of the need. */
export function areaOfOutcome({ step, need }: OutcomeLog, row: number, commons: Commons): number {
  if (step[row] !== NONE) return commons.areaOfStep[step[row]!]!;
  return need[row] === NONE ? NONE : commons.areaOfNeed[need[row]!]!;
}

/** Levels in names that all areas have: a service has a row for each of them. */
export function commonLevels(log: LevelLog, commons: Commons): LevelLog {
  return { ...log, service: mapped(log.service, log.count, commons.services) };
}

function mapped<Column extends Int32Array | Int16Array>(column: Column, count: number, to: Int32Array): Column {
  const other = column.slice() as Column;
  for (let row = 0; row < count; row += 1) if (column[row] !== NONE) other[row] = to[column[row]!]!;
  return other;
}
