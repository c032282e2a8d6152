/** Beside what added capacity costs: the hours that people request and do not get with it, against none added. */
import type { BreakEven, CapacityStudy, Estimate, UnmetWith } from '../experiment/index.js';
import { asNumber, type Table } from './csv.js';
import { plain } from './labels.js';
import { digits, shownDifference } from './numbers.js';
import { scaleOf } from './scale.js';
import type { SearchRows } from './search-answer.js';
import { differenceInShort, differenceInWords } from './words.js';

/** Head of the column beside the cost. */
export const UNMET_HEAD = 'unit hours a week requested here and not served, change';

/** Of the service itself, with the units of an answer. */
export function unmetHere(answer: BreakEven, { unmet }: CapacityStudy): string {
  if (answer.status === 'found' && answer.low === 0) return 'none added, no change';
  const found = unmet.find(({ added }) => added === answer.guess);
  if (found === undefined || answer.status === 'impossible' || answer.status === 'beyond') return '';
  const change = inShort(found.here, 'unit hours a week');
  return answer.status === 'found' ? change : `with ${digits(found.added, 0)}: ${change}`;
}

function inShort(estimate: Estimate, unit: string): string {
  return differenceInShort(shownDifference(estimate, 1), scaleOf(unit, estimate.mean ?? 0));
}

/** The same of the staff of every agency; none where nothing is added. */
export function unmetByAgency(
  { unmet }: CapacityStudy,
  { agencies }: { readonly agencies: readonly { readonly id: string; readonly label: string }[] },
  unit: string,
): SearchRows[] {
  const labels = new Map(agencies.map(({ id, label }) => [id, plain(label) || id]));
  const rows = unmet.flatMap(({ added, agencies: told }) =>
    told
      .filter(({ change }) => change.mean !== null && change.mean !== 0)
      .map(({ agency, change }) => [
        digits(added, 0),
        labels.get(agency) ?? agency,
        differenceInWords(shownDifference(change, 1), scaleOf('staff hours a week', change.mean ?? 0)),
      ]),
  );
  if (rows.length === 0) return [];
  const title = 'Staff hours that people request and do not get, change against none added';
  return [{ id: 'unmet', title, rows: [[`more ${unit}`, 'of', 'change'], ...rows] }];
}

/** How to read them. */
export function unmetNotes({ unmet }: CapacityStudy): string[] {
  const runs = unmet[0]?.here.n;
  if (runs === undefined) return [];
  return [
    `Hours requested and not served are those of everybody who gave up, was refused or was cut short, over ${digits(runs, 0)} runs with the same people and luck, with the added units less without; hours found at another service, or cut by the end of the run, are no part of them. An agency whose hours do not change in any run is left out.`,
  ];
}

/** The same as a table. */
export function unmetTable(unmet: readonly UnmetWith[]): Table {
  const text = (name: string, description: string) => ({ name, type: 'text' as const, unit: '', description });
  const hours = { type: 'number', unit: 'hours a week' } as const;
  const numbers = ({ mean, low, high }: Estimate) => [asNumber(mean), asNumber(low), asNumber(high)];
  return {
    file: 'unmet.csv',
    columns: [
      { name: 'added', type: 'number', unit: 'units', description: 'Units added, as in an answer.' },
      text('of', 'service: unit hours of the service they are added to; agency: staff hours of an agency.'),
      text('agency', 'Id of the agency; empty for the service.'),
      { name: 'change', ...hours, description: 'Hours requested and not served, less those with none added.' },
      { name: 'change_low', ...hours, description: 'Lower end of its 95% interval; run noise only.' },
      { name: 'change_high', ...hours, description: 'Upper end of its 95% interval; run noise only.' },
    ],
    rows: unmet.flatMap(({ added, here, agencies }) => [
      [added, 'service', null, ...numbers(here)],
      ...agencies.map(({ agency, change }) => [added, 'agency', agency, ...numbers(change)]),
    ]),
  };
}
