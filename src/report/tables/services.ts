import type { Table } from '../csv.js';
import { ESTIMATE_COLUMNS, estimateValues, WORLD_COLUMNS } from '../estimate-columns.js';
import type { Figures } from '../figures.js';

/** Dimensions that a services measure may have besides the service; one with any other has a place elsewhere. */
const BESIDES = ['group', 'reason', 'threshold'];

/** Every measure by service, in long form: contacts, waits, standards, hours, occupancy. */
export function services(figures: Figures): Table {
  const { dictionary, worlds } = figures.results;
  const measures = dictionary.measures.filter(
    ({ dimensions }) =>
      dimensions.includes('service') && dimensions.every((name) => name === 'service' || BESIDES.includes(name)),
  );
  const known = new Map(dictionary.services.map((service) => [service.id, service]));
  const rows = worlds.flatMap((world) =>
    measures.flatMap(({ id }) =>
      figures
        .cells(id)
        .filter((cell) => figures.rawLevel(world.id, id, cell) !== null)
        .map((cell) => {
          const service = cell.service ?? '';
          const agency = known.get(service)?.agency ?? '';
          return [
            world.id,
            figures.labels.world(world.id),
            service,
            figures.labels.service(service),
            agency,
            known.get(service)?.unit ?? '',
            id,
            ...BESIDES.map((name) => cell[name] ?? null),
            ...estimateValues(figures, world.id, id, cell),
          ];
        }),
    ),
  );
  return {
    file: 'services.csv',
    columns: [
      ...WORLD_COLUMNS,
      { name: 'service', type: 'text', unit: '', description: 'Id of the service.' },
      { name: 'service_label', type: 'text', unit: '', description: 'Its label.' },
      { name: 'agency', type: 'text', unit: '', description: 'Id of the agency that runs it.' },
      { name: 'one_unit_is', type: 'text', unit: '', description: 'What one unit of its capacity is.' },
      {
        name: 'measure',
        type: 'text',
        unit: '',
        description: 'Id of the measure; measure-dictionary.csv describes it.',
      },
      { name: 'group', type: 'text', unit: '', description: 'people, or background for work that services do anyway.' },
      { name: 'reason', type: 'text', unit: '', description: 'Why a contact was declined; empty for other measures.' },
      { name: 'threshold', type: 'text', unit: '', description: 'Stay that is exceeded; empty for other measures.' },
      ...ESTIMATE_COLUMNS,
    ],
    rows,
  };
}
