import type { Figures } from '../figures.js';
import { clearChanges } from '../largest.js';
import { servicePanels } from '../panels/by-service.js';
import type { Chart, ChartPart, LeftOut } from '../panels/chart.js';
import { levelCaption, setting } from '../setting.js';
import { differenceInWords, levelInWords, listed } from '../words.js';

const MEASURE = 'full-share';
/** Services full for less than this share of time in every world are named, not drawn. */
const WORTH_DRAWING = 0.05;
const MOST_PANELS = 9;

/** Share of time in which a service has no idle unit, by service and world. */
export const timeFull: ChartPart = { section: 'pressure', make };

function make(figures: Figures): Chart | LeftOut {
  const levels = figures.results.dictionary.services.flatMap(({ id }) => {
    const cell = { service: id };
    const means = figures.results.worlds.map((world) => figures.rawLevel(world.id, MEASURE, cell)?.mean ?? null);
    const known = means.filter((mean) => mean !== null);
    return known.length === 0 ? [] : [{ id, cell, base: means[0] ?? 0, most: Math.max(...known) }];
  });
  const full = levels.filter(({ most }) => most >= WORTH_DRAWING).sort((one, other) => other.most - one.most);
  const drawn = full.slice(0, MOST_PANELS).sort((one, other) => other.base - one.base);
  const rest = full.slice(MOST_PANELS);
  const idle = levels.filter(({ most }) => most < WORTH_DRAWING);
  const fullest = drawn[0];
  if (fullest === undefined) {
    return {
      leftOut:
        levels.length === 0
          ? 'This run has no figures for the share of time in which services are full, so they are not shown.'
          : 'No service is full for 5% of the time in any world, so the share of time full is not drawn.',
    };
  }
  const scale = figures.scale(MEASURE, fullest.cell);
  const level = figures.level(figures.baseline.id, MEASURE, fullest.cell);
  const [change] = clearChanges(
    figures,
    MEASURE,
    drawn.map(({ cell }) => cell),
    figures.policyWorlds,
    false,
  );
  const changed =
    change === undefined
      ? ''
      : ` The largest clear change: ${figures.labels.worldName(change.world.id)}, ` +
        `${figures.labels.service(change.cell.service ?? '')}: ${differenceInWords(change.shown, scale)}.`;
  const { panels, table } = servicePanels(figures, {
    measure: MEASURE,
    what: 'share of time with no idle unit',
    services: drawn.map(({ id, cell }) => ({ id, cell, references: [] })),
    axis: () => '% of the time',
    domain: [0, 100],
  });
  return {
    id: 'time-full',
    message: `Most often full in the baseline: ${figures.labels.service(fullest.id)}`,
    formal: `Share of time with no idle unit, by service and world, ${setting(figures)}, per cent`,
    finding:
      `${figures.labels.service(fullest.id)} in the baseline: ` +
      `${level === null ? 'not available' : levelInWords(level, scale)} of the time.${changed}`,
    caption: `${levelCaption(figures)} All panels share one axis; fullest services first.`,
    notes: [
      ...(rest.length === 0
        ? []
        : [`In the services table only: ${listed(rest.map(({ id }) => figures.labels.service(id)))}.`]),
      ...(idle.length === 0
        ? []
        : [
            `Full for less than 5% of the time in every world: ${listed(idle.map(({ id }) => figures.labels.service(id)))}.`,
          ]),
    ],
    key: [],
    panels,
    table,
    csv: 'services.csv',
  };
}
