import type { Cell, WorldDescription } from '../experiment/index.js';
import { createdInWords, createdOutcomes } from './created-outcomes.js';
import { dutyInWords } from './duty.js';
import type { Figures } from './figures.js';
import { noLongerReached } from './gains.js';
import { clearChanges } from './largest.js';
import { direction } from './numbers.js';
import { cutAtNothing } from './possible.js';
import { nothingClear } from './setting.js';
import { contactsNotStaffedInWords, NOT_MEASURED, notMeasuredInWords, unstaffed } from './staffing.js';
import { UNMET_HOURS, unmetHoursInWords } from './unmet-hours.js';
import { unmetInWords } from './unmet-words.js';
import { waits, waitsInShort } from './waits-in-words.js';
import { counted, differenceInWords, levelInShort, levelInWords } from './words.js';

/** What one policy changes, in sentences: people moved, staff hours, what is on duty, waits, needs not met. */
export interface WorldAnswer {
  readonly world: string;
  readonly people: readonly string[];
  readonly hours: readonly string[];
  /** Hours on duty that the policy changes, and their cost; nothing where there are none. */
  readonly duty: readonly string[];
  readonly waits: readonly string[];
  readonly unmet: readonly string[];
}

/** Episodes whose own route a rule parted. */
const MOVED = { group: 'people', cause: 'rule' };
/** Agencies besides the policy's own whose hours are named. */
const OTHER_AGENCIES = 2;
/** Outcomes with a need not met that the headline names beside a fall of all of them. */
const NAMED_OUTCOMES = 2;
const OTHER_WORK =
  'Other work is what services handle besides the needs that are simulated; it is part of no other wait that is told here.';

function people(figures: Figures, { id, policies }: WorldDescription): string[] {
  // A world without policies edits no rule that could touch or move anybody.
  if (policies.length === 0) return [];
  const said: string[] = [];
  const touched = figures.change(id, 'people-changed', { kind: 'touched' });
  const unit = figures.scale('people-changed', { kind: 'touched' });
  // A mean of counts is 0 only where each of them is.
  if (figures.rawChange(id, 'people-changed', { kind: 'touched' })?.mean === 0) {
    said.push('Touched by a rule of the policy: nobody in any run.');
  } else if (touched !== null && touched.mean !== null) {
    said.push(
      `Touched by a rule of the policy: ${levelInWords(cutAtNothing(touched), unit)}, sent elsewhere by it or changed ` +
        'after that happened to the same person.',
    );
    const moved = figures.change(id, 'differences', MOVED);
    if (moved !== null && moved.mean !== null)
      said.push(
        `Of these, moved by a rule themselves: ${levelInWords(moved, figures.scale('differences', MOVED))}; the others are ` +
          'what the same people bring, or no longer bring, after a move. A move is one contact; whom it touches is counted in episodes.',
      );
  }
  const moves = figures
    .cells('rule-forks')
    .flatMap((cell) => {
      const shown = figures.change(id, 'rule-forks', cell);
      return shown === null ? [] : [{ cell, shown, mean: figures.rawChange(id, 'rule-forks', cell)?.mean ?? 0 }];
    })
    .filter(({ shown }) => direction(shown) === 'up')
    .sort((one, other) => other.mean - one.mean);
  const [largest] = moves;
  if (largest !== undefined) {
    const { from = '', to = '' } = largest.cell;
    said.push(
      `The largest move: to ${figures.labels.destination(from, to)} in place of ${figures.labels.place(from)}, ` +
        `${levelInWords(largest.shown, figures.scale('rule-forks', largest.cell))}.`,
    );
  }
  return said;
}

/** Where an agency's change in hours is told: the exact account of comparisons, else the difference of the measure. */
function hoursSource(figures: Figures) {
  return figures.has('hours-change')
    ? { measure: 'hours-change', cell: (agency: string) => ({ agency, kind: 'change' }) }
    : { measure: 'staff-hours', cell: (agency: string) => ({ agency }) };
}

/** `Police: 320 fewer staff hours a week (95% interval …), from 5,200 in the baseline`. */
function agencyHours(figures: Figures, world: string, agency: string): string | null {
  if (unstaffed(figures).includes(agency)) return `${figures.labels.agency(agency)}: staff hours ${NOT_MEASURED}.`;
  const { measure, cell } = hoursSource(figures);
  const shown = figures.change(world, measure, cell(agency));
  if (shown === null || shown.mean === null) return null;
  const level = figures.level(figures.baseline.id, 'staff-hours', { agency });
  const base =
    level === null ? '' : `; in the baseline ${levelInShort(level, figures.scale('staff-hours', { agency }))}`;
  return `${figures.labels.agency(agency)}: ${differenceInWords(shown, figures.scale(measure, cell(agency)))}${base}.`;
}

/** True where hours are clearly fewer. */
function isSaved(figures: Figures, world: WorldDescription, cell: Cell): boolean {
  const shown = figures.change(world.id, hoursSource(figures).measure, cell);
  return shown !== null && direction(shown) === 'down';
}

function origins(world: WorldDescription): readonly string[] {
  return [...new Set(world.policies.flatMap(({ origin }) => (origin === null ? [] : [origin])))];
}

function hours(figures: Figures, world: WorldDescription): string[] {
  const { measure, cell } = hoursSource(figures);
  if (!figures.has(measure)) return [];
  const own = origins(world);
  const missing = unstaffed(figures).filter((agency) => !own.includes(agency));
  const contacts = contactsNotStaffedInWords(figures, world);
  const unmeasured = [
    ...(missing.length === 0
      ? []
      : [`${notMeasuredInWords(figures, missing)}; how full their services are is in tables/services.csv.`]),
    ...(contacts === null ? [] : [contacts]),
  ];
  const cells = figures.results.dictionary.agencies.map(({ id }) => cell(id));
  const changed = clearChanges(figures, measure, cells, [world], false).map((change) => change.cell.agency ?? '');
  const others = changed.filter((agency) => !own.includes(agency));
  const said = [...own, ...others.slice(0, OTHER_AGENCIES)].flatMap(
    (agency) => agencyHours(figures, world.id, agency) ?? [],
  );
  if (said.length === 0) return [`Staff hours: ${nothingClear(figures)} at any agency.`, ...unmeasured];
  const saved = figures.has(UNMET_HOURS) && changed.some((agency) => isSaved(figures, world, cell(agency)));
  const beside = saved ? [`Beside the hours saved, ${unmetHoursInWords(figures, world)}`] : [];
  if (others.length === 0 && own.length > 0)
    return [...said, `Other agencies: ${nothingClear(figures)}.`, ...beside, ...unmeasured];
  const rest = others.length - OTHER_AGENCIES;
  const more = rest > 0 ? [`${counted(rest, 'more agency has', 'more agencies have')} a clear difference.`] : [];
  return [...said, ...more, ...beside, ...unmeasured];
}

/** What each policy changes, world by world. */
export function worldAnswers(figures: Figures): readonly WorldAnswer[] {
  // What other work is need be said once.
  const saidOnce = (told: readonly string[], at: number) =>
    at === 0 && told.length > 0 ? [...told, OTHER_WORK] : told;
  return figures.policyWorlds.map((world, at) => ({
    world: world.id,
    people: people(figures, world),
    hours: hours(figures, world),
    duty: dutyInWords(figures, world),
    waits: saidOnce(waits(figures, world), at),
    unmet: unmetInWords(figures, world),
  }));
}

/**
 * The size of a policy's effect in one line: on the hours of the agency that it starts from and of the one whose hours
 * clearly change most, on needs not met, and how many mean waits clearly change.
 */
export function sizeInWords(figures: Figures, world: WorldDescription): string {
  const { measure, cell } = hoursSource(figures);
  const [own] = origins(world);
  const cells = figures.results.dictionary.agencies.map(({ id }) => cell(id));
  const [largest] = clearChanges(figures, measure, cells, [world], false);
  const named = new Set([own, largest?.cell.agency].filter((agency) => agency !== undefined));
  const said = [...named].flatMap((id) => {
    const change = figures.change(world.id, measure, cell(id));
    if (change === null || change.mean === null) return [];
    const agency = figures.labels.agency(id);
    const words = differenceInWords(change, figures.scale(measure, cell(id)));
    return direction(change) === 'unclear' ? `${agency} staff hours, ${words}` : `${agency}, ${words}`;
  });
  const missed = figures.change(world.id, 'unmet', {});
  if (missed !== null) {
    said.push(`needs not met, ${differenceInWords(missed, figures.scale('unmet', {}))}`);
    // A clear rise tells by itself that more is missed; any other net change would hide it.
    const created = direction(missed) === 'up' ? [] : createdOutcomes(figures, world.id);
    const clauses = createdInWords(created.slice(0, NAMED_OUTCOMES), ', and ');
    if (clauses.length > 0) said.push(`though ${clauses.join(', and ')}`);
  }
  const missing = noLongerReached(figures, world.id);
  if (missing !== null) said.push(`beside these, reaching no service any more, ${missing}`);
  said.push(...waitsInShort(figures, world));
  return said.length === 0 ? 'differences are in the tables' : said.join('; ');
}

/** A run of one world, in sentences. */
export function oneWorldInWords(figures: Figures): readonly string[] {
  const world = figures.baseline.id;
  const said: string[] = [];
  const unmetLevel = figures.level(world, 'unmet', {});
  if (unmetLevel !== null) said.push(`Needs not met: ${levelInWords(unmetLevel, figures.scale('unmet', {}))}.`);
  const services = figures.results.dictionary.services;
  const most = (measure: string, rest: Record<string, string>) =>
    services
      .map(({ id }) => ({ id, cell: { service: id, ...rest } }))
      .map((entry) => ({ ...entry, mean: figures.rawLevel(world, measure, entry.cell)?.mean ?? 0 }))
      .sort((one, other) => other.mean - one.mean)[0];
  for (const [measure, rest, words] of [
    ['occupancy', {}, 'the busiest service, share of its units on duty in use'],
    ['wait-mean', { group: 'people' }, 'the longest mean wait'],
  ] as const) {
    const found = most(measure, rest);
    const level = found === undefined ? null : figures.level(world, measure, found.cell);
    if (found === undefined || level === null || level.mean === null) continue;
    const inWords = levelInWords(level, figures.scale(measure, found.cell));
    said.push(`${figures.labels.service(found.id)}, ${words}: ${inWords}.`);
  }
  return said;
}
