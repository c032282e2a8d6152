/** What the engine's logs hold, column by column: from this their JSON Schema is generated. A row is one entry of each column. */
import { z } from 'zod';

const index = (what: string) => z.int().describe(`Index of ${what} in the world; -1 where there is none.`);
const hour = (what: string) => z.number().describe(`${what} [hours from the start of the run].`);
const mark = (what: string) => z.union([z.literal(0), z.literal(1)]).describe(what);
const word = (what: string) => z.int().describe(what);
/** JSON has no infinity: a time that never comes is left empty. */
const orNever = (shape: z.ZodNumber, what: string) =>
  shape.nullable().describe(`${what}; null where it never happens.`);

const who = {
  person: z.int().describe('Index of the person; -1 for somebody transient.'),
  keyHigh: word('Upper half of the key of the episode.'),
  keyLow: word('Lower half of the key of the episode.'),
  need: index('the need'),
  cohort: z.int().nonnegative().describe('Index of the cohort of the person; 0 for somebody transient.'),
  severity: z.int().nonnegative().describe('Index of the severity, from the least severe.'),
  channel: index('the entry channel'),
  background: mark('1 for work that the services do anyway.'),
};

/** A stretch of a visit that is over, or a decision. */
export const visitRow = z.strictObject({
  ...who,
  step: index('the step'),
  decision: z.int().describe('Code of the decision; -1 for a visit.'),
  inputs: z.int().describe('Code of what the decision was taken on.'),
  tag: z.int().describe('Code of what a policy changed about the step; 0 in a baseline.'),
  service: index('the service; a decision has none'),
  units: z.int().nonnegative().describe('Units held.'),
  visit: z.int().nonnegative().describe('Which visit of the episode at this step.'),
  part: z.int().nonnegative().describe('Which stretch of the visit, from 0.'),
  joined: hour('Joined the line'),
  started: orNever(z.number(), 'Start of the stretch [hours]'),
  ended: orNever(z.number(), 'End of the service [hours]'),
  released: orNever(z.number(), 'Units given back, or left the line [hours]'),
  requested: z.number().nonnegative().describe('Length asked for [seconds].'),
  finish: z.int().nonnegative().describe('How it finished: a code of Finish.'),
  next: index('the step taken next'),
});

/** The end of an episode, or a candidate that an open episode absorbed. */
export const outcomeRow = z.strictObject({
  ...who,
  parentHigh: word('Upper half of the key of the episode that it came from; 0 where there is none.'),
  parentLow: word('Lower half of it.'),
  opened: hour('Opened'),
  closed: hour('Closed'),
  outcome: index('the outcome; censored episodes have none'),
  absorbed: mark('1 for a candidate that met an open episode of the same need.'),
  stock: mark('1 for an episode that was there at the start.'),
  parallel: mark('1 for a second contact that a pathway started.'),
  step: index('the step at which it ended'),
  besideFrom: orNever(z.number(), 'When the latest of the person’s other open episodes was opened [hours]'),
});

/** A clock hour of a service. */
export const levelRow = z.strictObject({
  service: index('the service'),
  hour: z.int().nonnegative().describe('Hour of the run, from 0.'),
  inUse: z.number().nonnegative().describe('Unit-seconds in use.'),
  waiting: z.number().nonnegative().describe('Person-seconds in the waiting line.'),
  staffed: orNever(z.number(), 'Unit-seconds on duty; an ample service has no end of them'),
  full: z.number().nonnegative().describe('Seconds in which no unit was idle.'),
});
