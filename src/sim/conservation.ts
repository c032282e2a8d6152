/**
 * The accounts that every run must close: nobody is lost, nothing is held by nobody, and no second of staff time is
 * counted twice. Checked at the end of each run; a difference stops it.
 */
import type { Inside } from './censoring.js';
import { InvariantError } from './invariant.js';
import type { Tally } from './log.js';
import type { State } from './state.js';

/** Checks all accounts against each other and gives the totals. @throws InvariantError naming the account that is open. */
export function settleAccounts(state: State, inside: Inside): Tally {
  const { services, tables } = state;
  check('people: opened', state.opened, 'closed + inside', state.closed + inside.episodes);
  check('declined contacts', state.declined, 'their successors', state.succeeded);
  const totals = tables.services.map(({ name }, service) => {
    const held = inside.unitsHeld[service];
    const account = services.accounts[service];
    const { seized, released, used, waited, staffed, overtime, idle } = account;
    check(`${name}: people in line`, account.waiting, 'those waiting at the end', inside.inLine[service]);
    check(`${name}: units seized`, seized, 'released + held', released + held);
    check(`${name}: units in use`, account.inUse, 'held by people inside', held);
    check(`${name}: unit-seconds used`, used, 'those of logged visits', account.logged);
    check(`${name}: person-seconds in line`, waited, 'those of logged visits', account.loggedWaiting);
    if (Number.isFinite(staffed)) check(`${name}: staffed + overtime`, staffed + overtime, 'used + idle', used + idle);
    return {
      seized,
      released,
      held,
      staffedSeconds: staffed,
      overtimeSeconds: overtime,
      usedSeconds: used,
      idleSeconds: idle,
    };
  });
  return {
    events: state.calendar.taken,
    cancelled: state.cancelled,
    rejected: state.rejected,
    opened: state.opened,
    closed: state.closed,
    inside: inside.episodes,
    absorbed: state.absorbed,
    declined: state.declined,
    gridlocks: state.gridlocks,
    services: totals,
  };

  function check(left: string, a: number, right: string, b: number): void {
    if (a === b) return;
    const world = state.world.name;
    throw new InvariantError(`${world}, replication ${state.chance.replication}: ${left} ${a}, but ${right} ${b}`);
  }
}
