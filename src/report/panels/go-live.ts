import type { Figures } from '../figures.js';
import { areaLabel, startsInWords } from '../in-force.js';
import { setting } from '../setting.js';
import { worldStyles } from '../theme.js';
import { weeksOf } from '../weekly.js';
import { counted, levelInWords, listed } from '../words.js';
import type { Chart, LeftOut } from './chart.js';
import type { Moment } from './run-line.js';
import { runPanels } from './run-lines.js';

const MOST_PANELS = 6;
const WEEK_MS = 7 * 86_400_000;
const WEEK = 168;
/** Weeks at the end of the measured period by which services are ranked. */
const LATE = 4;

/** A quantity by service over the weeks of a go-live. */
export interface GoLiveQuantity {
  readonly id: string;
  readonly measure: string;
  /** `Contacts of people`. */
  readonly what: string;
  /** Printed in place of the measure's own unit, after multiplying: unit hours for a mean of units. */
  readonly times?: number;
  readonly unitOf?: (service: { readonly unit: string }) => string;
}

type Policy = Figures['baseline']['policies'][number];

/** The days on which a policy starts and ends, in each area where they differ. */
function daysOf(figures: Figures, policy: Policy) {
  const areas = policy.inForce?.areas?.map((area) => ({ ...area, where: ` in ${areaLabel(figures, area.id)}` }));
  return (areas ?? [{ ...policy, where: '' }]).flatMap(({ starts, ends, where }) => [
    { date: starts, word: 'starts', where },
    { date: ends, word: 'ends', where },
  ]);
}

/** The days on which policies start and end, as moments of the run [weeks], each once. */
function policyMoments(figures: Figures, weeks: number): Moment[] {
  const { design, worlds } = figures.results;
  const found = new Map<number, string[]>();
  for (const world of worlds)
    for (const policy of world.policies)
      for (const { date, word, where } of daysOf(figures, policy)) {
        if (date === null) continue;
        const at = (Date.parse(date) - Date.parse(design.start)) / WEEK_MS;
        const label = `${figures.labels.policy(policy.id)} ${word}${where}`;
        if (at >= 0 && at < weeks && !found.get(at)?.includes(label)) found.set(at, [...(found.get(at) ?? []), label]);
      }
  const isOne = (labels: readonly string[]) => labels.length === 1 && labels[0]!.length < 34;
  return [...found]
    .sort(([one], [other]) => one - other)
    .map(([at, labels]) => ({
      at,
      label: isOne(labels) ? labels[0]! : `${counted(labels.length, 'policy', 'policies')}: week ${Math.floor(at) + 1}`,
    }));
}

/** The lines of a quantity over the weeks of a go-live: the services that policies change most, from the first week. */
export function goLiveChart(figures: Figures, { id, measure, what, times, unitOf }: GoLiveQuantity): Chart | LeftOut {
  const { design, dictionary, worlds } = figures.results;
  const weeks = Math.floor((design.warmUp + design.measured) / WEEK);
  const lateMean = (world: string, service: string) => {
    const row = figures.results.weekly.find(
      (series) => series.world === world && series.measure === measure && series.cell.service === service,
    );
    const late = (row?.mean ?? []).slice(Math.max(0, weeks - LATE), weeks).map((mean) => mean ?? 0);
    return late.length === 0 ? null : late.reduce((sum, mean) => sum + mean, 0) / late.length;
  };
  const services = dictionary.services
    .flatMap((service) => {
      const base = lateMean(figures.baseline.id, service.id) ?? 0;
      const means = worlds.map((world) => lateMean(world.id, service.id) ?? 0);
      const most = Math.max(...means);
      return most > 0 ? [{ service, size: Math.max(...means.map((mean) => Math.abs(mean - base))) / most }] : [];
    })
    .sort((one, other) => other.size - one.size);
  const drawn = services.slice(0, MOST_PANELS);
  const [first] = drawn;
  if (first === undefined || weeks < 1)
    return { leftOut: `This run has no weekly figures for ${what.toLowerCase()}, so they are not drawn.` };
  const moments = policyMoments(figures, weeks);
  const own = (service: { readonly unit: string }) => ({
    ...(times === undefined ? {} : { times }),
    ...(unitOf === undefined ? {} : { unit: unitOf(service) }),
  });
  const { panels, table } = runPanels(
    figures,
    what.toLowerCase(),
    drawn.map(({ service }) => ({
      measure,
      cell: { service: service.id },
      title: figures.labels.service(service.id),
      moments,
      ...own(service),
    })),
    weeks,
  );
  const cell = { service: first.service.id };
  const known = weeksOf(figures, measure, cell, times, unitOf?.(first.service));
  const said = worlds.flatMap((world) => {
    const level = known?.of(world.id)[weeks - 1];
    return known === null || level === undefined || level.mean === null
      ? []
      : [`${figures.labels.shortWorld(world.id)}, ${levelInWords(level, known.scale)}`];
  });
  const dates = worlds.flatMap(({ policies }) =>
    policies.flatMap((policy) => {
      const starts = startsInWords(figures, policy);
      return starts === null ? [] : [`${figures.labels.policy(policy.id)} ${starts}`];
    }),
  );
  const rest = services.slice(MOST_PANELS).map(({ service }) => figures.labels.service(service.id));
  return {
    id,
    message: `${what} week by week: ${figures.labels.service(first.service.id)}`,
    formal: `${what}, by service, week of the run and world, ${setting(figures)}`,
    finding: `${figures.labels.service(first.service.id)} in week ${weeks}: ${said.join('; ')}.`,
    caption:
      `Bands are 95% intervals for the mean of each week over ${counted(design.replications.completed, 'run', 'runs')}: run-to-run ` +
      'noise only. Week 1 is the first of the run, warm-up included; each panel has its own scale, from zero. Services that ' +
      'differ most from the baseline at the end come first; worlds are alike up to the first date.',
    notes: [
      ...(dates.length === 0 ? [] : [`In force: ${listed([...new Set(dates)])}.`]),
      ...(rest.length === 0 ? [] : [`In tables/weekly.csv only: ${listed(rest)}.`]),
    ],
    key: worldStyles(figures),
    panels,
    table,
    csv: 'weekly.csv',
  };
}
