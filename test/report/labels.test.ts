/** Names of worlds and places as readers see them. */
import { describe, expect, it } from 'vitest';
import type { Results } from '../../src/experiment/index.js';
import { labelsOf } from '../../src/report/labels.js';
import { textWidth, wrapped } from '../../src/report/text-width.js';
import { resultsFixture } from '../support/results-fixture.js';

/** Labels of the fixture with these worlds: id, label and labels of policies; the first is the baseline. */
function labels(worlds: readonly (readonly [id: string, label: string, ...policies: string[]])[]) {
  const base = resultsFixture();
  const first = base.worlds[0]!;
  const made: Results = {
    ...base,
    worlds: worlds.map(([id, label, ...policies]) => ({
      ...first,
      id,
      label,
      policies: policies.map((policy) => ({
        id: policy,
        label: policy,
        origin: null,
        starts: null,
        ends: null,
        edits: [],
      })),
    })),
  };
  return labelsOf(made, made.worlds[0]!);
}

it('places are services, whatever their ids begin with, and ways out', () => {
  const of = labels([['now', 'The county now']]);
  expect(['none', 'none:gave-up', 'nonemergency-line', 'censored'].map(of.place)).toEqual([
    'no further service',
    `no further service (${of.outcome('gave-up')})`,
    'Nonemergency line',
    'still under way at the end of the run',
  ]);
});

describe('names of worlds', () => {
  it('are the policy, where a world has just one and no other world goes by it', () => {
    const of = labels([
      ['now', 'The county now'],
      ['a', 'Fewer visits on the baseline', 'Fewer visits'],
      ['b', 'Two at once', 'Fewer visits', 'More beds'],
    ]);
    expect([of.worldName('now'), of.worldName('a'), of.worldName('b')]).toEqual([
      'The county now',
      'Fewer visits',
      'Two at once',
    ]);
    expect([of.shortWorld('now'), of.shortWorld('a')]).toEqual(['Baseline', 'Fewer visits']);
  });

  it('are the label, where two worlds have the same policy', () => {
    const of = labels([
      ['now', 'Now'],
      ['a', 'Half kept', 'Fewer visits'],
      ['b', 'Fully kept', 'Fewer visits'],
    ]);
    expect([of.worldName('a'), of.worldName('b')]).toEqual(['Half kept', 'Fully kept']);
  });

  it('are short and different in charts, whatever they are called', () => {
    const long = 'The very same long label of a world that was given to three worlds at once';
    const of = labels([
      ['now', 'Baseline'],
      ['a', long],
      ['b', long],
      ['c', 'Baseline'],
      ['d', ''],
    ]);
    const shorts = ['now', 'a', 'b', 'c', 'd'].map((id) => of.shortWorld(id));
    expect(new Set(shorts).size).toBe(5);
    for (const short of shorts) expect([...short].length).toBeLessThanOrEqual(34);
  });
});

describe('long labels', () => {
  it('are cut at 200 characters', () => {
    const of = labels([['now', 'x'.repeat(500)]]);
    expect([...of.world('now')]).toHaveLength(200);
  });
});

describe('places of forks', () => {
  const of = labels([['now', 'Now']]);

  it('are services, outcomes without a service, or the end of the run', () => {
    expect(of.place('crisis-line')).toBe('NHS 111 mental health option (crisis line)');
    expect(of.place('none:advice-only')).toBe('no further service (Advice only)');
    expect(of.place('none')).toBe('no further service');
    expect(of.place('censored')).toBe('still under way at the end of the run');
    expect(of.place('not-in-the-dictionary')).toBe('Not in the dictionary');
  });

  it('say so when the same place is reached by another route', () => {
    expect(of.destination('patrols', 'patrols')).toBe('Police response, by another route');
    expect(of.destination('patrols', 'courts')).toBe('Magistrates’ courts');
  });
});

describe('lines of text', () => {
  it('break between words, fit their width, and lose nothing but what the last line cannot hold', () => {
    const text = 'Crisis resolution and home treatment team';
    const lines = wrapped(text, 150, 13, 3);
    expect(lines.join(' ')).toBe(text);
    for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(150);
    const cut = wrapped(text, 100, 13, 2);
    expect(cut).toHaveLength(2);
    expect(cut[1]).toMatch(/…$/);
    expect(textWidth(cut[1]!, 13)).toBeLessThanOrEqual(100);
  });

  it('cut a word that is wider than a line', () => {
    const [line = ''] = wrapped('x'.repeat(200), 80, 13, 1);
    expect(line).toMatch(/^x+…$/);
    expect(textWidth(line, 13)).toBeLessThanOrEqual(80);
  });
});
