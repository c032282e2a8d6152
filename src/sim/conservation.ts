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
    check(`${name}: people in line`, services.waiting[service], 'those waiting at the end', inside.inLine[service]);
    check(`${name}: units seized`, services.seized[service], 'released + held', services.released[service] + held);
    check(`${name}: units in use`, services.inUse[service], 'held by people inside', held);
    check(`${name}: unit-seconds used`, services.used[service], 'those of logged visits', services.logged[service]);
    check(
      `${name}: person-seconds in line`,
      services.waited[service],
      'those of logged visits',
      services.loggedWaiting[service],
    );
    const { staffed, overtime, used, idle } = services;
    if (Number.isFinite(staffed[service])) {
      const onDuty = staffed[service] + overtime[service];
      check(`${name}: staffed + overtime`, onDuty, 'used + idle', used[service] + idle[service]);
    }
    return {
      seized: services.seized[service],
      released: services.released[service],
      held,
      staffedSeconds: staffed[service],
      overtimeSeconds: overtime[service],
      usedSeconds: used[service],
      idleSeconds: idle[service],
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
