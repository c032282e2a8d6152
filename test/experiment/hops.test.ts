/** What comes after a decline that was the last contact: coming back soon, or leaving. */
import { expect, it } from 'vitest';
import { settingOf } from '../../src/experiment/folding.js';
import { hopsOf } from '../../src/experiment/hops.js';
import { POLICY } from '../../src/experiment/pair.js';
import { placesOf } from '../../src/experiment/places.js';
import { Finish, NONE } from '../../src/sim/index.js';
import { memberOf } from './support/members.js';

const member = (name: string) =>
  memberOf({
    name,
    horizon: 200,
    services: { clinic: 1 },
    arrivals: { calls: { every: 24, to: 'call.see' } },
    pathways: { call: { see: { seize: 'clinic', for: 1, ifFull: '=lost', then: '=helped' } } },
  });

it('coming back within 28 days succeeds it, and later does not', () => {
  const pair = settingOf([member('baseline'), member('policy')]).pairs[0]!;
  const turn = {
    ...{ own: 0, step: 0, hour: 24, until: 24, decision: NONE, inputs: 0, service: 0 },
    ...{ finish: Finish.full, next: NONE },
  };
  const route = { turns: [turn], outcome: pair.views[POLICY].world.outcomes.indexOf('lost') };
  const next = (days: number) =>
    hopsOf(pair, POLICY, route, 0, 24 * days).map(({ to }) => placesOf(pair)[to] ?? 'returned');
  expect([1, 8, 28].map(next)).toEqual([['returned'], ['returned'], ['returned']]);
  expect([28.1, Infinity].map(next)).toEqual([['none:lost'], ['none:lost']]);
});
