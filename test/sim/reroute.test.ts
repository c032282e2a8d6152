import { expect, it } from 'vitest';
import { drawAt, keyOf } from '../../src/sim/draws.js';
import { SOME_CHANCE } from '../support/oracle/compare.js';
import type { ReroutesSpec, StepSpec } from '../support/worlds.js';
import { hear } from './hear.js';

const decline = (share: number | number[], from: string[] = [], edit = 'decline'): ReroutesSpec[number] => ({
  policy: 'right-care',
  edit,
  from,
  share,
  to: { advice: { weight: 1, to: '=advised' } },
});
const decide = (...reroutes: ReroutesSpec): StepSpec => ({
  branch: { options: { attend: { weight: 0.5, to: '=attended' }, visit: { weight: 0.5, to: '=visited' } } },
  reroutes,
  tag: 1,
});
const run = (people: number, step: StepSpec, severities = ['any']) =>
  hear({
    horizon: 1,
    severities,
    services: { desk: 1 },
    pathways: { p: { decide: step } },
    policies: ['right-care'],
    arrivals: { anna: { people, to: 'p.decide' } },
  });

it('at a branch, the race is run as before; then those whom the reroute takes go elsewhere', () => {
  const before = run(200, decide());
  const after = run(200, decide(decline(1, ['attend'])));
  // Everybody has the same first decision as without the policy; who was to be attended has a second one.
  const first = after.visits.filter((line) => !line.includes('? 2000'));
  expect(first.sort()).toEqual([...before.visits].sort());
  const attended = before.visits.filter((line) => line.endsWith('leave.attended')).map((line) => line.split(' ?')[0]);
  const rerouted = after.visits
    .filter((line) => line.includes('? 2000 -> leave.advised'))
    .map((line) => line.split(' ?')[0]);
  expect(attended.length).toBeGreaterThan(50);
  expect(rerouted.sort()).toEqual(attended.sort());
  expect(after.outcomes.filter((line) => line.endsWith('attended'))).toEqual([]);
});

it('a share moves exactly those whose draw lies below it', () => {
  const { outcomes } = run(300, decide(decline(0.3, ['attend', 'visit'])));
  for (let n = 0; n < 50; n++) {
    const isTaken = drawAt(SOME_CHANCE, keyOf('arrival', 'anna', n), 'policy/right-care/decline', 0) < 0.3;
    expect(outcomes).toContainEqual(expect.stringMatching(new RegExp(`^anna${n === 0 ? '' : ` ${n}`} 0 0 `)));
    const own = outcomes.find((line) => line.startsWith(n === 0 ? 'anna 0 0' : `anna ${n} 0 0`));
    expect(own?.endsWith('advised')).toBe(isTaken);
  }
});

it('share 0 moves nobody, and leaves no trace', () => {
  const before = run(100, decide());
  const after = run(100, decide(decline(0, ['attend'])));
  // The words, since the policy world has one more outcome, and so other numbers for them.
  expect([after.visits, after.outcomes]).toEqual([before.visits, before.outcomes]);
  expect(after.story.visits.length).toBe(100);
});

it('the share may differ by severity', () => {
  const { outcomes } = run(20, decide(decline([0, 1], ['attend', 'visit'])), ['lower', 'higher']);
  // Everybody is of the lower severity: nobody is moved.
  expect(outcomes.filter((line) => line.endsWith('advised'))).toEqual([]);
});

it('the first reroute that takes somebody ends it; later ones are not asked', () => {
  const { visits } = run(50, decide(decline(0.5, ['attend'], 'one'), decline(1, ['attend', 'visit'], 'two')));
  for (let n = 0; n < 50; n++) {
    const own = visits.filter((line) => line.startsWith(n === 0 ? 'anna p' : `anna ${n} p`));
    expect(own.length).toBe(2);
    const isAttended = own[0]?.endsWith('attended') ?? false;
    const first = drawAt(SOME_CHANCE, keyOf('arrival', 'anna', n), 'policy/right-care/one', 0) < 0.5;
    expect(own[1]).toContain(isAttended && first ? '? 2000' : '? 2100');
  }
});

it('at a step that is not a branch, it comes before the step: who is taken never seeks the service', () => {
  const step = (share: number): StepSpec => ({ seize: 'desk', for: 0.5, then: '=done', reroutes: [decline(share)] });
  expect(run(2, step(1)).visits).toEqual(
    ['anna p.decide ? 2000 -> leave.advised', 'anna 1 p.decide ? 2000 -> leave.advised'].sort(byKey),
  );
  expect(run(1, step(0)).visits).toEqual(['anna p.decide desk 0 0 0.5 0.5 released -> leave.done']);
});

it('where to is a race of its own, under the address of the edit', () => {
  const to = { west: { weight: 0.5, to: '=west' }, east: { weight: 0.5, to: '=east' } };
  const { visits } = run(40, decide({ ...decline(1), to }));
  for (let n = 0; n < 40; n++) {
    const own = visits.filter((line) => line.startsWith(n === 0 ? 'anna p' : `anna ${n} p`));
    // East is first in the alphabet.
    const isEast = drawAt(SOME_CHANCE, keyOf('arrival', 'anna', n), 'policy/right-care/decline/to', 0) < 0.5;
    expect(own[1]).toContain(isEast ? '2001 -> leave.east' : '2000 -> leave.west');
  }
});

it('a branch whose case decided is rerouted only by a reroute of everybody', () => {
  const step = (from: string[]): StepSpec => ({
    branch: {
      cases: { always: { when: {}, to: '=attended' } },
      options: { attend: { weight: 1, to: '=attended' } },
    },
    reroutes: [decline(1, from)],
  });
  expect(run(1, step(['attend'])).visits).toEqual(['anna p.decide ? 0 -> leave.attended']);
  expect(run(1, step([])).visits).toEqual([
    'anna p.decide ? 0 -> leave.attended',
    'anna p.decide ? 2000 -> leave.advised',
  ]);
});

/** Order of the first arrivals of a stream at the same instant. */
function byKey(one: string, other: string): number {
  const word = (line: string): number => keyOf('arrival', 'anna', line.startsWith('anna p') ? 0 : 1).high >>> 0;
  return word(one) - word(other);
}
