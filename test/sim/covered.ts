const PARTS = ['severity', 'channel', 'cohort', 'state', 'hours', 'full', 'closed', 'queue', 'engaged', 'not'];

const LAWS = [
  'deterministic',
  'empirical',
  'erlang',
  'exponential',
  'gamma',
  'lognormal',
  'mixture',
  'triangular',
  'truncated',
  'uniform',
  'weibull',
];

const RULES: readonly string[] = [
  ...['people', 'poisson', 'renewal'].map((kind) => `arrivals: ${kind}`),
  ...PARTS.flatMap((part) => [`condition: ${part}, holds`, `condition: ${part}, does not`]),
  ...LAWS.map((law) => `distribution: ${law}`),
  'branch: case',
  'branch: option',
  'clock: after, mark',
  'clock: after, open',
  'clock: life, of somebody inside',
  'clock: life, of somebody outside',
  'clock: life, of several causes',
  'clock: waiting, go',
  'clock: waiting, leave',
  'clock: waiting, mark',
  'finish: censoredHeld',
  'finish: censoredWaiting',
  'finish: closed',
  'finish: decided',
  'finish: full',
  'finish: gridlock',
  'finish: handedOver',
  'finish: overtaken',
  'finish: preempted',
  'finish: released',
  'finish: reneged',
  'finish: restarted',
  'finish: stopped',
  'goes on: handedOver',
  'goes on: preempted',
  'goes on: restarted',
  'goes on: stopped',
  'gridlock: fatal',
  'outcome: absorbed',
  'outcome: of a person',
  'outcome: of a transient',
  'outcome: of stock, a person',
  'outcome: of stock, transient',
  'points: a higher strip opens later',
  'points: accepted, strip 0',
  'points: accepted, strip 1',
  'points: accepted, strip 2',
  'points: rejected, strip 0',
  'points: rejected, strip 1',
  'points: rejected, strip 2',
  'pre-emption: by a joint visit',
  'pre-emption: from a line',
  'pre-emption: in overtime',
  'pre-emption: of a joint visit',
  'pre-emption: on joining',
  'pre-emption: reroute',
  'pre-emption: restart',
  'pre-emption: resume',
  're-triage',
  're-triage: of severity',
  're-triage: to a better class',
  're-triage: to a worse class',
  'reroute: after a branch',
  'reroute: before another step',
  'seize: gives up half way',
  'seize: goes before a worse class',
  'seize: hold-first',
  'seize: kept',
  'seize: refused half way',
  'seize: relieves',
  'seize: several units',
  'seize: together',
  'seize: without service',
  'shift: hours with overtime',
  'step: branch',
  'step: delay',
  'step: leave',
  'step: mark',
  'step: release',
  'step: seize',
  'step: start',
  'stock: serving (delay)',
  'stock: serving (seize)',
  'stock: waiting (seize)',
  'stock: waiting (seize), holding',
  'world: with a second epoch',
];

/** In the order in which events of one instant happen. */
const BANDS = ['serviceEnds', 'capacityChanges', 'delayEnds', 'arrivals', 'reneges', 'clocks', 'hourMarks'] as const;

/**
 * Whether two events of one instant can happen in this order where they meet. In the order of their bands all can. In the
 * other order only when the first brings the second about, without time passing: a service, a delay or a patience of no
 * length, a second look at once; and an arrival at once after another, which is of the same band. No event brings about a
 * change of capacity or an hour mark at its own instant (the next is an hour away), no event but an arrival an arrival,
 * and an hour mark nothing at all: it is the last of its instant, and there is one.
 */
function canMeet(first: number, second: number): boolean {
  const [one, other] = [BANDS[first], BANDS[second]];
  if (one === 'hourMarks') return false;
  return first <= second || other === 'serviceEnds' || other === 'delayEnds' || other === 'reneges';
}

const pairs = BANDS.flatMap((one, first) =>
  BANDS.filter((_, second) => canMeet(first, second)).map((other) => [one, other] as const),
);

/**
 * Two bands hold two kinds each: a date on which tables change is of the band of capacities, and comes first in it (by the
 * key of nothing), so that a change of hours finds it done; a second look is of the band of clocks.
 */
const WITH_DATES = ['arrivals', 'delayEnds', 'hourMarks', 'reneges', 'serviceEnds'].map((other) => `dates, ${other}`);
const WITH_LOOKS = ['arrivals', 'capacityChanges', 'dates', 'delayEnds', 'reneges', 'serviceEnds', 'second looks'].map(
  (one) => `${one}, second looks`,
);

/** What random worlds have to show at least once: each rule of the model, each way to finish, all that can meet. */
export const COVERED: readonly string[] = [
  ...RULES,
  ...pairs.map(([one, other]) => `meet at a service: ${one}, ${other}`),
  ...['serviceEnds, dates', ...WITH_DATES, ...WITH_LOOKS, 'second looks, hourMarks'].map(
    (pair) => `meet at a service: ${pair}`,
  ),
  // Hour marks are of services alone.
  ...pairs.filter(([, other]) => other !== 'hourMarks').map(([one, other]) => `meet at a person: ${one}, ${other}`),
  // Of the same band the lower key goes first, also where it was scheduled later. Two of one key are never both to come:
  // an episode has one end of service, of delay or of patience, and a stream one arrival, at a time.
  ...BANDS.filter((band) => band !== 'hourMarks').map((band) => `key before sequence: ${band}`),
];
