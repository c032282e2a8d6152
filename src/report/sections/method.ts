import type { Cell, Study, WorldDescription } from '../../experiment/index.js';
import type { Figures } from '../figures.js';
import { glossary } from '../glossary.js';
import { html, type Part, type Safe } from '../html.js';
import { htmlTable, ungrouped } from '../html-table.js';
import { inputsOf } from '../inputs.js';
import { dateInWords, plain } from '../labels.js';
import { digits } from '../numbers.js';
import { runId } from '../run-id.js';
import { duration } from '../scale.js';
import { counted, NOT_AVAILABLE } from '../words.js';

/** What a world was made for, by whom, and how much hangs on it; what nobody recorded is said to be so. */
function studyWords({ decision, audience, commissioner, analyst, assurer, approver, risk }: Study): string[] {
  const said = (text: string | undefined) => (text === undefined ? 'not recorded' : plain(text));
  return [
    `Made to inform: ${said(decision)}. For: ${said(audience)}.`,
    `Asked for by: ${said(commissioner)}. Made by: ${said(analyst)}. Checked by: ${said(assurer)}. Agreed by: ${said(approver)}.`,
    risk === undefined
      ? 'Risk of a wrong answer: not rated.'
      : `Risk of a wrong answer: ${risk.rating.replace('-', ' ')}. ${plain(risk.because)}`,
  ];
}

/** What a reader must know before using a world: who stands behind it, what was checked, until when, and its limits. */
function terms({ owner, repeatContact, assurance, study, sunset, limits }: WorldDescription): Part[] {
  const checked =
    assurance === null ? 'no statement.' : `${plain(assurance.statement)} Stated by ${plain(assurance.by)}.`;
  return [
    html`<li>Why people come back: ${repeatContact === null ? 'not stated' : plain(repeatContact)}.</li>`,
    html`<li>Owner: ${owner === null ? 'not stated' : plain(owner)}.</li>`,
    studyWords(study ?? {}).map((line) => html`<li>${line}</li>`),
    html`<li>Assurance: ${checked}</li>`,
    html`<li>To be used until: ${sunset === null ? 'not stated' : dateInWords(sunset)}.</li>`,
    limits.length === 0
      ? html`<li>Limits: none stated.</li>`
      : html`<li>Limits: <ul>${limits.map((limit) => html`<li>${plain(limit)}</li>`)}</ul></li>`,
  ];
}

function world(figures: Figures, description: WorldDescription): Safe {
  const { id, policies } = description;
  const markup = (of: WorldDescription) => html`${terms(of)}`.markup;
  const isAsBaseline = description !== figures.baseline && markup(description) === markup(figures.baseline);
  const items: Part[] = [
    policies.length === 0 ? html`<li>Policies: none.</li>` : null,
    policies.length > 1
      ? html`<li>Order in which policies are put on, each on what the ones before have made: ${policies.map(({ label, id }) => plain(label) || id).join(', then ')}.</li>`
      : null,
    policies.map(
      (policy) => html`<li>Policy: ${plain(policy.label) || policy.id}. What it changes:
<ul>${policy.edits.map((edit) => html`<li>${plain(edit)}</li>`)}</ul></li>`,
    ),
    isAsBaseline
      ? html`<li>Repeat contact, owner, study, assurance, date and limits: as for the baseline.</li>`
      : terms(description),
  ];
  return html`<h4>${figures.labels.world(id)}</h4><p>${plain(description.description)}</p><ul>${items}</ul>`;
}

function design(figures: Figures): Safe {
  const { kind, start, asOf, warmUp, measured, followUp, replications, seed } = figures.results.design;
  const compared = figures.policyWorlds.length > 0;
  const runs = counted(replications.completed, 'replication', 'replications');
  const items = [
    kind === 'steady'
      ? `Steady design: policies and dated values are those in force on ${asOf === null ? 'the scenario’s date' : dateInWords(asOf)}, throughout.`
      : 'Go-live design: dates, ramps and reversals of policies are followed; worlds are alike up to the first date.',
    `The run starts on ${dateInWords(start)}: ${duration(warmUp)} of warm-up that do not count, ${duration(measured)} measured, ` +
      `${followUp > 0 ? `${duration(followUp)} more in which visits are followed to their end` : 'no follow-up'}.`,
    `${runs} of ${replications.requested} asked for; rule: ${plain(replications.rule)}. Seed: ${plain(seed)}.`,
    ...(compared
      ? [
          'Worlds are paired: the same person has the same chances in each, so that differences between worlds come from ' +
            'the policy and from what it sets off, not from luck.',
        ]
      : []),
    ...(replications.precision === null
      ? []
      : [
          'Every interval pays for the looks at the results that were taken before the run ended: it is as wide as it takes to ' +
            'hold the mean 95% of the time although the number of replications was not fixed.',
        ]),
    'Intervals: 95%, Student t over replications; of differences, over paired differences. Shares and mean waits are ratios ' +
      'of totals, with a jackknife, and the displacement ratio one with the interval of Fieller. Intervals of levels are cut at 0, and of shares at 100%.',
    'Numbers are rounded to what their interval supports, alike in text, tables and charts; the CSV tables hold 12 digits.',
    'A difference is called clear when its interval lies on one side of zero. Where many differences are ' +
      'looked at, about 1 in 20 of those that are truly nil look clear.',
    'Counts and waits are of visits sought in the measured period; hours and occupancy are those that fall within it. ' +
      'People still inside at the end are counted as such.',
  ];
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** The log of uncertainty: what is computed, what is known and not computed, and what is not known. */
function uncertainty(figures: Figures): Safe {
  const inputs = inputsOf(figures.results);
  const ranged = inputs.filter(({ record }) => record.range !== null).length;
  const weak = inputs.filter(({ record }) => record.grade === 'D' || record.grade === 'E').length;
  const items = [
    'Computed: run-to-run noise, in every interval.',
    `Known, not computed: doubt about inputs. Of ${digits(inputs.length, 0)} inputs, ${digits(ranged, 0)} have a recorded range and ` +
      `${digits(weak, 0)} are expert views or placeholders; another value within its range could change the answer.`,
    'Known, not computed: rival structures, such as why people come back. A run holds one of them, named under its world.',
    'Not known: what the model leaves out, and how people and services would adapt to a policy. Its scenario’s limits name ' +
      'what its author knows of.',
  ];
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** The looks by which the number of replications was set; nothing where it was fixed. */
function precision(figures: Figures): Part {
  const { precision: rule } = figures.results.design.replications;
  if (rule === null) return null;
  const name = ({ measure, cell }: { readonly measure: string; readonly cell: Cell }) =>
    [measure, ...Object.values(cell)].join(':');
  const half = (value: number | null) => (value === null ? NOT_AVAILABLE : String(Number(value.toPrecision(2))));
  const rows = rule.looks.flatMap(({ replications, confidence, intervals }) =>
    intervals.map((one) => [
      digits(replications, 0),
      figures.labels.shortWorld(one.world),
      name(one),
      `${Number((confidence * 100).toPrecision(5))}%`,
      half(one.half),
      half(one.target),
      one.isMet ? 'yes' : 'no',
    ]),
  );
  const heads = ['Replications', 'World', 'Headline measure', 'Confidence', 'Half-width', 'Wanted', 'Reached'];
  return html`<h3>How the number of replications was set</h3>
<p>The results were looked at after ${[1, 2, 4].map((times) => digits(times * rule.firstLook, 0)).join(', ')} and more replications, up to ${digits(rule.most, 0)}, until the half-width of each
headline measure was at most ${Number((rule.share * 100).toPrecision(6))}% of the baseline’s level at the first look.
${rule.isReached ? 'That was reached.' : 'That was not reached.'} Each look spends half of what is left of the 5% by which
intervals may miss, shared by all headline measures and policy worlds.</p>
${htmlTable(
  'Looks at the headline measures: half-widths in the unit of each measure.',
  heads.map((label, i) => ({ label, numeric: i === 0 || (i > 2 && i < 6) })),
  ungrouped(rows),
)}`;
}

function ledger(figures: Figures): Safe {
  const heads = ['World', 'Events', 'Episodes opened', 'Closed', 'Inside at the end', 'Contacts declined', 'Gridlocks'];
  return htmlTable(
    'Ledger: totals over all replications, whole runs. People in are people out and people inside.',
    heads.map((label, i) => ({ label, numeric: i > 0 })),
    ungrouped(
      figures.results.ledger.map(({ world: id, events, opened, closed, inside, declined, gridlocks }) => [
        figures.labels.world(id),
        ...[events, opened, closed, inside, declined, gridlocks].map((count) => digits(count, 0)),
      ]),
    ),
  );
}

/** Method and limits: design, worlds and what each changes, limits and assurance, ledger, and what each measure is. */
export function method(figures: Figures): Safe {
  const { worlds, dictionary } = figures.results;
  const measures = htmlTable(
    'Measures and comparisons: what each is and how it is computed.',
    ['Measure', 'Unit', 'What it is'].map((label, i) => ({ label, numeric: false, wide: i === 2 })),
    ungrouped(
      dictionary.measures.map(({ label, unit, description }) => [plain(label), plain(unit), plain(description)]),
    ),
  );
  const hashes = worlds.map(({ id, hash }) => html`<li>${figures.labels.world(id)}: ${hash}</li>`);
  return html`<section id="method" aria-labelledby="method-title">
<h2 id="method-title">Method and limits</h2>
<p>A simulation of synthetic people, one by one, and of the staff and places that they seek. It holds no personal data.
It says what follows if its inputs and structure hold. It is not a forecast, and not a measure of who deserves help.</p>
<h3>Design of the run</h3>${design(figures)}
${precision(figures)}
<h3>Worlds</h3>${worlds.map((each) => world(figures, each))}
<h3>What is uncertain</h3>${uncertainty(figures)}
<h3>Ledger</h3>${ledger(figures)}
<h3>Identity</h3><p>Run ${runId(figures.results)}. Fingerprints of the worlds:</p><ul class="hashes">${hashes}</ul>
<details id="words"><summary>What the words mean</summary><dl>${glossary(figures.results.worlds.length > 1).map(
    ([term, meaning]) => html`<dt>${term}</dt><dd>${meaning}</dd>`,
  )}</dl></details>
<details><summary>What each measure is</summary>${measures}</details>
</section>`;
}
