import type { Figures } from '../figures.js';
import type { Chart, ChartPart, LeftOut, Panel } from '../panels/chart.js';
import { DAYS, HOURS_OF_WEEK, weekLine } from '../panels/week-line.js';
import { setting } from '../setting.js';
import { panelWorlds, worldStyles } from '../theme.js';
import { counted, levelInShort, levelInWords, listed, NOT_AVAILABLE } from '../words.js';

const MEASURE = 'occupancy-by-hour';

function cellOf(service: string, hour: number) {
  return { service, hour: String(hour) };
}

function clock(hour: number): string {
  return `${String(hour % 24).padStart(2, '0')}:00`;
}

function day(hour: number): string {
  return DAYS[Math.floor(hour / 24)] ?? '';
}

function inShort(figures: Figures, world: string, service: string, hour: number): string {
  const level = figures.level(world, MEASURE, cellOf(service, hour));
  return level === null ? NOT_AVAILABLE : levelInShort(level, figures.scale(MEASURE, cellOf(service, hour)));
}

function meanAt(figures: Figures, world: string, service: string, hour: number): number | null {
  return figures.level(world, MEASURE, cellOf(service, hour))?.mean ?? null;
}

/** The fullest hour of a week in words: `Fri 22:00, 97% (94 to 99)`. */
function peak(figures: Figures, world: string, service: string): string {
  const means = HOURS_OF_WEEK.map((hour) => meanAt(figures, world, service, hour) ?? -1);
  const hour = means.indexOf(Math.max(...means));
  return `${day(hour)} ${clock(hour)}, ${inShort(figures, world, service, hour)}`;
}

function panelsOf(figures: Figures, services: readonly { readonly id: string }[]): Panel[] {
  return services.flatMap(({ id }) =>
    panelWorlds(figures).map((worlds) => {
      const said = worlds.map((world) => `${world.label} ${peak(figures, world.id, id)}`);
      const points = worlds.flatMap((world) =>
        HOURS_OF_WEEK.map((hour) => ({ series: world.id, hour, mean: meanAt(figures, world.id, id, hour) })),
      );
      const label = figures.labels.service(id);
      return {
        group: null,
        title: label,
        note: '',
        alt:
          `Line chart: occupancy of ${label} over the hours of a week, by world. ` +
          `Fullest hour (95% interval): ${said.join('; ')}.`,
        spec: weekLine(points, worlds),
      };
    }),
  );
}

/** Occupancy by hour and weekday: a week's line for each world, a panel for each service. */
export const occupancyByHour: ChartPart = { section: 'pressure', make };

function make(figures: Figures): Chart | LeftOut {
  const { worlds, dictionary, design } = figures.results;
  const has = (service: string) =>
    worlds.some((world) => HOURS_OF_WEEK.some((hour) => meanAt(figures, world.id, service, hour) !== null));
  const services = dictionary.services.filter(({ id }) => has(id));
  const without = dictionary.services.filter((service) => !services.includes(service));
  if (services.length === 0) {
    return { leftOut: 'This run has no figures for occupancy by hour of the week, so it is not drawn.' };
  }
  const mean = (id: string) => figures.rawLevel(figures.baseline.id, 'occupancy', { service: id })?.mean ?? 0;
  const { id: busiest } = [...services].sort((one, other) => mean(other.id) - mean(one.id))[0]!;
  const level = figures.level(figures.baseline.id, 'occupancy', { service: busiest });
  const scale = figures.scale('occupancy', { service: busiest });
  const share = level === null ? 'a share not given' : levelInWords(level, scale);
  const styles = worldStyles(figures);
  const names = without.map(({ id }) => figures.labels.service(id));
  return {
    id: 'occupancy-by-hour',
    message: `Busiest service in the baseline: ${figures.labels.service(busiest)}`,
    formal:
      'Occupancy (share of units on duty in use) by hour of the week, by service and world, ' +
      `${setting(figures)}, per cent`,
    finding:
      `${figures.labels.service(busiest)} in the baseline: ${share} of the units on duty are in use over the week; ` +
      `the fullest hour is ${peak(figures, figures.baseline.id, busiest)}.`,
    caption:
      `Lines are means over ${counted(design.replications.completed, 'run', 'runs')}; the 95% interval of each hour’s ` +
      'mean over those runs is in the data table. All panels share one axis. Gaps: hours when nobody is on duty.',
    notes: names.length === 0 ? [] : [`Without occupancy, as units on duty are not limited: ${listed(names)}.`],
    key: styles,
    panels: panelsOf(figures, services),
    table: {
      columns: ['Service', 'Day', 'Hour from', ...styles.map(({ label }) => label)].map((label, i) => ({
        label,
        numeric: i > 2,
      })),
      rows: services.flatMap(({ id }) =>
        HOURS_OF_WEEK.map((hour) => [
          figures.labels.service(id),
          day(hour),
          clock(hour),
          ...styles.map((world) => inShort(figures, world.id, id, hour)),
        ]),
      ),
    },
    csv: 'measures.csv',
  };
}
