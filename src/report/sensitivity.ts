/** The answer of `sensitivity` in words: which numbers move the headline, the largest first. */
import type { Estimate, MeasureEntry, TriedNumber } from '../experiment/index.js';
import { plain } from './labels.js';
import { digits, direction, LEAST_RUNS, shown, shownDifference } from './numbers.js';
import { scaleOf } from './scale.js';
import type { SearchWords } from './search-answer.js';
import { counted, differenceInShort, differenceInWords, levelInShort, levelInWords, listed } from './words.js';

/** A headline that was watched: as it was asked for, what it is, and what it comes to with every number as it is. */
export interface Watched {
  readonly name: string;
  readonly measure: MeasureEntry;
  readonly estimate: Estimate;
}

/** What was asked, for the words. */
export interface SensitivityAsked {
  readonly scenario: string;
  /** Null where a single world is looked at. */
  readonly baseline: string | null;
  readonly replications: number;
}

/** Ends of a range, by name. */
export const ENDS = ['low', 'high'] as const;

/** Says what came of it. */
export function sensitivityInWords(
  tried: readonly TriedNumber[],
  watched: readonly Watched[],
  asked: SensitivityAsked,
): SearchWords {
  const rows = [...tried].sort((one, other) => sizeOf(other, watched) - sizeOf(one, watched));
  const head = [
    'number',
    'grade',
    'value',
    'range',
    ...watched.flatMap(({ name }) => ENDS.map((end) => `${name}, ${end} end`)),
  ];
  const moving = rows.filter((row) => sizeOf(row, watched) > 0);
  const [first] = moving;
  const most = first === undefined ? '' : `; the most, as a share of it: ${plain(first.id)} (grade ${first.grade})`;
  return {
    headline:
      `Simulated: of ${counted(rows.length, 'number', 'numbers')} tried at both ends of the range, ${digits(moving.length, 0)} clearly ` +
      `${moving.length === 1 ? 'moves' : 'move'} what was watched in ${asked.scenario}${most}.${turnsInWords(rows, watched, asked)}`,
    tables: [
      {
        id: 'watched',
        title: '',
        rows: [['watched', 'with every number as it is'], ...watched.map((one) => [one.name, asItIs(one, asked)])],
      },
      {
        id: 'tried',
        title: 'How far each number moves it, the largest first',
        rows: [head, ...rows.map((row) => rowOf(row, watched, asked))],
      },
    ],
    caveats: caveats(asked),
    notes: notes(asked),
  };
}

function isClear({ mean, low, high }: Estimate): boolean {
  return mean !== null && low !== null && high !== null && (low > 0 || high < 0);
}

/** Whether a change against the baseline goes the other way at an end of a number's range. */
function isTurned(row: TriedNumber, end: (typeof ENDS)[number], place: number, watched: readonly Watched[]): boolean {
  const [was, is] = [watched[place]?.estimate, row[end === 'low' ? 'lowAnswer' : 'highAnswer']?.[place]];
  if (was === undefined || is === undefined || !isClear(was) || !isClear(is)) return false;
  return (was.mean ?? 0) * (is.mean ?? 0) < 0;
}

/** Which numbers turn the answer round by themselves; empty where none does, and of a level, which has no sign. */
function turnsInWords(rows: readonly TriedNumber[], watched: readonly Watched[], asked: SensitivityAsked): string {
  if (asked.baseline === null) return '';
  const said = watched.flatMap(({ name }, place) => {
    const ids = rows.filter((row) => ENDS.some((end) => isTurned(row, end, place, watched))).map(({ id }) => plain(id));
    return ids.length === 0 ? [] : [`The change in ${name} goes the other way at an end of ${listed(ids)}.`];
  });
  return said.length === 0 ? '' : ` ${said.join(' ')}`;
}

/** The largest clear change at either end, as a share of what is watched; 0 where none is clear. */
function sizeOf(row: TriedNumber, watched: readonly Watched[]): number {
  const sizes = ENDS.flatMap((end) =>
    (row[end] ?? []).map((change, at) => {
      const whole = Math.abs(watched[at]?.estimate.mean ?? 0);
      if (!isClear(change)) return 0;
      return whole === 0 ? Number.MAX_VALUE : Math.abs(change.mean ?? 0) / whole;
    }),
  );
  return Math.max(0, ...sizes);
}

function asItIs({ measure, estimate }: Watched, { baseline }: SensitivityAsked): string {
  const scale = scaleOf(plain(measure.unit), estimate.mean ?? 0);
  return baseline === null
    ? levelInWords(shown(estimate, scale.factor), scale)
    : differenceInWords(shownDifference(estimate, scale.factor), scale);
}

function rowOf(row: TriedNumber, watched: readonly Watched[], { baseline }: SensitivityAsked): string[] {
  const ends = watched.flatMap(({ measure, estimate }, at) =>
    ENDS.map((end) => {
      const change = row[end]?.[at];
      const answer = row[end === 'low' ? 'lowAnswer' : 'highAnswer']?.[at];
      if (change === undefined || answer === undefined) return 'does not fit alone';
      if (change.mean === 0 && change.low === 0 && change.high === 0) return 'none';
      const scale = scaleOf(plain(measure.unit), estimate.mean ?? 0);
      const rounded = shownDifference(change, scale.factor);
      if (direction(rounded) === 'unclear' && rounded.low !== null) return 'not clear';
      const comes =
        baseline === null
          ? levelInShort(shown(answer, scale.factor), scale)
          : differenceInShort(shownDifference(answer, scale.factor), scale);
      const turned = baseline !== null && isTurned(row, end, at, watched) ? ': changes sign' : '';
      return `${differenceInShort(rounded, scale)}, to ${comes}${turned}`;
    }),
  );
  return [plain(row.id), row.grade, plain(row.value), plain(row.range), ...ends];
}

/** What could change the answer. */
function caveats({ replications }: SensitivityAsked): string[] {
  const few =
    replications < LEAST_RUNS
      ? [
          `Only ${counted(replications, 'run', 'runs')}: intervals are rough, and what is “not clear” may well be there. Use at least ${LEAST_RUNS}.`,
        ]
      : [];
  return [
    ...few,
    'One number at a time finds no interaction, and a range is a judgement: this is no interval of doubt about the answer.',
  ];
}

function notes({ baseline, replications }: SensitivityAsked): string[] {
  return [
    `Each number is put at each end of its range by itself, in every world that has it: the same people and the same luck, ${counted(replications, 'run', 'runs')}. ` +
      (baseline === null
        ? 'Told is how far a level moves, and after “to” what it then is.'
        : `Told is how far the change against ${baseline} moves, and after “to” what it then is; “changes sign”: it clearly goes the other way there.`),
    'Intervals are 95% intervals for the mean over paired runs. “Not clear”: the interval holds zero; with few runs a change may hide in it. “None”: the same in every run. “Does not fit alone”: at this end another number would have to move as well.',
  ];
}
