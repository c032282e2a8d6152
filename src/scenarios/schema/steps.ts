import { z } from 'zod';
import { bySeverity } from './by-severity.js';
import { condition } from './condition.js';
import { distribution } from './distribution.js';
import { leaf } from './leaf.js';
import { byId } from './records.js';
import { share, whole } from './values.js';
import { choice, flag, nameOf, oneOrMany } from './words.js';

/** Classes are ranks, and kept in a byte. */
const MOST_CLASS = 255;

const target = nameOf('a step, or `=outcome`');
const services = oneOrMany(nameOf('a service'));
const then = leaf(target, 'The step that follows. Default: the next one in the file.').optional();
const length = leaf(
  nameOf('a name'),
  'Name of the length: steps that share it share its draws. Default: the step’s own name.',
).optional();

const seize = z.strictObject({
  seize: leaf(services, 'Wait for units of this service, or of several at once, and hold them.'),
  units: leaf(
    bySeverity(whole(1)),
    'Units held: a number, or a map from service to number (`others` for the rest). Default: 1.',
  ).optional(),
  hold: leaf(
    choice('together', 'hold-first'),
    'Several services: all or nothing, or one after another, holding meanwhile. Default: together.',
  ).optional(),
  for: leaf(bySeverity(distribution), 'Service time; left out, units are only seized and kept.').optional(),
  length,
  keep: leaf(flag, 'Keep the units after the service time, until they are released. Default: false.').optional(),
  priority: leaf(bySeverity(whole(0, MOST_CLASS)), 'Priority class; 0 goes first. Default: 0.').optional(),
  patience: z
    .strictObject({
      after: leaf(bySeverity(distribution), 'How long people wait before they give up.'),
      to: leaf(target, 'Where they go then.'),
    })
    .describe('Giving up.')
    .optional(),
  'if-full': leaf(target, 'Where to when the waiting line has no room left.').optional(),
  'if-closed': leaf(target, 'Where to when nobody is on duty. Default: wait.').optional(),
  'if-pre-empted': leaf(
    target,
    'Where to when the place is needed for somebody more urgent, at a service with `pre-emption: reroute`.',
  ).optional(),
  're-triage': z
    .strictObject({
      after: leaf(
        bySeverity(distribution),
        'How long after coming to the step; only those who still wait are seen again.',
      ),
      priority: leaf(
        bySeverity(whole(0, MOST_CLASS)),
        'Priority class from then on; the place in line is by hour of joining.',
      ),
      severity: leaf(nameOf('a severity'), 'Severity from then on. Default: as it was.').optional(),
    })
    .describe('A second look at those who wait.')
    .optional(),
  relieves: leaf(
    services,
    'Services held from earlier steps, given back at the moment this service starts.',
  ).optional(),
  then,
});

const release = z.strictObject({
  release: leaf(services, 'Give back the units held of these services, or of `all`.'),
  then,
});

const delay = z.strictObject({
  delay: leaf(bySeverity(distribution), 'Time passes, with whatever is held kept.'),
  length,
  then,
});

const branch = z.strictObject({
  branch: z
    .strictObject({
      cases: z
        .array(
          z
            .strictObject({
              name: leaf(nameOf('a name'), 'Name of the case, for logs.').optional(),
              when: condition
                .describe('Holds when all of its parts hold; left out or empty, it always holds.')
                .optional(),
              to: leaf(target, 'Where to then.'),
            })
            .describe('A way that those take for whom it holds.'),
        )
        .describe('Tried in order, before the options.')
        .optional(),
      options: byId(
        z
          .strictObject({
            share: leaf(bySeverity(share), 'Share that takes this option; may differ by severity.'),
            to: leaf(target, 'Where to then.'),
          })
          .describe('A way that a share of people take.'),
        'Decided by chance; the shares add to 1. The names address the draws.',
      ).optional(),
    })
    .describe('Where the episode goes next.'),
});

const mark = z.strictObject({
  mark: byId(leaf(nameOf('a value of the state'), 'The new value.'), 'States of the person to change.'),
  severity: leaf(nameOf('a severity'), 'New severity of the episode.').optional(),
  then,
});

const reassess = z.strictObject({
  severity: leaf(nameOf('a severity'), 'New severity of the episode.'),
  then,
});

const start = z.strictObject({
  start: leaf(nameOf('a step, `pathway.step`'), 'Open a parallel contact of the same person at this step.'),
  then,
});

const leave = z.strictObject({
  leave: leaf(nameOf('an outcome'), 'End the episode with this outcome; everything held is given back.'),
});

/** What a step of a pathway may do: exactly one verb. */
export const step = z
  .union([seize, release, delay, branch, mark, reassess, start, leave])
  .describe('A step does one thing: seize, release, delay, branch, mark, severity, start or leave.');
/** A step as read, still by name. */
export type StepDraft = z.output<typeof step>;

/** The verbs, for telling which one a step means. */
export const VERBS: readonly string[] = ['seize', 'release', 'delay', 'branch', 'mark', 'severity', 'start', 'leave'];
