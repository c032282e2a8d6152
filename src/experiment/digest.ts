/**
 * A 64-bit digest of what happened to an episode, row by row, under names that both worlds share: equal digests mean the
 * same visits, decisions and times. (Of a thousand million pairs of stories, two that differ have the same digest with
 * a chance of one in twenty thousand million.)
 */
import { NONE, type VisitLog } from '../sim/index.js';
import { choiceIdentity } from './choices.js';
import type { Pair, Side } from './pair.js';

const float = new Float64Array(1);
const words = new Int32Array(float.buffer);

/** The digest so far; `add` reads and writes it. */
export class Digest {
  high = 0;
  low = 0;
  /** Numbers of choices at edited steps, whose codes may mean something else in either world. */
  private readonly choices = new Map<string, number>();
  private readonly known = new Map<number, number>();

  constructor(private readonly pair: Pair) {}

  /** Takes a row in. */
  add(side: Side, log: VisitLog, row: number): void {
    const { steps, services } = this.pair;
    const own = log.step[row]!;
    const step = steps.of[side][own]!;
    const service = log.service[row]!;
    const next = log.next[row]!;
    this.mix(step, service === NONE ? NONE : services.of[side][service]!);
    this.mix(next === NONE ? NONE : steps.of[side][next]!, (log.finish[row]! << 24) ^ log.units[row]!);
    const decision = log.decision[row]!;
    if (decision === NONE) {
      this.mixHour(log.started[row]!);
      this.mixHour(log.ended[row]!);
      this.mixHour(log.released[row]!);
    } else this.mix(this.pair.isEverEdited(step) ? this.choice(side, log, row) : decision, 1);
    this.mixHour(log.joined[row]!);
  }

  private mixHour(hours: number): void {
    float[0] = hours;
    this.mix(words[0]!, words[1]!);
  }

  private mix(one: number, two: number): void {
    let high = Math.imul(this.high ^ one, 0x9e3779b1) ^ this.low;
    let low = Math.imul(this.low ^ two, 0x85ebca6b) ^ high;
    high = Math.imul(high ^ (high >>> 15), 0x2c1b3c6d) ^ (low >>> 13);
    low = Math.imul(low ^ (low >>> 16), 0x297a2d39) ^ (high >>> 14);
    this.high = high;
    this.low = low;
  }

  /** The number of a choice, the same for the same choice in either world. */
  private choice(side: Side, log: VisitLog, row: number): number {
    const { views, steps } = this.pair;
    const epoch = views[side].epochAt(log.joined[row]!);
    const at = ((2 * epoch + side) * steps.names.length + log.step[row]!) * 0x10000 + log.decision[row]!;
    const known = this.known.get(at);
    if (known !== undefined) return known;
    const rule = views[side].world.epochs[epoch]!.tables.steps[log.step[row]!]!;
    const name = choiceIdentity(rule, log.decision[row]!);
    const number = this.choices.get(name) ?? this.choices.size + 1;
    this.choices.set(name, number);
    this.known.set(at, number);
    return number;
  }
}
