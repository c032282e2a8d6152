import { type ServiceNames, serviceName } from './dictionary.js';
import { narrowIntervals } from './narrow.js';
import type { WarmUpCheck, WarmUpSeries, WarmUpVerdict, WorldDescription } from './results.js';
import type { Samples } from './samples.js';
import { weeklySeries } from './weekly/index.js';

/** Series that a warning names; the others are counted. */
const NAMED = 3;

/** What a reader has to know about how the experiment went: its design, what was found, and the worlds in words. */
export function warningsOf(
  { requested, warmUp, weeks }: { readonly requested: number; readonly warmUp: WarmUpCheck; readonly weeks: number },
  samples: Samples,
  descriptions: readonly WorldDescription[],
  names: ServiceNames,
): string[] {
  const { replications, worlds } = samples;
  const policies = descriptions.flatMap((world) => world.policies);
  const warnings = [...new Set(policies.flatMap(({ inForce }) => inForce?.never ?? []))];
  if (replications < requested)
    warnings.push(`Interrupted: ${replications} of ${requested} replications were completed, and only those count.`);
  if (replications === 1) warnings.push('One replication gives no interval: run at least two.');
  for (const { id, ledger } of worlds)
    if (ledger.gridlocks > 0)
      warnings.push(
        `In ${id}, services that waited for each other were freed ${ledger.gridlocks} times by declining the last to join.`,
      );
  return [...warnings, ...warmUpWarnings(warmUp, names), ...narrowIntervals(samples, weeks, names)];
}

/** What is wrong with the warm-up or the length of the run, if anything. */
function warmUpWarnings({ series, stated, proposed }: WarmUpCheck, names: ServiceNames): string[] {
  const found = (verdict: WarmUpVerdict) => {
    const those = series.filter((one) => one.verdict === verdict);
    those.sort((one, other) => Math.abs(other.bias ?? 0) - Math.abs(one.bias ?? 0));
    return { those, named: namesOf(those, names) };
  };
  const [drifting, open, late] = [found('drifts'), found('run too short'), found('too short')];
  const said: string[] = [];
  if (drifting.those.length > 0)
    said.push(`Still drifting at the end of the run: ${drifting.named}. Such means depend on how long the run is.`);
  if (open.those.length > 0)
    said.push(
      `The run is too short to tell when it has settled: ${open.named}. The MSER point lies past half of the run; give it more weeks.`,
    );
  if (late.those.length > 0) {
    const point = Math.max(...late.those.map((one) => one.point ?? 0));
    const weeks = (count: number) => `${count} ${count === 1 ? 'week' : 'weeks'}`;
    said.push(
      `A warm-up of ${weeks(stated)} is too short: ${late.named}. MSER proposes ${weeks(proposed ?? point)}${proposed === null ? ' for these' : ''}.`,
    );
  }
  return said;
}

/** `units in use at Crisis team in uk-baseline (3.2% off)`, for the first few. */
function namesOf(series: readonly WarmUpSeries[], names: ServiceNames): string {
  const named = series.slice(0, NAMED).map(({ world, measure, cell, bias }) => {
    const label = weeklySeries.find(({ id }) => id === measure)?.label.replace(/, by week$/, '') ?? measure;
    const where = cell.service === undefined ? `of ${cell.group}` : `at ${serviceName(names, cell.service)}`;
    const off = bias === null || bias === 0 ? '' : ` (mean ${(Math.abs(bias) * 100).toPrecision(2)}% off)`;
    return `${label.slice(0, 1).toLowerCase()}${label.slice(1)} ${where} in ${world}${off}`;
  });
  const rest = series.length - named.length;
  return named.join('; ') + (rest > 0 ? `; and ${rest} more series` : '');
}
