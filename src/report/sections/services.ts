import type { Cell } from '../../experiment/index.js';
import type { Figures } from '../figures.js';
import { html, type Part, type Safe } from '../html.js';
import { htmlTable } from '../html-table.js';
import { direction } from '../numbers.js';
import { runId } from '../run-id.js';
import { differenceInShort, levelInShort, NOT_AVAILABLE } from '../words.js';

/** Columns of the services table, each a measure of a service. */
const COLUMNS: readonly {
  readonly label: string;
  readonly measure: string;
  readonly cell: (service: string) => Cell;
}[] = [
  { label: 'Contacts a week, people', measure: 'contacts', cell: (service) => ({ service, group: 'people' }) },
  { label: 'Gave up waiting, a week', measure: 'declined', cell: (service) => ({ service, reason: 'reneged' }) },
  { label: 'Turned away, full, a week', measure: 'declined', cell: (service) => ({ service, reason: 'full' }) },
  { label: 'Mean wait, people', measure: 'wait-mean', cell: (service) => ({ service, group: 'people' }) },
  { label: '9 in 10 people start within', measure: 'wait-p90', cell: (service) => ({ service, group: 'people' }) },
  { label: 'Occupancy', measure: 'occupancy', cell: (service) => ({ service }) },
  { label: 'Time full', measure: 'full-share', cell: (service) => ({ service }) },
];

/** `54 min (47 to 60)` on two lines, and a clear difference from the baseline on two more. */
export function levelAndChange(figures: Figures, world: string, measure: string, cell: Cell): Part {
  const scale = figures.scale(measure, cell);
  const lines = (text: string) => {
    const at = text.indexOf(' (');
    return at < 0 ? text : html`${text.slice(0, at)}<br><span class="interval">${text.slice(at + 1)}</span>`;
  };
  const level = figures.level(world, measure, cell);
  const text = level === null ? NOT_AVAILABLE : lines(levelInShort(level, scale));
  const change = figures.change(world, measure, cell);
  if (change === null || direction(change) === 'unclear') return text;
  return html`${text}<br><strong>${lines(differenceInShort(change, scale))}</strong>`;
}

/** The services table: each service in each world, levels and clear differences from the baseline with their intervals. */
export function services(figures: Figures): Safe {
  const columns = COLUMNS.filter(({ measure }) => figures.has(measure));
  const absent = COLUMNS.filter(({ measure }) => !figures.has(measure)).map(({ label }) => label);
  const worlds = [figures.baseline, ...figures.policyWorlds];
  const groups = figures.results.dictionary.services.map(({ id }) => ({
    title: figures.labels.service(id),
    rows: worlds.map((world): Part[] => [
      figures.labels.shortWorld(world.id),
      ...columns.map(({ measure, cell }) => levelAndChange(figures, world.id, measure, cell(id))),
    ]),
  }));
  const compared =
    figures.policyWorlds.length === 0
      ? ''
      : ' In bold: a clear difference from the baseline with its 95% interval, in the same unit; where there is none, no ' +
        'clear difference in this model.';
  const caption = `Services by world: mean, with its 95% interval below.${compared} Simulated, run ${runId(figures.results)}.`;
  return html`<section id="services" aria-labelledby="services-title">
<h2 id="services-title">Services</h2>
<p>Waits run from joining a line to starting, of people whose visit started. “Turned away, full” counts contacts that met a
full waiting room. ${NOT_AVAILABLE} means not available: nobody sought the service, or its units are not limited. These
numbers and more are in tables/services.csv.</p>
${absent.length === 0 ? null : html`<p class="left-out">This run has no figures for: ${absent.join('; ')}.</p>`}
${htmlTable(
  caption,
  ['World', ...columns.map(({ label }) => label)].map((label, i) => ({ label, numeric: i > 0 })),
  groups,
)}
</section>`;
}
