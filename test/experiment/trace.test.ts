/** People followed through two worlds, whose ways are known by hand. */
import { describe, expect, it } from 'vitest';
import { findChanged, logRows, tracePerson } from '../../src/experiment/index.js';
import type { StepSpec } from '../support/world-steps.js';
import { type MemberSpec, memberOf } from './support/members.js';

/** A call every 24 h from hour 24 on; answered for an hour, decided on, and attended for four. */
const STEPS: Record<string, StepSpec> = {
  answer: { seize: 'desk', for: 1, then: 'decide' },
  decide: { branch: { options: { attend: { weight: 1, to: 'attend' } } } },
  attend: { seize: 'police', for: 4, ifFull: 'advise', then: '=helped' },
  advise: { seize: 'line', for: 2, then: '=advised' },
};
const BASE: MemberSpec = {
  name: 'base',
  horizon: 168,
  services: { desk: 5, police: 5, line: 5 },
  arrivals: { calls: { every: 24, to: 'call.answer' } },
  policies: ['divert'],
  pathways: { call: STEPS },
};
const REROUTED: Record<string, StepSpec> = {
  ...STEPS,
  decide: {
    ...STEPS.decide,
    reroutes: [
      { policy: 'divert', edit: 'a', from: ['attend'], share: 1, to: { advise: { weight: 1, to: 'advise' } } },
    ],
    tag: 1,
  } as StepSpec,
};

const planOf = (policy: Partial<MemberSpec>, base: Partial<MemberSpec> = {}) => ({
  worlds: [memberOf({ ...BASE, ...base }), memberOf({ ...BASE, ...base, name: 'policy', ...policy })],
  seed: 'by hand',
  replication: 0,
});
const firstEpisode = (plan: ReturnType<typeof planOf>) => [...logRows(plan)][0]?.episode ?? '';
const ways = (plan: ReturnType<typeof planOf>, id: string) =>
  tracePerson(plan, id)?.episodes.map(({ sides, parting }) => ({
    sides: sides.map((side) => side?.rows.map(({ step, joined, released }) => `${step} ${joined}-${released}`)),
    outcomes: sides.map((side) => side?.outcome),
    change: parting?.change,
    at: parting?.at,
    laterBy: parting?.laterBy,
  }));

describe('a passer-by', () => {
  it('whom a rule sends elsewhere', () => {
    const plan = planOf({ pathways: { call: REROUTED } });
    expect(ways(plan, firstEpisode(plan))).toEqual([
      {
        sides: [
          ['call.answer 24-25', 'call.decide 25-25', 'call.attend 25-29'],
          ['call.answer 24-25', 'call.decide 25-25', 'call.decide 25-25', 'call.advise 25-27'],
        ],
        outcomes: ['helped', 'advised'],
        change: 'rule',
        at: { hour: 25, policy: 'divert', from: 'police', to: 'line' },
        laterBy: -2,
      },
    ]);
  });
  it('who meets a full service, by no rule', () => {
    const plan = planOf({ services: { ...BASE.services, police: { capacity: 0, room: 0 } } });
    const [way] = ways(plan, firstEpisode(plan)) ?? [];
    expect(way?.sides[1]).toEqual(['call.answer 24-25', 'call.decide 25-25', 'call.attend 25-25', 'call.advise 25-27']);
    // Both seek the police first; the policy world's person is turned away and goes on.
    expect([way?.change, way?.at?.policy]).toEqual(['scarcity', null]);
  });
  it('who goes the same way, an hour later', () => {
    const plan = planOf({ pathways: { call: { ...STEPS, answer: { seize: 'desk', for: 2, then: 'decide' } } } });
    const [way] = ways(plan, firstEpisode(plan)) ?? [];
    expect(way).toMatchObject({ change: 'later', at: null, laterBy: 1, outcomes: ['helped', 'helped'] });
  });
  it('to whom nothing new happens', () => {
    const plan = planOf({});
    expect(ways(plan, firstEpisode(plan))).toMatchObject([{ change: undefined, outcomes: ['helped', 'helped'] }]);
  });
  it('is followed into what they start, from either end', () => {
    const starts: Record<string, StepSpec> = {
      ...STEPS,
      attend: { seize: 'police', for: 4, then: 'letter' },
      letter: { start: 'call.advise', then: '=helped' } as StepSpec,
    };
    const plan = planOf({}, { pathways: { call: starts } });
    const whole = tracePerson(plan, firstEpisode(plan));
    expect(whole?.episodes.map(({ sides }) => sides[0]?.rows.map(({ step }) => step))).toEqual([
      ['call.answer', 'call.decide', 'call.attend'],
      ['call.advise'],
    ]);
    const [first, second] = whole?.episodes ?? [];
    expect([whole?.person, second?.parent]).toEqual([first?.id, first?.id]);
    expect(tracePerson(plan, second?.id ?? '')).toEqual(whole);
  });
  it('is unknown where no world has the episode', () => {
    expect(tracePerson(planOf({}), 'e0000000000000001')).toBeNull();
  });
});

describe('a person of the area', () => {
  const lone: Partial<MemberSpec> = {
    needs: { crisis: { unitRate: 0.05, rate: 0.05, channels: { call: { weight: 1, to: 'call.answer' } } } },
    channels: ['call'],
    population: 2,
    arrivals: {},
    horizon: 400,
  };
  const plan = planOf({ pathways: { call: REROUTED } }, lone);

  it('is followed through all that happens to them, and to nobody else', () => {
    const rows = [...logRows(plan)].filter(({ person, world }) => person === 0 && world === 'base');
    const episodes = tracePerson(plan, '0')?.episodes ?? [];
    expect(episodes.length).toBeGreaterThan(2);
    expect(episodes.flatMap(({ sides }) => sides[0]?.rows ?? []).length).toBe(rows.length);
    for (const { sides, parting, need } of episodes) {
      const opened = sides[0]?.opened ?? Number.NaN;
      expect(need).toBe('crisis');
      if (opened + 5 < 400) expect(parting?.at?.hour).toBeCloseTo(opened + 1, 9);
    }
  });
  it('reads the same alone as beside another world', () => {
    const alone = tracePerson({ ...plan, worlds: plan.worlds.slice(0, 1) }, '1');
    const beside = tracePerson(plan, '1');
    const own = beside?.episodes.flatMap(({ sides }) => sides[0] ?? []);
    expect(alone?.episodes.flatMap(({ sides }) => sides[0] ?? [])).toEqual(own);
    expect(alone?.episodes.map(({ parting }) => parting)).toEqual(alone?.episodes.map(() => null));
  });
  it('to whom nothing happens has no episodes', () => {
    const quiet = planOf({}, { ...lone, horizon: 1, measuredEnd: 1 });
    expect(tracePerson(quiet, '0')).toEqual({ person: '0', episodes: [] });
  });
  it('is named among the touched, once', () => {
    const { touched, bystanders, delayed } = findChanged(plan, 5);
    expect(touched.first.map(({ person }) => person)).toEqual(['0', '1']);
    expect([touched.count, bystanders.count, delayed.count]).toEqual([2, 0, 0]);
  });
});

describe('people for whom something changes', () => {
  /** Calls at 24, 48, …, 144 open in the measured period; that at 168 comes as it ends. */
  const CALLS = 6;
  const counts = (policy: Partial<MemberSpec>, base: Partial<MemberSpec> = {}) => {
    const { touched, bystanders, delayed } = findChanged(planOf(policy, base), 2);
    return [touched.count, bystanders.count, delayed.count];
  };
  it('are touched by a rule', () => expect(counts({ pathways: { call: REROUTED } })).toEqual([CALLS, 0, 0]));
  it('are bystanders of a full service', () => {
    expect(counts({ services: { ...BASE.services, police: { capacity: 0, room: 0 } } })).toEqual([0, CALLS, 0]);
  });
  it('are delayed on the same way', () => {
    const answer: StepSpec = { seize: 'desk', for: 2, then: 'decide' };
    expect(counts({ pathways: { call: { ...STEPS, answer } } })).toEqual([0, 0, CALLS]);
  });
  it('are none where nothing differs, where it is over sooner, and in background work', () => {
    expect(counts({})).toEqual([0, 0, 0]);
    const answer: StepSpec = { seize: 'desk', for: 0.5, then: 'decide' };
    expect(counts({ pathways: { call: { ...STEPS, answer } } })).toEqual([0, 0, 0]);
    const background = { arrivals: { calls: { every: 24, to: 'call.answer', background: true } } };
    expect(counts({ pathways: { call: REROUTED } }, background)).toEqual([0, 0, 0]);
  });
  it('are named in the order of their ids, as many as asked for', () => {
    const { touched } = findChanged(planOf({ pathways: { call: REROUTED } }), 2);
    const people = touched.first.map(({ person }) => person);
    expect(people).toHaveLength(2);
    expect([...people].sort()).toEqual(people);
    expect(touched.first[0]?.parting.at).toMatchObject({ from: 'police', to: 'line', policy: 'divert' });
  });
});
