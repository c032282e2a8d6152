/** A scenario may keep records of who is where: worlds with and without them have to compare, and be told, alike. */
import { describe, expect, it } from 'vitest';
import { settingOf } from '../../src/experiment/folding.js';
import { tracePerson } from '../../src/experiment/index.js';
import { measures } from '../../src/experiment/measures/index.js';
import { replicate } from '../../src/experiment/replicate.js';
import { weeklySeries } from '../../src/experiment/weekly/index.js';
import { seedWords } from '../../src/sim/index.js';
import type { StepSpec } from '../support/world-steps.js';
import { compare } from './support/compare.js';
import { textOf } from './support/fold.js';
import { type MemberSpec, memberOf } from './support/members.js';

/** Calls of people of the area: officers stay until a room takes over, or a rule sends the call to a line for advice. */
const PLAIN: Record<string, StepSpec> = {
  answer: { seize: 'desk', for: 1, then: 'decide' },
  decide: { branch: { options: { attend: { weight: 2, to: 'attend' }, other: { weight: 1, to: 'advise' } } } },
  attend: { seize: 'police', for: 3, keep: true, ifFull: 'advise', then: 'room' },
  room: { seize: 'room', for: 4, relieves: 'police', then: '=helped' },
  advise: { seize: 'line', for: 2, then: '=advised' },
};
/** The same, with a record of officers who wait, and one of each piece of advice, remembered for two days. */
const RECORDED: Record<string, StepSpec> = {
  ...PLAIN,
  attend: { seize: 'police', for: 3, keep: true, ifFull: 'advise', then: 'stays' },
  stays: { seize: 'officers-who-wait', keep: true, then: 'room' },
  room: { seize: 'room', for: 4, relieves: ['police', 'officers-who-wait'], then: '=helped' },
  advise: { seize: 'line', for: 2, then: 'noted' },
  noted: { start: 'memory.remembered', then: '=advised' } as StepSpec,
};
const MEMORY: Record<string, StepSpec> = {
  remembered: { seize: 'advised-lately', for: 48, then: 'over' },
  over: { leave: 'forgotten' },
};

function rerouted(steps: Record<string, StepSpec>): Record<string, StepSpec> {
  const way = {
    policy: 'divert',
    edit: 'a',
    from: ['attend'],
    share: 0.5,
    to: { advise: { weight: 1, to: 'advise' } },
  };
  return { ...steps, decide: { ...steps.decide, reroutes: [way], tag: 1 } as StepSpec };
}

const TOWN: MemberSpec = {
  name: 'base',
  horizon: 700,
  measuredEnd: 672,
  population: 300,
  services: { desk: 2, police: { capacity: 3, room: 2 }, room: 1, line: 2 },
  rooms: ['room'],
  needs: { concern: { unitRate: 0.004, rate: 0.002, channels: { call: { weight: 1, to: 'call.answer' } } } },
  channels: ['call'],
  policies: ['divert'],
  pathways: { call: PLAIN },
};
const WITH_RECORDS: MemberSpec = {
  ...TOWN,
  services: { 'officers-who-wait': 99, ...TOWN.services, 'advised-lately': 999 },
  records: ['officers-who-wait', 'advised-lately'],
  pathways: { call: RECORDED, memory: MEMORY },
};
const policyOf = (town: MemberSpec): MemberSpec => ({
  ...town,
  name: 'policy',
  pathways: { ...town.pathways, call: rerouted(town.pathways.call!) },
});

/** Cells of all measures and weekly series that are neither of a step nor of a record, without those that say nothing. */
function measured(town: MemberSpec): Record<string, number> {
  const setting = settingOf([memberOf(town)]);
  const { worlds } = replicate(setting, seedWords('by hand'), 0);
  const { measures: said, weekly } = worlds[0]!;
  return Object.fromEntries(
    [...measures, ...weeklySeries].flatMap((measure, at) =>
      measure.cells(setting.views[0]!).flatMap((cell, place) => {
        const value = [...said, ...weekly][at]![place]!;
        const isOfRecord = TOWN.services[cell.service ?? 'desk'] === undefined;
        return value === 0 || cell.step !== undefined || isOfRecord ? [] : [[`${measure.id} ${textOf(cell)}`, value]];
      }),
    ),
  );
}

describe('records of who is where', () => {
  it('change no comparison of two worlds', () => {
    const plain = compare(TOWN, policyOf(TOWN));
    expect(plain['rule-forks']).not.toEqual({});
    expect(compare(WITH_RECORDS, policyOf(WITH_RECORDS))).toEqual(plain);
  });
  it('change no outcome, episode or service of a world', () => {
    const plain = measured(TOWN);
    expect(Object.keys(plain).length).toBeGreaterThan(100);
    expect(measured(WITH_RECORDS)).toEqual(plain);
  });
  it('are counted themselves', () => {
    const setting = settingOf([memberOf(WITH_RECORDS)]);
    const { worlds } = replicate(setting, seedWords('by hand'), 0);
    const inUse = measures.findIndex(({ id }) => id === 'mean-in-use');
    const cells = measures[inUse]!.cells(setting.views[0]!).map(({ service }) => service);
    const of = (service: string) => worlds[0]!.measures[inUse]![cells.indexOf(service)]!;
    expect(of('officers-who-wait')).toBeGreaterThan(0);
    expect(of('advised-lately')).toBeGreaterThan(0);
  });
  it('are no part of a person’s story', () => {
    const storyOf = (town: MemberSpec) => {
      const worlds = [memberOf(town), memberOf(policyOf(town))];
      const told = tracePerson({ worlds, seed: 'by hand', replication: 0 }, '7');
      return told?.episodes.map(({ need, sides, parting }) => ({
        ...{ need, parting },
        sides: sides.map((side) => side?.rows.map(({ step, joined, released }) => [step, joined, released])),
      }));
    };
    expect(storyOf(TOWN)).not.toEqual([]);
    expect(storyOf(WITH_RECORDS)).toEqual(storyOf(TOWN));
  });
});
