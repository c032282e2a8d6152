import type { Cell, WorldDescription } from '../../experiment/index.js';
import type { Figures } from '../figures.js';
import { html, type Part, type Safe } from '../html.js';
import { htmlTable } from '../html-table.js';
import { plain } from '../labels.js';
import { type ClearChange, clearChanges } from '../largest.js';
import { runId } from '../run-id.js';
import { waitingServices } from '../waiting.js';
import {
  counted,
  differenceInShort,
  differenceInWords,
  levelInShort,
  NO_CLEAR_DIFFERENCE,
  NOT_AVAILABLE,
} from '../words.js';

/** Spans within which people may come back. */
const SPANS = [
  ['24h', '24 hours'],
  ['7d', '7 days'],
  ['28d', '28 days'],
  ['365d', '365 days'],
] as const;

/** How waits are told apart. */
interface Grouping {
  readonly measure: string;
  readonly dimension: string;
  readonly heading: string;
  readonly what: string;
}

const BY_SEVERITY: Grouping = {
  measure: 'wait-by-severity',
  dimension: 'severity',
  heading: 'Severity',
  what: 'severity of their need',
};
const BY_COHORT: Grouping = { measure: 'wait-by-cohort', dimension: 'cohort', heading: 'Cohort', what: 'cohort' };

/** Who waits, by severity and by cohort, and who comes back with the same need: levels, and paired differences. */
export function waits(figures: Figures): Safe {
  const bySeverity = waitsBy(figures, BY_SEVERITY);
  const byCohort = waitsBy(figures, BY_COHORT);
  const returns = comesBack(figures);
  return html`<section id="waits" aria-labelledby="waits-title">
<h2 id="waits-title">Who waits, who comes back</h2>
${bySeverity ?? html`<p class="left-out">Waits are not told by severity: people wait at no service, or there is one severity.</p>`}
${byCohort ?? html`<p class="left-out">Waits are not told by cohort: people wait at no service, or there is one cohort.</p>`}
${returns ?? html`<p class="left-out">No episode of a need ended with time left to see who comes back.</p>`}
</section>`;
}

/** A row for the baseline and one for each policy world's difference. */
function rowsOf(figures: Figures, measure: string, cells: readonly (Cell | null)[]): Part[][] {
  const value = (world: WorldDescription, cell: Cell | null): Part => {
    if (cell === null) return NOT_AVAILABLE;
    const scale = figures.scale(measure, cell);
    const isBaseline = world === figures.baseline;
    const found = isBaseline ? figures.level(world.id, measure, cell) : figures.change(world.id, measure, cell);
    if (found === null || found.mean === null) return 'not seen';
    return isBaseline ? levelInShort(found, scale) : differenceInShort(found, scale);
  };
  return [figures.baseline, ...figures.policyWorlds].map((world) => [
    world === figures.baseline ? 'Baseline' : `${figures.labels.shortWorld(world.id)}, change`,
    ...cells.map((cell) => value(world, cell)),
  ]);
}

/** Mean waits told apart by a dimension of people, service by service; null where nobody waits or there is one group. */
function waitsBy(figures: Figures, { measure, dimension, heading, what }: Grouping): Safe | null {
  const found = figures.cells(measure);
  const names = [...new Set(found.map((cell) => cell[dimension] ?? ''))];
  const services = waitingServices(figures).map(({ cell }) => cell.service ?? '');
  const isSeen = (cell: Cell) =>
    figures.results.worlds.some(({ id }) => (figures.rawLevel(id, measure, cell)?.mean ?? null) !== null);
  const shown = services.filter((service) => found.some((cell) => cell.service === service && isSeen(cell)));
  if (shown.length === 0 || names.length < 2) return null;
  const groups = shown.map((service) => ({
    title: figures.labels.service(service),
    rows: rowsOf(
      figures,
      measure,
      names.map((name) => ({ service, [dimension]: name })),
    ),
  }));
  const cells = found.filter(({ service = '' }) => shown.includes(service));
  const inWords = ({ cell, shown: change }: ClearChange) =>
    `${figures.labels.service(cell.service ?? '')}, ${dimension} ${plain(cell[dimension] ?? '')}, ${differenceInWords(change, figures.scale(measure, cell))}`;
  const sentences = figures.policyWorlds.map((world) => {
    const changes = clearChanges(figures, measure, cells, [world], true);
    const name = figures.labels.worldName(world.id);
    const [largest] = changes;
    return largest === undefined
      ? `${name}: ${NO_CLEAR_DIFFERENCE} in the mean wait at any service and ${dimension}.`
      : `${name}: ${counted(changes.length, 'clear change', 'clear changes')} in mean waits, of ${counted(cells.length, 'pair', 'pairs')} of service and ${dimension}. The largest for its size: ${inWords(largest)}.`;
  });
  const caption = `Mean wait of people whose visit started, by ${what}: the baseline, and the change in each policy world with its 95% interval over paired runs. Simulated, run ${runId(figures.results)}.`;
  return html`<ul>${sentences.map((each) => html`<li>${each}</li>`)}</ul>
${htmlTable(
  caption,
  ['World', ...names.map((name) => `${heading}: ${plain(name)}`)].map((label, at) => ({ label, numeric: at > 0 })),
  groups,
)}`;
}

function comesBack(figures: Figures): Safe | null {
  const found = figures.cells('back-by-need');
  const needs = [...new Set(found.map(({ need = '' }) => need))];
  if (needs.length === 0) return null;
  const groups = needs.map((need) => ({
    title: figures.labels.need(need),
    rows: rowsOf(
      figures,
      'back-by-need',
      SPANS.map(([within]) => ({ need, within })),
    ),
  }));
  const caption = `Share of people back with the same need within a span: the baseline, and the change in each policy world with its 95% interval over paired runs. Simulated, run ${runId(figures.results)}.`;
  return html`<p>Coming back is counted from the end of an episode in the measured period to the same person’s next episode of the
same need, and only where the whole span lies inside the run. “Not seen” means that no span of that length does: it is no 0.</p>
${htmlTable(
  caption,
  ['World', ...SPANS.map(([, label]) => `Within ${label}`)].map((label, at) => ({ label, numeric: at > 0 })),
  groups,
)}`;
}
