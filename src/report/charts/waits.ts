import type { Figures } from '../figures.js';
import { clearChanges } from '../largest.js';
import { servicePanels } from '../panels/by-service.js';
import type { Chart, ChartPart, LeftOut } from '../panels/chart.js';
import { levelCaption, setting } from '../setting.js';
import { waitingServices } from '../waiting.js';
import { counted, differenceInWords, levelInWords, listed } from '../words.js';

const MEASURE = 'wait-mean';
const MOST_PANELS = 6;

/** Mean waits of people where they change most, or are longest: each service on an axis of its own. */
export const waits: ChartPart = { section: 'pressure', make };

function make(figures: Figures): Chart | LeftOut {
  const services = waitingServices(figures);
  if (services.length === 0) {
    return {
      leftOut: figures.has(MEASURE)
        ? 'Nobody waits half a minute or more on average at any service, so waits are not drawn.'
        : 'This run has no figures for mean waits, so they are not drawn.',
    };
  }
  const cells = services.map(({ cell }) => cell);
  const changes = clearChanges(figures, MEASURE, cells, figures.policyWorlds, true);
  const ranked = [...new Set(changes.map(({ cell }) => cell.service))];
  const rank = (id: string) => (ranked.includes(id) ? ranked.indexOf(id) : ranked.length);
  services.sort((one, other) => rank(one.id) - rank(other.id) || other.base - one.base);
  const drawn = services.slice(0, MOST_PANELS);
  const rest = services.slice(MOST_PANELS);
  const [change] = changes;
  const first = drawn[0]!;
  const level = figures.level(figures.baseline.id, MEASURE, first.cell);
  const baseline =
    `Mean wait for ${figures.labels.service(first.id)} in the baseline: ` +
    `${level === null ? 'not available' : levelInWords(level, figures.scale(MEASURE, first.cell))}.`;
  const changed =
    change === undefined
      ? figures.policyWorlds.length === 0
        ? ''
        : ' No clear difference in this model at any service under any policy.'
      : ` ${figures.labels.worldName(change.world.id)}: ` +
        `${differenceInWords(change.shown, figures.scale(MEASURE, change.cell))}.`;
  const { panels, table } = servicePanels(figures, {
    measure: MEASURE,
    what: 'mean wait of people whose visit started',
    services: drawn.map(({ id, cell }) => ({ id, cell, references: [] })),
    axis: (cell) => `mean wait, ${figures.scale(MEASURE, cell).unit}`,
    domain: null,
  });
  return {
    id: 'waits',
    message:
      figures.policyWorlds.length === 0
        ? `Longest mean wait: ${figures.labels.service(first.id)}`
        : ranked.length === 0
          ? 'Mean waits: no clear difference in this model'
          : `Mean waits change clearly at ${ranked.length} of ${counted(services.length, 'service', 'services')}`,
    formal: `Mean wait from joining to starting, people (not background work), by service and world, ${setting(figures)}`,
    finding: baseline + changed,
    caption:
      `${levelCaption(figures)} Each panel has its own axis and unit, from zero; services where waits change most ` +
      'against the baseline come first. Worlds are paired, so a change can be clear although intervals overlap.',
    notes:
      rest.length === 0
        ? []
        : [`Waits in the services table only: ${listed(rest.map(({ id }) => figures.labels.service(id)))}.`],
    key: [],
    panels,
    table,
    csv: 'services.csv',
  };
}
