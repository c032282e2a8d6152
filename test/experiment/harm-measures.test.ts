/** Hours untreated, hours held and waits by cohort, on logs written by hand; deaths expected, against their closed form. */
import { describe, expect, it } from 'vitest';
import { viewOf } from '../../src/experiment/view.js';
import { Finish, type OutcomeLog, run, seedWords, type VisitLog, type World } from '../../src/sim/index.js';
import { followedByPerson } from '../support/joined-worlds.js';
import type { StepSpec } from '../support/world-steps.js';
import { fold } from './support/fold.js';
import { type VisitRow, visitLog } from './support/hand-log.js';
import { type MemberSpec, memberOf } from './support/members.js';

/** Two weeks from the end of week 1 to the end of week 3, followed up for one more. */
const view = viewOf(
  memberOf({
    horizon: 672,
    warmUp: 168,
    measuredEnd: 504,
    services: { nurse: 2, ward: 3 },
    channels: ['call'],
    needs: { crisis: { unitRate: 1, rate: 1, channels: { call: { weight: 1, to: 'care.see' } } } },
    pathways: {
      care: { see: { seize: 'nurse', for: 1 }, both: { seize: ['nurse', 'ward'], for: 5, then: '=helped' } },
    },
  }),
);
const [NURSE, WARD] = [0, 1];
const [SEE, BOTH] = [0, 1];
const visit = (service: number, joined: number, started: number, released: number, more: VisitRow): VisitRow => ({
  ...{ service, joined, started, ended: released, released },
  ...more,
});
const folded = (id: string, ...rows: VisitRow[]) => fold(id, view, { visits: [visitLog(...rows)] });

describe('hours untreated, and held, by need', () => {
  const crisis = { need: 0, step: SEE };
  const rows = [
    visit(NURSE, 200, 203, 205, crisis), // waits 3, held 2
    { ...crisis, service: NURSE, joined: 300, released: 304, finish: Finish.reneged }, // waits 4, never held
    visit(NURSE, 500, 502, 510, crisis), // waits 2, held 2 of 8 before the period ends at 504
    visit(WARD, 300, 301, 307, { need: 0, step: BOTH }), // the second service of a joint visit: its wait counts once
    visit(NURSE, 300, 309, 310, { step: SEE }), // no need
    visit(NURSE, 300, 308, 309, { ...crisis, background: 1 }), // no person's
  ];
  it('are of people with a need; in two weeks 9 h in line, 4 h of the nurse and 6 h of the ward', () => {
    const [severity] = view.world.severities;
    expect(folded('untreated-hours', ...rows)).toEqual({ [`crisis ${severity}`]: 4.5 });
    expect(folded('held-by-need', ...rows)).toEqual({ 'nurse crisis': 2, 'ward crisis': 3 });
  });
});

it('waits by cohort are those of people of the area: passers-by have no cohort', () => {
  const two = viewOf(memberOf({ ...TWO_COHORTS, horizon: 672, warmUp: 168, measuredEnd: 504 }));
  const rows = [
    visit(0, 200, 203, 205, { person: 1, cohort: 0 }),
    visit(0, 300, 301, 305, { person: 2, cohort: 0 }),
    visit(0, 300, 307, 309, { person: 3, cohort: 1 }),
    visit(0, 300, 309, 310, {}), // somebody who passes by
    visit(0, 300, 309, 310, { person: 4, cohort: 1, background: 1 }),
  ];
  expect(fold('wait-by-cohort', two, { visits: [visitLog(...rows)] })).toEqual({
    'nurse young': [4, 2],
    'nurse old': [7, 1],
  });
  expect(fold('wait-by-cohort', view, { visits: [visitLog(...rows)] })).toEqual({});
});
const TWO_COHORTS = {
  services: { nurse: 2 },
  population: 10,
  cohorts: { young: 0.5, old: 0.5 },
  pathways: { care: { see: { seize: 'nurse', for: 1 } } },
} satisfies Partial<MemberSpec>;

describe('deaths expected', () => {
  const [often, seldom] = [0.05, 0.02];
  /** An overdose an hour, of whom one in twenty, or of the higher severity one in fifty, dies. */
  const town = (reroutes: readonly object[] = [], last: object = {}): MemberSpec => ({
    horizon: 672,
    warmUp: 168,
    measuredEnd: 504,
    severities: ['lower', 'higher'],
    channels: ['call'],
    policies: ['divert'],
    services: { nurse: Number.POSITIVE_INFINITY },
    fatal: ['died'],
    needs: { overdose: { unitRate: 1, rate: 0, severity: [1, 0], channels: { call: { weight: 1, to: 'care.see' } } } },
    arrivals: { calls: { every: 1, to: 'care.see', need: 'overdose', severity: [1, 0] } },
    pathways: {
      care: {
        see: { seize: 'nurse', for: 0.5, then: 'alone' },
        alone: {
          branch: {
            options: {
              died: { weight: [often, seldom], to: 'noted' },
              survived: { weight: [1 - often, 1 - seldom], to: '=saved' },
            },
          },
          reroutes,
        } as StepSpec,
        noted: { mark: {}, then: 'gone', ...last } as StepSpec,
        gone: { leave: 'died' },
      },
    },
  });
  const weekly = (spec: MemberSpec) => {
    const [value] = Object.values(simulated('expected-deaths', spec));
    return value;
  };
  const saved = { policy: 'divert', edit: 'a', share: 0.5, to: { saved: { weight: 1, to: '=saved' } } };

  it('are the chance of each who comes to the branch, whoever dies: 168 a week, one in twenty', () => {
    expect(weekly(town())).toBeCloseTo(168 * often, 9);
  });
  it('are of the severity at the branch', () => {
    expect(weekly({ ...town(), ...severe(town()) })).toBeCloseTo(168 * seldom, 9);
  });
  it('are halved by a reroute of half, of all or of those who would die, and by one on the way to death', () => {
    for (const from of [undefined, ['died']])
      expect(weekly(town([{ ...saved, ...(from && { from }) }]))).toBeCloseTo((168 * often) / 2, 9);
    expect(weekly(town([], { reroutes: [saved] }))).toBeCloseTo((168 * often) / 2, 9);
  });
  it('count a reroute by its own shares: of the half that is sent on, one in four still dies', () => {
    const to = { saved: { weight: 3, to: '=saved' }, gone: { weight: 1, to: 'noted' } };
    expect(weekly(town([{ ...saved, to }]))).toBeCloseTo((168 * often + 168 / 4) / 2, 9);
  });
  it('are by the chances in force at the hour: in the second week of two every second person dies', () => {
    const options = { died: { weight: 0.5, to: 'noted' }, survived: { weight: 0.5, to: '=saved' } };
    const later = [{ from: 336, pathways: { care: { alone: { branch: { options } } as StepSpec } } }];
    expect(weekly({ ...town(), later })).toBeCloseTo((168 * often + 168 * 0.5) / 2, 9);
  });
  it('are of people, not of work that a service does anyway', () => {
    const { calls } = town().arrivals ?? {};
    expect(simulated('expected-deaths', { ...town(), arrivals: { calls: { ...calls!, background: true } } })).toEqual(
      {},
    );
  });
  it('fall by the share of followers: two reroutes of one policy, followed by the same people', () => {
    const twice = town([saved, { ...saved, edit: 'b' }]);
    const [value] = Object.values(simulated('expected-deaths', twice, 0, (world) => followedByPerson(world, 0.5)));
    expect(value).toBeCloseTo(168 * often * (0.5 + 0.5 * 0.25), 9);
  });
  it('are what dies in the long run', () => {
    const spec = town([saved]);
    const runs = Array.from({ length: 20 }, (_, replication) => simulated('outcomes', spec, replication));
    const died = runs.map((cells) => cells['overdose died'] ?? 0);
    const mean = died.reduce((sum, one) => sum + one, 0) / died.length;
    // In 20 runs of two weeks 168 die, give or take 13.
    expect(Math.abs(mean - weekly(spec)!)).toBeLessThan((4 * Math.sqrt(168)) / 40);
  });
  it('are none where no outcome is fatal', () => {
    expect(simulated('expected-deaths', { ...town(), fatal: [] })).toEqual({});
  });

  function severe({ arrivals = {} }: MemberSpec): Partial<MemberSpec> {
    return { arrivals: { calls: { ...arrivals.calls!, severity: [0, 1] } } };
  }
});

/** What a measure says of one replication of a world; cells of 0 left out. */
function simulated(
  id: string,
  spec: MemberSpec,
  replication = 0,
  changed = (world: World) => world,
): Record<string, number> {
  const member = memberOf(spec);
  const own = viewOf({ ...member, world: changed(member.world) });
  const told: { visits: VisitLog[]; outcomes: OutcomeLog[] } = { visits: [], outcomes: [] };
  run(
    own.world,
    { seed: seedWords('harm'), replication },
    {
      visits: (log) => told.visits.push(structuredClone(log)),
      outcomes: (log) => told.outcomes.push(structuredClone(log)),
      levels: () => {},
    },
  );
  return fold(id, own, told) as Record<string, number>;
}
