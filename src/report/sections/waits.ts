import type { Cell, WorldDescription } from '../../experiment/index.js';
import type { Figures } from '../figures.js';
import { html, type Part, type Safe } from '../html.js';
import { htmlTable } from '../html-table.js';
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

/** Who waits, by severity, and who comes back with the same need: levels, and paired differences. */
export function waits(figures: Figures): Safe {
  const bySeverity = severities(figures);
  const returns = comesBack(figures);
  return html`<section id="waits" aria-labelledby="waits-title">
<h2 id="waits-title">Who waits, who comes back</h2>
${bySeverity ?? html`<p class="left-out">Waits are not told by severity: people wait at no service, or there is one severity.</p>`}
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

function severities(figures: Figures): Safe | null {
  const found = figures.cells('wait-by-severity');
  const names = [...new Set(found.map(({ severity = '' }) => severity))];
  const services = waitingServices(figures).map(({ cell }) => cell.service ?? '');
  const shown = services.filter((service) => found.some((cell) => cell.service === service));
  if (shown.length === 0 || names.length < 2) return null;
  const groups = shown.map((service) => ({
    title: figures.labels.service(service),
    rows: rowsOf(
      figures,
      'wait-by-severity',
      names.map((severity) => ({ service, severity })),
    ),
  }));
  const cells = found.filter(({ service = '' }) => shown.includes(service));
  const sentences = figures.policyWorlds.map((world) => {
    const changes = clearChanges(figures, 'wait-by-severity', cells, [world], true);
    const name = figures.labels.worldName(world.id);
    const [largest] = changes;
    return largest === undefined
      ? `${name}: ${NO_CLEAR_DIFFERENCE} in the mean wait at any service and severity.`
      : `${name}: ${counted(changes.length, 'clear change', 'clear changes')} in mean waits, of ${counted(cells.length, 'pair', 'pairs')} of service and severity. The largest for its size: ${inWords(figures, largest)}.`;
  });
  const caption = `Mean wait of people whose visit started, by severity of their need: the baseline, and the change in each policy world with its 95% interval over paired runs. Simulated, run ${runId(figures.results)}.`;
  return html`<ul>${sentences.map((each) => html`<li>${each}</li>`)}</ul>
${htmlTable(
  caption,
  ['World', ...names.map((name) => `Severity: ${name}`)].map((label, at) => ({ label, numeric: at > 0 })),
  groups,
)}`;
}

function inWords(figures: Figures, { cell, shown }: ClearChange): string {
  const { service = '', severity = '' } = cell;
  const words = differenceInWords(shown, figures.scale('wait-by-severity', cell));
  return `${figures.labels.service(service)}, severity ${severity}, ${words}`;
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
