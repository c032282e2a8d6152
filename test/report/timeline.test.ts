/** One person's story in words: each way in which a visit can go, and what parts two worlds. */
import { describe, expect, it } from 'vitest';
import type { EpisodeSide, LogRow, Parting } from '../../src/experiment/index.js';
import { changedInWords } from '../../src/report/changed-words.js';
import { labelsOf, timelinesOf } from '../../src/report/index.js';
import { span } from '../../src/report/span.js';
import { visitInWords } from '../../src/report/visit-words.js';
import { resultsFixture } from '../support/results-fixture.js';

const results = resultsFixture();
const labels = labelsOf(results, results.worlds[0]!);
const service = results.dictionary.services[0]!.id;
const other = results.dictionary.services[1]!.id;
const outcome = results.dictionary.outcomes[0]!.id;
const policy = results.worlds[1]!.policies[0]!.id;

const ROW: LogRow = {
  world: 'base',
  episode: 'e0000000100000002',
  person: 7,
  cohort: 'adults',
  isBackground: false,
  need: null,
  severity: 'any',
  channel: null,
  step: 'call.answer',
  kind: 'visit',
  decision: null,
  service,
  agency: 'x',
  units: 1,
  visit: 0,
  part: 0,
  joined: 24,
  started: 24.5,
  serviceEnded: 25.5,
  released: 25.5,
  requestedSeconds: 3600,
  finish: 'completed',
  why: null,
  next: null,
  tag: null,
};
const NEVER_SEEN = { started: null, serviceEnded: null, released: 26 };
const said = (more: Partial<LogRow>) =>
  visitInWords({ ...ROW, ...more }, [service], labels).replace(labels.service(service), 'Desk');

describe('a visit in words', () => {
  it.each([
    [{}, 'Call: answer (Desk): waited 30 min, then 60 min.'],
    [{ started: 24 }, 'Call: answer (Desk): seen at once, then 90 min.'],
    [{ released: 30 }, 'Call: answer (Desk): waited 30 min, then 60 min; units held 4 h 30 min more.'],
    [
      { finish: 'interrupted', why: 'shift-end' },
      'Call: answer (Desk): waited 30 min, then 60 min, then interrupted (shift end).',
    ],
    [
      { finish: 'declined', why: 'more-urgent' },
      'Call: answer (Desk): waited 30 min, then 60 min, then sent on: somebody more urgent needed the place.',
    ],
    [{ finish: 'overtaken', why: 'clock' }, 'Call: answer (Desk): waited 30 min, then 60 min, until a clock ran out.'],
    [{ finish: 'censored', why: 'held' }, 'Call: answer (Desk): waited 30 min, then 60 min; the run ended.'],
    [{ ...NEVER_SEEN, finish: 'declined', why: 'full' }, 'Call: answer (Desk): not seen: it was full.'],
    [{ ...NEVER_SEEN, finish: 'gave-up', why: 'patience' }, 'Call: answer (Desk): gave up after 2 h.'],
    [{ ...NEVER_SEEN, finish: 'overtaken' }, 'Call: answer (Desk): left after 2 h, when a clock ran out.'],
    [{ ...NEVER_SEEN, finish: 'censored' }, 'Call: answer (Desk): still waiting after 2 h, when the run ended.'],
    [{ part: 1, started: 24 }, 'Call: answer, going on (Desk): seen at once, then 90 min.'],
  ] as const)('%o', (more, words) => {
    expect(said(more)).toBe(words);
  });
  it('of a decision says what was decided, or whose rule sends elsewhere', () => {
    const decided = { kind: 'decision', service: null, finish: 'decided' } as const;
    expect(said({ ...decided, decision: 'asks-police', why: 'share' })).toBe('Call: answer. Decided: asks police.');
    expect(said({ ...decided, decision: `reroute:${policy}`, why: 'policy', tag: policy })).toBe(
      `Call: answer. Sent elsewhere by ${labels.policy(policy)}.`,
    );
  });
  it('has spans in whole minutes', () => {
    expect([0.001, 0.5, 1.999, 2, 26.5, 50, 96].map(span)).toEqual([
      'less than a minute',
      '30 min',
      '2 h',
      '2 h',
      '26 h 30 min',
      '2 days 2 h',
      '4 days',
    ]);
  });
});

describe('two worlds', () => {
  const side = (...rows: Partial<LogRow>[]): EpisodeSide => ({
    opened: 24,
    closed: 30,
    outcome,
    rows: rows.map((row) => ({ ...ROW, ...row })),
  });
  const parting = (more: Partial<Parting>): Parting => ({
    episode: ROW.episode,
    person: 7,
    isBackground: false,
    opened: 24,
    laterBy: 0,
    change: 'later',
    whose: 'bystander',
    at: null,
    ...more,
  });
  const told = (sides: readonly (EpisodeSide | null)[], found: Parting | null) => {
    const episode = { id: ROW.episode, need: null, parent: null, sides, parting: found };
    return timelinesOf({ person: '7', episodes: [episode] }, '2024-01-01', labels)[0]!;
  };
  const at = { hour: 25, policy, from: service, to: other };

  it('part where the routes do, after what they share', () => {
    const one = side({}, { step: 'call.attend', joined: 25.5 });
    const two = side({ started: 24.4 }, { step: 'call.advise', joined: 25.5, service: other });
    const { shared, parting: words, title, sides } = told([one, two], parting({ change: 'rule', at }));
    expect([shared, title]).toEqual([1, `Episode, 2 Jan 2024, ${ROW.episode}`]);
    expect(sides[0]?.map(({ time }) => time)).toEqual(['2 Jan 00:00', '2 Jan 01:30', '2 Jan 06:00']);
    expect(words).toBe(
      `They part here by a rule of ${labels.policy(policy)}: next, ${labels.service(service)} in the baseline; ${labels.service(other)} with the policy.`,
    );
    const by = (change: Parting['change']) =>
      told([one, two], parting({ change, at: { ...at, policy: null } })).parting?.split(':')[0];
    expect(by('scarcity')).toBe('They part here, by no rule, but by the state that services are in');
    expect(by('history')).toBe('They part here, by what had happened to this person before');
    expect(by('hazard')).toBe('They part here, as the policy changes how fast the need itself changes');
  });
  it('differ in time from where the first hour does', () => {
    const late = { started: 25, serviceEnded: 26, released: 26 };
    const { shared, parting: words } = told(
      [side({}, { joined: 25.5 }), side({}, { joined: 25.5, ...late })],
      parting({ laterBy: 2.5 }),
    );
    expect([shared, words]).toEqual([1, 'The same way, over 2 h 30 min later with the policy.']);
    const hardly = parting({ laterBy: 0.001 });
    const soon = [side({}, { joined: 25.5 }), side({}, { joined: 25.5, ...late })];
    expect(told(soon, hardly).parting).toBe('The same way, over less than a minute later with the policy.');
    const { lines } = changedInWords('delayed', { count: 1, first: [{ person: '7', parting: hardly }] }, labels);
    expect(lines[0]?.text).toBe('the same way, over less than a minute later');
    expect(told([side({}), side(late)], parting({})).parting).toBe('The same way, at other times from here.');
    expect(told([side({}), side({})], parting({ change: 'earlier', laterBy: -1 })).parting).toContain('60 min earlier');
  });
  it('may be the same, or have an episode in one of them only', () => {
    expect(told([side({}), side({})], null)).toMatchObject({ shared: 2, parting: 'The same in both worlds.' });
    expect(told([side({}), null], parting({ change: 'prevented', laterBy: null }))).toMatchObject({
      shared: 0,
      parting: 'Only in the baseline.',
      sides: [expect.any(Array), null],
    });
    expect(told([null, side({})], parting({ change: 'induced', laterBy: null })).parting).toBe('Only with the policy.');
    expect(told([side({})], null).parting).toBeNull();
  });
  it('name all services of a joint visit on one line, and the year where it is another', () => {
    const joint = side({}, { kind: 'joint', service: other });
    const { sides } = told([{ ...joint, closed: 9000, outcome: null }], null);
    expect(sides[0]).toHaveLength(2);
    expect(sides[0]?.[0]?.text).toContain(`${labels.service(service)} and ${labels.service(other)}`);
    expect(sides[0]?.[1]).toEqual({ time: '10 Jan 2025', text: 'Still under way when the run ended.' });
  });
});
