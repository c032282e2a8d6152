import type { Service } from '../../sim/index.js';
import type { Fault } from '../problems.js';
import type { ScenarioDraft } from '../schema/scenario.js';
import type { Amount } from '../schema/values.js';
import type { Compiling } from './context.js';
import { sharersOf } from './sharing.js';
import { checkUnitCosts } from './unit-costs.js';

/** Agency of services in a scenario that declares no agencies. */
export const ONE_AGENCY = 'services';

const TOO_MUCH: Fault = {
  message: 'For all of the people together, this is no finite number.',
  expected: 'so many per head that they can be counted for all',
  next: 'Look for a slip in the number, or in the population.',
};

/** Whether a finite number per head comes to no finite number for so many people, which would pass for `unlimited`. */
function isTooMuch(amount: Amount, people: number, compiling: Compiling): boolean {
  return Number.isFinite(amount.fixed) && compiling.amount(amount, people) === Number.POSITIVE_INFINITY;
}

/** Services, with units on duty by hour of week. */
export function compileServices(draft: ScenarioDraft, compiling: Compiling): Service[] {
  checkUnitCosts(draft, compiling);
  return Object.entries(draft.services ?? {}).map(([name, service]) => {
    const path = ['services', name];
    if (service.agency === undefined && draft.agencies !== undefined) {
      compiling.problem([...path, 'agency'], {
        message: '`agency` is missing.',
        expected: 'the agency that runs the service, since this scenario declares agencies',
        next: 'Write `agency: …` here.',
      });
    }
    const sharers = sharersOf(service, path, compiling);
    const people = sharers.includes(compiling.area) ? compiling.peopleOf(sharers) : compiling.population;
    const agency = service.agency ?? compiling.names.agencies.at(0);
    for (const [key, amounts] of Object.entries({ capacity: service.capacity, room: [service.room] }))
      if (amounts.some((amount) => amount !== undefined && isTooMuch(amount, people, compiling)))
        compiling.problem([...path, key], TOO_MUCH);
    return {
      name,
      agency: compiling.index(compiling.names.agencies, 'agency', agency, [...path, 'agency']),
      capacity: service.capacity.map((units) => compiling.wholeAmount(units, people)),
      room: service.room === undefined ? Number.POSITIVE_INFINITY : compiling.wholeAmount(service.room, people),
      shiftEnd: service['shift-end'] ?? 'finish',
      preemption: service['pre-emption'] ?? 'none',
    };
  });
}
