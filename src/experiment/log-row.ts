/** A row of the visit log in names, as it is handed to whoever writes or reads it outside of the engine. */
import { FIRST_OPTION, FIRST_REROUTE, NEVER, NOBODY, NONE, type VisitLog } from '../sim/index.js';
import { choiceName } from './choices.js';
import { episodeId } from './episode-id.js';
import { type Ending, endingOf } from './finishes.js';
import type { WorldView } from './view.js';

/** A stretch of a visit, or a decision, of one episode in one world. */
export interface LogRow {
  /** Id of the scenario. */
  readonly world: string;
  readonly episode: string;
  /** Number of the person in the area; null for a passer-by of an arrival stream. */
  readonly person: number | null;
  /** Of the person; null for a passer-by. */
  readonly cohort: string | null;
  readonly isBackground: boolean;
  readonly need: string | null;
  readonly severity: string;
  readonly channel: string | null;
  readonly step: string;
  /** `visit`: the first service of a visit; `joint`: a further one, seized with it; `decision`: no visit. */
  readonly kind: 'visit' | 'joint' | 'decision';
  /** Case, option or `reroute:<policy>` of a decision. */
  readonly decision: string | null;
  readonly service: string | null;
  readonly agency: string | null;
  readonly units: number;
  /** Number of the visit among those of the episode to this service, and of the stretch in it, from 0. */
  readonly visit: number;
  readonly part: number;
  /** [hours] from the start of the run; null for what did not happen. */
  readonly joined: number;
  readonly started: number | null;
  readonly serviceEnded: number | null;
  readonly released: number;
  /** Units times length of the service time sought [seconds]. */
  readonly requestedSeconds: number;
  readonly finish: Ending;
  readonly why: string | null;
  readonly next: string | null;
  /** Policy that last edited the step. */
  readonly tag: string | null;
}

/** Reads rows of one world's log. */
export class RowReader {
  constructor(
    private readonly view: WorldView,
    private readonly id: string,
  ) {}

  /** A row in names. */
  read(log: VisitLog, row: number): LogRow {
    const { own: names, world } = this.view;
    const step = log.step[row]!;
    const service = log.service[row]!;
    const person = log.person[row]!;
    const next = log.next[row]!;
    const tag = log.tag[row]!;
    const place = service === NONE ? null : names.services[service]!;
    const { finish, why } = endingOf(log.finish[row]!, next);
    return {
      world: this.id,
      episode: episodeId(log.keyHigh[row]!, log.keyLow[row]!),
      person: person === NOBODY ? null : person,
      cohort: person === NOBODY ? null : (world.cohorts[log.cohort[row]!]?.name ?? null),
      isBackground: log.background[row] === 1,
      need: nameOf(names.needs, log.need[row]!),
      severity: world.severities[log.severity[row]!]!,
      channel: log.channel[row] === NONE ? null : world.channels[log.channel[row]!]!,
      step: names.steps[step]!.id,
      kind: this.kind(step, service),
      decision: this.decision(log, row),
      service: place?.id ?? null,
      agency: place?.agency ?? null,
      units: log.units[row]!,
      visit: log.visit[row]!,
      part: log.part[row]!,
      joined: log.joined[row]!,
      started: hourOrNull(log.started[row]!),
      serviceEnded: hourOrNull(log.ended[row]!),
      released: log.released[row]!,
      requestedSeconds: log.requested[row]!,
      finish,
      why: why ?? this.decidedBy(log.decision[row]!),
      next: nameOf(names.steps, next),
      tag: tag === 0 ? null : world.policies[tag - 1]!,
    };
  }

  private kind(step: number, service: number): LogRow['kind'] {
    if (service === NONE) return 'decision';
    const { lead, serviceCount } = this.view;
    const isFirst = lead[this.view.stepOf(step) * serviceCount + this.view.serviceOf(service)] === 1;
    return isFirst ? 'visit' : 'joint';
  }

  private decision(log: VisitLog, row: number): string | null {
    const code = log.decision[row]!;
    if (code === NONE) return null;
    const { world } = this.view;
    const rule = world.epochs[this.view.epochAt(log.joined[row]!)]!.tables.steps[log.step[row]!]!;
    return choiceName(rule, code);
  }

  private decidedBy(code: number): string | null {
    if (code === NONE) return null;
    if (code >= FIRST_REROUTE) return 'policy';
    return code >= FIRST_OPTION ? 'share' : 'case';
  }
}

function nameOf(entries: readonly { readonly id: string }[], at: number): string | null {
  return at === NONE ? null : entries[at]!.id;
}

function hourOrNull(hour: number): number | null {
  return hour < NEVER ? hour : null;
}
