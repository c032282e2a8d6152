import type { Cell } from '../../experiment/index.js';
import { areaFigures } from '../area-figures.js';
import type { Figures } from '../figures.js';
import { html, type Part, type Safe } from '../html.js';
import { htmlTable } from '../html-table.js';
import { plain } from '../labels.js';
import { digits } from '../numbers.js';
import { runId } from '../run-id.js';
import { levelAndChange } from './services.js';

/** A column: a measure at a cell, for the people of an area. */
interface Column {
  readonly label: string;
  readonly measure: string;
  readonly cell: Cell;
}

/** What an area's people meet: needs not met, and hours for which each agency's staff are held by them. */
function columnsOf({ labels, results }: Figures): Column[] {
  const agencies = results.dictionary.agencies.map(({ id }) => ({
    label: `Staff hours a week, ${labels.agency(id)}`,
    measure: 'staff-hours',
    cell: { agency: id },
  }));
  return [{ label: 'Needs not met a week', measure: 'unmet', cell: {} }, ...agencies];
}

/** The table by area, where there are several: each area in each world, with clear differences from the baseline. */
export function areas(figures: Figures): Safe | null {
  const own = areaFigures(figures);
  if (own === null) return null;
  const list = figures.results.areas?.list ?? [];
  // Agencies without staff, such as one that has only beds, have no hours to show.
  const columns = columnsOf(figures).filter(({ measure, cell }) =>
    list.some(({ id }) => own.rawLevel(figures.baseline.id, measure, { area: id, ...cell }) !== null),
  );
  const worlds = [figures.baseline, ...figures.policyWorlds];
  const groups = list.map(({ id, label, population }) => ({
    title: `${plain(label) || id}, ${digits(population, 0)} people`,
    rows: worlds.map((world): Part[] => [
      figures.labels.shortWorld(world.id),
      ...columns.map(({ measure, cell }) => levelAndChange(own, world.id, measure, { area: id, ...cell })),
    ]),
  }));
  const compared =
    figures.policyWorlds.length === 0
      ? ''
      : ' In bold: a clear difference from the baseline with its 95% interval; where there is none, no clear difference in this model.';
  const caption = `Areas by world: mean, with its 95% interval below.${compared} Simulated, run ${runId(figures.results)}.`;
  return html`<section id="areas" aria-labelledby="areas-title">
<h2 id="areas-title">Areas</h2>
<p>Elsewhere in this report all areas are added up. Here the people of each are counted apart, wherever they are served: hours at
a service that areas share go to the area that the person comes from. Every measure by area is in tables/areas.csv.</p>
${htmlTable(
  caption,
  ['World', ...columns.map(({ label }) => label)].map((label, i) => ({ label, numeric: i > 0 })),
  groups,
)}
</section>`;
}
