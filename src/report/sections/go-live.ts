import type { Estimate, Recovery } from '../../experiment/index.js';
import { figuresOf } from '../figure.js';
import type { Figures } from '../figures.js';
import { html, type Part, type Safe } from '../html.js';
import { htmlTable } from '../html-table.js';
import { shownDifference } from '../numbers.js';
import { runId } from '../run-id.js';
import { scaleOf } from '../scale.js';
import { differenceInShort, differenceInWords, listed } from '../words.js';

/** True where the time in which policies take hold is part of the answer. */
export function isGoLive({ results }: Figures): boolean {
  return results.design.kind === 'go-live';
}

/** Go-live: contacts, waits and hours week by week, with the days on which policies start; nothing in a steady design. */
export async function goLive(figures: Figures): Promise<Safe> {
  if (!isGoLive(figures)) return html``;
  return html`<section id="go-live" aria-labelledby="go-live-title">
<h2 id="go-live-title">Go-live</h2>
<p>Policies start on their dates, and take hold by their ramps. The lines follow each service week by week, from the first week
of the run, in the baseline and in each policy world.</p>
${await figuresOf('go-live', figures)}
${recoveries(figures)}
</section>`;
}

/** The table of shocks, weeks to recover and excess hours; nothing where no policy has a date. */
function recoveries(figures: Figures): Part {
  const rows = figures.results.recovery ?? [];
  if (rows.length === 0) return null;
  const changed = rows.filter(({ service }) => rows.some((row) => row.service === service && !isStill(row)));
  const still = [...new Set(rows.filter((row) => !changed.includes(row)).map(({ service }) => service))];
  const groups = figures.policyWorlds.map(({ id }) => ({
    title: figures.labels.worldName(id),
    rows: changed
      .filter(({ world }) => world === id)
      .map((row) => recoveryCells(row, figures.labels.service(row.service))),
  }));
  const caption = `How the start of policies hits each waiting line, with 95% intervals. Simulated, run ${runId(figures.results)}.`;
  return html`<ul>${figures.policyWorlds.map(({ id }) => html`<li>${shockInWords(figures, id, rows)}</li>`)}</ul>
<p>Each week, the mean number of people waiting in the policy world is compared with the same week of the
baseline. The <em>shock</em> is the largest of these differences from the week of the first start on; its interval allows for its
having been picked as the largest. A line has <em>recovered</em> in the first week, not before that of the shock, from which the
mean of four weeks is at most a tenth longer than the baseline’s mean line (or than 0.1 people, where that is more). <em>Excess
hours</em> are all the differences together, in hours waited.</p>
${htmlTable(caption, COLUMNS, groups)}
${
  still.length === 0
    ? null
    : html`<p class="setting">The same line in every week of every run: ${listed(still.map((id) => figures.labels.service(id)))}.</p>`
}`;
}

function isStill({ shock, excessHours }: Recovery): boolean {
  return [shock, excessHours].every(({ mean, low, high }) => mean === 0 && (low ?? 0) === 0 && (high ?? 0) === 0);
}

/** The largest clear shock of a world, as a share of the tolerance of its line, in a sentence. */
function shockInWords(figures: Figures, world: string, rows: readonly Recovery[]): string {
  const name = figures.labels.worldName(world);
  const [worst] = rows
    .filter((row) => row.world === world && (row.shock.low ?? 0) > 0)
    .sort((one, other) => (other.shock.mean ?? 0) / other.tolerance - (one.shock.mean ?? 0) / one.tolerance);
  if (worst === undefined) return `${name}: no service shows a clear shock in this model.`;
  const scale = scaleOf('people', worst.shock.mean ?? 0);
  const back = recoveredIn(worst.shock, worst.weeksToRecover);
  const weeks = worst.weeksToRecover.mean === null ? back : `after ${back} weeks`;
  return (
    `${name}: the largest clear shock, for the length of its line, is at ${figures.labels.service(worst.service)}, ` +
    `${differenceInWords(shownDifference(worst.shock, 1), scale)} waiting in week ${worst.shockWeek} after the start; recovered: ${weeks}.`
  );
}

const COLUMNS = [
  'Service',
  'Shock, people waiting',
  'Week after the start',
  'Weeks to recover',
  'Excess hours waited',
].map((label, at) => ({ label, numeric: at > 0 }));

function recoveryCells({ shock, shockWeek, weeksToRecover, excessHours }: Recovery, service: string): Part[] {
  const change = (estimate: Estimate) => {
    const printed = shownDifference(estimate, 1);
    return differenceInShort(printed, scaleOf('people', printed.mean ?? 0));
  };
  return [service, change(shock), String(shockWeek), recoveredIn(shock, weeksToRecover), change(excessHours)];
}

function recoveredIn({ low }: Estimate, { mean, low: soonest, high: latest }: Estimate): string {
  if (low === null) return 'one run cannot say';
  if (low <= 0) return 'no clear shock';
  if (mean === null) return 'not before the run ends';
  if (soonest === null) return `${mean} (too few runs for an interval)`;
  return latest === null ? `${mean} (${soonest} to beyond the end of the run)` : `${mean} (${soonest} to ${latest})`;
}
