/** Declines after a fork, each with what came next: the route is put in order by trying every order there is. */
import { Finish, type Step } from '../../../src/sim/index.js';
import { type Episode, happened, type Row, type Story } from './story.js';

/** A visit sought or a decision, in the order in which it happened. */
type Turn = Row & { readonly until: number; readonly on: string | null };

const REASONS = new Map<number, string>([
  [Finish.full, 'full'],
  [Finish.closed, 'closed'],
  [Finish.reneged, 'patience'],
  [Finish.gridlock, 'bounce'],
  [Finish.preempted, 'bounce'],
]);
const FIRST_REROUTE = 2000;
const MOST_AT_ONCE = 6;
const WEEKS_4 = 28 * 24;

const isReroute = ({ decision }: Row) => decision >= FIRST_REROUTE;

/** Who refused, why, and what came next. */
export interface Decline {
  readonly service: string;
  readonly reason: string;
  readonly to: string;
}

/**
 * The declines of an episode after so many turns; null where more happens at one instant than can be put in order.
 * @param back Hour at which somebody first came back from the episode; Infinity where nobody did.
 */
export function declinesOf(story: Story, episode: Episode, from: number, back: number): Decline[] | null {
  const turns = turnsOf(story, episode);
  if (turns === null) return null;
  const left =
    back - episode.closed <= WEEKS_4 ? 'returned' : episode.outcome === null ? 'censored' : `none:${episode.outcome}`;
  const sought: { service: string; reason: string | null }[] = [];
  turns.forEach((turn, at) => {
    if (at < from) return;
    const service = isReroute(turn) ? refusedBy(story, turns, at) : turn.service;
    if (service !== null)
      sought.push({ service, reason: isReroute(turn) ? 'rule' : (REASONS.get(turn.finish) ?? null) });
  });
  return sought.flatMap(({ service, reason }, at) =>
    reason === null ? [] : [{ service, reason, to: sought[at + 1]?.service ?? left }],
  );
}

/** The service that a reroute kept somebody from. */
function refusedBy(story: Story, turns: readonly Turn[], at: number): string | null {
  const turn = turns[at]!;
  const before = turns[at - 1];
  const isOverruled = before !== undefined && isOverruledBy(before, turn);
  const last = isOverruled ? reach(story, before.on).at(-1) : turn.step;
  const step = stepOf(story, last ?? turn.step);
  return step.verb === 'seize' ? story.world.epochs[0]!.tables.services[step.services[0]!]!.name : null;
}

function stepOf({ world }: Story, name: string): Step {
  return world.epochs[0]!.tables.steps.find((step) => step.name === name)!;
}

/** Steps from one on, up to the next that leaves a trace. */
function reach(story: Story, from: string | null): string[] {
  const path: string[] = [];
  for (let name = from; name !== null && !path.includes(name); ) {
    path.push(name);
    const step = stepOf(story, name);
    if (step.verb === 'seize' || step.verb === 'branch' || step.verb === 'leave') break;
    name = story.world.epochs[0]!.tables.steps[step.then]?.name ?? null;
  }
  return path;
}

/** What an episode sought and decided: of a joint visit its first service, of a visit in stretches the last of them. */
function turnsOf(story: Story, { rows }: Episode): Turn[] | null {
  const { services } = story.world.epochs[0]!.tables;
  const turns = rows.flatMap((row): Turn[] => {
    const step = stepOf(story, row.step);
    if (row.service !== null) {
      if (step.verb !== 'seize' || services[step.services[0]!]!.name !== row.service) return [];
      if (rows.some(({ service, visit, part }) => service === row.service && visit === row.visit && part > row.part))
        return [];
    }
    const until = happened(row.ended) ? row.ended : row.released;
    const isKept = row.next === null && row.ended < row.released && step.verb === 'seize';
    return [{ ...row, until, on: isKept ? (story.world.epochs[0]!.tables.steps[step.then]?.name ?? null) : row.next }];
  });
  const ordered: Turn[] = [];
  for (const hour of [...new Set(turns.map(({ joined }) => joined))].sort((one, other) => one - other)) {
    const together = turns.filter(({ joined }) => joined === hour);
    if (together.length > MOST_AT_ONCE) return null;
    ordered.push(...bestOrder(story, ordered.at(-1), together));
  }
  return ordered;
}

/** Of all orders of what happened at one instant, the one in which turns best lead to the next; ties as logged. */
function bestOrder(story: Story, before: Turn | undefined, together: readonly Turn[]): readonly Turn[] {
  let best: { readonly order: readonly Turn[]; readonly sense: number } = { order: together, sense: -1 };
  for (const order of ordersOf(together)) {
    const all = before === undefined ? order : [before, ...order];
    const sense = all.slice(1).reduce((sum, turn, at) => sum + leading(story, all[at]!, turn), 0);
    if (sense > best.sense) best = { order, sense };
  }
  return best.order;
}

/** How well a turn leads to the next: 1, or at one instant only half where a delay lies between, which may be of no time. */
function leading(story: Story, one: Turn, next: Turn): number {
  if (isReroute(next) && stepOf(story, next.step).verb === 'branch') return isOverruledBy(one, next) ? 1 : 0;
  const path = reach(story, one.on);
  const end = path.indexOf(next.step);
  if (end === -1) return isOverruledBy(one, next) ? 1 : 0;
  const isPrompt = path.slice(0, end).every((step) => stepOf(story, step).verb !== 'delay');
  return isPrompt || one.until < next.joined ? 1 : 0.5;
}

/** A reroute overrules a decision of the moment at the same step. */
function isOverruledBy(one: Turn, reroute: Turn): boolean {
  return one.step === reroute.step && one.joined === reroute.joined && one.decision >= 0 && !isReroute(one);
}

function ordersOf<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) => ordersOf(items.filter((_, place) => place !== at)).map((rest) => [item, ...rest]));
}
