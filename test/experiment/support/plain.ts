/** Comparisons the slow way: whole logs of both worlds as objects with names, matched in maps. */

import type { Member } from '../../../src/experiment/index.js';
import { instant } from '../../../src/experiment/window.js';
import {
  type LevelLog,
  NONE,
  type OutcomeLog,
  run,
  type Step,
  seedWords,
  type VisitLog,
} from '../../../src/sim/index.js';

/** A row of the visit log with names. */
export interface PlainVisit {
  readonly key: string;
  readonly background: boolean;
  readonly step: string;
  readonly service: string | null;
  /** What was decided, by name; null for a visit. */
  readonly decision: string | null;
  readonly visit: number;
  readonly part: number;
  readonly joined: number;
  readonly started: number;
  readonly ended: number;
  readonly released: number;
  readonly requested: number;
  readonly units: number;
  readonly finish: number;
  readonly next: string | null;
  /** Units x whole seconds in the window. */
  readonly seconds: number;
}

/** A row of the outcome log with names. */
export interface PlainOutcome {
  readonly key: string;
  readonly person: number;
  readonly background: boolean;
  readonly opened: number;
  readonly closed: number;
  readonly outcome: string | null;
}

/** Everything that a run logs, as lists. */
export interface PlainLog {
  readonly visits: PlainVisit[];
  readonly outcomes: PlainOutcome[];
  readonly levels: number[];
}

const word = (value: number | undefined) => ((value ?? 0) >>> 0).toString(16).padStart(8, '0');

/** Runs a replication of one world and keeps its whole log. */
export function plainLog({ world }: Member, seed: string, replication: number): PlainLog {
  const tables = world.epochs[0]?.tables;
  const name = (list: readonly { readonly name: string }[] | undefined, at: number | undefined) =>
    at === undefined || at === NONE ? null : (list?.[at]?.name ?? '?');
  const log: PlainLog = { visits: [], outcomes: [], levels: [] };
  const at = <Row>(count: number, row: (index: number) => Row) =>
    Array.from({ length: count }, (_, index) => row(index));
  const inWindow = (from: number, to: number) =>
    Math.max(0, Math.min(instant(to), instant(world.measuredEnd)) - Math.max(instant(from), instant(world.warmUp)));
  run(
    world,
    { seed: seedWords(seed), replication },
    {
      visits: (rows: VisitLog) => {
        const column = (of: ArrayLike<number>, index: number) => of[index] ?? Number.NaN;
        const made = at(rows.count, (row): PlainVisit => {
          const [started, released] = [column(rows.started, row), column(rows.released, row)];
          return {
            key: word(rows.keyHigh[row]) + word(rows.keyLow[row]),
            background: rows.background[row] === 1,
            step: name(tables?.steps, rows.step[row]) ?? '',
            service: name(tables?.services, rows.service[row]),
            decision: decided(tables?.steps[rows.step[row] ?? -1], column(rows.decision, row)),
            visit: column(rows.visit, row),
            part: column(rows.part, row),
            joined: column(rows.joined, row),
            started,
            ended: column(rows.ended, row),
            released,
            requested: column(rows.requested, row),
            units: column(rows.units, row),
            finish: column(rows.finish, row),
            next: name(tables?.steps, rows.next[row]),
            seconds: Number.isFinite(started) ? column(rows.units, row) * inWindow(started, released) : 0,
          };
        });
        log.visits.push(...made);
      },
      outcomes: (rows: OutcomeLog) => {
        for (let row = 0; row < rows.count; row += 1) {
          if (rows.absorbed[row] === 1) continue;
          log.outcomes.push({
            key: word(rows.keyHigh[row]) + word(rows.keyLow[row]),
            person: rows.person[row] ?? -1,
            background: rows.background[row] === 1,
            opened: rows.opened[row] ?? 0,
            closed: rows.closed[row] ?? 0,
            outcome: world.outcomes[rows.outcome[row] ?? -1] ?? null,
          });
        }
      },
      levels: (rows: LevelLog) => {
        log.levels.push(...rows.inUse.subarray(0, rows.count), ...rows.waiting.subarray(0, rows.count));
      },
    },
  );
  return log;
}

/** A decision by name: of a case, an option, or a policy's reroute. */
function decided(step: Step | undefined, code: number): string | null {
  if (step === undefined || code === NONE) return null;
  const reroute = step.reroutes[Math.floor((code - 2000) / 100)];
  if (code >= 2000) return `${reroute?.policy} ${reroute?.edit} ${reroute?.to[code % 100]?.name}`;
  if (step.verb !== 'branch') return '?';
  return `${code < 1000 ? step.cases[code]?.name : step.options[code - 1000]?.name}`;
}

/** Seconds of staff by agency and kind: visits in both worlds, in the policy world only, in the baseline only. */
export function plainHours(members: readonly [Member, Member], logs: readonly [PlainLog, PlainLog]) {
  const staff = members.map(
    ({ dictionary }) => new Map(dictionary.services.map(({ id, agency, staff }) => [id, staff ? agency : null])),
  );
  const sums = logs.map(({ visits }, side) => {
    const seconds = new Map<string, { agency: string; seconds: number }>();
    for (const { key, service, visit, seconds: held } of visits) {
      const agency = service === null ? null : (staff[side]?.get(service) ?? null);
      if (agency === null) continue;
      const name = `${key} ${service} ${visit}`;
      seconds.set(name, { agency, seconds: (seconds.get(name)?.seconds ?? 0) + held });
    }
    return seconds;
  });
  const [baseline, policy] = sums as [Map<string, { agency: string; seconds: number }>, (typeof sums)[number]];
  const totals: Record<string, { stretched: number; added: number; dropped: number; change: number }> = {};
  const of = (agency: string) => {
    totals[agency] ??= { stretched: 0, added: 0, dropped: 0, change: 0 };
    return totals[agency];
  };
  for (const member of members) for (const { id } of member.dictionary.agencies) of(id);
  for (const [name, { agency, seconds }] of policy) {
    const twin = baseline.get(name);
    if (twin === undefined) of(agency).added += seconds;
    else of(agency).stretched += seconds - twin.seconds;
    of(agency).change += seconds;
  }
  for (const [name, { agency, seconds }] of baseline) {
    if (!policy.has(name)) of(agency).dropped += seconds;
    of(agency).change -= seconds;
  }
  return totals;
}

/** Episodes of people that opened in the window, in either world: how many there are, and how many went the same. */
export function plainPeople({ world }: Member, logs: readonly [PlainLog, PlainLog]) {
  const told = logs.map(({ visits, outcomes }) => {
    const stories = new Map<string, unknown[]>();
    for (const { seconds, ...row } of visits) stories.set(row.key, [...(stories.get(row.key) ?? []), row]);
    return new Map(
      outcomes
        .filter(({ background }) => !background)
        .map((row) => [row.key, { row, visits: stories.get(row.key) ?? [] }]),
    );
  });
  const [baseline, policy] = told as [(typeof told)[number], (typeof told)[number]];
  let all = 0;
  let unchanged = 0;
  for (const key of new Set([...baseline.keys(), ...policy.keys()])) {
    const opened = (baseline.get(key) ?? policy.get(key))?.row.opened ?? Number.NaN;
    if (opened < world.warmUp || opened >= world.measuredEnd) continue;
    all += 1;
    if (JSON.stringify(baseline.get(key)) === JSON.stringify(policy.get(key))) unchanged += 1;
  }
  return { all, unchanged };
}

/** Episodes of both worlds that did not seek and decide the same things, whatever the order and the hours. */
export function plainForks(logs: readonly [PlainLog, PlainLog]): number {
  const told = logs.map(({ visits }) => {
    const things = new Map<string, string[]>();
    for (const { key, step, service, decision, part } of visits)
      if (part === 0) things.set(key, [...(things.get(key) ?? []), `${step} ${service} ${decision}`]);
    return things;
  });
  const [baseline, policy] = told as [Map<string, string[]>, Map<string, string[]>];
  return [...baseline].filter(([key, things]) => {
    const twin = policy.get(key);
    return twin !== undefined && things.sort().join() !== twin.sort().join();
  }).length;
}
