import type { AssumptionRecord } from '../../experiment/index.js';
import { blanksOf } from '../blanks.js';
import type { Figures } from '../figures.js';
import { html, link, type Part, type Safe } from '../html.js';
import { htmlTable, ungrouped } from '../html-table.js';
import { GRADE_WORDS, GRADES, type Input, inputsOf } from '../inputs.js';
import { plain } from '../labels.js';
import { unrecordedInWords } from '../unrecorded.js';
import { counted, listed, NOT_AVAILABLE } from '../words.js';

const HEADS = ['Input', 'Value', 'Range', 'Source', 'Why, or how it was got', 'Worlds'];
/** Column of sentences. */
const REASON = 4;
/** Grades whose inputs are shown at once; stronger ones open on request. */
const OPEN: readonly string[] = ['E', 'D'];

function source({ source, url, quality }: AssumptionRecord): Part {
  if (source === null) return 'None: assumed';
  const text = plain(source);
  return html`${link(url, text)}${quality === null ? null : ` (${plain(quality)})`}`;
}

function row(figures: Figures, { record, worlds }: Input): readonly Part[] {
  const used =
    worlds.length === figures.results.worlds.length
      ? 'All'
      : listed(worlds.map((world) => figures.labels.shortWorld(world)));
  return [
    plain(record.id),
    plain(record.value),
    record.range === null ? NOT_AVAILABLE : plain(record.range),
    source(record),
    record.reason === null ? '' : plain(record.reason),
    used,
  ];
}

/** What the log lacks: each field with a count and the names of the inputs. */
function blanks(inputs: readonly Input[]): Part {
  const found = blanksOf(inputs);
  if (inputs.length === 0) return null;
  if (found.length === 0) return html`<p>Every field of the log is filled in for every input.</p>`;
  const lines = found.map(({ field, inputs: ids }) => {
    const name = field.replaceAll('_', ' ');
    if (ids.length === inputs.length) return html`<li>${name}: all ${String(ids.length)} inputs</li>`;
    return html`<li>${name}: <details class="inline"><summary>${ids.length} of ${counted(inputs.length, 'input', 'inputs')}</summary>${ids.map(plain).join(', ')}</details></li>`;
  });
  return html`<p>Not filled in, in the log of assumptions:</p><ul class="blanks">${lines}</ul>`;
}

/** Who stands behind the inputs, in a sentence. */
function authors(inputs: readonly Input[]): Part {
  const names = (key: 'madeBy' | 'signedOffBy') => [...new Set(inputs.flatMap(({ record }) => record[key] ?? []))];
  const [made, signed] = [names('madeBy'), names('signedOffBy')];
  if (inputs.length === 0) return null;
  const by = (list: readonly string[], none: string) => (list.length === 0 ? none : listed(list.map(plain)));
  return html`<p>Chosen by: ${by(made, 'not recorded')}. Agreed to by: ${by(signed, 'nobody on record')}.</p>`;
}

/** Assumptions: every input with its source and grade, weakest first. */
export function assumptions(figures: Figures): Safe {
  const inputs = inputsOf(figures.results);
  const unrecorded = unrecordedInWords(figures.results);
  const parts = GRADES.map((grade) => ({ grade, of: inputs.filter(({ record }) => record.grade === grade) })).filter(
    ({ of }) => of.length > 0,
  );
  const made = parts.map(({ grade, of }) => {
    const title = `Grade ${grade} (${GRADE_WORDS[grade]}): ${counted(of.length, 'input', 'inputs')}`;
    const table = htmlTable(
      `${title}. Values, ranges, sources and reasons.`,
      HEADS.map((label, i) => ({ label, numeric: false, wide: i === REASON })),
      ungrouped(of.map((input) => row(figures, input))),
    );
    return html`<details class="inputs"${OPEN.includes(grade) ? html` open` : null}><summary>${title}</summary>${table}</details>`;
  });
  return html`<section id="assumptions" aria-labelledby="assumptions-title">
<h2 id="assumptions-title">Assumptions</h2>
<p>Every input under <code>parameters</code>, weakest evidence first. Grades are the scenario author’s judgement of how well a source fits this place
and time. The same list is in tables/assumptions.csv. ${NOT_AVAILABLE} means that no range is recorded.</p>
${unrecorded === null ? null : html`<p><strong>${unrecorded}</strong></p>`}${authors(inputs)}${blanks(inputs)}
${inputs.length === 0 ? html`<p class="left-out">This run has no recorded inputs.</p>` : made}
</section>`;
}
