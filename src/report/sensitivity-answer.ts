/** The answer of `sensitivity` in full: words, a picture of what moves each headline most, a table of every end. */
import type { Estimate, TriedNumber, WorldDescription } from '../experiment/index.js';
import { asNumber, type Column, isClear, type Table, type Value } from './csv.js';
import { plain } from './labels.js';
import { shownDifference } from './numbers.js';
import type { Panel, Row } from './panels/chart.js';
import { rowsInWords } from './panels/level-rows.js';
import { domainOf, rowPanel } from './panels/row-panel.js';
import { scaleOf } from './scale.js';
import type { SearchAnswer } from './search-answer.js';
import { ENDS, type SensitivityAsked, sensitivityInWords, type Watched } from './sensitivity.js';
import { assumptionsOf } from './tables/assumptions.js';
import { PALETTE } from './theme.js';
import { counted, differenceInShort, listed } from './words.js';

/** Ends that a picture shows for each headline, those that move it most first. */
const DRAWN = 12;

/** Everything that is told of the numbers of a scenario at the ends of their ranges. */
export function sensitivityAnswer(
  tried: readonly TriedNumber[],
  watched: readonly Watched[],
  asked: SensitivityAsked & { readonly worlds: readonly WorldDescription[] },
): SearchAnswer {
  const words = sensitivityInWords(tried, watched, asked);
  const what = asked.baseline === null ? 'the level' : 'the change against the baseline';
  return {
    title: `What the answer of ${nameOf(asked.worlds)} rests on`,
    words: { ...words, tables: words.tables.map((each) => (each.title === '' ? { ...each, title: WATCHED } : each)) },
    chart: {
      message: 'How far single numbers move it, the largest first',
      caption:
        `How far ${what} moves with one number at an end of its range; of each, ${counted(DRAWN, 'end', 'ends')} at most. Dots: means over ` +
        'paired runs; lines: 95% intervals, run noise only. Hollow: not clear.',
      panels: watched.map((one, at) => panelOf(tried, one, at)),
    },
    tables: [endsTable(tried, watched), assumptionsOf(asked)],
  };
}

const WATCHED = 'What was watched';

function panelOf(tried: readonly TriedNumber[], { name, measure, estimate }: Watched, at: number): Panel {
  const scale = scaleOf(plain(measure.unit), estimate.mean ?? 0);
  const ends = tried.flatMap((number) =>
    ENDS.flatMap((end) => {
      const change = number[end]?.[at];
      return change === undefined || isNone(change) ? [] : [{ number, end, change }];
    }),
  );
  ends.sort((one, other) => Math.abs(other.change.mean ?? 0) - Math.abs(one.change.mean ?? 0));
  const rows = ends.slice(0, DRAWN).map(({ number, end, change }): Row => {
    const shown = shownDifference(change, scale.factor);
    return {
      series: number.id,
      label: `${shortName(number.id)}, ${end} end`,
      text: differenceInShort(shown, scale),
      shown,
      colour: PALETTE[0],
      shape: 'circle',
      mark: 'dot',
      filled: isClear(shown) === true,
    };
  });
  return {
    group: null,
    title: `${plain(measure.label)} (${name})`,
    note: rows.length === 0 ? 'Nothing that was tried moves it.' : '',
    alt: `Dot chart with 95% intervals: how far single numbers move ${name}. ${rowsInWords(rows)}`,
    spec: rowPanel({
      rows,
      domain: domainOf(rows, 1e-9),
      axis: `Moves by, ${scale.differenceUnit.trim() || scale.unit || 'as measured'}`,
      references: [{ at: 0, label: '', dashed: true }],
    }),
  };
}

/** What the last of some worlds is called: after its policies; without any by its label, or its id where the label is that of what it extends. */
function nameOf(worlds: readonly WorldDescription[]): string {
  const [first, last] = [worlds[0]!, worlds.at(-1)!];
  if (last.policies.length > 0) return listed(last.policies.map(({ label }) => plain(label)));
  return (last !== first && last.label === first.label) || last.label === '' ? last.id : plain(last.label);
}

/** True where it moves in no run. */
function isNone({ mean, low, high }: Estimate): boolean {
  return mean === 0 && low === 0 && high === 0;
}

/** A number without the policy before it, for which a picture has no room. */
function shortName(id: string): string {
  return plain(id.slice(id.lastIndexOf('.') + 1));
}

/** A row for each number, end and headline; an end that does not fit the other numbers by itself has none. */
function endsTable(tried: readonly TriedNumber[], watched: readonly Watched[]): Table {
  const text = (name: string, description: string): Column => ({ name, type: 'text', unit: '', description });
  const number = (name: string, description: string): Column => ({
    ...{ name, type: 'number', description },
    unit: 'as in the column unit',
  });
  return {
    file: 'ends.csv',
    columns: [
      text('id', 'Id of the number, as in assumptions.csv.'),
      text('grade', 'Grade of what it rests on, A to E.'),
      text('value', 'Its value, as written.'),
      text('range', 'Both ends of its range.'),
      text('end', 'Which of them it was put at: low or high.'),
      text('headline', 'What was watched.'),
      text('unit', 'Unit of the numbers of the row.'),
      number('moves_by', 'How far the headline moves, mean over paired runs.'),
      number('moves_by_low', 'Lower end of its 95% interval; run noise only.'),
      number('moves_by_high', 'Upper end of its 95% interval; run noise only.'),
      {
        name: 'is_clear',
        type: 'true or false',
        unit: '',
        description: 'Whether that interval lies on one side of zero.',
      },
      number('comes_to', 'What the headline then is.'),
      number('comes_to_low', 'Lower end of its 95% interval; run noise only.'),
      number('comes_to_high', 'Upper end of its 95% interval; run noise only.'),
    ],
    rows: tried.flatMap(({ id, grade, value, range, ...of }) =>
      ENDS.flatMap((end) =>
        watched.flatMap(({ name, measure }, at): Value[][] => {
          const [change, answer] = [of[end]?.[at], of[end === 'low' ? 'lowAnswer' : 'highAnswer']?.[at]];
          if (change === undefined || answer === undefined) return [];
          const clear = isClear(shownDifference(change, 1));
          const numbers = [change, answer].map(({ mean, low, high }) => [mean, low, high].map(asNumber));
          return [[id, grade, value, range, end, name, measure.unit, ...numbers[0]!, clear, ...numbers[1]!]];
        }),
      ),
    ),
  };
}
