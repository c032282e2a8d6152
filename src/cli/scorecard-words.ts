/** The scorecard as text: a line for each published figure, counts by role, and the rule that parameters obey. */
import type { Estimate, FigureWithout, MeasureWithout, ScorecardRow } from '../experiment/index.js';
import { plainTable } from './plain-table.js';

const ROLES: readonly { readonly role: ScorecardRow['role']; readonly means: string }[] = [
  {
    role: 'emergent',
    means:
      'left to come out of the mechanisms (scenarios/README.md says what was tuned, and to what): only these count as validation',
  },
  { role: 'rate', means: 'one rate or staffing number each was tuned to it' },
  { role: 'derived', means: 'arithmetic on other figures: shown, not counted' },
  { role: 'echo', means: 'an input comes back: shown, not counted' },
];

const TUNING_RULE = [
  'Tuning rule: a parameter stays inside its published range. Where none is published: official statistics within 5%,',
  'inspection and peer-reviewed within 10%, grey literature and press within 25%, claims within 50%; assumptions stay',
  'inside their declared range.',
].join('\n');

/** Rounds a bound as the mean it belongs to. */
export type RoundBound = (bound: number, low: number, high: number) => number;

function number(value: number): string {
  return new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 6 }).format(value);
}

/** `21.3 (20.1 to 22.4)`. */
function simulated({ simulated: mean, interval }: ScorecardRow, round: RoundBound): string {
  if (mean === null) return '';
  if (interval === null) return `${number(mean)} (no interval)`;
  const bound = (at: number) => number(round(at, interval.low, interval.high));
  return `${number(mean)} (${bound(interval.low)} to ${bound(interval.high)})`;
}

/** A figure's rival readings are shown, and one of them is counted. */
function verdict({ status, counts, reading }: ScorecardRow): string {
  return counts ? status : `(${status}, read as ${reading ?? 'another'}: not counted)`;
}

/** The whole scorecard. */
export function scorecardInWords(rows: readonly ScorecardRow[], round: RoundBound): string {
  const modelled = rows.filter(({ status }) => status !== 'not-modelled');
  const sorted = ROLES.flatMap(({ role }) => modelled.filter((row) => row.role === role));
  const scored = plainTable([
    ['role', 'figure', 'world', 'simulated (95% interval)', 'published range', ''],
    ...sorted.map((row) => [row.role, row.id, row.world, simulated(row, round), row.range, verdict(row)]),
  ]);
  const counts = plainTable([
    ['role', 'inside', 'outside', 'not modelled', ''],
    ...ROLES.map(({ role, means }) => {
      const count = (status: ScorecardRow['status']) =>
        String(rows.filter((row) => row.counts && row.role === role && row.status === status).length);
      return [role, count('inside'), count('outside'), count('not-modelled'), means];
    }),
  ]);
  const left = rows.filter(({ status }) => status === 'not-modelled').map(({ id, why }) => `  ${id}: ${why ?? ''}`);
  const rest = left.length > 0 ? ['Not modelled:', ...left, ''] : [];
  return [scored, '', ...rest, counts, '', TUNING_RULE].join('\n');
}

/** A scorecard without one mechanism. */
export interface KnockOut {
  readonly policy: string;
  readonly replications: number;
  readonly rows: readonly FigureWithout[];
  readonly measures: readonly MeasureWithout[];
}

/** `+0.021 (0.013 to 0.029)`: a paired change, to the digits that its interval supports. */
function changed({ mean, low, high }: Estimate, round: RoundBound): string {
  if (mean === null) return '';
  if (low === null || high === null) return `${number(mean)} (no interval)`;
  const at = (value: number) => number(round(value, low, high));
  return `${at(mean)} (${at(low)} to ${at(high)})`;
}

/**
 * What worlds without a mechanism say: the figures that change sides, each with its change paired by replication, and the
 * measures that were asked for.
 */
export function knockOutsInWords(
  rows: readonly ScorecardRow[],
  knockOuts: readonly KnockOut[],
  round: RoundBound,
): string {
  const figures = knockOuts.flatMap(({ policy, replications, rows: without }) => {
    const runs = String(replications);
    const moved = without.flatMap((row) => {
      const before = rows.find(({ id }) => id === row.id);
      return before === undefined || before.status === row.status ? [] : [{ before, row }];
    });
    if (moved.length === 0) return [[policy, runs, 'none', '', '', '', '']];
    return moved.map(({ before, row }) => [
      ...[policy, runs, row.id],
      `${before.simulated === null ? '' : number(before.simulated)} (${before.status})`,
      `${row.simulated === null ? '' : number(row.simulated)} (${row.status})`,
      row.change === null ? '' : changed(row.change, round),
      row.range,
    ]);
  });
  const head = [
    'taken out',
    'runs',
    'figure',
    'with it',
    'without it',
    'change (95% interval, paired)',
    'published range',
  ];
  const measures = knockOuts.flatMap(({ policy, replications, measures: asked }) =>
    asked.map(({ world, name, unit, before, after, change }) => [
      ...[policy, String(replications), `${name} in ${world}`],
      changed(before, round),
      changed(after, round),
      `${changed(change, round)} ${unit}`,
    ]),
  );
  const tables = [plainTable([head, ...figures])];
  if (measures.length > 0)
    tables.push('', plainTable([['taken out', 'runs', 'measure', ...head.slice(3, 6)], ...measures]));
  return tables.join('\n');
}
