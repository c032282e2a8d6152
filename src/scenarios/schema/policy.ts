import { z } from 'zod';
import { edits } from '../edits/index.js';
import { assumptions } from './authorship.js';
import { idWord } from './ids.js';
import { leaf } from './leaf.js';
import { parameter } from './parameter.js';
import { adoption, lever } from './policy-use.js';
import { byId } from './records.js';
import { duration } from './values.js';
import { version } from './version.js';
import { flag, nameOf, text } from './words.js';

const name = leaf(nameOf('a name'), 'Name of the edit: addresses its draws. Default: what it is about.').optional();

const onlyWith = leaf(
  nameOf('an address such as `needs.overdose`'),
  'The edit is made only in a world that has this. Default: in every world.',
).optional();

/** One edit of a policy: its kind, and what that kind needs. */
const edit = z.union(
  edits.map((kind) =>
    z
      .strictObject({ [kind.id]: kind.schema.describe(kind.description), name, 'only-with': onlyWith })
      .describe(kind.description),
  ),
);

/** A policy file: a named list of edits, with its parameters. */
export const policy = z.strictObject({
  spillover: leaf(version, 'Version of the file format.'),
  policy: leaf(idWord, 'Id of the policy.'),
  label: leaf(text, 'Name of the policy, as printed.').optional(),
  description: leaf(text, 'What it does, in a few sentences.').optional(),
  origin: leaf(nameOf('an agency'), 'The agency whose rule changes.').optional(),
  horizon: leaf(duration, 'How far ahead its effects should be looked at.').optional(),
  'needs-future': leaf(
    idWord,
    'A kind of future without which a comparison is not enough: the `future` of some file. Default: none.',
  ).optional(),
  'needs-future-reason': leaf(text, 'Why it is not enough.').optional(),
  future: leaf(
    idWord,
    'No policy, but a change that none controls, of this kind: `supply`, `demand`, `workforce`, `season`.',
  ).optional(),
  ...adoption,
  levers: byId(
    z
      .strictObject({
        label: leaf(text, 'What the lever is, as printed.').optional(),
        range: z
          .array(leaf(lever, 'Low or high end.'))
          .length(2)
          .describe('Lowest and highest value worth trying.')
          .optional(),
      })
      .describe('A parameter of this policy that may be set where it is used.'),
    'Parameters of this policy that may be set from outside.',
  ).optional(),
  variants: byId(
    z
      .strictObject({
        label: leaf(text, 'Name of the variant, as printed.').optional(),
        with: byId(leaf(lever, 'Value of the lever.'), 'Levers that it sets.'),
      })
      .describe('Levers that belong together, as one place or trial has them.'),
    'Named settings of the levers, chosen with `variant:` where the policy is used.',
  ).optional(),
  evidence: z
    .array(leaf(nameOf('a file'), 'A file of evidence.'))
    .describe('Evidence files besides the shipped ones.')
    .optional(),
  assumptions: assumptions.optional(),
  parameters: byId(parameter, 'Sourced values.').optional(),
  edits: z.array(edit).describe('What it changes, in order.'),
  limits: z.array(leaf(text, 'One sentence.')).describe('What it should not be used for.').optional(),
  strict: leaf(flag, 'Refuse numbers that are no parameters.').optional(),
});
/** A policy file as read. */
export type PolicyDraft = z.output<typeof policy>;
