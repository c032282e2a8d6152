/** The columns of the visit log: names and types that process-mining tools take as they are. */
import type { LogRow } from '../experiment/index.js';
import type { Value } from './csv.js';
import { plain } from './labels.js';
import { sentence } from './words.js';

/** What the rows of a log do not say themselves. */
export interface LogSetting {
  /** Monday at whose midnight the run starts, YYYY-MM-DD. */
  readonly start: string;
  readonly replication: number;
  readonly worlds: readonly {
    readonly id: string;
    readonly services: readonly { readonly id: string; readonly label: string }[];
  }[];
}

/** A column. A time is a number of milliseconds since 1970-01-01. */
export interface LogColumn {
  readonly name: string;
  readonly type: 'text' | 'whole' | 'number' | 'time' | 'yes-no';
  readonly description: string;
}

/** A row of values, in the order of `LOG_COLUMNS`. */
export type LogValues = readonly Value[];

const HOUR = 3_600_000;

type ValueOf = (row: LogRow, at: Readers) => Value;
type Readers = { readonly time: (hour: number | null) => number | null; readonly setting: Labelled };
type Labelled = { readonly replication: number; readonly label: (world: string, service: string) => string };

const COLUMNS: readonly (LogColumn & { readonly of: ValueOf })[] = [
  {
    name: 'case_id',
    type: 'text',
    description: 'World and episode: one case for each episode in each world.',
    of: ({ world, episode }) => `${world}/${episode}`,
  },
  {
    name: 'activity',
    type: 'text',
    description: 'What was sought or decided: pathway and step in words.',
    of: ({ step }) => activityOf(step),
  },
  {
    name: 'start',
    type: 'time',
    description: 'When service started; when the person joined, where it never did.',
    of: ({ started, joined }, { time }) => time(started ?? joined),
  },
  {
    name: 'complete',
    type: 'time',
    description: 'When service ended; when the person left the line, where it never started.',
    of: ({ serviceEnded, released }, { time }) => time(serviceEnded ?? released),
  },
  {
    name: 'resource',
    type: 'text',
    description: 'Label of the service; empty for a decision.',
    of: ({ world, service }, { setting }) => (service === null ? null : setting.label(world, service)),
  },
  { name: 'world', type: 'text', description: 'Id of the scenario.', of: ({ world }) => world },
  {
    name: 'episode',
    type: 'text',
    description: 'Id of the episode: the same in every world, so that twins are found by it.',
    of: ({ episode }) => episode,
  },
  {
    name: 'person',
    type: 'whole',
    description: 'Number of the synthetic person in the area; empty for a passer-by of an arrival stream.',
    of: ({ person }) => person,
  },
  {
    name: 'cohort',
    type: 'text',
    description: 'Cohort of the person; empty for a passer-by.',
    of: ({ cohort }) => cohort,
  },
  {
    name: 'background',
    type: 'yes-no',
    description: 'True for work that the services do anyway.',
    of: ({ isBackground }) => isBackground,
  },
  { name: 'need', type: 'text', description: 'Id of the need, where the episode is of one.', of: ({ need }) => need },
  { name: 'severity', type: 'text', description: 'Severity at that moment.', of: ({ severity }) => severity },
  { name: 'channel', type: 'text', description: 'How the person came in.', of: ({ channel }) => channel },
  {
    name: 'kind',
    type: 'text',
    description: 'visit; joint (a further service seized with the first, of the same visit); or decision.',
    of: ({ kind }) => kind,
  },
  { name: 'step', type: 'text', description: 'Id of the step: pathway.step.', of: ({ step }) => step },
  {
    name: 'decision',
    type: 'text',
    description: 'Case or option that was taken, or reroute:<policy>; empty for a visit.',
    of: ({ decision }) => decision,
  },
  { name: 'service', type: 'text', description: 'Id of the service.', of: ({ service }) => service },
  { name: 'agency', type: 'text', description: 'Id of the agency that runs it.', of: ({ agency }) => agency },
  { name: 'units', type: 'whole', description: 'Units sought: staff, beds or rooms.', of: ({ units }) => units },
  {
    name: 'visit',
    type: 'whole',
    description: 'Number of the visit among those of the episode to the service, from 0.',
    of: ({ visit }) => visit,
  },
  {
    name: 'part',
    type: 'whole',
    description: 'Stretch of the visit, from 0: work that was interrupted has several.',
    of: ({ part }) => part,
  },
  { name: 'joined', type: 'time', description: 'When it was sought.', of: ({ joined }, { time }) => time(joined) },
  {
    name: 'started',
    type: 'time',
    description: 'When service started; empty where it never did.',
    of: ({ started }, { time }) => time(started),
  },
  {
    name: 'service_ended',
    type: 'time',
    description: 'When service ended, which may be before the units were given back; empty where it never started.',
    of: ({ serviceEnded }, { time }) => time(serviceEnded),
  },
  {
    name: 'released',
    type: 'time',
    description: 'When the units were given back, or the line was left.',
    of: ({ released }, { time }) => time(released),
  },
  {
    name: 'requested_seconds',
    type: 'number',
    description: 'Units times the service time sought; 0 for later stretches and where units are only held.',
    of: ({ requestedSeconds }) => requestedSeconds,
  },
  {
    name: 'finish',
    type: 'text',
    description: 'completed, interrupted, declined, gave-up, overtaken, decided, or censored (the run ended first).',
    of: ({ finish }) => finish,
  },
  {
    name: 'why',
    type: 'text',
    description:
      'full, closed, gridlock, more-urgent, restarted, shift-end, hand-over, patience, clock, waiting, held; of a decision: case, share, policy.',
    of: ({ why }) => why,
  },
  {
    name: 'next',
    type: 'text',
    description: 'Id of the step taken next; empty where the visit goes on or the run ended.',
    of: ({ next }) => next,
  },
  {
    name: 'tag',
    type: 'text',
    description: 'Id of the policy that last edited the step, in this world.',
    of: ({ tag }) => tag,
  },
  {
    name: 'replication',
    type: 'whole',
    description: 'Number of the replication, from 0.',
    of: (_, { setting }) => setting.replication,
  },
];

/** The columns of the visit log, in order. */
export const LOG_COLUMNS: readonly LogColumn[] = COLUMNS;

/** A step in words: `welfare-check.police-attends` reads `Welfare check: police attends`. */
export function activityOf(step: string): string {
  return sentence(plain(step).replace('.', ': ').replace(/-/g, ' '));
}

/** The values of rows. Times are whole milliseconds of a calendar with 24-hour days and no summer time. */
export function* logValues(rows: Iterable<LogRow>, setting: LogSetting): Generator<LogValues> {
  const midnight = Date.parse(`${setting.start}T00:00:00Z`);
  const labels = new Map(
    setting.worlds.map(({ id, services }) => [id, new Map(services.map((service) => [service.id, service.label]))]),
  );
  const at: Readers = {
    time: (hour) => (hour === null ? null : midnight + Math.round(hour * HOUR)),
    setting: {
      replication: setting.replication,
      label: (world, service) => plain(labels.get(world)?.get(service) ?? '') || service,
    },
  };
  for (const row of rows) yield COLUMNS.map(({ of }) => of(row, at));
}
