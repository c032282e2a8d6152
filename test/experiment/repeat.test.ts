/** Who is back with the same need, on logs written by hand. */
import { expect, it } from 'vitest';
import { viewOf } from '../../src/experiment/view.js';
import { fold } from './support/fold.js';
import { outcomeLog } from './support/hand-log.js';
import { memberOf } from './support/members.js';

/** Two weeks from the end of week 1 to the end of week 3, followed up for one more. */
const view = viewOf(
  memberOf({
    horizon: 672,
    warmUp: 168,
    measuredEnd: 504,
    services: { nurse: 2 },
    channels: ['call'],
    needs: { crisis: { unitRate: 1, rate: 1, channels: { call: { weight: 1, to: 'care.see' } } } },
    pathways: { care: { see: { seize: 'nurse', for: 1, then: '=helped' }, sort: { leave: 'lost' } } },
  }),
);
const [HELPED, LOST] = [view.world.outcomes.indexOf('helped'), view.world.outcomes.indexOf('lost')];

it('counts whom the same person follows with another episode of the need, within each span', () => {
  const spell = (person: number, opened: number, closed: number, outcome = HELPED, parallel = 0) => ({
    person,
    need: 0,
    opened,
    closed,
    outcome,
    parallel,
  });
  const logs = [
    outcomeLog(spell(1, 180, 200), spell(2, 180, 200, LOST), spell(1, 220, 230)),
    // Person 1 is back after 20 h and after 100 h more; 2 has a contact beside the next episode; 3 is not back.
    outcomeLog(spell(2, 251, 252, LOST, 1), spell(2, 250, 260), spell(1, 330, 340), spell(3, 400, 470)),
  ];
  expect(fold('repeat', view, { outcomes: logs })).toEqual({
    // Helped: 1 at 200 (gap 20), 1 at 230 (gap 100), 1 at 340, 2 at 260, 3 at 470: with a week, 3's span ends at 638.
    'crisis helped 24h': [1, 5],
    'crisis helped 7d': [2, 5],
    // Lost: 2 at 200 (gap 50) and the contact at 252, after which nobody is back.
    'crisis lost 24h': [0, 2],
    'crisis lost 7d': [1, 2],
  });
  // However they ended, one closing with another; a span that none has the time for is no 0.
  expect(fold('back-by-need', view, { outcomes: logs })).toEqual({ 'crisis 24h': [1, 7], 'crisis 7d': [3, 7] });
  // There is one need, so that any need is that need; those who are not back are the others.
  expect(fold('no-return', view, { outcomes: logs })).toEqual({
    'crisis helped 24h': [4, 5],
    'crisis helped 7d': [3, 5],
    'crisis lost 24h': [2, 2],
    'crisis lost 7d': [1, 2],
  });
});
it('counts who is back with another need, also when that episode outlasts a later one', () => {
  const two = viewOf(
    memberOf({
      horizon: 672,
      warmUp: 168,
      measuredEnd: 504,
      services: { nurse: 2 },
      channels: ['call'],
      needs: {
        crisis: { unitRate: 1, rate: 1, channels: { call: { weight: 1, to: 'care.see' } } },
        welfare: { unitRate: 1, rate: 1, channels: { call: { weight: 1, to: 'care.see' } } },
      },
      pathways: { care: { see: { seize: 'nurse', for: 1, then: '=helped' } } },
    }),
  );
  const helped = two.world.outcomes.indexOf('helped');
  const [crisis, welfare] = [0, 1];
  expect(two.names.needs.map(({ id }) => id)).toEqual(['crisis', 'welfare']);
  const log = outcomeLog(
    { person: 1, need: crisis, opened: 180, closed: 200, outcome: helped },
    { person: 1, need: crisis, opened: 240, closed: 250, outcome: helped, besideFrom: 210 },
    { person: 1, need: welfare, opened: 210, closed: 600, outcome: helped },
  );
  // After 200 comes welfare at 210, which is not over when the crisis of 240 is; after 250 nobody comes.
  expect(fold('no-return', two, { outcomes: [log] })).toEqual({
    'crisis helped 24h': [1, 2],
    'crisis helped 7d': [1, 2],
  });
});
it('counts who is back and still inside at the end, but no contact that outlasts the episode', () => {
  const crisis = { person: 1, need: 0, outcome: HELPED, parallel: 0 };
  const log = outcomeLog(
    { ...crisis, opened: 180, closed: 200 },
    { ...crisis, opened: 190, closed: 205, parallel: 1 }, // begun within the first, over after it
    { ...crisis, opened: 204, closed: 206, parallel: 1 }, // begun by that contact: no return from 200
    { ...crisis, opened: 231, closed: 700, outcome: -1 },
  );
  // 200 is followed after 31 h, 205 after 26, 206 after 25.
  expect(fold('repeat', view, { outcomes: [log] })).toEqual({
    'crisis helped 24h': [0, 3],
    'crisis helped 7d': [3, 3],
  });
});
