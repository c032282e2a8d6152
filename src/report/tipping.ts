/** The answer of a search for a tipping point: a sentence, and a row for each point that was looked at. */
import type { Results, Tipping, TippingPoint } from '../experiment/index.js';
import { fewRuns } from './caveats.js';
import { plain } from './labels.js';
import { digits, percentage } from './numbers.js';
import { duration } from './scale.js';
import type { SearchWords } from './search-answer.js';
import { searchCaveats } from './search-caveats.js';
import { estimateInShort, evidenceInWords, periodInWords, periodsOf, type SearchSetting } from './search-setting.js';
import { counted, listed } from './words.js';

/** What was asked, for the words. */
export interface TippingAsked extends SearchSetting {
  readonly service: Results['dictionary']['services'][number];
  /** The lever that was moved; null: the load. */
  readonly moved: {
    readonly label: string;
    readonly unit: string;
    readonly value: number | null;
    /** From 0 to 1 without a unit: told as a percentage, as policies are described. */
    readonly isShare: boolean;
  } | null;
  /** Needs and arrivals that were multiplied; null: all of them. */
  readonly streams: readonly string[] | null;
  readonly replications: number;
  readonly tolerance: number;
}

/** Says what came of a search. */
export function tippingInWords(found: Tipping, asked: TippingAsked): SearchWords {
  return {
    headline: `Simulated, if all else stays the same: ${standing(found, asked)}${answer(found, asked)}${crossingAgain(found, asked)} ${evidenceInWords(asked)}`,
    tables: [{ id: 'points', title: '', rows: rows(found, asked) }],
    caveats: [
      fewRuns({ requested: asked.replications, completed: asked.replications }) ?? [],
      searchCaveats(asked),
    ].flat(),
    notes: notes(found, asked),
  };
}

/** A point, to the digits that the search can tell. */
export function pointInWords(value: number, { tolerance, moved }: TippingAsked): string {
  const factor = moved?.isShare ? 100 : 1;
  const place = Math.floor(Math.log10(factor * tolerance));
  return `${digits(factor * value, Math.min(place, 0))}${unitOf(moved)}`;
}

/** A point that was chosen, not found: without the zeros that say how well. */
function chosenInWords(value: number, { moved }: TippingAsked): string {
  const number = Number(((moved?.isShare ? 100 : 1) * value).toPrecision(4));
  return `${digits(number, -(String(number).split('.')[1]?.length ?? 0))}${unitOf(moved)}`;
}

function unitOf(moved: TippingAsked['moved']): string {
  const unit = moved?.isShare ? '%' : plain(moved?.unit ?? '');
  return unit === '' || unit === '%' ? unit : ` ${unit}`;
}

/** The share of people seen within the standard at a point, with its interval. */
export function shareInWords({ estimate }: TippingPoint): string {
  return estimateInShort(estimate, 'share');
}

/** How it is where the scenario stands, to begin the answer with; empty where that was not looked at. */
function standing({ present }: Tipping, asked: TippingAsked): string {
  if (present === null || present.estimate.mean === null) return '';
  const { share } = asked.service.standard!;
  const { mean, low, high } = present.estimate;
  const where =
    asked.moved === null
      ? 'with demand as it is'
      : `with “${plain(asked.moved.label)}” at ${chosenInWords(present.at, asked)}, as in the scenario`;
  const isUnclear = low !== null && high !== null && low < share && high >= share;
  const isMissed = isUnclear
    ? 'which is neither clearly met nor clearly missed'
    : mean < share
      ? 'which is missed already'
      : 'which is met';
  return `${where}, ${shareInWords(present)} of people are seen within the standard, ${isMissed}; `;
}

/** Where the share crosses the standard once more; empty where it does not. */
function crossingAgain({ again }: Tipping, asked: TippingAsked): string {
  if (again.length === 0) return '';
  const spans = again.map(({ from, to }) => `between ${pointInWords(from, asked)} and ${pointInWords(to, asked)}`);
  return ` The share crosses the standard once more ${listed(spans)}: this is the lowest such point.`;
}

function answer(found: Tipping, asked: TippingAsked): string {
  const { service, moved, streams } = asked;
  const name = plain(service.label) || service.id;
  const { within, share } = service.standard!;
  const standard = `its standard (${percentage(share)} within ${duration(within)})`;
  const isNamed = found.present !== null && found.present.estimate.mean !== null;
  const lever = isNamed ? 'the lever' : `“${plain(moved?.label ?? '')}”`;
  const what = moved === null ? `demand${streams === null ? '' : ` of ${listed(streams.map(plain))}`}` : lever;
  const [first, last] = [found.points[0]!, found.points.at(-1)!].map((point) => chosenInWords(point.at, asked));
  const times = moved === null ? ' times what it is' : '';
  const range = `with ${what} from ${first} to ${last}${times}`;
  switch (found.status) {
    case 'nothing':
      return `nobody comes to ${name} whose wait could be judged, ${range}.`;
    case 'always':
    case 'never':
      return `${allTheSame(found, asked, { name, standard, range })}${hardlyMoved(found, asked, lever)}`;
    case 'found': {
      const side = found.missed === 'above' ? 'above' : 'below';
      const ends = [found.low, found.high].map((end, index) =>
        end === null
          ? index === 0
            ? 'under all points looked at'
            : 'over all points looked at'
          : pointInWords(end, asked),
      );
      const where = `${pointInWords(found.at!, asked)}${times}`;
      return `${name} misses ${standard} with ${what} ${side} about ${where} (95% interval ${ends[0]} to ${ends[1]}, over ${counted(asked.replications, 'run', 'runs')}).`;
    }
  }
}

/** That the standard is met, or missed, throughout: clearly so, or as far as the runs tell, and how close the shares are. */
function allTheSame(
  { status, points }: Tipping,
  { service }: TippingAsked,
  { name, standard, range }: { readonly name: string; readonly standard: string; readonly range: string },
): string {
  const { share } = service.standard!;
  const isUnclear = (point: TippingPoint) =>
    (point.estimate.low ?? share) < share && (point.estimate.high ?? share) >= share;
  const verb = status === 'always' ? 'meets' : 'misses';
  const unclear = points.filter(isUnclear).length;
  if (unclear === 0) return `${name} ${verb} ${standard} at every point looked at, ${range}.`;
  const side = status === 'always' ? 'over' : 'under';
  const where = unclear === points.length ? 'every one of them' : `${digits(unclear, 0)} of them`;
  return (
    `the share of people seen by ${name} within ${standard.replace('its', 'the')} is ${side} it at every point looked at, ${range}, but at ${where} ` +
    'the interval holds the standard: more runs (--replications) would tell.'
  );
}

/** Where the standard is missed and what was moved hardly moves the share: that something else decides it, and what to ask. */
function hardlyMoved({ points }: Tipping, { service, moved }: TippingAsked, lever: string): string {
  const means = points.flatMap(({ estimate }) => estimate.mean ?? []);
  const [least, most] = [Math.min(...means), Math.max(...means)];
  const { share } = service.standard!;
  if (points.length < 2 || most >= share || most - least > HARDLY * (share - most)) return '';
  const what = moved === null ? 'demand' : lever;
  return (
    ` Over all of that range ${what} hardly changes the share (${percentage(least)} to ${percentage(most)}, for a standard of ${percentage(share)}): ` +
    `what would meet it, \`spillover capacity\` tells with \`--service ${service.id} --meet-standard\`.`
  );
}

/** A spread of the shares is small where it is at most so much of the way to the standard. */
const HARDLY = 0.2;

function rows(found: Tipping, asked: TippingAsked): string[][] {
  const head = [
    asked.moved === null ? 'times demand' : 'lever',
    'seen within the standard (95% interval)',
    `met in ${periodsOf(asked)}`,
  ];
  return [
    head,
    ...found.points.map((point) => [pointInWords(point.at, asked), shareInWords(point), `${point.met} of ${point.of}`]),
  ];
}

function notes(found: Tipping, asked: TippingAsked): string[] {
  const { moved, replications } = asked;
  const own =
    moved === null
      ? 'Demand is the rates of arrivals and of onsets of needs, background work included where it is among them. What people bring about later, such as returns, follows from them; who is there at the start is the same.'
      : leverInWords(moved, asked);
  const wrong = found.reversals.map(({ from, to }) => `${pointInWords(from, asked)} and ${pointInWords(to, asked)}`);
  const isFound = found.status === 'found';
  const point = [
    `The point is where the share of all people over ${counted(replications, 'run', 'runs')} crosses the standard; its interval holds every point at which the 95% interval of that share does not tell on which side it is. It is narrowed down to ${finenessInWords(asked)}.`,
  ];
  const [first, last] = [found.points[0]!, found.points.at(-1)!].map(({ at }) => chosenInWords(at, asked));
  const way = [
    `Looked at were points from ${first} to ${last}. The search follows the lowest crossing that it meets; what the share does beyond them, or between two points on one side, it does not see.`,
    wrong.length === 0
      ? 'Between no two neighbouring points did the share clearly move the other way.'
      : `The share clearly moved the other way between ${listed(wrong)}: there may be more than one such point.`,
  ];
  return [
    ...(isFound ? point : []),
    periodInWords(asked),
    'The same people and luck are run at every point.',
    own,
    ...(isFound ? way : []),
  ];
}

function finenessInWords(asked: TippingAsked): string {
  const { tolerance, moved } = asked;
  if (moved?.isShare) return `${Number((100 * tolerance).toPrecision(2))} percentage points`;
  return chosenInWords(tolerance, asked);
}

function leverInWords(moved: NonNullable<TippingAsked['moved']>, asked: TippingAsked): string {
  if (moved.value === null) return 'The lever is otherwise as the policy has it.';
  const written = moved.isShare ? `, written ${moved.value}; --between takes it as written` : '';
  return `The lever is ${chosenInWords(moved.value, asked)} in the scenario${written}.`;
}
