import { z } from 'zod';
import { byArea, dateOrNever } from './by-area.js';
import { compliance } from './compliance.js';
import { leaf, type Reader } from './leaf.js';
import { byId } from './records.js';
import { duration } from './values.js';
import { nameOf, oneOrMany } from './words.js';

const policyName = nameOf('a policy: a shipped name, or ./path.yaml');

/** A value of a lever: read where the policy names the parameter. */
export const lever: Reader<unknown> = { what: 'a value', neutral: null, json: {}, read: (value) => value };

/** When and how far a policy takes hold. */
export const adoption = {
  starts: leaf(
    byArea(dateOrNever),
    'Go-live design: the day it starts; by area where they differ. never: the area does without it, in any design.',
  ).optional(),
  ends: leaf(byArea(dateOrNever), 'Go-live design: the day it is reversed; by area where they differ.').optional(),
  ramp: leaf(
    duration,
    'Go-live design: how long it takes to be in force in full, in weekly steps. Default: at once.',
  ).optional(),
  compliance: leaf(
    compliance,
    'How often it is followed: scales the strength of every edit; by area where they differ, and {share, by: person} where each person is treated by it always or never. Default: 1.',
  ).optional(),
};

/** A policy put on a scenario: its name, or its name with levers and dates. */
export const policyUse = z.union([
  leaf(policyName, 'A shipped policy by name, or a file of your own as ./path.yaml.'),
  z.strictObject({
    policy: leaf(policyName, 'A shipped policy by name, or a file of your own as ./path.yaml.'),
    after: leaf(
      oneOrMany(nameOf('a policy')),
      'Policies before this one that change the same thing: says that their order is meant.',
    ).optional(),
    variant: leaf(nameOf('a variant'), 'A named setting of the levers, from the policy’s `variants`.').optional(),
    with: byId(leaf(lever, 'Value of the lever.'), 'Levers to set: names of the policy’s own parameters.').optional(),
    ...adoption,
  }),
]);
/** A policy as named by a scenario. */
export type PolicyUse = z.output<typeof policyUse>;
