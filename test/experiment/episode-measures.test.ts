/** Measures of episodes and of entries on logs written by hand, beside those of `measures.test.ts`. */
import { expect, it } from 'vitest';
import { viewOf } from '../../src/experiment/view.js';
import { NONE } from '../../src/sim/index.js';
import { fold } from './support/fold.js';
import { outcomeLog, visitLog } from './support/hand-log.js';
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
const [NURSE, SEE] = [0, 0];
const [HELPED, LOST] = [view.world.outcomes.indexOf('helped'), view.world.outcomes.indexOf('lost')];

it('end in the window, whenever they opened', () => {
  const spell = (opened: number, closed: number, outcome = HELPED) => ({ need: 0, opened, closed, outcome });
  const logs = [
    outcomeLog(spell(10, 170), spell(170, 180, LOST), spell(400, 600), spell(400, 672, NONE), spell(1, 200)),
  ];
  expect(fold('endings', view, { outcomes: logs })).toEqual({ 'crisis helped': 1, 'crisis lost': 0.5 });
});
it('have a length, by severity at the end', () => {
  const spell = (opened: number, closed: number) => ({ need: 0, opened, closed, outcome: HELPED });
  // Opened before the window (no), and for 10 and 20 hours.
  const logs = [outcomeLog(spell(160, 300), spell(170, 180), spell(500, 520))];
  expect(fold('episode-length', view, { outcomes: logs })).toEqual({ 'crisis any': [30, 2] });
});
it('hold people, and leave them behind until the next', () => {
  const spell = (person: number, opened: number, closed: number, outcome = HELPED) => ({
    person,
    need: 0,
    opened,
    closed,
    outcome,
  });
  // The window is 168 to 504. Person 1 is inside for 32 + 40 and after it for 100 + 164; 2 is inside from 450 on.
  const logs = [outcomeLog(spell(1, 100, 200), spell(1, 300, 340), spell(2, 450, 672, NONE))];
  expect(fold('people-under-way', view, { outcomes: logs })).toEqual({
    'crisis any inside': (32 + 40 + 54) / 336,
    'crisis any after': (100 + 164) / 336,
  });
});

it('entries are told apart by working hours', () => {
  // Hour 168 is a Monday: 09:00 and 16:59 are inside, 08:59 and 17:00 out, and so is Saturday noon. Two weeks in all.
  const at = (hour: number) => ({
    service: NURSE,
    step: SEE,
    joined: hour,
    started: hour,
    ended: hour + 1,
    released: hour + 1,
  });
  const log = visitLog(at(176.99), at(177), at(184.99), at(185), at(168 + 132));
  expect(fold('entries-by-hours', view, { visits: [log] })).toEqual({
    'care.see working-hours': 1,
    'care.see out-of-hours': 1.5,
  });
});
