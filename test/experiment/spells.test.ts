/** Who is back: against the definition, on histories at random, and with how little is kept. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OutcomeBatch } from '../../src/experiment/batch.js';
import { type Back, type Closings, Spells } from '../../src/experiment/spells.js';
import { viewOf } from '../../src/experiment/view.js';
import { NEVER } from '../../src/sim/index.js';
import { type OutcomeRow, outcomeLog } from './support/hand-log.js';
import { memberOf } from './support/members.js';

const need = { unitRate: 1, rate: 1, channels: { call: { weight: 1, to: 'care.see' } } };
const view = viewOf(
  memberOf({
    horizon: 100_000,
    warmUp: 0,
    measuredEnd: 100_000,
    services: { nurse: 2 },
    channels: ['call'],
    needs: { crisis: need, welfare: need },
    pathways: { care: { see: { seize: 'nurse', for: 1, then: '=helped' } } },
  }),
);
const HELPED = view.world.outcomes.indexOf('helped');

interface Spell {
  readonly need: number;
  readonly opened: number;
  readonly closed: number;
}

/** Their rows as a run would write them: in the order of closings, each with what else is under way. */
function rows(spells: readonly Spell[]): OutcomeRow[] {
  return spells
    .toSorted((a, b) => a.closed - b.closed)
    .map((own) => {
      const beside = spells.filter((one) => one !== own && one.opened <= own.closed && one.closed > own.closed);
      const besideFrom = beside.length === 0 ? NEVER : Math.max(...beside.map(({ opened }) => opened));
      return { ...own, person: 1, outcome: HELPED, besideFrom };
    });
}

/** Every closing with the time until somebody is back, and how many were told before the end. */
function told(spells: readonly Spell[], back: Back) {
  const gaps: string[] = [];
  const reader = new Spells(view, back);
  const take = ({ count, need: of, closed, gap }: Closings) => {
    for (let at = 0; at < count; at += 1) gaps.push(`${of[at]} ${closed[at]} ${gap[at]}`);
  };
  const batch = new OutcomeBatch(view);
  for (const row of rows(spells)) {
    batch.read(outcomeLog(row));
    take(reader.read(batch));
  }
  const early = gaps.length;
  take(reader.finish());
  return { early, gaps: gaps.toSorted() };
}

/** Episodes of one need, one after another, each so long after the one before. */
const line = (of: number) =>
  fc
    .array(fc.record({ pause: fc.integer({ min: 1, max: 400 }), length: fc.integer({ min: 1, max: 900 }) }), {
      maxLength: 12,
    })
    .map((parts) => {
      let now = of; // openings of the two needs are even and odd, so that no two coincide
      return parts.map(({ pause, length }): Spell => {
        const opened = now + 2 * pause;
        now = opened + 2 * length;
        return { need: of, opened, closed: now + 0.5 + of / 10 };
      });
    });

it('tells of each closing the first opening after it, of the same need or of any', () => {
  fc.assert(
    fc.property(line(0), line(1), (some, others) => {
      const spells = [...some, ...others];
      for (const back of ['same need', 'any need'] as const) {
        const expected = spells.map((own) => {
          const after = spells.filter(
            (one) => one.opened > own.closed && (back === 'any need' || one.need === own.need),
          );
          return { ...own, gap: Math.min(...after.map(({ opened }) => opened - own.closed)) };
        });
        // Sooner than anybody asks is soon enough: a gap within a day may be told before a smaller one is known.
        const plain = (gap: number) => (back === 'any need' && gap <= 24 ? 'within a day' : gap);
        const found = told(spells, back).gaps.map((gap) => {
          const [of, closed, length] = gap.split(' ');
          return `${of} ${closed} ${plain(Number(length))}`;
        });
        expect(found.toSorted()).toEqual(
          expected.map((one) => `${one.need} ${one.closed} ${plain(one.gap)}`).toSorted(),
        );
      }
    }),
    { seed: 45, numRuns: 300 },
  );
});

it('keeps no more of a long history than of a short one, also beside an episode that lasts', () => {
  const crises = Array.from({ length: 500 }, (_, at) => ({ need: 0, opened: 100 + 100 * at, closed: 150 + 100 * at }));
  const caseload = { need: 1, opened: 10, closed: 99_999 };
  for (const spells of [crises, [...crises, caseload]]) {
    expect(spells.length - told(spells, 'any need').early).toBeLessThanOrEqual(2);
  }
});
