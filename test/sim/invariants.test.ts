/** The accounts are closed at the end of every run: a leak that is planted in the middle of one makes it fail. */
import { describe, expect, it } from 'vitest';
import { advance, begin, Census, end, InvariantError, type State, type Tally } from '../../src/sim/index.js';
import { SOME_CHANCE } from '../support/oracle/compare.js';
import { Listener } from '../support/oracle/index.js';
import { buildWorld } from '../support/worlds.js';

const world = buildWorld({
  name: 'leaky',
  horizon: 40,
  services: { desk: { capacity: 2, room: 3 }, ward: 3 },
  pathways: {
    p: {
      desk: {
        seize: 'desk',
        for: { kind: 'exponential', mean: 2 },
        patience: { after: 1, to: 'home' },
        ifFull: 'home',
        keep: true,
      },
      ward: { seize: 'ward', for: { kind: 'exponential', mean: 3 }, relieves: 'desk', then: '=done' },
      home: { delay: 1, then: '=lost' },
    },
  },
  arrivals: { calls: { every: { kind: 'exponential', mean: 0.5 }, to: 'p.desk' } },
});

function runWith(leak: (state: State) => void): Tally {
  const state = begin(world, SOME_CHANCE, new Listener(), new Census(world, SOME_CHANCE));
  advance(state, 20);
  leak(state);
  advance(state, world.horizon);
  return end(state);
}

type Account = State['services']['accounts'][number];

/** The account of a service, by its place. */
function account(state: State, service: number): Account {
  return state.services.accounts[service] as Account;
}

it('a run without a leak closes its accounts', () => {
  const tally = runWith(() => {});
  expect(tally.opened).toBe(tally.closed + tally.inside);
  expect(tally.declined).toBeGreaterThan(0);
  for (const service of tally.services) {
    expect(service.seized).toBe(service.released + service.held);
    expect(service.staffedSeconds + service.overtimeSeconds).toBe(service.usedSeconds + service.idleSeconds);
    expect(service.usedSeconds).toBeGreaterThan(0);
  }
});

describe('a run with', () => {
  const leaks: Record<string, [(state: State) => void, RegExp]> = {
    'a unit in use that nobody holds': [
      (state) => {
        account(state, 0).inUse += 1;
      },
      /desk/,
    ],
    'a unit given back that nobody held': [(state) => account(state, 1).release(1, state.calendar.now), /ward/],
    'a person lost': [(state) => void state.opened++, /people/],
    'a person twice': [(state) => void state.closed++, /people/],
    'a declined contact that went nowhere': [(state) => void state.declined++, /declined/],
    'a unit seized twice': [
      (state) => {
        account(state, 1).seized += 1;
      },
      /ward/,
    ],
    'an hour in line that no visit accounts for': [
      (state) => {
        account(state, 0).loggedWaiting -= 3600;
      },
      /desk.*in line/,
    ],
    'an hour of use that no visit accounts for': [
      (state) => {
        account(state, 0).logged -= 3600;
      },
      /desk.*used/,
    ],
    'somebody in line who is not there': [
      (state) => {
        account(state, 0).waiting += 1;
      },
      /in line/,
    ],
    'an idle hour too many': [
      (state) => {
        account(state, 0).idle += 3600;
      },
      /staffed/,
    ],
  };
  for (const [name, [leak, open]] of Object.entries(leaks)) {
    it(`${name} fails, and says which account is open`, () => {
      expect(() => runWith(leak)).toThrow(InvariantError);
      expect(() => runWith(leak)).toThrow(open);
      expect(() => runWith(leak)).toThrow(/^leaky, replication 0/);
    });
  }
});
