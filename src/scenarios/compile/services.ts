import type { Service } from '../../sim/index.js';
import type { ScenarioDraft } from '../schema/scenario.js';
import type { Compiling } from './context.js';
import { sharersOf } from './sharing.js';
import { checkUnitCosts } from './unit-costs.js';

/** Agency of services in a scenario that declares no agencies. */
export const ONE_AGENCY = 'services';

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
