/** Where freed hours go and who is met on the way: small worlds without chance, and the answers worked out by hand. */
import { describe, expect, it } from 'vitest';
import { Folding, settingOf } from '../../src/experiment/folding.js';
import { InvariantError, run, seedWords, type VisitLog } from '../../src/sim/index.js';
import type { StepSpec } from '../support/world-steps.js';
import { compare } from './support/compare.js';
import { type MemberSpec, memberOf } from './support/members.js';

/**
 * Two streams. Calls come every 24 h from hour 24 on, and the police hold them for 4 h. Neighbours come to the clinic one
 * hour later, every 24 h from hour 25 on, and are seen for 2 h. One nurse is on duty.
 */
const world = (call: Record<string, StepSpec>, more: Partial<MemberSpec> = {}): MemberSpec => ({
  name: 'baseline',
  horizon: 200,
  measuredEnd: 160,
  services: { police: 5, clinic: 1, ward: 5 },
  agencies: { police: 'police', clinic: 'nhs', ward: 'nhs' },
  policies: ['divert'],
  arrivals: { calls: { every: 24, to: 'call.decide' }, neighbours: { every: 25, to: 'walk.see' } },
  pathways: {
    call,
    walk: {
      see: { seize: 'clinic', for: 2, ifFull: 'ward', then: '=done' },
      ward: { seize: 'ward', for: 7, then: '=done' },
    },
  },
  ...more,
});
const attended: Record<string, StepSpec> = {
  decide: { branch: { options: { attend: { weight: 1, to: 'attend' } } } },
  attend: { seize: 'police', for: 4, then: '=helped' },
  clinic: { seize: 'clinic', for: 3, then: '=helped' },
};
const sentOn: Record<string, StepSpec> = {
  ...attended,
  decide: { branch: { options: { clinic: { weight: 1, to: 'clinic' } } }, tag: 1 },
};
const policy = (call: Record<string, StepSpec>, more: Partial<MemberSpec> = {}) => ({
  ...world(call, more),
  name: 'policy',
});
/** Calls at 24, 48, 72, 96, 120 and 144. */
const CALLS = 6;

describe('with no queue in common', () => {
  const apart = { services: { police: 5, clinic: 5, ward: 5 } };
  const result = compare(world(attended, apart), policy(sentOn, apart));
  it('nobody is a bystander', () => {
    expect(result.bystanders).toEqual({ 'people all': 12 });
    expect(result['bystander-visits']).toEqual({});
    expect(result['waiting-by-class']).toEqual({});
    expect(result.differences).toEqual({ 'people rule': CALLS, 'people same': 6 });
  });
  it('what is freed at one service is spare, and what is taken elsewhere is missing from the spare there', () => {
    expect(result['supply-ledger']).toEqual({
      'police freed': 4 * CALLS,
      'police spare': 4 * CALLS,
      'clinic freed': -3 * CALLS,
      'clinic spare': -3 * CALLS,
    });
  });
  it('what is requested is served, at the places that the matrix names', () => {
    expect(result['demand-ledger']).toEqual({
      ...both('police', { requested: -4 * CALLS, served: -4 * CALLS }),
      ...both('clinic', { requested: 3 * CALLS, served: 3 * CALLS }),
    });
    // Of 4 h dropped, 3 h are added at the clinic and 1 h nowhere.
    expect(result['hours-matrix']).toEqual({ 'police clinic': 3 * CALLS, 'police none': CALLS });
    expect(result['contacts-by-class']).toEqual({ 'police touched': -CALLS, 'clinic touched': CALLS });
  });
});

describe('where the diverted stand in one line with others', () => {
  const result = compare(world(attended), policy(sentOn));
  it('neighbours are delayed, by the hours worked out by hand', () => {
    // Diverted at 24, 48, …; neighbours at 25, 50, 75, 100, 125, 150: 25 waits until 27 (2 h), 50 until 51 (1 h), and 75
    // finds the clinic free again, as do the others.
    expect(result.bystanders).toEqual({ 'people later': 2, 'people all': 12 });
    expect(result['bystander-visits']).toEqual({ 'clinic people delayed': 2 });
    expect(result['waiting-by-class']).toEqual({ 'clinic bystander': 3, 'clinic everybody': 3 });
    expect(result.differences).toEqual({ 'people rule': CALLS, 'people later': 2, 'people same': 4 });
  });
  it('work that only moves in time is absorbed by nobody', () =>
    expect(result['supply-ledger']).toEqual({
      'police freed': 4 * CALLS,
      'police spare': 4 * CALLS,
      'clinic freed': -3 * CALLS,
      'clinic spare': -3 * CALLS,
    }));
});

describe('where the line has no room', () => {
  const full = { services: { police: 5, clinic: { capacity: 1, room: 0 }, ward: 5 } };
  const refusing = (call: Record<string, StepSpec>) => ({
    ...call,
    clinic: { ...call.clinic, ifFull: '=lost' } as StepSpec,
  });
  const result = compare(world(refusing(attended), full), policy(refusing(sentOn), full));
  it('a stranger is sent to the ward: a bystander who is rerouted', () => {
    // The neighbours of 25 and 50 find the clinic taken and go to the ward for 7 h in place of 2 h at the clinic.
    expect(result.bystanders).toEqual({ 'people rerouted': 2, 'people all': 12 });
    expect(result['bystander-visits']).toEqual({ 'ward people added': 2 });
    expect(result['supply-ledger']).toEqual({
      'police freed': 4 * CALLS,
      'police spare': 4 * CALLS,
      'clinic freed': -3 * CALLS,
      'clinic bystander': -2 * 2,
      'clinic spare': -3 * CALLS + 2 * 2,
      'ward bystander': 2 * 7,
      'ward spare': -2 * 7,
    });
    expect(result.differences).toEqual({ 'people rule': CALLS, 'people scarcity': 2, 'people same': 4 });
  });
});

describe('demand', () => {
  it('that is refused at one place and met at another counts once, at the last place that sought it', () => {
    const lengths = { length: 'talk' };
    const call: Record<string, StepSpec> = {
      decide: { branch: { options: { attend: { weight: 1, to: 'attend' } } } },
      attend: { seize: 'police', for: 4, then: '=helped' },
      clinic: { seize: 'clinic', for: 3, ...lengths, ifFull: 'ward', then: '=helped' },
      ward: { seize: 'ward', for: 3, ...lengths, then: '=helped' },
    };
    const shut = { services: { police: 5, clinic: { capacity: 0, room: 0 }, ward: 5 } };
    const arrivals = { calls: { every: 24, to: 'call.decide' } };
    const decide: StepSpec = { branch: { options: { clinic: { weight: 1, to: 'clinic' } } }, tag: 1 };
    const result = compare(world(call, { ...shut, arrivals }), policy({ ...call, decide }, { ...shut, arrivals }));
    expect(result['demand-ledger']).toEqual({
      ...both('police', { requested: -4 * CALLS, served: -4 * CALLS }),
      ...both('clinic', { 'sought-again': 3 * CALLS }),
      ...both('ward', { requested: 3 * CALLS, served: 3 * CALLS }),
    });
    expect(result.hops).toEqual({ 'policy 1 clinic full ward': CALLS });
    expect(result['rule-forks']).toEqual({ 'police clinic divert': CALLS });
  });
  it('that nobody meets is unmet, and that the end of the run cuts off is censored', () => {
    const more = { services: { police: 5, clinic: 0, ward: 5 }, arrivals: { calls: { every: 24, to: 'call.decide' } } };
    const impatient = { ...sentOn, clinic: { ...sentOn.clinic, patience: { after: 50, to: '=lost' } } as StepSpec };
    const result = compare(world(attended, more), policy(impatient, more));
    // Those of 24 to 144 wait 50 h; at 200 the one of 144 has given up at 194.
    expect(result['demand-ledger']).toEqual({
      ...both('police', { requested: -4 * CALLS, served: -4 * CALLS }),
      ...both('clinic', { requested: 3 * CALLS, unmet: 3 * CALLS }),
    });
    expect(result.hops).toEqual({ 'policy 1 clinic patience none:lost': CALLS });
    const waiting = compare(world(attended, more), policy(sentOn, more));
    expect(waiting['demand-ledger']).toEqual({
      ...both('police', { requested: -4 * CALLS, served: -4 * CALLS }),
      ...both('clinic', { requested: 3 * CALLS, censored: 3 * CALLS }),
    });
  });
  it('does not rise when units are only kept longer: that is holding', () => {
    const kept: Record<string, StepSpec> = {
      decide: { branch: { options: { attend: { weight: 1, to: 'attend' } } } },
      attend: { seize: 'police', for: 4, keep: true, then: 'pause' },
      pause: { delay: 2, then: '=helped' },
      leave: { delay: 5, then: '=left' },
    };
    const decided = { ...kept, attend: { ...kept.attend, then: 'leave', tag: 1 } as StepSpec };
    const arrivals = { calls: { every: 24, to: 'call.decide' } };
    const result = compare(world(kept, { arrivals }), policy(decided, { arrivals }));
    expect(result['demand-ledger']).toEqual(both('police', { holding: 3 * CALLS }));
    expect(result['hours-change']).toEqual({ 'police stretched': 3 * CALLS, 'police change': 3 * CALLS });
    // In both worlds, so neither dropped nor added; over only after the fork, so touched.
    expect(result['hours-matrix']).toEqual({});
    expect(result['supply-ledger']).toEqual({ 'police freed': -3 * CALLS, 'police spare': -3 * CALLS });
  });
  it('that is met in part has the rest unmet', () => {
    const services = { police: 5, clinic: { capacity: 1, preemption: 'reroute' as const }, ward: 5 };
    const urgent = { ...sentOn, clinic: { ...sentOn.clinic, priority: 0 } as StepSpec };
    const calm = { ...attended, clinic: { ...attended.clinic, priority: 0 } as StepSpec };
    const walk: Record<string, StepSpec> = {
      see: { seize: 'clinic', for: 2, priority: 1, ifPreempted: '=lost', then: '=done' },
    };
    const arrivals = { calls: { every: 24, to: 'call.decide' }, neighbours: { every: 23, to: 'walk.see' } };
    const more = (call: Record<string, StepSpec>) => ({ services, arrivals, pathways: { call, walk } });
    const result = compare(world(calm, more(calm)), policy(urgent, more(urgent)));
    // Neighbours at 23, 46, 69, 92, 115 and 138: the one of 23 is sent away at 24, after 1 h; the one of 46 is just done
    // at 48; the calls of 72, 96, … find the clinic free again.
    expect(result['demand-ledger']).toEqual({
      ...both('police', { requested: -4 * CALLS, served: -4 * CALLS }),
      ...both('clinic', { requested: 3 * CALLS, served: 3 * CALLS }),
      'clinic everybody served': 3 * CALLS - 1,
      'clinic everybody unmet': 1,
    });
  });
});

describe('a visit sought in both worlds', () => {
  it('is stretched where only one serves it; what only one seeks is added', () => {
    // The nurse is taken from 24 to 34. Vi comes at 25 and waits an hour; Will comes at 26, and only the policy sends him on.
    const worldOf = (nurses: number, will: string, tag: number): MemberSpec => ({
      name: tag === 0 ? 'baseline' : 'policy',
      horizon: 40,
      services: { nurse: nurses },
      policies: ['send'],
      arrivals: {
        long: { every: 24, to: 'long.see' },
        vi: { every: 25, to: 'vi.see' },
        will: { every: 26, to: 'will.decide' },
      },
      pathways: {
        long: { see: { seize: 'nurse', for: 10, then: '=done' } },
        vi: { see: { seize: 'nurse', for: 1, patience: { after: 1, to: '=lost' }, then: '=done' } },
        will: {
          decide: { branch: { options: { [will]: { weight: 1, to: will } } }, tag },
          see: { seize: 'nurse', for: 1, then: '=done' },
          home: { leave: 'home' },
        },
      },
    });
    const result = compare(worldOf(1, 'home', 0), worldOf(3, 'see', 1));
    expect(result['hours-change']).toEqual({ 'agency stretched': 1, 'agency added': 1, 'agency change': 2 });
    expect(result['contacts-by-class']).toEqual({ 'nurse touched': 1 });
  });
});

describe('displacement', () => {
  it('is what appears elsewhere, over what is freed', () => {
    const result = compare(world(attended), policy(sentOn));
    // In seconds, above the line: 18 h requested and served at the NHS.
    const seconds = (hours: number) => hours * 3600 * (160 / 168);
    expect(result['displacement-ratio']?.['police gross requested']).toBeCloseTo(seconds(3 * CALLS), 3);
    expect(result['displacement-ratio']?.['police net served']).toBeCloseTo(seconds(3 * CALLS), 3);
  });
});

describe('a planted leak stops the run', () => {
  /** The folds of both worlds, read to their end. */
  const folded = (tamper: (log: VisitLog) => void = () => {}) => {
    const setting = settingOf([memberOf(world(attended)), memberOf(policy(sentOn))]);
    const folding = new Folding(setting);
    const chance = { seed: seedWords('leak'), replication: 0 };
    setting.views.forEach(({ world: compiled }, at) => {
      const reader = folding.readers[at];
      if (reader === undefined) throw new Error('no reader');
      const visits = (log: VisitLog) => {
        if (at === 1) tamper(log);
        reader.visits(log);
      };
      run(compiled, chance, {
        visits,
        outcomes: (log) => reader.outcomes(log),
        levels: (log) => reader.levels(log),
      });
    });
    return folding;
  };
  it('of a second of a visit that the log of levels does not know', () => {
    expect(() => folded().finish()).not.toThrow();
    const leak = folded((log) => {
      const row = log.service.indexOf(1);
      log.released[row] = (log.released[row] ?? 0) + 1.5 / 3600;
    });
    expect(() => leak.finish()).toThrow(
      new InvariantError(
        'policy: unit-seconds of clinic, freed -64801, but absorbed + spare -64800: the account does not close',
      ),
    );
  });
  it.each(['contacts', 'waited', 'sought', 'used', 'inUse'] as const)('of one in %s', (total) => {
    const folding = folded();
    const sums = folding.readers[1]?.totals[total] ?? new Float64Array();
    sums[1] = (sums[1] ?? 0) + 1;
    expect(() => folding.finish()).toThrow(/does not close/);
  });
});

/** Lines of touched visits, which are everybody's when nobody else changes. */
function both(service: string, lines: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(lines).flatMap(([line, hours]) =>
      ['touched', 'everybody'].map((who) => [`${service} ${who} ${line}`, hours]),
    ),
  );
}
