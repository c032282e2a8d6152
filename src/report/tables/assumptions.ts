import type { Results } from '../../experiment/index.js';
import type { Column, Table } from '../csv.js';
import type { Figures } from '../figures.js';
import { inputsOf } from '../inputs.js';
import { shippedDesign } from '../moves-most.js';

/** The log of assumptions: every input with its source, grade, who stands behind it, and what is left blank; weakest first. */
export function assumptions(figures: Figures): Table {
  return assumptionsOf(figures.results);
}

/** The same of some worlds. */
export function assumptionsOf(of: Pick<Results, 'worlds'>): Table {
  const text = (name: string, description: string): Column => ({ name, type: 'text', unit: '', description });
  return {
    file: 'assumptions.csv',
    columns: [
      text('id', 'Id of the input: its name, with the id of the policy before it where it belongs to one.'),
      text('statement', 'What is assumed or known, in words.'),
      text('parameter', 'Name of the parameter in the file that states it.'),
      text('value', 'Its value, as written.'),
      text('range_or_distribution', 'Lowest and highest plausible value; empty where none is recorded.'),
      text('unit', 'Unit or units of the value; number for a share, a count or a factor.'),
      text('source', 'Evidence id or citation; assumed where it has none.'),
      text('url', 'Where the source is published.'),
      text('evidence_grade', 'A direct, B other place or time, C indirect, D expert view, E placeholder.'),
      text('reason', 'Why it is assumed, or how it was got from the source.'),
      text('made_by', 'Who chose it.'),
      text('made_on', 'When it was chosen.'),
      text('signed_off_by', 'Who agreed to it.'),
      text('signed_off_on', 'When it was agreed to.'),
      text('reliability', 'How far it can be relied on; the quality of the evidence, where nobody says otherwise.'),
      text(
        'effect_size_on_headline',
        `How much the headline moves over the range, where somebody has tried. Of inputs that ship it is ${shippedDesign()}.`,
      ),
      text('risk_rating', 'Risk of being wrong here.'),
      text('scenarios', 'Ids of the worlds that use it, separated by spaces.'),
      text('review_by', 'When it has to be looked at again.'),
      text('alternative_tried', 'Another value or source that was tried.'),
      text('proxy_for', 'What it stands in for.'),
      text('used_in', 'Steps, services, needs and other parts that it takes effect in, separated by semicolons.'),
      text('from', 'Scenario or policy file that states it.'),
      { name: 'line', type: 'number', unit: '', description: 'Line of that file.' },
      text('blanks', 'Columns that should be filled in and are not, separated by spaces.'),
    ],
    rows: inputsOf(of).map(({ record, worlds }) => [
      record.id,
      record.statement,
      record.id.slice(record.id.indexOf('.') + 1),
      record.value,
      record.range,
      record.unit,
      record.source ?? 'assumed',
      record.url,
      record.grade,
      record.reason,
      record.madeBy,
      record.madeOn,
      record.signedOffBy,
      record.signedOffOn,
      record.reliability,
      record.effectOnHeadline,
      record.risk,
      worlds.join(' '),
      record.reviewBy,
      record.alternativeTried,
      record.proxyFor,
      record.usedIn.join('; '),
      record.from,
      record.line,
      record.blanks.join(' '),
    ]),
  };
}
