/** Where twins part, and why: one person a day or so, no chance, and the answer worked out by hand. */
import { describe, expect, it } from 'vitest';
import type { StepSpec } from '../support/world-steps.js';
import { compare } from './support/compare.js';
import type { MemberSpec } from './support/members.js';

type Steps = Record<string, StepSpec>;

/** A call every 24 h from hour 24 on; answered for an hour, decided on, and attended for four. */
const steps: Steps = {
  answer: { seize: 'desk', for: 1, then: 'decide' },
  decide: {
    branch: { options: { attend: { weight: 1, to: 'attend' }, advise: { weight: 0, to: 'advise' } } },
    then: 'attend',
  },
  attend: { seize: 'police', for: 4, ifFull: 'advise', then: '=helped' },
  advise: { seize: 'line', for: 2, then: '=advised' },
};
const world = (own: Steps = steps, more: Partial<MemberSpec> = {}): MemberSpec => ({
  name: 'baseline',
  horizon: 168,
  services: { desk: 5, police: 5, line: 5 },
  agencies: { desk: 'police', police: 'police', line: 'nhs' },
  arrivals: { calls: { every: 24, to: 'call.answer' } },
  policies: ['divert', 'tighten'],
  pathways: { call: own },
  ...more,
});
const policy = (own: Steps, more: Partial<MemberSpec> = {}) => ({
  ...world({ ...steps, ...own }, more),
  name: 'policy',
});
/** Calls at 24, 48, …, 168: six in the window, which ends as the seventh comes. */
const DECIDED = 6;
const branch = (more: object): StepSpec => ({ ...steps.decide, ...more }) as StepSpec;

describe('an edited rule parts twins', () => {
  it('by a reroute of an option', () => {
    const reroutes = [
      { policy: 'divert', edit: 'a', from: ['attend'], share: 1, to: { advise: { weight: 1, to: 'advise' } } },
    ];
    const result = compare(world(), policy({ decide: branch({ reroutes, tag: 1 }) }));
    expect(result['rule-forks']).toEqual({ 'police line divert': DECIDED });
    expect(result['people-changed']).toEqual({ touched: DECIDED });
    // Attended for 4 h (the last from 145 to 149); advised for 2 h in its place.
    expect(result['hours-change']).toEqual({
      'police dropped': 4 * DECIDED,
      'police change': -4 * DECIDED,
      'nhs added': 2 * DECIDED,
      'nhs change': 2 * DECIDED,
    });
  });
  it('by a reroute on entering a step, out of the pathway', () => {
    const reroutes = [{ policy: 'tighten', edit: 'b', share: 1, to: { none: { weight: 1, to: '=lost' } } }];
    const attend = { ...steps.attend, reroutes, tag: 2 } as StepSpec;
    expect(compare(world(), policy({ attend }))['rule-forks']).toEqual({ 'police none:lost tighten': DECIDED });
  });
  it('by other weights of a branch', () => {
    const options = { attend: { weight: 0, to: 'attend' }, advise: { weight: 1, to: 'advise' } };
    const decide = branch({ branch: { options }, tag: 1 });
    expect(compare(world(), policy({ decide }))['rule-forks']).toEqual({ 'police line divert': DECIDED });
  });
  it('by a new case, though the other case has another place in the list', () => {
    const before = { later: { when: { hours: [99] }, to: 'advise' } };
    const after = { low: { when: { severity: [0] }, to: 'advise' }, ...before };
    const options = { attend: { weight: 1, to: 'attend' } };
    const baseline = world({ ...steps, decide: branch({ branch: { cases: before, options } }) });
    const decide = branch({ branch: { cases: after, options }, tag: 2 });
    expect(compare(baseline, policy({ decide }))['rule-forks']).toEqual({ 'police line tighten': DECIDED });
  });
  it('by a case that asks whether another service is engaged, and is the same but for that', () => {
    const options = { attend: { weight: 1, to: 'attend' } };
    const asks = (service: string) =>
      branch({ branch: { cases: { busy: { when: { engaged: service }, to: 'advise' } }, options } });
    // The one officer is held all along by somebody else; of the line a unit is always idle.
    const arrivals = { ...world().arrivals, held: { people: 1, to: 'other.hold' } };
    const more = { arrivals, services: { desk: 5, police: 1, line: 5 } };
    const other = { hold: { seize: 'police', for: 1000, then: '=helped' } } as Steps;
    const at = { ...steps, attend: { ...steps.attend, seize: 'desk' } as StepSpec };
    const pathways = (decide: StepSpec) => ({ pathways: { call: { ...at, decide }, other } });
    const baseline = { ...world(steps, more), ...pathways(asks('police')) };
    const after = { ...policy({}, more), ...pathways({ ...asks('line'), tag: 2 } as StepSpec) };
    expect(compare(baseline, after)['rule-forks']).toEqual({ 'line desk tighten': DECIDED });
  });
  it('by a step put in between, that only the policy world has', () => {
    const answer = { seize: 'desk', for: 1, then: 'screen', tag: 1 } as StepSpec;
    const screen = { seize: 'line', for: 1, then: 'decide', tag: 1 } as StepSpec;
    const result = compare(world(), policy({ answer, screen }));
    expect(result['rule-forks']).toEqual({ 'police line divert': DECIDED });
  });
  it('by a step without a trace on the way', () => {
    const marked = { answer: { seize: 'desk', for: 1, then: 'note' }, note: { delay: 1, then: 'decide' } } as Steps;
    const note = { delay: 1, then: 'advise', tag: 2 } as StepSpec;
    const result = compare(world({ ...marked, ...without('answer') }), policy({ ...marked, note }));
    expect(result['rule-forks']).toEqual({ 'police line tighten': DECIDED });
  });
  it('by another service for the same step', () => {
    const attend = { ...steps.attend, seize: 'line', tag: 1 } as StepSpec;
    expect(compare(world(), policy({ attend }))['rule-forks']).toEqual({ 'police line divert': DECIDED });
  });
  it('by another way out when the line is full, which was full before as well', () => {
    const none = { services: { desk: 5, police: { capacity: 0, room: 0 }, line: 5 } };
    const attend = { ...steps.attend, ifFull: '=lost', tag: 1 } as StepSpec;
    expect(compare(world(steps, none), policy({ attend }, none))['rule-forks']).toEqual({
      'line none:lost divert': DECIDED,
    });
  });
  it('once an episode, at the first difference, and later episodes of others are not touched', () => {
    const answer = { seize: 'desk', for: 1, then: 'advise', tag: 1 } as StepSpec;
    const attend = { ...steps.attend, then: 'advise', tag: 2 } as StepSpec;
    expect(compare(world(), policy({ answer, attend }))['rule-forks']).toEqual({ 'police line divert': DECIDED });
  });
  it('while the rest is not seen, when the run ends before the next service', () => {
    const late = {
      decide: branch({ branch: { options: { attend: { weight: 1, to: 'pause' } } } }),
      pause: { delay: 90, then: 'attend' },
    } as Steps;
    const decide = branch({ branch: { options: { attend: { weight: 1, to: '=lost' } } }, tag: 1 });
    const result = compare(world({ ...steps, ...late }), policy({ ...late, decide }));
    // Decided at 25, 49 and 73: back by 163; decided at 97, 121 and 145: still away at 168.
    expect(result['rule-forks']).toEqual({ 'police none:lost divert': 3, 'censored none:lost divert': 3 });
  });
  it('in the window only', () => {
    const window = { warmUp: 48, measuredEnd: 120 };
    const answer = { seize: 'desk', for: 1, then: 'advise', tag: 1 } as StepSpec;
    // The answer at 48, 72 and 96 is where they part.
    const result = compare(world(steps, window), policy({ answer }, window));
    expect(result['rule-forks']).toEqual({ 'police line divert': 3 });
    expect(result['people-changed']).toEqual({ touched: 3 });
  });
  it('in background work, too, but not among people', () => {
    const background = { arrivals: { calls: { every: 24, to: 'call.answer', background: true } } };
    const answer = { seize: 'desk', for: 1, then: 'advise', tag: 1 } as StepSpec;
    const result = compare(world(steps, background), policy({ answer }, background));
    expect(result['rule-forks']).toEqual({ 'police line divert': DECIDED });
    expect(result['people-changed']).toEqual({});
  });
  it('though an edit has no policy', () => {
    const answer = { seize: 'desk', for: 1, then: 'advise' } as StepSpec;
    expect(compare(world(), policy({ answer }))['rule-forks']).toEqual({ 'police line scenario': DECIDED });
  });
});

describe('something else parts twins', () => {
  it('when a service is full, even at a step whose length is edited', () => {
    const none = { services: { desk: 5, police: { capacity: 0, room: 0 }, line: 5 } };
    const attend = { ...steps.attend, for: 5, tag: 1 } as StepSpec;
    const result = compare(world(), policy({ attend }, none));
    expect(result['rule-forks']).toEqual({});
    expect(result['people-changed']).toEqual({ other: DECIDED });
  });
  it('when a case of an edited branch holds because of scarcity, which the baseline would have decided so, too', () => {
    const cases = { full: { when: { full: ['police'] }, to: 'advise' } };
    const options = { attend: { weight: 1, to: 'attend' } };
    const baseline = world({ ...steps, decide: branch({ branch: { cases, options } }) });
    const more = { cases: { never: { when: { hours: [99] }, to: '=lost' }, ...cases }, options };
    const none = { services: { desk: 5, police: 0, line: 5 } };
    const result = compare(baseline, policy({ decide: branch({ branch: more, tag: 1 }) }, none));
    expect(result['rule-forks']).toEqual({});
    expect(result['people-changed']).toEqual({ other: DECIDED });
  });
  it('when it does so in a world in which the channel of the case has another index, as a need came before it', () => {
    const channel = (index: number) => ({
      cases: { full: { when: { channel: [index], full: ['police'] }, to: 'advise' } },
      options: { attend: { weight: 1, to: 'attend' } },
    });
    const arrivals = { calls: { every: 24, to: 'call.answer', channel: 'call' } };
    const baseline = world({ ...steps, decide: branch({ branch: channel(0) }) }, { arrivals, channels: ['call'] });
    const cases = { never: { when: { hours: [99] }, to: '=lost' }, ...channel(1).cases };
    const scarce = { arrivals, channels: ['app', 'call'], services: { desk: 5, police: 0, line: 5 } };
    const result = compare(baseline, policy({ decide: branch({ branch: { ...channel(1), cases }, tag: 1 }) }, scarce));
    expect(result['rule-forks']).toEqual({});
    expect(result['people-changed']).toEqual({ other: DECIDED });
  });
  it('later, when only times differ', () => {
    const result = compare(world(), policy({ answer: { seize: 'desk', for: 2, then: 'decide', tag: 1 } as StepSpec }));
    expect(result['rule-forks']).toEqual({});
    expect(result['people-changed']).toEqual({ other: DECIDED });
    // Each of the six answers takes an hour more.
    expect(result['hours-change']).toEqual({ 'police stretched': DECIDED, 'police change': DECIDED });
  });
});

describe('the same instant', () => {
  it('is walked along the pathway: units only seized, then a decision, then a visit', () => {
    const own: Steps = {
      hold: { seize: 'police', then: 'decide' },
      decide: { branch: { options: { a: { weight: 1, to: 'attend' }, b: { weight: 0, to: 'zero' } } } },
      attend: { seize: 'desk', for: 3, then: '=helped' },
      zero: { seize: 'line', for: 0, then: 'again' },
      again: { branch: { options: { only: { weight: 1, to: 'attend' } } } },
    };
    const options = { a: { weight: 0, to: 'attend' }, b: { weight: 1, to: 'zero' } };
    const arrivals = { calls: { every: 24, to: 'call.hold' } };
    const result = compare(world(own, { arrivals }), {
      ...world({ ...own, decide: { branch: { options }, tag: 1 } }, { arrivals }),
      name: 'policy',
    });
    // All six are decided on at the instant of the call.
    expect(result['rule-forks']).toEqual({ 'desk line divert': DECIDED });
  });
});

describe('persons', () => {
  it('stay touched after a rule parted them, in what is changed later', () => {
    const needs = { crisis: { unitRate: 0.05, rate: 0.05, channels: { call: { weight: 1, to: 'call.answer' } } } };
    const more = { needs, channels: ['call'], population: 1, arrivals: {}, horizon: 1680 };
    const slow = { ...steps, advise: { seize: 'line', for: 2, then: '=advised' } } as Steps;
    const reroutes = [{ policy: 'divert', edit: 'a', share: 1, to: { advise: { weight: 1, to: 'advise' } } }];
    const result = compare(world(slow, more), policy({ decide: branch({ reroutes, tag: 1 }) }, more));
    const changed = result['people-changed'] ?? {};
    expect(changed.touched).toBeGreaterThan(20);
    expect(changed.other ?? 0).toBe(0);
    expect(changed.touched).toBeGreaterThanOrEqual(result['rule-forks']?.['police line divert'] ?? Number.NaN);
  });
  it('are bystanders where a policy adds a way of leaving that a clock of theirs may follow, and nothing else of it', () => {
    const needs = { crisis: { unitRate: 0.05, rate: 0.05, channels: { call: { weight: 1, to: 'call.answer' } } } };
    const after = { need: 'crisis', runs: 'after' as const, outcomes: ['helped', 'turned-away'], rate: 0.001 };
    const clocks = { again: { ...after, expires: { open: 'crisis', to: 'call.answer', channel: 'call' } } };
    const more = { needs, clocks, channels: ['call'], population: 1, arrivals: {}, horizon: 1680 };
    const options = { attend: { weight: 1, to: 'attend' }, advise: { weight: 0, to: '=turned-away' } };
    const crowded = { ...more, services: { desk: 5, police: 0, line: 5 } };
    const result = compare(world(steps, more), policy({ decide: branch({ branch: { options }, tag: 1 }) }, crowded));
    const classes = Object.keys(result['contacts-by-class'] ?? {}).map((cell) => cell.split(' ')[1]);
    expect([...new Set(classes)]).toEqual(['bystander']);
  });
});

/** The steps but one, so that it can be put elsewhere. */
function without(name: string): Steps {
  return Object.fromEntries(Object.entries(steps).filter(([own]) => own !== name));
}
