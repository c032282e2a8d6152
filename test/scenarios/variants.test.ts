/** Variants of a world are the worlds that edits would have made; levers set from outside are as if written in the file. */
import { describe, expect, it } from 'vitest';
import { compileWorld, hoursOfWeek, leversOf, streamsOf, withLoad, withUnits } from '../../src/scenarios/index.js';
import { accepted, refused, told, worldOf } from './support/load.js';
import { small, smallWith } from './support/small.js';

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('more units', () => {
  it('are on duty in every hour in which somebody is', () => {
    const wanted = worldOf(
      smallWith(['{mon-fri 08:00-20:00: 2, otherwise: 1}', '{mon-fri 08:00-20:00: 5, otherwise: 4}']),
    );
    expect(plain(withUnits(worldOf(small), 'doctor', 3, null))).toEqual(plain(wanted));
    const nights = (units: number) =>
      worldOf(smallWith(['{mon-fri 08:00-20:00: 2, otherwise: 1}', `{mon-fri 08:00-20:00: ${units}, otherwise: 0}`]));
    expect(plain(withUnits(nights(2), 'doctor', 3, null))).toEqual(plain(nights(5)));
  });

  it('are on duty in the hours named, whoever else is', () => {
    const week = '{mon-fri 08:00-20:00: 2, otherwise: 0}';
    const wanted = '{mon-fri 08:00-20:00: 2, sat 22:00-02:00: 3, otherwise: 0}';
    const from = '{mon-fri 08:00-20:00: 2, otherwise: 1}';
    const more = withUnits(worldOf(smallWith([from, week])), 'doctor', 3, hoursOfWeek('sat 22:00-02:00'));
    expect(plain(more)).toEqual(plain(worldOf(smallWith([from, wanted]))));
    expect(hoursOfWeek('weekends')).toBeNull();
  });

  it('may be ample, and leave what is unlimited alone', () => {
    const ample = withUnits(worldOf(small), 'clinic', Number.POSITIVE_INFINITY, null);
    const unlimited = worldOf(smallWith(['capacity: 3, room: 20', 'capacity: unlimited, room: 20']));
    expect(ample.epochs).toEqual(unlimited.epochs);
    expect(withUnits(unlimited, 'clinic', 2, null).epochs).toEqual(unlimited.epochs);
  });
});

describe('more demand', () => {
  it('is the world with its rates scaled', () => {
    const policy = 'spillover: 1\npolicy: more\nedits:\n';
    const scale = (what: string) => `  - scale: {what: ${what}, by: 1.5}\n`;
    const world = (edits: string) =>
      compileWorld(accepted({ 's.yaml': `${small}policies: [./more.yaml]\n`, 'more.yaml': policy + edits }));
    const both = world(scale('needs.injury.onset.rate') + scale('arrivals.others.rate'));
    expect(streamsOf(both)).toEqual(['injury', 'others']);
    expect(withLoad(worldOf(small), 1.5, null).epochs).toEqual(both.epochs);
    expect(withLoad(worldOf(small), 1.5, ['others']).epochs).toEqual(world(scale('arrivals.others.rate')).epochs);
  });

  it('shortens the intervals of streams that renew', () => {
    const renewal = (mean: string) => worldOf(smallWith(['rate: 2 per hour', `every: {exponential: ${mean}}`]));
    expect(withLoad(renewal('30 min'), 2, ['others']).epochs).toEqual(renewal('15 min').epochs);
  });
});

describe('a lever', () => {
  const policy = `spillover: 1
policy: fewer
compliance: 0.5
levers: {kept: {label: Share kept, range: [0, 0.9]}, length: {range: [10 min, 40 min]}}
parameters:
  kept: {value: 0.4, assumption: a guess, grade: E, range: [0, 1]}
  length: {value: 20 min, assumption: a guess, grade: E, range: [10 min, 40 min]}
edits:
  - scale: {what: arrivals.others.rate, by: $kept}
  - set: {what: pathways.visit.steps.treat.for, to: $length}
`;
  const files = (use: string) => ({ 's.yaml': `${small}policies: [${use}]\n`, 'fewer.yaml': policy });
  const set = (lever: string, value: string) => ({ levers: [{ policy: 'fewer', lever, value }] });

  it('is listed with its range, unit and value', () => {
    const levers = leversOf(accepted(files('{policy: ./fewer.yaml, with: {kept: 0.6}}')));
    expect(levers).toEqual([
      { policy: 'fewer', lever: 'kept', label: 'Share kept', range: [0, 0.9], unit: '', value: 0.6 },
      { policy: 'fewer', lever: 'length', label: 'length', range: [10, 40], unit: ' min', value: 20 },
      {
        policy: 'fewer',
        lever: 'compliance',
        label: 'How often the policy is followed',
        range: [0, 1],
        unit: '',
        value: 0.5,
      },
    ]);
  });

  it('set from outside is as if it were written where the policy is put on', () => {
    for (const [lever, value, use] of [
      ['kept', '0.7', '{policy: ./fewer.yaml, with: {kept: 0.7}}'],
      ['length', '30 min', '{policy: ./fewer.yaml, with: {length: 30 min}}'],
      ['compliance', '0.25', '{policy: ./fewer.yaml, compliance: 0.25}'],
    ] as const)
      expect(accepted(files('./fewer.yaml'), './s.yaml', set(lever, value)).world).toEqual(accepted(files(use)).world);
  });

  it('beyond its range is refused', () => {
    expect(told(refused(files('./fewer.yaml'), './s.yaml', set('kept', '0.95'))).join()).toContain(
      'This lies outside of the range of the lever `kept`.',
    );
  });
});
