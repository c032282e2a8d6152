import type { Figures } from '../figures.js';
import { clearChanges } from '../largest.js';
import { servicePanels } from '../panels/by-service.js';
import type { Chart, ChartPart, LeftOut } from '../panels/chart.js';
import { duration } from '../scale.js';
import { levelCaption, setting } from '../setting.js';
import { counted, differenceInWords, levelInWords, sentence } from '../words.js';

const MEASURE = 'within-standard';

/** Waits against the standard: the share of visits started in time, by service and world, beside the share required. */
export const standards: ChartPart = { section: 'pressure', make };

function make(figures: Figures): Chart | LeftOut {
  const judged = figures.results.dictionary.services.flatMap((service) => {
    const cell = { service: service.id };
    const level = figures.level(figures.baseline.id, MEASURE, cell);
    return service.standard === null || level === null || level.mean === null
      ? []
      : [{ ...service, cell, level, standard: service.standard, gap: level.mean / 100 - service.standard.share }];
  });
  if (judged.length === 0) {
    return { leftOut: 'No service of this run has a standard for its waits, so waits are not set against one.' };
  }
  judged.sort((one, other) => one.gap - other.gap);
  const missed = judged.filter(({ level, standard }) => (level.high ?? 100) < standard.share * 100).length;
  const worst = judged[0]!;
  const scale = figures.scale(MEASURE, worst.cell);
  const required = `the standard is ${worst.standard.share * 100}% within ${duration(worst.standard.within)}`;
  const [change] = clearChanges(
    figures,
    MEASURE,
    judged.map(({ cell }) => cell),
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
    what: 'share of visits that started within the standard',
    services: judged.map(({ id, cell, standard }) => ({
      id,
      cell,
      references: [{ at: standard.share * 100, label: `Standard ${standard.share * 100}%`, dashed: true }],
    })),
    axis: (cell) => {
      const standard = judged.find(({ id }) => id === cell.service)?.standard.within ?? 0;
      return `% of visits started within ${duration(standard)}`;
    },
    domain: [0, 100],
  });
  return {
    id: 'standards',
    message:
      missed === 0
        ? 'No service clearly misses its standard in the baseline'
        : `${missed} of ${counted(judged.length, 'service misses its', 'services miss their')} standard in the baseline`,
    formal: `Share of visits that started within the service’s standard, by service and world, ${setting(figures)}, per cent`,
    finding: sentence(
      `${figures.labels.service(worst.id)} in the baseline: ${levelInWords(worst.level, scale)} started in time; ` +
        `${required}.${changed}`,
    ),
    caption:
      `${levelCaption(figures)} Dashed line: the share that the standard requires. Counted are visits that started or ` +
      'were given up, background work included. All panels share one axis.',
    notes: [],
    key: [],
    panels,
    table,
    csv: 'services.csv',
  };
}
