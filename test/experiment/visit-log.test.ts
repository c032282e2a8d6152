/** The visit log in names, row by row, worked out by hand. */
import { describe, expect, it } from 'vitest';
import { episodeId, episodeKey } from '../../src/experiment/episode-id.js';
import { type LogRow, logRows, runExperiment } from '../../src/experiment/index.js';
import { type MemberSpec, memberOf } from './support/members.js';
import { planOf } from './support/town.js';

/** One call at hour 24, 48, …: a room and a desk together for an hour, a decision, then the police, who are full. */
const WORLD: MemberSpec = {
  name: 'base',
  horizon: 47,
  services: { desk: 5, room: 5, police: { capacity: 0, room: 0 }, line: 1 },
  agencies: { desk: 'police', room: 'police', police: 'police', line: 'nhs' },
  arrivals: { calls: { every: 24, to: 'call.answer' } },
  policies: ['divert'],
  pathways: {
    call: {
      answer: { seize: ['desk', 'room'], for: 1, then: 'decide' },
      decide: { branch: { options: { attend: { weight: 1, to: 'attend' } } } },
      attend: { seize: 'police', for: 4, ifFull: 'advise', then: '=helped', tag: 1 },
      advise: { seize: 'line', for: 30, then: '=advised' },
    },
  },
};

const shortened = (row: LogRow) =>
  [row.step, row.kind, row.service, row.agency, row.joined, row.started, row.serviceEnded, row.released] as const;

describe('rows of the visit log', () => {
  const rows = [...logRows({ worlds: [memberOf(WORLD)], seed: 'by hand', replication: 0 })];

  it('say what happened to one caller, in the order in which it was over', () => {
    expect(rows.map(shortened)).toEqual([
      ['call.answer', 'visit', 'desk', 'police', 24, 24, 25, 25],
      ['call.answer', 'joint', 'room', 'police', 24, 24, 25, 25],
      ['call.decide', 'decision', null, null, 25, 25, 25, 25],
      ['call.attend', 'visit', 'police', 'police', 25, null, null, 25],
      ['call.advise', 'visit', 'line', 'nhs', 25, 25, 47, 47],
    ]);
  });
  it('say how each finished and why, and what came next', () => {
    expect(rows.map(({ finish, why, next }) => [finish, why, next])).toEqual([
      ['completed', null, 'call.decide'],
      ['completed', null, 'call.decide'],
      ['decided', 'share', 'call.attend'],
      ['declined', 'full', 'call.advise'],
      ['censored', 'held', null],
    ]);
  });
  it('name the decision, the policy that edited the step, the world, and nobody for a passer-by', () => {
    expect(rows.map(({ decision }) => decision)).toEqual([null, null, 'attend', null, null]);
    expect(rows.map(({ tag }) => tag)).toEqual([null, null, null, 'divert', null]);
    expect(new Set(rows.map(({ world, person }) => `${world} ${person}`))).toEqual(new Set(['base null']));
    expect(rows.map(({ requestedSeconds }) => requestedSeconds)).toEqual([3600, 3600, 0, 4 * 3600, 30 * 3600]);
  });
  it('bear one episode, whose id is the same in another world', () => {
    const twin = memberOf({ ...WORLD, name: 'twin', services: { ...WORLD.services, police: 1 } });
    const both = [...logRows({ worlds: [memberOf(WORLD), twin], seed: 'by hand', replication: 0 })];
    expect(both.slice(0, rows.length)).toEqual(rows);
    expect(new Set(both.map(({ episode }) => episode)).size).toBe(1);
    expect(both.slice(rows.length).map(({ step }) => step)).not.toContain('call.advise');
  });
});

describe('the log of a replication', () => {
  it('is that of the experiment with the same seed: it counts the same visits', async () => {
    const plan = planOf(['town', 'diverted'], { replications: 2 });
    const experiment = await runExperiment(plan);
    if (!experiment.ok) throw new Error('refused');
    const { measures } = experiment.samples.worlds[1]!;
    const contacts = measures.get('contacts')!;
    const { warmUp, measuredEnd } = plan.worlds[1]!.world;
    const counts = new Map<string, number>();
    for (const row of logRows({ worlds: plan.worlds, seed: plan.seed, replication: 1 })) {
      if (row.world !== 'diverted' || row.kind === 'decision' || row.part > 0) continue;
      if (row.joined < warmUp || row.joined >= measuredEnd) continue;
      const cell = `${row.service} ${row.isBackground ? 'background' : 'people'}`;
      counts.set(cell, (counts.get(cell) ?? 0) + 168 / (measuredEnd - warmUp));
    }
    expect(counts.size).toBeGreaterThan(2);
    contacts.cells.forEach(({ service, group }, at) => {
      expect(contacts.values[1]![at]).toBeCloseTo(counts.get(`${service} ${group}`) ?? 0, 6);
    });
  });
});

describe('ids of episodes', () => {
  it('are keys, and nothing else is', () => {
    expect(episodeId(-1, 1)).toBe('effffffff00000001');
    expect(episodeKey('effffffff00000001')).toEqual({ high: -1, low: 1 });
    for (const text of ['', 'e1', '12', 'effffffff0000000g', 'EFFFFFFFF00000001', 'effffffff00000001\n'])
      expect(episodeKey(text)).toBeNull();
  });
});
