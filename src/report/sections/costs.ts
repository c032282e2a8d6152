import type { Cell, WorldDescription } from '../../experiment/index.js';
import { billsInShort, DUTY, dutyInWords } from '../duty.js';
import type { Figures } from '../figures.js';
import { html, type Part, type Safe } from '../html.js';
import { htmlTable } from '../html-table.js';
import { plain } from '../labels.js';
import { clearChanges } from '../largest.js';
import { digits, direction } from '../numbers.js';
import { runId } from '../run-id.js';
import { unmetHoursInWords } from '../unmet-hours.js';
import {
  differenceInShort,
  differenceInWords,
  levelInShort,
  listed,
  NO_CLEAR_DIFFERENCE,
  NOT_AVAILABLE,
} from '../words.js';

/** Stands where a quantity has no level. */
const NOT_APPLICABLE = '[z]';

/** A column of a table of payers. */
interface Column {
  readonly label: string;
  readonly measure: string;
}

const AGENCY: readonly Column[] = [
  { label: 'Contacts served a week', measure: 'contacts-by-agency' },
  { label: 'Staff hours a week', measure: 'staff-hours' },
  { label: 'GBP a week', measure: 'cost-by-agency' },
  { label: 'Staff hours requested, not served', measure: 'unmet-hours' },
];
const BUDGET: readonly Column[] = [
  { label: 'Contacts paid by the contact', measure: 'contacts-by-budget' },
  { label: 'Hours paid by the hour', measure: 'hours-by-budget' },
  { label: 'GBP a week', measure: 'cost-by-budget' },
];

/** What the column of bills holds, in a caption. */
const BILL =
  'GBP a week values what people use. The bill stands in its place, and the two are never added: hours on duty, used or not, and where services are paid by the contact or without limit, what is used. No luck moves hours on duty, so that their cost has no interval; overtime is left out.';

/** Who pays: hours, contacts and money by agency and by budget, with the hours that people did not get beside them. */
export function costs(figures: Figures): Safe {
  const head = html`<h2 id="costs-title">Who pays</h2>`;
  const { dictionary } = figures.results;
  const { costing } = dictionary;
  if (costing === undefined || !figures.has('cost-by-agency')) {
    return html`<section id="costs" aria-labelledby="costs-title">${head}
<p class="left-out">No money is told: the scenario states no unit costs of services.</p></section>`;
  }
  const without = dictionary.services.filter(({ unitCost }) => unitCost === undefined);
  const year = plain(costing.baseYear);
  return html`<section id="costs" aria-labelledby="costs-title">${head}
<p>Hours and contacts are valued at unit costs, in prices of ${year}, and follow the service to the agency that runs it and to the
budget that pays. Intervals hold run noise only: doubt about unit costs is left out of them. Staff are paid whether or not they are busy: a lower cost is time set free, valued, and no money in hand.
${without.length === 0 ? '' : `Left out of all money, as the scenario states no unit cost: ${listed(without.map(({ id }) => figures.labels.service(id)))}.`}</p>
${figures.policyWorlds.map((world) => inWords(figures, world, year))}
${payers(figures, 'agency', `By agency, money in prices of ${year}`, AGENCY)}
${payers(figures, 'budget', `By budget, money in prices of ${year}`, BUDGET)}
${unitCosts(figures)}
</section>`;
}

/** A sentence for each agency whose cost changes clearly, each saving with the hours that people did not get. */
function inWords(figures: Figures, world: WorldDescription, year: string): Safe {
  const cells = figures.cells('cost-by-agency');
  const duty = dutyInWords(figures, world);
  const changes = clearChanges(figures, 'cost-by-agency', cells, [world], false);
  const said = changes.map(({ cell, shown }) => {
    const words = differenceInWords(shown, figures.scale('cost-by-agency', cell));
    const beside = direction(shown) === 'down' ? ` Beside it, ${missedInWords(figures, world)}` : '';
    return `${figures.labels.agency(cell.agency ?? '')}: ${words}, in prices of ${year}.${beside}`;
  });
  const used = duty.length === 0 ? 'Costs' : 'Value of hours and contacts used';
  const sentences = said.length === 0 ? [`${used}: ${NO_CLEAR_DIFFERENCE} at any agency.`] : said;
  return html`<h3>${figures.labels.worldName(world.id)}</h3>
${
  duty.length === 0
    ? ''
    : html`<p>The bill, for hours on duty whether or not anybody uses them:</p>
<ul>${duty.map((each) => html`<li>${each}</li>`)}</ul>
<p>What people use of it and of all else, valued, which is never added to the bill:</p>`
}
<ul>${sentences.map((each) => html`<li>${each}</li>`)}</ul>`;
}

/** What people did not get in the same world: needs not met, and hours requested and not served. */
function missedInWords(figures: Figures, world: WorldDescription): string {
  const unmet = figures.change(world.id, 'unmet', {});
  const needs = unmet === null ? '' : `needs not met: ${differenceInWords(unmet, figures.scale('unmet', {}))}; `;
  return `${needs}${unmetHoursInWords(figures, world)}`;
}

/** Levels of the baseline and differences of policy worlds, payer by payer. */
function payers(figures: Figures, kind: 'agency' | 'budget', title: string, columns: readonly Column[]): Safe {
  const hasDuty = figures.has(DUTY);
  const { agencies, costing } = figures.results.dictionary;
  const value = (world: WorldDescription, measure: string, cell: Cell): Part => {
    const scale = figures.scale(measure, cell);
    if (world === figures.baseline) {
      const level = figures.level(world.id, measure, cell);
      if (level !== null) return levelInShort(level, scale);
      return measure === 'unmet-hours' ? NOT_APPLICABLE : NOT_AVAILABLE;
    }
    const change = figures.change(world.id, measure, cell);
    return change === null ? NOT_AVAILABLE : differenceInShort(change, scale);
  };
  const bills = (world: WorldDescription, id: string): readonly Part[] =>
    world === figures.baseline ? [NOT_APPLICABLE, NOT_APPLICABLE] : billsInShort(figures, world.id, kind, id);
  const groups = (kind === 'agency' ? agencies : (costing?.budgets ?? [])).map(({ id, label }) => ({
    title: plain(label),
    rows: [figures.baseline, ...figures.policyWorlds].map((world): Part[] => [
      world === figures.baseline ? 'Baseline' : `${figures.labels.shortWorld(world.id)}, change`,
      ...columns.map(({ measure }) => value(world, measure, { [kind]: id })),
      ...(hasDuty ? bills(world, id) : []),
    ]),
  }));
  const caption = `${title}: the baseline, and the change in each policy world with its 95% interval over paired runs. ${NOT_AVAILABLE}: not available${columns === AGENCY || hasDuty ? `; ${NOT_APPLICABLE}: not applicable, as ${hasDuty ? 'hours not served and the bill are' : 'hours not served are'} told as a change alone` : ''}.${hasDuty ? ` ${BILL}` : ''} Simulated, run ${runId(figures.results)}.`;
  return htmlTable(
    caption,
    [
      'World',
      ...columns.map(({ label }) => label),
      ...(hasDuty ? ['Hours on duty, GBP a week', 'Bill, GBP a week'] : []),
    ].map((label, at) => ({
      label,
      numeric: at > 0,
    })),
    groups,
  );
}

/** What a unit of each service is taken to cost. */
function unitCosts(figures: Figures): Safe {
  const rows = figures.results.dictionary.services.flatMap(({ id, unitCost }) => {
    if (unitCost === undefined) return [];
    const { amount, per, budget, priceYear, upratedBy } = unitCost;
    const uprated = upratedBy === 1 ? 'none needed' : `× ${Number(upratedBy.toPrecision(4))}`;
    const name = figures.labels.service(id);
    return [
      [
        name,
        digits(amount, -2),
        `unit ${per}`.replace('unit contact', 'contact'),
        figures.labels.budget(budget),
        plain(priceYear),
        uprated,
      ],
    ];
  });
  return htmlTable(
    'Unit costs as used; sources and grades are among the assumptions.',
    ['Service', 'GBP', 'per', 'Budget', 'Stated in prices of', 'Uprated by'].map((label, at) => ({
      label,
      numeric: at === 1,
    })),
    [{ title: '', rows }],
  );
}
