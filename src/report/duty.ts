/** Hours on duty that a policy adds or takes away, and what they cost, used or not: what no run's luck moves. */
import type { Results, WorldDescription } from '../experiment/index.js';
import type { Figures } from './figures.js';
import { plain } from './labels.js';
import { moneyAYear } from './money-a-year.js';
import { digits } from './numbers.js';
import { manyUnits } from './units.js';
import { differenceInShort, listed, NOT_AVAILABLE } from './words.js';

/** The comparison that tells them. */
export const DUTY = 'duty-hours';

/** A service whose hours on duty differ from the baseline's. */
interface Duty {
  readonly service: Results['dictionary']['services'][number];
  /** [unit hours a week] */
  readonly hours: number;
}

function dutiesOf(figures: Figures, world: string): Duty[] {
  return figures.results.dictionary.services.flatMap((service) => {
    const hours = figures.rawChange(world, DUTY, { service: service.id })?.mean ?? 0;
    return hours === 0 ? [] : [{ service, hours }];
  });
}

/** What hours on duty cost [GBP a week]; null where the service is not paid by the hour. */
function weekly({ service: { unitCost }, hours }: Duty): number | null {
  return unitCost?.per === 'hour' ? hours * unitCost.amount : null;
}

/** Hours on duty of each service that a policy changes, with their cost a year; and which of them have no price. Nothing where none change. */
export function dutyInWords(figures: Figures, world: WorldDescription): string[] {
  const duties = dutiesOf(figures, world.id);
  const { costing } = figures.results.dictionary;
  const prices = `in prices of ${plain(costing?.baseYear ?? '')}`;
  const priced = duties.filter((duty) => weekly(duty) !== null);
  const sum = priced.reduce((total, duty) => total + (weekly(duty) ?? 0), 0);
  const said = priced.map((duty) => {
    const cost = `${moneyAYear(weekly(duty) ?? 0)} GBP a year${duty.hours < 0 ? ' less' : ''}`;
    return `${named(figures, duty)}: ${hoursInWords(duty)}, ${cost}, used or not, ${prices}.`;
  });
  const together =
    priced.length < 2
      ? []
      : [`Together, used or not, ${moneyAYear(sum)} GBP a year${sum < 0 ? ' less' : ''}, ${prices}.`];
  const byContact = duties.filter(({ service }) => service.unitCost?.per === 'contact');
  return [
    ...said,
    ...together,
    ...contacts(figures, byContact),
    ...unpriced(figures, duties),
    ...mean(figures, duties),
  ];
}

/** In time, a year of the measured period is not a year of the policy in full. */
function mean({ results }: Figures, duties: readonly Duty[]): string[] {
  if (duties.length === 0 || results.design.kind !== 'go-live') return [];
  return [
    'Hours on duty and their cost are means over the measured period, in part of which a policy may not be in force, or not in full.',
  ];
}

/** What is paid by the contact is billed so, however much of it stands on duty. */
function contacts(figures: Figures, duties: readonly Duty[]): string[] {
  if (duties.length === 0) return [];
  const each = duties.map((duty) => `${named(figures, duty)} (${hoursInWords(duty)})`);
  return [`Paid by the contact, so that changed capacity alone is not priced: ${listed(each)}.`];
}

function unpriced(figures: Figures, duties: readonly Duty[]): string[] {
  const without = duties.filter(({ service }) => service.unitCost === undefined);
  const said = (some: readonly Duty[], what: string) =>
    some.length === 0
      ? []
      : [
          `The ${what} capacity of ${listed(some.map((duty) => `${named(figures, duty)} (${hoursInWords(duty)})`))} has no unit cost here and is not priced.`,
        ];
  return [
    ...said(
      without.filter(({ hours }) => hours > 0),
      'added',
    ),
    ...said(
      without.filter(({ hours }) => hours < 0),
      'withdrawn',
    ),
  ];
}

function named(figures: Figures, { service }: Duty): string {
  return figures.labels.service(service.id);
}

/** `336 more hours of call handlers on duty a week`. */
function hoursInWords({ service, hours }: Duty): string {
  const size = Math.abs(hours);
  const number = digits(size, size < 10 && !Number.isInteger(size) ? -1 : 0);
  return `${number} ${hours > 0 ? 'more' : 'fewer'} ${number === '1' ? 'hour' : 'hours'} of ${manyUnits(service)} on duty a week`;
}

/**
 * What an agency or a budget is billed besides, in short [GBP a week]: for hours on duty, and in all. No luck moves hours on duty, so
 * that their cost has no interval; nor has a bill that is of them alone.
 */
export function billsInShort(
  figures: Figures,
  world: string,
  payer: 'agency' | 'budget',
  id: string,
): readonly [string, string] {
  const cell = { [payer]: id };
  const change = (measure: string) => figures.rawChange(world, `${measure}-by-${payer}`, cell);
  const cost = change('duty-cost')?.mean ?? 0;
  // No row is no change; but where what is added has no price, nothing is known of its cost.
  const isUnpriced = dutiesOf(figures, world).some(
    ({ service }) => payer === 'agency' && service.agency === id && service.unitCost === undefined,
  );
  const exact = `${cost > 0 ? '+' : ''}${digits(cost, 0)}`;
  const duty = cost === 0 && isUnpriced ? NOT_AVAILABLE : exact;
  const bill = change('bill');
  if (bill === null) return [duty, duty];
  if (bill.mean === cost && (bill.low === null || bill.low === bill.high)) return [duty, exact];
  const shown = figures.change(world, `bill-by-${payer}`, cell);
  return [duty, shown === null ? NOT_AVAILABLE : differenceInShort(shown, figures.scale(`bill-by-${payer}`, cell))];
}
