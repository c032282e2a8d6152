/** The answer of a search for capacity: a sentence, a row for each share of area-years, and what was tried. */
import type { BreakEven, CapacityStudy } from '../experiment/index.js';
import { answerInWords, type CapacityAsked, shareOf, spanInWords, triedAt } from './capacity-sentence.js';
import { fewRuns } from './caveats.js';
import { plain } from './labels.js';
import { moneyAYear } from './money-a-year.js';
import { digits, percentage } from './numbers.js';
import type { SearchWords } from './search-answer.js';
import { searchCaveats } from './search-caveats.js';
import { estimateInShort, evidenceInWords, periodInWords, periodsOf } from './search-setting.js';
import { manyUnits, moreUnits } from './units.js';
import { UNMET_HEAD, unmetByAgency, unmetHere, unmetNotes } from './unmet-with.js';
import { listed } from './words.js';

/** The share that the headline speaks of, where it is among those asked. */
const HEADLINE = 0.8;

/** Says what came of a search. */
export function capacityInWords(study: CapacityStudy, asked: CapacityAsked): SearchWords {
  const main = study.answers.find(({ level }) => level === HEADLINE) ?? study.answers[0]!;
  const unit = manyUnits(asked.service);
  const cost = costInWords(asked);
  const head = [
    ...['in at least', `more ${unit}`, 'target met with (95% interval)', 'and with one fewer'],
    ...(cost === null ? [] : [`GBP a year, prices of ${plain(asked.baseYear ?? '')}`]),
    UNMET_HEAD,
  ];
  const answers = study.answers.map((answer) => [
    ...answerRow(answer, study),
    ...(cost === null ? [] : [cost.of(answer)]),
    unmetHere(answer, study),
  ]);
  return {
    headline: `Simulated, if all else stays the same: ${answerInWords(main, study, asked)} ${evidenceInWords(asked)}`,
    tables: [
      { id: 'answers', title: '', rows: [head, ...answers] },
      ...unmetByAgency(study, asked, unit),
      { id: 'tried', title: `What was tried, in ${periodsOf(asked)}`, rows: triedRows(study, asked, unit) },
    ],
    caveats: [fewTried(study) ?? [], searchCaveats(asked)].flat(),
    notes: notes(study, asked, unit),
  };
}

/** What too few runs cannot tell, where no capacity was run more often. */
function fewTried({ tried }: CapacityStudy): string | null {
  const most = Math.max(0, ...tried.map(({ runs }) => runs));
  return most === 0 ? null : fewRuns({ requested: most, completed: most });
}

/** What added units cost a year; null where the service states no cost for each hour. */
function costInWords({ service, hoursAdded }: CapacityAsked): { readonly of: (answer: BreakEven) => string } | null {
  const { unitCost } = service;
  if (unitCost === undefined || unitCost.per !== 'hour') return null;
  const yearly = (units: number) => moneyAYear(units * hoursAdded * unitCost.amount);
  return {
    of(answer) {
      if (answer.status === 'found') return yearly(answer.low);
      if (answer.status !== 'unresolved') return '';
      if (answer.high === null && answer.low === 0) return 'not settled';
      return answer.high === null ? `${yearly(answer.low)} or more` : `${yearly(answer.low)} to ${yearly(answer.high)}`;
    },
  };
}

function costNote({ service, hoursAdded, baseYear }: CapacityAsked): string {
  const { unitCost } = service;
  if (unitCost === undefined) return 'Costs are left out: the scenario states no unit cost of this service.';
  if (unitCost.per === 'contact')
    return 'Costs of added units are left out: the scenario states what a contact of this service costs, not what a unit on duty costs.';
  const amount = digits(unitCost.amount, -2);
  return `A year of added units costs units × ${digits(hoursAdded, 0)} hours on duty a week × ${amount} GBP an hour, used or not, in prices of ${plain(baseYear ?? '')}.`;
}

function number(answer: BreakEven): string {
  switch (answer.status) {
    case 'found':
      return digits(answer.low, 0);
    case 'unresolved':
      if (answer.high !== null) return `${spanInWords(answer.low, answer.high)}, not settled`;
      return answer.low === 0 ? 'not settled' : `${digits(answer.low, 0)} or more, not settled`;
    case 'impossible':
      return 'not by capacity';
    case 'beyond':
      return `over ${digits(answer.low - 1, 0)}`;
  }
}

function answerRow(answer: BreakEven, study: CapacityStudy): string[] {
  const own = answer.status === 'impossible' ? 'ample' : answer.guess;
  const told = (added: number | 'ample' | null) =>
    added === null
      ? 'none tried'
      : `${added === 'ample' ? 'ample' : digits(added, 0)}: ${shareOf(triedAt(study, added))}`;
  const below = typeof own === 'number' && own > 0 ? told(own - 1) : '';
  return [percentage(answer.level), number(answer), told(own), below];
}

/** The runs that every capacity has: means over more of them at some would not be means of the same people and luck. */
function commonRuns({ tried }: CapacityStudy): string {
  const { estimate } = tried[0] ?? { estimate: { n: 0 } };
  return `the ${digits(estimate.n, 0)} runs that all have`;
}

function triedRows(study: CapacityStudy, { measure }: CapacityAsked, unit: string): string[][] {
  const head = [
    `more ${unit}`,
    'target met in (95% interval)',
    `${plain(measure.label).toLowerCase()}, mean over ${commonRuns(study)} (95% interval)`,
  ];
  const size = Math.max(
    0,
    ...[study.baseline, ...study.tried.map(({ estimate }) => estimate)].map((one) => one?.mean ?? 0),
  );
  const rows = study.tried.map((one) => [
    one.added === 'ample' ? 'ample' : digits(one.added, 0),
    shareOf(one),
    estimateInShort(one.estimate, measure.unit, size),
  ]);
  const baseline = study.baseline;
  return [
    head,
    ...(baseline === null ? [] : [['baseline', '', estimateInShort(baseline, measure.unit, size)]]),
    ...rows,
  ];
}

function notes(study: CapacityStudy, asked: CapacityAsked, unit: string): string[] {
  const { target, hours, most } = asked;
  const judged =
    target.kind === 'restore'
      ? 'Each run is judged against the run of the baseline with the same people and luck, and so depends on how runs are paired; the last column above gives the means over runs.'
      : 'The same people and luck are run at every capacity.';
  const duty =
    hours === null
      ? 'Added units are on duty in every hour in which the service has anybody on duty.'
      : `Added units are on duty in the hours ${plain(hours)} of every week.`;
  return [
    periodInWords(asked),
    judged,
    `A number is given where it is clear at 95% that it is enough and that one fewer is not: exact bounds of a binomial chance, with the error shared by all looks, at most ${digits(most, 0)} runs. A number may so stay unsettled though the interval beside it, which is for one look alone, lies on one side. Runs hold chance only.`,
    duty,
    ...visitNotes(asked, unit),
    ...reversalNotes(study, asked),
    ...unjudged(study),
    costNote(asked),
    ...unmetNotes(study),
  ];
}

/** Units that a visit takes, where no visit can do with one. */
function visitNotes({ unitsOfVisits }: CapacityAsked, unit: string): string[] {
  const least = Math.min(...unitsOfVisits);
  if (!Number.isFinite(least) || least < 2) return [];
  const count = unitsOfVisits.length === 1 ? digits(least, 0) : `at least ${digits(least, 0)}`;
  return [
    `A visit takes ${count} ${unit}: one more alone serves nobody, unless one is idle beside those who are busy.`,
  ];
}

/** What was seen of more units doing worse. */
function reversalNotes({ reversals, tried }: CapacityStudy, { service }: CapacityAsked): string[] {
  const unit = manyUnits(service);
  const [worst] = reversals;
  if (worst === undefined)
    return [
      `In no run was the target met with a smaller number of ${unit} and missed with a larger one, of ${digits(tried.length, 0)} numbers tried.`,
    ];
  const pairs = reversals.filter(({ isClear }) => isClear).map(({ fewer, more }) => `${fewer} and ${more}`);
  const seen = `In ${worst.lost} of ${worst.of} runs the target was met with ${moreUnits(worst.fewer, service)} and missed with ${worst.more} more`;
  if (pairs.length === 0)
    return [`${seen} (the other way round in ${worst.won}): no more than chance may account for.`];
  return [
    `More ${unit} did worse, clear in this model, between ${listed(pairs)} added: ${seen.toLowerCase()}. The search takes it that more is never worse, so numbers that were not tried may do as well: read the answers with care.`,
  ];
}

function unjudged({ tried }: CapacityStudy): string[] {
  const without = tried.some(({ of, runs }) => of < runs);
  return without ? ['Runs in which the measure is not defined are left out of the counts.'] : [];
}
